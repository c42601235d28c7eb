"""Layers of one's own."""

from __future__ import annotations

import json

import copydesk
import pytest

DOCUMENT = copydesk.parse("Fähre 🚢 returns to Norhaven\n\nBrannock waits.\n", layers="links")


def test_rows_are_put_in_order() -> None:
    document = DOCUMENT.with_layer(
        "mentions",
        [
            {"text": (27, 35), "entry": "B-3", "rank": 2, "of": (17, 25), "parts": [(27, 30), [30, 35]], "kind": None},
            {"kind": "town", "entry": "N-17", "parts": (), "of": None, "rank": None, "text": [19, 27]},
        ],
    )
    assert [row.text for row in document.mentions] == [(19, 27), (27, 35)]
    assert document.mentions[1].to_dict() == {
        "text": (27, 35),
        "content": document.text[27:35],
        "entry": "B-3",
        "kind": None,
        "of": (17, 25),
        "parts": ((27, 30), (30, 35)),
        "rank": 2,
    }
    assert document.layers["mentions"] == document.layer("mentions") == document.mentions
    assert "mentions" not in DOCUMENT.layers
    assert document.links == DOCUMENT.links
    rows = document.to_dict()["layers"]["mentions"]
    assert [row["text"] for row in rows] == [[19, 27], [27, 35]]
    in_bytes = json.loads(document.to_json())["layers"]["mentions"]
    assert document.text.encode()[slice(*in_bytes[0]["text"])].decode() == document.mentions[0].content
    assert "layer-mentions" in document._repr_html_()


def test_a_layer_takes_the_place_of_one_of_its_name() -> None:
    one = DOCUMENT.with_layer("mentions", [{"text": (0, 5)}])
    two = one.with_layer("mentions", [{"text": (8, 15)}])
    assert [row.content for row in two.mentions] == ["returns"]
    assert len(two.layers["mentions"]) == 1
    assert one != two
    none = DOCUMENT.with_layer("mentions", iter(()))
    assert none.mentions == ()
    assert not none.mentions


@pytest.mark.parametrize(
    ("rows", "reason", "record"),
    [
        ([{"entry": "x"}], "has no `text`", 1),
        ([{"text": (0, 99)}], "is no span of the text", 1),
        ([{"text": (5, 1)}], "is no span of the text", 1),
        ([{"text": "Fähre"}], "`text` is no span", 1),
        ([{"text": (0, 1)}, ["entry"]], "a row is a mapping", 2),
        ([{"text": (0, 1), "entry": 1.5}], "`entry` is float", 1),
        ([{"text": (0, 1), "entry": True}], "`entry` is bool", 1),
        ([{"text": (0, 1), "entry": -1}], "`entry` is int", 1),
        ([{"text": (0, 1), "entry": 1 << 40}], "`entry` is int", 1),
        ([{"text": (0, 1), "entry": (0, 99)}], "is no span of the text", 1),
        ([{"text": (0, 1), "content": "x"}], "no column can be called `content`", None),
        ([{"text": (0, 1), "a b": "x"}], "no column can be called `a b`", None),
        ([{"text": (0, 1), "entry": "x"}, {"text": (1, 2), "entry": 1}], "not of the column's type", 2),
        ([{"text": (0, 1), "entry": "x"}, {"text": (1, 2)}], "its columns are", 2),
    ],
    ids=str,
)
def test_rows_that_do_not_fit(rows: list[dict[str, object]], reason: str, record: int | None) -> None:
    with pytest.raises(copydesk.CopydeskError, match=reason) as raised:
        DOCUMENT.with_layer("mentions", rows)
    assert raised.value.record == record


@pytest.mark.parametrize("name", ["blocks", "text", "links", "to_json", "__class__", "_repr_png_", "", "a b", "1st"])
def test_names_that_could_not_be_reached(name: str) -> None:
    with pytest.raises(copydesk.InvalidRow, match="no layer of your own can be called"):
        DOCUMENT.with_layer(name, [])


def test_a_row_that_is_interrupted_is_interrupted() -> None:
    class Row:
        def items(self) -> object:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        DOCUMENT.with_layer("mentions", [Row()])  # type: ignore[list-item]


def test_rows_cannot_be_made_of_nothing() -> None:
    with pytest.raises(copydesk.InvalidRow, match="a value for each name"):
        copydesk.Row("mentions", ("text",), ())
