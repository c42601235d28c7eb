"""Parses newspaper articles as they really arrive into typed documents: roles, repairs on record, every byte accounted for.

>>> import copydesk
>>> document = copydesk.parse("Harbour Gazette\\n\\nFerry returns\\n\\n-\\n\\nThe ferry is back.\\n\\nNewspapers in English\\n")
>>> document.headline, document.byline.status
('Ferry returns', 'none')
>>> [block.role for block in document.blocks if block.content]
['publication', 'headline', 'byline', 'paragraph', 'furniture']
"""

from __future__ import annotations

from ._copydesk import (
    ENVELOPES,
    LANGUAGES,
    LAYERS,
    ROLES,
    RULES,
    ArrowBatch,
    ArrowTable,
    Document,
    Documents,
    Items,
    Reader,
    Row,
    __version__,
    documents,
    explain,
    parse,
    parse_arrow,
    parse_batch,
)
from ._errors import (
    CopydeskError,
    Defect,
    InvalidInput,
    InvalidProfile,
    InvalidRow,
    InvalidSpan,
    SourceTooLong,
    UnknownName,
    VersionMismatch,
)
from ._read import read
from ._types import Author, Block, Byline, DateField, Dateline, Extra, Mention, Note, Repair, Span, Term
from ._write import write

__all__ = [
    "ENVELOPES",
    "LANGUAGES",
    "LAYERS",
    "ROLES",
    "RULES",
    "ArrowBatch",
    "ArrowTable",
    "Author",
    "Block",
    "Byline",
    "CopydeskError",
    "DateField",
    "Dateline",
    "Defect",
    "Document",
    "Documents",
    "Extra",
    "InvalidInput",
    "InvalidProfile",
    "InvalidRow",
    "InvalidSpan",
    "Items",
    "Mention",
    "Note",
    "Reader",
    "Repair",
    "Row",
    "SourceTooLong",
    "Span",
    "Term",
    "UnknownName",
    "VersionMismatch",
    "__version__",
    "documents",
    "explain",
    "parse",
    "parse_arrow",
    "parse_batch",
    "read",
    "write",
]


def _warn_of_debug_build() -> None:
    from ._copydesk import _OPTIMISED

    if not _OPTIMISED:
        import warnings

        warnings.warn(
            "copydesk was built without optimisation, and is many times slower than it should be: "
            "build it with `pip install .` or `maturin develop --release`",
            RuntimeWarning,
            stacklevel=3,
        )


_warn_of_debug_build()
