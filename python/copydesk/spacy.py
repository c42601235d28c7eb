"""spaCy: a `Doc` for a document, with its spans and sentence starts. `pip install 'copydesk[spacy]'`.

>>> import spacy
>>> import copydesk.spacy
>>> document = copydesk.parse("Ferry returns\\n\\n-\\n\\n“The ferry is back at last,” said Ines Corbel. The year-long wait is over.\\n", layers="quotations")
>>> doc = copydesk.spacy.to_doc(document, spacy.blank("en"))
>>> [(span.text, span.label_) for span in doc.spans["quotations"]]
[('“The ferry is back at last,”', 'direct')]
>>> [sentence.text.strip() for sentence in doc.sents]
['Ferry returns', '-', '“The ferry is back at last,” said Ines Corbel.', 'The year-long wait is over.']
>>> document.quotations[doc.spans["quotations"].attrs["rows"][0]].speaker.name
'Ines Corbel'
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Any, Literal

from ._engines import not_installed

try:
    import numpy
    from spacy.tokens import Span, SpanGroup
except ImportError as error:
    raise not_installed("spacy") from error

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    import copydesk

__all__ = ["to_doc"]


def to_doc(
    document: copydesk.Document,
    nlp: Language,
    *,
    layers: str | Iterable[str] | None = None,
    alignment_mode: Literal["strict", "contract", "expand"] = "expand",
) -> Doc:
    """The repaired text, split into tokens by `nlp`, with a group of spans for each layer and one for the blocks, `doc.spans["blocks"]`.

    The layers are those the document was parsed with, unless you name others. A span is labelled with the `kind` of its row, or with the name
    of the layer if it has none; a block is labelled with its role. If a span begins or ends inside a token, `alignment_mode` decides, as in
    `Doc.char_span`: the span grows (`expand`), shrinks (`contract`), or is left out (`strict`). `attrs["rows"]` of the group has the number of
    each span's row or block.

    A token starts a sentence where the layer `sentences` says so, and where a block begins. A token in which two sentences begin starts one.
    """
    # The tokenizer alone: a pipeline refuses texts that are too long for its models.
    doc = nlp.tokenizer(document.text)
    tokens = _Tokens(doc, alignment_mode)
    blocks = ((block.number, block.text, block.role) for block in document.blocks if block.content)
    doc.spans["blocks"] = tokens.group("blocks", blocks)
    names = document.layers if layers is None else [layers] if isinstance(layers, str) else layers
    for name in names:
        rows = (
            (number, row.text, getattr(row, "kind", None) or name) for number, row in enumerate(document.layer(name))
        )
        doc.spans[name] = tokens.group(name, rows)
    begun = [block.text for block in document.blocks if block.content] + [row.text for row in document.sentences]
    # All at once: to set one token alone takes a look at all of them.
    starts: Any = numpy.full((len(doc), 1), -1)
    starts[list(tokens.covering(begun))] = 1
    doc.from_array(["SENT_START"], starts.view(numpy.uint64))
    return doc


class _Tokens:
    """Where the tokens stand. `Doc.char_span` looks for each place from the start of the text on, which long texts have no time for."""

    def __init__(self, doc: Doc, mode: Literal["strict", "contract", "expand"]) -> None:
        self._doc = doc
        self._mode = mode
        self._starts = [token.idx for token in doc]
        self._ends = [token.idx + len(token) for token in doc]

    def group(self, name: str, rows: Iterable[tuple[int, copydesk.Span, str]]) -> SpanGroup:
        """The spans of rows, each given with its number, its place and its label; without those that no tokens fit."""
        spans, numbers = [], []
        for number, place, label in rows:
            first, end = self._between(place)
            if first < end:
                spans.append(Span(self._doc, first, end, label=label))
                numbers.append(number)
        return SpanGroup(self._doc, name=name, spans=spans, attrs={"rows": numbers})

    def covering(self, places: Iterable[copydesk.Span]) -> Iterator[int]:
        """The tokens in which these places begin."""
        for place in places:
            token = bisect_right(self._ends, place.start)
            if token < len(self._ends):
                yield token

    def _between(self, place: copydesk.Span) -> tuple[int, int]:
        """The first token of a place, and the one after its last."""
        outer = bisect_right(self._ends, place.start), bisect_left(self._starts, place.end)
        inner = bisect_left(self._starts, place.start), bisect_right(self._ends, place.end)
        if self._mode == "expand":
            return outer
        return inner if self._mode == "contract" or inner == outer else (0, 0)
