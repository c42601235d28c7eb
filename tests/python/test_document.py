"""The document and its parts, as Python sees them."""

from __future__ import annotations

import copy
import datetime
from collections.abc import Sequence

import copydesk
import pytest
from conftest import ODD, ROOT

SOURCE = (ROOT / "examples" / "harbour-gazette.txt").read_text(encoding="utf-8")


@pytest.fixture
def document() -> copydesk.Document:
    return copydesk.parse(SOURCE, id="gazette", layers="all")


def test_the_header(document: copydesk.Document) -> None:
    assert document.id == "gazette"
    assert document.envelope == "pressreader"
    assert document.language == "en"
    assert document.part == "article"
    assert document.publication == "Harbour Gazette"
    assert document.headline == "Night ferry will sail again, but only as far as the strait"
    assert document.byline == copydesk.Byline("none", "-", ())
    assert document.deck is None
    assert document.kicker is document.edition is document.section is document.page is None
    assert document.extras == ()
    assert document.source[slice(*document.fields["headline"])].decode() == document.headline
    assert set(document.fields) == {"publication", "headline", "byline"}


def test_authors_dates_and_datelines() -> None:
    document = copydesk.parse(
        "Ferry returns\n\nBy Ana Reyes, Staff Writer\n\nNovember 18, 2026\n\nNORHAVEN (Reuters) – The ferry is back.\n"
    )
    assert document.byline.status == "named"
    assert document.byline.authors == (copydesk.Author("Ana Reyes", "Staff Writer"),)
    assert document.date == copydesk.DateField("November 18, 2026", datetime.date(2026, 11, 18))
    assert document.dateline == copydesk.Dateline("NORHAVEN (Reuters)", "NORHAVEN", "Reuters", None)


def test_blocks_are_a_sequence(document: copydesk.Document) -> None:
    blocks = document.blocks
    assert isinstance(blocks, Sequence)
    assert len(blocks) == len(list(blocks)) > 20
    assert blocks[0] == next(iter(blocks)) == blocks[-len(blocks)]
    assert blocks[-1].content == "Newspapers in English" or blocks[-1].role == "furniture"
    assert blocks[2:8:3] == tuple(list(blocks)[2:8:3])
    assert blocks[::-1] == tuple(reversed(list(blocks)))
    assert blocks[3] in blocks
    assert blocks.index(blocks[3]) == 3
    assert blocks.count(blocks[3]) == 1
    assert blocks == list(blocks)
    assert blocks == tuple(blocks)
    assert blocks == document.blocks
    assert blocks != list(blocks)[1:]
    assert hash(blocks) == hash(tuple(blocks))
    assert repr(blocks) == repr(tuple(blocks))
    match blocks:
        case [first, *_]:
            assert first.role == "publication"
        case _:
            pytest.fail("blocks are no sequence to match")
    for index in (len(blocks), -len(blocks) - 1, 10**30):
        with pytest.raises((IndexError, TypeError)):
            blocks[index]
    with pytest.raises(TypeError):
        blocks["first"]  # type: ignore[call-overload]


def test_blocks_cover_the_source(document: copydesk.Document) -> None:
    assert b"".join(document.source[slice(*block.source)] for block in document.blocks) == SOURCE.encode()
    assert [block.number for block in document.blocks] == list(range(len(document.blocks)))
    assert [block.content for block in document.paragraphs] == [
        block.content for block in document.blocks if block.role == "paragraph"
    ]
    assert document.body.startswith(document.paragraphs[0].content)


def test_repairs_give_the_source_back(document: copydesk.Document) -> None:
    assert len(document.repairs) == 10
    source, at = b"", 0
    for repair in document.repairs:
        start, end = repair.text
        assert document.text[start:end] == repair.after
        assert document.source[slice(*repair.source)] == repair.before
        assert repair.risk == "safe"
        assert set(repair.rules) <= set(copydesk.RULES)
        source += document.text[at:start].encode() + repair.before
        at = end
    assert source + document.text[at:].encode() == SOURCE.encode()


def test_spans_go_both_ways(document: copydesk.Document) -> None:
    start = document.text.index("year-on-year")
    source = document.to_source((start, start + len("year-on-year")))
    assert document.source[slice(*source)] == b"year- on- year"
    assert document.to_text(source) == (start, start + len("year-on-year"))
    assert document.to_text(list(source)) == document.to_text(source)
    for span in [(1, 0), (-1, 2), (0, 10**6), (0, 10**12), (1, 2, 3), "ab", None, (0.5, 1)]:
        with pytest.raises(copydesk.InvalidSpan):
            document.to_source(span)  # type: ignore[arg-type]
        with pytest.raises(copydesk.InvalidSpan):
            document.to_text(span)  # type: ignore[arg-type]


