"""datatrove: a step that parses, and a filter of lines by their role. `pip install 'copydesk[datatrove]'`.

>>> from datatrove.data import Document
>>> import copydesk.datatrove
>>> text = "Harbour Gazette\\n\\nFerry returns\\n\\n-\\n\\nThe ferry is back.\\n\\nNewspapers in English\\n"
>>> (article,) = copydesk.datatrove.Articles(layers="sentences").run([Document(text, "gazette")])
>>> article.metadata["document"]["headline"], article.metadata["document"]["id"]
('Ferry returns', 'gazette')
>>> (article,) = copydesk.datatrove.RoleFilter().run([Document(text, "gazette")])
>>> article.text
'The ferry is back.'

Use `RoleFilter` instead of `C4QualityFilter`: it drops a line because it is furniture, not because it lacks a full stop.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ._copydesk import ROLES, parse
from ._engines import chosen, not_installed, parsed, settled, without_document
from ._errors import CopydeskError

try:
    from datatrove.pipeline.base import PipelineStep
    from datatrove.pipeline.filters.base_filter import BaseFilter
    from datatrove.utils.batching import batched
except ImportError as error:
    raise not_installed("datatrove") from error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Unpack

    from datatrove.data import Document, DocumentsPipeline
    from datatrove.pipeline.writers.disk_base import DiskWriter

    import copydesk

    from ._engines import Options

__all__ = ["BODY", "Articles", "RoleFilter"]

BODY = ("paragraph", "crosshead", "list-item", "pull-quote", "question", "answer", "table")
"""The roles of what one reads: those that `Document.body` is made of."""


class Articles(PipelineStep):
    """Parses the text of each document and stores the result in its metadata, as `into`: the keys of `Document.to_dict`, and `error`.

    `columns` selects the keys (all by default). Offsets count code points. `text` sets what the text of the document becomes: the unchanged
    `source`, the repaired `text`, to which the offsets belong, or the `body`. A document that cannot be parsed stays as it is, and `error`
    says why. The other options are those of `copydesk.parse_batch`; one call parses `batch_size` documents.
    """

    type = "📰 - NEWS"
    name = "copydesk"

    def __init__(
        self,
        *,
        text: Literal["source", "text", "body"] = "source",
        into: str = "document",
        columns: str | Iterable[str] | None = None,
        batch_size: int = 100,
        **options: Unpack[Options],
    ) -> None:
        super().__init__()
        self.text = text
        self.into = into
        self.columns = chosen(columns, (*parse("").to_dict(), "error"))
        self.batch_size = batch_size
        self.options: Options = settled(options)

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """The documents, one by one."""
        for batch in batched(data, self.batch_size):
            with self.track_time("batch"):
                made = _parsed(batch, self.options)
                for document, article in zip(batch, made, strict=True):
                    self._add(document, article)
            yield from batch

    def _add(self, document: Document, article: copydesk.Document | CopydeskError) -> None:
        if isinstance(article, CopydeskError):
            found = without_document(str(document.id), article)
            self.stat_update("error")
        else:
            self.stat_update("parsed")
            found = {**article.to_dict(), "error": None}
            if self.text != "source":
                document.text = found[self.text]
            self.update_doc_stats(document)
        document.metadata[self.into] = {name: found.get(name) for name in self.columns}


class RoleFilter(BaseFilter):
    """Keeps the blocks of each document that have one of `roles`, and drops documents without any.

    The default is the body. `("headline", "deck", *copydesk.datatrove.BODY)` keeps the headline too. Blocks are separated by an empty line, and
    the parts of a split paragraph are joined. The text is repaired as usual; `repairs="none"` leaves it as it came. The other options are those
    of `copydesk.parse_batch`; one call parses `batch_size` documents.
    """

    name = "📰 copydesk roles"

    def __init__(
        self,
        roles: str | Iterable[str] = BODY,
        exclusion_writer: DiskWriter | None = None,
        *,
        batch_size: int = 100,
        **options: Unpack[Options],
    ) -> None:
        super().__init__(exclusion_writer, batch_size)
        self.roles = frozenset(chosen(roles, ROLES, "there is no role"))
        self.options: Options = settled(options)

    def filter(self, doc: Document) -> bool | tuple[bool, str]:
        """Whether anything of a document stays; what stays is its text then."""
        return self.filter_batch([doc])[0]

    def filter_batch(self, batch: list[Document]) -> list[bool | tuple[bool, str]]:
        """The same for several, in one call."""
        made = _parsed(batch, self.options)
        return [self._filter(document, article) for document, article in zip(batch, made, strict=True)]

    def _filter(self, document: Document, article: copydesk.Document | CopydeskError) -> bool | tuple[bool, str]:
        if isinstance(article, CopydeskError):
            return False, "error"
        kept: list[str] = []
        for block in article.blocks:
            if not block.content:
                continue
            self.stat_update("block-total")
            if block.role not in self.roles:
                self.stat_update(f"block-dropped-{block.role}")
                continue
            self.stat_update("block-kept")
            kept += [" " if block.continues is not None else "\n\n", block.content]
        if not kept:
            return False, "nothing_to_keep"
        document.text = "".join(kept[1:])
        return True


def _parsed(batch: list[Document], options: Options) -> list[copydesk.Document | CopydeskError]:
    """The documents of a batch. Readers hand on the ids as they find them, numbers too."""
    return parsed([document.text for document in batch], [str(document.id) for document in batch], options)
