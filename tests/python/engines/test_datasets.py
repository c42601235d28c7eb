"""Hugging Face datasets: in memory, streamed, in every format."""

from __future__ import annotations

import pickle

import copydesk
import pytest
from conftest import IDS, NOT_UTF8, ODD, OPTIONS, articles, check, check_odd, expected, without_nulls

datasets = pytest.importorskip("datasets")
pa = pytest.importorskip("pyarrow")
import copydesk.datasets  # noqa: E402

datasets.disable_progress_bars()


@pytest.fixture(scope="module")
def data() -> datasets.Dataset:
    return datasets.Dataset.from_dict({"id": IDS, "text": articles(), "n": range(len(IDS))})


PARSER = copydesk.datasets.Parser(id_column="id", **OPTIONS)


def test_the_same_documents(data: datasets.Dataset) -> None:
    made = data.map(PARSER, batched=True, batch_size=64)
    assert made.column_names == ["id", "text", "n", "document"]
    check(made.with_format("arrow")["document"][:])
    again = data.with_format("arrow").map(PARSER, batched=True)
    assert again.features == made.features
    check(again["document"][:])
    for kind in ("numpy", "pandas"):
        with pytest.raises(copydesk.InvalidInput, match="with_format"):
            data.with_format(kind).map(PARSER, batched=True)
        assert made.with_format(kind)[:2]["n"].tolist() == [0, 1]


def test_several_processes(data: datasets.Dataset) -> None:
    made = data.map(PARSER, batched=True, num_proc=2).remove_columns(["n", "text"])
    assert made.column_names == ["id", "document"]
    check(made["document"][:])


def test_streams(data: datasets.Dataset) -> None:
    stream = data.to_iterable_dataset()
    for given in (stream, stream.with_format("arrow")):
        made = given.map(PARSER, batched=True, batch_size=50).with_format(None)
        check(row["document"] for row in made)


def test_odd_texts() -> None:
    data = datasets.Dataset.from_dict({"text": ODD})
    parser = copydesk.datasets.Parser()
    check_odd(list(data.map(parser, batched=True)["document"]))
    check_odd(parser({"text": ODD})["document"])
    wrong = parser({"text": ["Ferry", 7, None], "n": [1, 2, 3]})
    assert wrong["n"] == [1, 2, 3]
    assert [row["error"] and row["error"]["reason"] for row in wrong["document"]] == [
        None, "a text is str or bytes, not int", None,
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["large_string", "binary", "chunks", "empty"])
def test_types_of_strings(kind: str) -> None:
    texts = [text for text in ODD if text != ""]
    column = pa.array(texts, pa.large_string() if kind == "large_string" else pa.string())
    if kind == "binary":
        column = pa.array([NOT_UTF8, None])
    elif kind == "chunks":
        column, texts = pa.chunked_array([column, column]), texts * 2
    elif kind == "empty":
        column, texts = column[:0], []
    made = datasets.Dataset(pa.table({"text": column})).map(copydesk.datasets.Parser(), batched=True)
    if kind == "binary":
        assert {"id": "", **without_nulls(made["document"][0])} == expected(NOT_UTF8)
    elif kind != "empty":
        check_odd(list(made["document"]), texts)


def test_what_does_not_exist(data: datasets.Dataset) -> None:
    with pytest.raises(copydesk.InvalidInput, match="no column `body`"):
        data.map(copydesk.datasets.Parser("body"), batched=True)
    with pytest.raises(copydesk.InvalidInput, match="`n` already"):
        data.map(copydesk.datasets.Parser(into="n"), batched=True)
    for parser in (copydesk.datasets.Parser("body"), copydesk.datasets.Parser(id_column="body")):
        with pytest.raises(copydesk.InvalidInput, match="no column `body`; there are text"):
            parser({"text": ["a"]})
    with pytest.raises(copydesk.UnknownName, match="quotations"):
        copydesk.datasets.Parser(layers="quotes")


def test_it_can_be_sent_and_told_apart() -> None:
    again = pickle.loads(pickle.dumps(PARSER))
    assert vars(again) == vars(PARSER)
    fingerprint = datasets.fingerprint.Hasher.hash
    assert fingerprint(again) == fingerprint(PARSER) != fingerprint(copydesk.datasets.Parser(id_column="id"))
