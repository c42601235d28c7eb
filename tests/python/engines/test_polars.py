"""Polars: expressions, eager, lazy and streamed."""

from __future__ import annotations

import copydesk
import pytest
from conftest import IDS, NOT_UTF8, ODD, OPTIONS, articles, check, check_odd, documents, expected, without_nulls

pl = pytest.importorskip("polars")
import copydesk.polars  # noqa: E402

parsed = pl.col("text").copydesk.parse(id_column="id", **OPTIONS)


@pytest.fixture(scope="module")
def frame() -> pl.DataFrame:
    return pl.DataFrame({"id": IDS, "text": articles(), "n": range(len(IDS))})


def test_the_same_documents(frame: pl.DataFrame) -> None:
    eager = frame.with_columns(document=parsed)
    assert eager.columns == ["id", "text", "n", "document"]
    assert eager["n"].to_list() == frame["n"].to_list()
    check(eager["document"].to_arrow())
    lazy = frame.lazy().with_columns(document=parsed)
    assert lazy.collect_schema()["document"] == eager["document"].dtype
    assert lazy.collect().equals(eager)
    assert lazy.collect(engine="streaming").sort("n").equals(eager)


def test_short_ways(frame: pl.DataFrame) -> None:
    text = pl.col("text").copydesk
    found = frame.lazy().select(text.headline(**OPTIONS), text.body(**OPTIONS), text.layer("figures", repairs="all"))
    rows = found.collect()
    assert rows.columns == found.collect_schema().names() == ["headline", "body", "figures"]
    for row, document in zip(rows.iter_rows(named=True), documents(), strict=True):
        assert row["headline"] == document.get("headline")
        assert row["body"] == document["body"]
        assert without_nulls(row["figures"]) == document["layers"]["figures"]
    for layer in copydesk.LAYERS:
        assert frame.head(3).select(text.layer(layer)).columns == [layer]


def test_odd_texts() -> None:
    frame = pl.DataFrame({"text": ODD})
    check_odd(frame.select(pl.col("text").copydesk.parse()).to_series().to_list())
    data = pl.DataFrame({"text": [NOT_UTF8, None]}).select(pl.col("text").copydesk.parse()).to_series().to_list()
    assert {"id": "", **without_nulls(data[0])} == expected(NOT_UTF8)
    assert without_nulls(data[1]) == {"schema": "copydesk/1"}


@pytest.mark.parametrize("kind", ["String", "Categorical", "chunks", "empty", "Null", "slice"])
def test_types_of_strings(kind: str) -> None:
    texts = [text for text in ODD if text]
    frame = pl.DataFrame({"text": [*texts, *texts, None]})
    if kind == "chunks":
        frame = pl.concat([frame, frame.clear(), frame], rechunk=False)
    elif kind == "empty":
        frame = frame.clear()
    elif kind == "Null":
        frame = pl.DataFrame({"text": [None, None]})
    elif kind == "slice":
        frame = frame.slice(2, 3)
    else:
        frame = frame.cast(getattr(pl, kind))
    made = frame.select(pl.col("text").copydesk.parse()).to_series()
    check_odd(made.to_list(), frame["text"].cast(pl.String).to_list())
    assert made.dtype == pl.DataFrame({"text": ["a"]}).select(pl.col("text").copydesk.parse()).to_series().dtype


def test_columns() -> None:
    frame = pl.DataFrame({"text": ["Ferry returns"]})
    one = frame.select(pl.col("text").copydesk.parse(columns=["body", "error"])).to_series()
    assert one.to_list() == [{"body": "Ferry returns", "error": None}]
    of_any_name = frame.rename({"text": "a"}).select(pl.col("a").copydesk.parse(columns="body"))
    assert of_any_name.columns == ["a"]
    with_ids = pl.col("text").copydesk.parse(id_column=pl.lit("u-1"), columns="id")
    assert frame.select(with_ids).to_series().to_list() == [{"id": "u-1"}]


def test_what_does_not_exist() -> None:
    text = pl.col("text").copydesk
    with pytest.raises(copydesk.UnknownName, match="quotations"):
        text.layer("quotes")
    with pytest.raises(copydesk.UnknownName, match="quotations"):
        text.parse(layers="quotes")
    with pytest.raises(copydesk.UnknownName, match="no column `head`; there are schema, id"):
        text.parse(columns="head")
    with pytest.raises(copydesk.InvalidInput, match="Int64"):
        pl.DataFrame({"text": [1]}).select(text.parse())