def test_notes() -> None:
    document = copydesk.parse((ROOT / "examples" / "county-ledger.txt").read_bytes())
    (note,) = document.notes
    assert (note.kind, note.source) == ("ambiguous-hyphen", (282, 284))
    assert document.source[slice(*note.source)] == b"- "


def test_text_that_was_not_changed_is_the_one_that_was_given() -> None:
    text = "Ferry returns\n\nThe ferry is back.\n"
    assert copydesk.parse(text).text is text
    assert copydesk.parse(text).source == text.encode()
    data = text.encode()
    assert copydesk.parse(data).source is data
    assert copydesk.parse(data).text == text
    document = copydesk.parse(SOURCE)
    assert document.text is document.text
    assert document.source is document.source


def test_what_a_layer_is_asked_for() -> None:
    source = "Ferry returns\n\nMore at www.ferry.example or desk@ferry.example.\n"
    asked = copydesk.parse(source, layers=["links"])
    later = copydesk.parse(source)
    assert [link.content for link in asked.links] == ["www.ferry.example", "desk@ferry.example"]
    assert later.links == asked.links == later.layer("links") == asked.layers["links"]
    assert later.layers == {}
    assert "links" not in later.to_dict()["layers"]
    link = asked.links[1]
    assert (link.kind, link.block) == ("email", 2)
    assert asked.text[slice(*link.text)] == link.content
    assert link.to_dict() == {"text": link.text, "content": link.content, "kind": "email", "block": 2}
    assert link == asked.links[-1] != asked.links[0]
    assert len({link, asked.links[1], asked.links[0]}) == 2
    assert {"text", "content", "kind", "block"} <= set(dir(link))
    with pytest.raises(AttributeError, match="no column `speaker`"):
        link.speaker  # noqa: B018
    with pytest.raises(copydesk.UnknownName, match=r"there are .*links"):
        asked.layer("quotes")
    with pytest.raises(AttributeError, match="no layer of this name"):
        asked.quotes  # noqa: B018


def test_documents_cannot_be_changed(document: copydesk.Document) -> None:
    for name in ("text", "headline", "links", "new"):
        with pytest.raises(AttributeError):
            setattr(document, name, "x")
    with pytest.raises(AttributeError):
        document.blocks[0].role = "paragraph"  # type: ignore[misc]
    assert copy.copy(document) is copy.deepcopy(document) is document


def test_equality_and_hash(document: copydesk.Document) -> None:
    same = copydesk.parse(SOURCE.encode(), id="gazette", layers="all")
    assert document == same
    assert hash(document) == hash(same)
    assert document != copydesk.parse(SOURCE, id="other", layers="all")
    assert document != copydesk.parse(SOURCE, id="gazette", layers="all", repairs="none")
    assert document != SOURCE
    assert len({document, same}) == 1


def test_representations(document: copydesk.Document) -> None:
    assert repr(document).startswith("<copydesk.Document id='gazette', envelope='pressreader', headline='Night ferry")
    assert "10 repairs" in repr(document)
    assert repr(document.repairs[0]).startswith("Repair(rules=('spaced-hyphen',), risk='safe'")
    assert repr(copydesk.parse("see www.ferry.example").links[0]) == (
        "<copydesk.Row of links: text=Span(start=4, end=21), content='www.ferry.example', kind='url', block=0>"
    )
    for data in ODD.values():
        assert repr(copydesk.parse(data)).startswith("<copydesk.Document ")


def test_attributes_are_completed(document: copydesk.Document) -> None:
    names = set(dir(document.with_layer("mentions", [])))
    assert {"headline", "blocks", "to_json", "links", "mentions"} <= names
    assert "mentions" not in dir(document)
    for name in names:
        getattr(document.with_layer("mentions", []), name)


def test_forms(document: copydesk.Document) -> None:
    assert document.to_markdown().startswith("# Night ferry will sail again")
    page = document.to_html()
    assert page.startswith("<!doctype html>")
    fragment = document._repr_html_()
    for shown in ("<article", "paragraph", "furniture", "spaced-hyphen", "<del", "<ins"):
        assert shown in fragment
    assert "<html" not in fragment
    with_links = copydesk.parse("Ferry returns\n\nSee www.ferry.example & <b>more</b>.\n", layers="links")._repr_html_()
    assert "layer-links" in with_links
    assert "<b>" not in with_links


def test_a_notebook_shows_the_beginning_of_a_long_text() -> None:
    long = copydesk.parse("The ferry is back.\n\n" * 50_000)
    assert len(long._repr_html_()) < 2_000_000 < len(long.to_html())
