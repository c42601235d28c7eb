"""spaCy: spans and sentence starts, where they meet the tokens and where they do not."""

from __future__ import annotations

import copydesk
import pytest
from conftest import ODD, OPTIONS, articles

spacy = pytest.importorskip("spacy")
import copydesk.spacy  # noqa: E402
from spacy.language import Language  # noqa: E402
from spacy.tokens import Doc  # noqa: E402


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("en")


def test_the_same_documents(nlp: Language) -> None:
    for text in [*articles(), *(text for text in ODD if text is not None)]:
        document = copydesk.parse(text, **OPTIONS)
        doc = copydesk.spacy.to_doc(document, nlp)
        assert doc.text == document.text
        blocks = [block for block in document.blocks if block.content]
        assert doc.spans["blocks"].attrs["rows"] == [block.number for block in blocks]
        assert [span.label_ for span in doc.spans["blocks"]] == [block.role for block in blocks]
        assert set(doc.spans) == {"blocks", *copydesk.LAYERS}
        for layer in copydesk.LAYERS:
            rows = document.layer(layer)
            assert doc.spans[layer].attrs["rows"] == list(range(len(rows)))
            for span, row in zip(doc.spans[layer], rows, strict=True):
                # Spans grow to whole tokens, and by no more than that.
                assert span.start_char <= row.text.start < row.text.end <= span.end_char
                assert span[0].idx + len(span[0]) > row.text.start
                assert span[-1].idx < row.text.end
                assert span.label_ == (getattr(row, "kind", None) or layer)
        # Sentences start in the tokens in which blocks and sentences do.
        starts = {block.text.start for block in blocks} | {row.text.start for row in document.sentences}
        tokens = {next(token.i for token in doc if token.idx + len(token) > start) for start in starts}
        assert [token.i for token in doc if token.is_sent_start] == sorted(tokens)


@pytest.mark.parametrize("mode", ["strict", "contract", "expand"])
def test_places_are_aligned_as_spacy_does(mode: str, nlp: Language) -> None:
    text = "Ferry 🚢 $21.4million-a-year, he’d\n\n said   so."
    places = [(start, end) for start in range(len(text)) for end in range(start + 1, len(text) + 1)]
    # Rows begin and end with what is not white space.
    places = [(start, end) for start, end in places if text[start:end] == text[start:end].strip()]
    document = copydesk.parse(text, repairs="none").with_layer("all", [{"text": place} for place in places])
    doc = copydesk.spacy.to_doc(document, nlp, layers="all", alignment_mode=mode)
    expected = [doc.char_span(*place, alignment_mode=mode) for place in places]
    assert doc.spans["all"].attrs["rows"] == [number for number, span in enumerate(expected) if span is not None]
    found = [(span.start, span.end) for span in doc.spans["all"]]
    assert found == [(span.start, span.end) for span in expected if span is not None]


def test_sentences_go_on_in_a_pipeline(nlp: Language) -> None:
    document = copydesk.parse("Dr. Rusk of St. Brae said so. The U.S. fleet was told. No. 7 was not.\n\nSo it goes.\n")
    doc = copydesk.spacy.to_doc(document, nlp, layers=["sentences"])
    assert [sentence.text.strip() for sentence in doc.sents] == [row.content for row in document.sentences]
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert [span.text for span in again.spans["sentences"]] == [span.text for span in doc.spans["sentences"]]
    assert again.spans["sentences"].attrs["rows"] == doc.spans["sentences"].attrs["rows"]


def test_a_text_longer_than_a_model_reads(nlp: Language) -> None:
    document = copydesk.parse("The ferry is back. " * 60_000)
    assert len(copydesk.spacy.to_doc(document, nlp, layers=()).text) > nlp.max_length


def test_layers_that_do_not_exist(nlp: Language) -> None:
    with pytest.raises(copydesk.UnknownName, match="quotations"):
        copydesk.spacy.to_doc(copydesk.parse("a"), nlp, layers="quotes")
