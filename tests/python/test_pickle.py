"""Pickles: of documents, of what is in them, and between processes."""

from __future__ import annotations

import copy
import multiprocessing
import pickle
from collections.abc import Callable

import copydesk
import pytest
from conftest import FIXTURES, ODD, TEXTS
from copydesk import _copydesk


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_documents(protocol: int) -> None:
    for data in [*ODD.values(), *(path.read_bytes() for path in FIXTURES)]:
        document = copydesk.parse(data, id="a", layers="all")
        again = pickle.loads(pickle.dumps(document, protocol))
        assert again == document
        assert hash(again) == hash(document)
        assert again.to_json() == document.to_json()
        assert again.source == document.source


def test_options_are_kept() -> None:
    source = "The year- on- year fall is over, by far. It is a two- year row over $ 21 at www.ferry.example.\n"
    for options in (
        {"repairs": "none", "envelope": "pressreader"},
        {"repairs": ["likely", "spaced-hyphen"], "language": "en"},
        {"repairs": None, "language": "de", "layers": "links"},
    ):
        document = copydesk.parse(source, **options)
        again = pickle.loads(pickle.dumps(document))
        assert again == document
        assert again.layers == document.layers


def test_layers_of_your_own() -> None:
    document = copydesk.parse("Fähre 🚢 returns to Norhaven and Brannock\n", layers="links").with_layer(
        "mentions",
        [
            {"text": (17, 25), "entry": "N-17", "rank": 1, "also": [(30, 38)], "near": None},
            {"text": (30, 38), "entry": None, "rank": 2, "also": [], "near": (17, 25)},
        ],
    )
    again = pickle.loads(pickle.dumps(document.with_layer("other", [{"text": (0, 5)}])))
    assert [row.to_dict() for row in again.mentions] == [row.to_dict() for row in document.mentions]
    assert again.other[0].content == "Fähre"
    assert again.mentions == document.mentions
    assert again.mentions[0].also[0] == copydesk.Span(30, 38)


def test_values() -> None:
    document = copydesk.parse(FIXTURES[-1].read_bytes(), layers="all")
    values = [document.byline, document.dateline, document.date, document.range, *document.blocks[:3]]
    values += [*document.repairs, *document.notes, *copydesk.parse("see www.ferry.example").links]
    for value in values:
        assert pickle.loads(pickle.dumps(value)) == value
        assert copy.deepcopy(value) == value
    for items in (document.blocks, document.repairs, document.notes, document.paragraphs):
        assert pickle.loads(pickle.dumps(items)) == items


def restored(state: Callable[[list[object]], None]) -> copydesk.Document:
    document = copydesk.parse("Ferry returns\n").with_layer("mentions", [{"text": (0, 5), "entry": "x"}])
    function, arguments = document.__reduce__()
    changed = list(arguments)
    state(changed)
    return function(*changed)


def test_pickles_of_other_versions_are_refused() -> None:
    with pytest.raises(copydesk.VersionMismatch, match=r"pickled by copydesk 9\.9\.9"):
        restored(lambda state: state.__setitem__(0, "9.9.9"))
    assert restored(lambda state: None).mentions[0].content == "Ferry"


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (1, 7),
        (2, (1 << 31, "article", "utf-8")),
        (2, (0, "article", "utf-7")),
        (2, (0, "chapter", "utf-8")),
        (4, ("plain", None, "sideways", "none", None)),
        (4, ("factivia", None, "safe", "none", None)),
        (5, [("mentions", [], [(0, 99, [])])]),
        (5, [("mentions", [], [(3, 1, [])])]),
        (5, [("mentions", [("entry", "string", False)], [(0, 1, [])])]),
        (5, [("mentions", [("entry", "string", False)], [(0, 1, [5])])]),
        (5, [("mentions", [], [(1, 2, []), (0, 2, [])])]),
    ],
    ids=str,
)
def test_pickles_that_contradict_themselves_are_refused(place: int, value: object) -> None:
    with pytest.raises(copydesk.CopydeskError):
        restored(lambda state: state.__setitem__(place, value))


def test_an_article_of_a_longer_file_keeps_its_place() -> None:
    document = copydesk.parse("Ferry returns\n\nThe ferry is back at www.ferry.example.\n")
    _, (version, source, (base, *part), *rest) = document.__reduce__()
    assert (base, *part) == (0, "article", "utf-8")
    moved = _copydesk._restore(version, source, (1000, *part), *rest)
    assert moved.range == (1000, 1000 + len(source))
    assert moved.source == source
    assert moved.text == document.text
    assert [block.source.start for block in moved.blocks] == [block.source.start + 1000 for block in document.blocks]
    again = pickle.loads(pickle.dumps(moved))
    assert again == moved != document


def double(document: copydesk.Document) -> copydesk.Document:
    return copydesk.parse(document.text * 2, id=document.id)


@pytest.mark.parametrize("method", ["fork", "spawn"])
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_between_processes(method: str) -> None:
    documents = copydesk.parse_batch(TEXTS[:12], threads=2)
    with multiprocessing.get_context(method).Pool(2) as pool:
        assert pool.map(double, documents) == [double(document) for document in documents]
