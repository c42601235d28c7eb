"""spaCy: a `Doc` of a document, with its spans and sentence starts. `pip install 'copydesk[spacy]'`.

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

from typing import TYPE_CHECKING, Literal

from ._engines import not_installed

try:
    from spacy.tokens import SpanGroup
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
    """The repaired text, cut into tokens by `nlp`, with a group of spans for each layer, and one for the blocks, `doc.spans["blocks"]`.

    The layers are those that the document was parsed with, or those that are named here. A span is labelled with its row's `kind`, or with
    the name of the layer where rows have none; a block with its role. Where a span begins or ends inside a token, `alignment_mode` says what
    becomes of it, as in `Doc.char_span`: it grows (`expand`), shrinks (`contract`), or is left out (`strict`). The number of each span's row, or
    block, stands in the `attrs["rows"]` of the group.

    A token starts a sentence where the layer `sentences` says so, and where a block begins. Tokens in which two begin start one.
    """
    doc = nlp.tokenizer(document.text)
    blocks = [(block.number, block.text, block.role) for block in document.blocks if block.content]
    doc.spans["blocks"] = _group(doc, "blocks", blocks, alignment_mode)
    names = document.layers if layers is None else [layers] if isinstance(layers, str) else layers
    for name in names:
        rows = ((number, row.text, getattr(row, "kind", name)) for number, row in enumerate(document.layer(name)))
        doc.spans[name] = _group(doc, name, rows, alignment_mode)
    _start_sentences(doc, document)
    return doc


def _group(doc: Doc, name: str, rows: Iterable[tuple[int, tuple[int, int], str]], mode: str) -> SpanGroup:
    """The spans of rows, each given with its number, its place and its label; without those that no tokens fit."""
    group = SpanGroup(doc, name=name)
    numbers = []
    for number, (start, end), label in rows:
        span = doc.char_span(start, end, label=label, alignment_mode=mode)
        if span is not None:
            group.append(span)
            numbers.append(number)
    group.attrs["rows"] = numbers
    return group


def _start_sentences(doc: Doc, document: copydesk.Document) -> None:
    for token in doc:
        token.is_sent_start = False
    for start in _starts(document):
        span = doc.char_span(start, start + 1, alignment_mode="expand")
        if span is not None:
            span[0].is_sent_start = True


def _starts(document: copydesk.Document) -> Iterator[int]:
    yield from (block.text.start for block in document.blocks if block.content)
    yield from (row.text.start for row in document.sentences)
