"""Arrow in, Arrow out: every library, every type of string, and what is in the rows."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from typing import Any

import copydesk
import duckdb
import nanoarrow
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from conftest import ODD, real_articles
from conftest import TEXTS as ALL_TEXTS

TEXTS = ALL_TEXTS[::4]
WITH_NULLS = ["Ferry returns\n", None, "", "x", "The ferry 🚢 is back, by all accounts.\n", None]


def without_nulls(value: Any) -> Any:
    """A value without the keys that have nothing, which JSON leaves out in some places and Arrow cannot."""
    if isinstance(value, dict):
        return {key: without_nulls(member) for key, member in value.items() if member is not None}
    return [without_nulls(member) for member in value] if isinstance(value, list) else value


def rows(table: Any) -> list[dict[str, Any]]:
    return pa.table(table).to_pylist()


def check(table: Any, texts: list[str | None], **options: str) -> None:
    """Compares rows with the JSON of the same texts."""
    found = rows(table)
    assert len(found) == len(texts) == len(table)
    for row, text in zip(found, texts, strict=True):
        if text is None:
            assert {key for key, value in row.items() if value is not None} == {"schema"}
            continue
        expected = json.loads(copydesk.parse(text, **options).to_json())
        row["id"] = row["id"] or ""
        assert without_nulls(row) == without_nulls(expected)


def test_rows_are_the_json_of_their_documents() -> None:
    texts = [*TEXTS, *(data.decode("utf-8", "replace") for data in ODD.values())]
    check(copydesk.parse_arrow(pa.table({"text": texts})), texts)
    check(copydesk.parse_arrow(pa.array(texts), layers="all", repairs="all"), texts, layers="all", repairs="all")


@pytest.mark.parametrize(
    "kind",
    [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int16(), pa.string())],
    ids=str,
)
def test_types_of_strings(kind: pa.DataType) -> None:
    texts = [*WITH_NULLS, *TEXTS[:5]]
    array = pa.array(texts, pa.string()).cast(kind) if pa.types.is_dictionary(kind) else pa.array(texts, kind)
    for data in (array, pa.table({"n": range(len(texts)), "text": array}), pa.record_batch({"text": array})):
        check(copydesk.parse_arrow(data), texts)
    check(copydesk.parse_arrow(array[1:8]), texts[1:8])
    check(copydesk.parse_arrow(pa.table({"text": array}).slice(2, 7)), texts[2:9])
    check(copydesk.parse_arrow(pa.record_batch({"text": array}).slice(3)), texts[3:])
    chunks = pa.chunked_array([array[:2], array[2:2], array[3:], array[1:4]])
    expected = texts[:2] + texts[3:] + texts[1:4]
    check(copydesk.parse_arrow(chunks), expected)
    check(copydesk.parse_arrow(pa.table({"text": chunks}), threads=4), expected)


@pytest.mark.parametrize("kind", [pa.binary(), pa.large_binary(), pa.binary_view()], ids=str)
def test_bytes(kind: pa.DataType) -> None:
    data = [*ODD.values(), None]
    found = rows(copydesk.parse_arrow(pa.array(data, kind)))
    for row, text in zip(found, data, strict=True):
        assert row["text"] == (None if text is None else copydesk.parse(text).text)


def test_no_rows() -> None:
    for data in (
        pa.array([], pa.string()),
        pa.chunked_array([], pa.string()),
        pa.table({"text": pa.array([], pa.large_string())}),
        pl.DataFrame({"text": []}, schema={"text": pl.String}),
    ):
        table = copydesk.parse_arrow(data)
        assert len(table) == 0
        assert pa.table(table).schema == pa.table(copydesk.parse_arrow(pa.array(["a"]))).schema
    check(copydesk.parse_arrow(pa.nulls(3)), [None] * 3)


def test_ids() -> None:
    table = pa.table({"url": ["a", None, "c"], "n": [1, 2, 3], "text": ["x", "y", None]})
    assert [row["id"] for row in rows(copydesk.parse_arrow(table, id_column="url"))] == ["a", None, "c"]
    assert [row["id"] for row in rows(copydesk.parse_arrow(table, id_column="n"))] == ["1", "2", "3"]
    assert [row["id"] for row in rows(copydesk.parse_arrow(table, "url"))] == [None] * 3


def test_the_schema_is_said_and_does_not_change_with_the_options() -> None:
    plain = pa.table(copydesk.parse_arrow(pa.array(["a"])))
    layers = pa.table(copydesk.parse_arrow(pa.array(["see www.ferry.example"]), layers="all"))
    assert plain.schema.equals(layers.schema, check_metadata=True)
    assert plain.schema.metadata[b"copydesk.schema"] == b"copydesk/1"
    assert plain.schema.metadata[b"copydesk.offset_unit"] == b"byte"
    assert plain.schema.names == list(copydesk.parse_arrow(pa.array(["a"])).column_names)
    expected = json.loads(copydesk.parse("a").to_json())
    assert plain.schema.names == [*expected, "error", "input"]
    assert plain.column("layers").to_pylist() == [dict.fromkeys(copydesk.LAYERS)]
    assert layers.column("layers").to_pylist()[0]["links"] == [{"text": [4, 21], "kind": "url", "block": 0}]


@pytest.mark.parametrize(
    "make",
    [
        lambda texts: pa.table({"text": texts}),
        lambda texts: pa.RecordBatchReader.from_batches(
            pa.schema({"text": pa.string()}), [pa.record_batch({"text": pa.array([text])}) for text in texts]
        ),
        lambda texts: pl.DataFrame({"text": texts}),
        lambda texts: pl.Series(texts),
        lambda texts: pl.concat([pl.DataFrame({"text": texts[:3]}), pl.DataFrame({"text": texts[3:]})], rechunk=False),
        lambda texts: pd.DataFrame({"text": pd.array(texts, dtype="str")}),
        lambda texts: pd.DataFrame({"text": pd.array(texts, dtype="string[pyarrow]")}).iloc[:],
        lambda texts: duckdb.from_arrow(pa.table({"text": texts})),
        lambda texts: nanoarrow.Array(texts, nanoarrow.string()),
        lambda texts: nanoarrow.ArrayStream(nanoarrow.Array(texts, nanoarrow.string())),
    ],
    ids=[
        "pyarrow table", "pyarrow stream", "polars frame", "polars series", "polars chunks", "pandas", "pandas arrow",
        "duckdb", "nanoarrow array", "nanoarrow stream",
    ],
)  # fmt: skip
def test_libraries_in(make: Callable[[list[str]], Any]) -> None:
    check(copydesk.parse_arrow(make(TEXTS)), TEXTS)


def test_a_table_of_our_own_in() -> None:
    # Its texts are decoded: without byte order mark, markup and quoting.
    texts = [text for text in TEXTS if copydesk.parse(text, repairs="none").text == text]
    assert len(texts) > len(TEXTS) // 2
    check(copydesk.parse_arrow(copydesk.parse_arrow(pa.table({"text": texts}), repairs="none")), texts)


def test_libraries_out() -> None:
    texts = [*TEXTS, None]
    table = copydesk.parse_arrow(pa.array(texts), layers="all")
    headlines = [None if text is None else copydesk.parse(text).headline for text in texts]
    assert pa.table(table).column("headline").to_pylist() == headlines
    assert pa.RecordBatchReader.from_stream(table).read_all().num_rows == len(texts)
    frame = pl.DataFrame(table)
    assert frame["headline"].to_list() == headlines
    roles = frame.select("blocks").explode("blocks").unnest("blocks").filter(pl.col("role") == "paragraph")
    paragraphs = [len(copydesk.parse(text).paragraphs) for text in texts if text is not None]
    assert roles.height == sum(paragraphs)
    data = pa.table(table).to_pandas()
    assert [value if isinstance(value, str) else None for value in data["headline"]] == headlines
    relation = duckdb.from_arrow(pa.table(table))
    assert [row[0] for row in relation.project("headline").fetchall()] == headlines
    (count,) = relation.query(
        "t", "select sum(len(list_filter(blocks, lambda b: b.role = 'paragraph'))) from t"
    ).fetchall()[0]
    assert count == sum(paragraphs)
    stream = nanoarrow.ArrayStream(table)
    assert len(stream.read_all()) == len(texts)
    assert len(table) == table.num_rows == len(texts)
    assert repr(table) == f"<copydesk.ArrowTable: {len(texts)} rows, {len(table.column_names)} columns>"


def test_parquet_and_back(tmp_path: Any) -> None:
    import pyarrow.parquet

    table = pa.table(copydesk.parse_arrow(pa.array(TEXTS), layers="all"))
    pyarrow.parquet.write_table(table, tmp_path / "documents.parquet")
    assert pyarrow.parquet.read_table(tmp_path / "documents.parquet").to_pylist() == table.to_pylist()


def test_a_table_outlives_what_it_was_made_of() -> None:
    import gc

    array = pa.array(TEXTS, pa.string_view())
    table = copydesk.parse_arrow(array)
    del array
    gc.collect()
    check(table, TEXTS)


@pytest.mark.parametrize(
    ("data", "options", "reason"),
    [
        (pa.table({"body": ["a"], "n": [1]}), {}, "has no column `text`; there are body, n"),
        (pa.table({"text": ["a"]}), {"id_column": "url"}, "has no column `url`; there are text"),
        (pa.array(["a"]), {"id_column": "url"}, "an array alone has no column `url`"),
        (pa.table({"text": [1]}), {}, "the column `text` holds Int64, not strings"),
        (pa.array([1.5]), {}, "the array holds Float64, not strings"),
        (pa.table({"text": pa.array([], pa.int8())}), {}, "holds Int8"),
        (["a"], {}, "no Arrow PyCapsule interface"),
        ("a", {}, "no Arrow PyCapsule interface"),
    ],
    ids=str,
)
def test_data_that_is_none(data: Any, options: dict[str, str], reason: str) -> None:
    with pytest.raises(copydesk.InvalidInput, match=reason):
        copydesk.parse_arrow(data, **options)


def test_a_producer_that_fails() -> None:
    def batches() -> Any:
        yield pa.record_batch({"text": pa.array(["a"])})
        raise OSError("the disk is gone")

    reader = pa.RecordBatchReader.from_batches(pa.schema({"text": pa.string()}), batches())
    with pytest.raises(copydesk.InvalidInput, match="the disk is gone"):
        copydesk.parse_arrow(reader)


def test_many_rows_in_order() -> None:
    texts = [f"Ferry number {number} returns\n" for number in range(50_000)]
    for threads in (1, 3):
        table = pa.table(copydesk.parse_arrow(pa.table({"text": texts}), threads=threads))
        assert table.column("text").to_pylist() == texts


def test_real_articles() -> None:
    texts = real_articles(60)
    check(copydesk.parse_arrow(pl.DataFrame({"text": texts}), layers="all", threads=2), texts, layers="all")


def test_nulls_of_rows_are_kept() -> None:
    rows_with_nulls = pa.StructArray.from_arrays(
        [pa.array(["a", "b", "c"])], ["text"], mask=pa.array([False, True, False])
    )
    check(copydesk.parse_arrow(rows_with_nulls), ["a", None, "c"])


def to_be_broken() -> tuple[pa.Array, bytearray]:
    """A column of two strings, and the memory of its offsets."""
    memory = bytearray(struct.pack("<3i", 0, 2, 5))
    return pa.Array.from_buffers(pa.string(), 2, [None, pa.py_buffer(memory), pa.py_buffer(b"hello")]), memory


@pytest.mark.parametrize("offsets", [[0, 5, 2], [0, -5, 5], [-3, 2, 5]], ids=str)
def test_data_that_contradicts_itself_is_an_error_of_its_row(offsets: list[int]) -> None:
    array, memory = to_be_broken()
    good = pa.array(["a", "b"])
    texts = pa.record_batch({"text": array, "id": good})
    ids = pa.record_batch({"text": good, "id": array})
    # Written over when nobody looks at them any more.
    memory[:] = struct.pack("<3i", *offsets)
    as_texts = rows(copydesk.parse_arrow(texts, id_column="id"))
    assert any(row["error"] is not None for row in as_texts)
    assert [row["id"] for row in as_texts] == ["a", "b"]
    as_ids = rows(copydesk.parse_arrow(ids, id_column="id"))
    assert [row["text"] for row in as_ids] == ["a", "b"]


def test_dictionaries_that_contradict_themselves() -> None:
    array = pa.DictionaryArray.from_arrays(pa.array([0, 7], pa.int8()), pa.array(["a"]), safe=False)
    with pytest.raises(copydesk.InvalidInput, match="contradicts itself"):
        copydesk.parse_arrow(array)


def test_ids_are_never_lost() -> None:
    table = pa.table({"id": pa.array([b"\xff", b"x"]), "list": [[1], [2]], "text": ["a", "b"]})
    assert [row["id"] for row in rows(copydesk.parse_arrow(table, id_column="id"))] == ["\ufffd", "x"]
    with pytest.raises(copydesk.InvalidInput, match="which are no ids"):
        copydesk.parse_arrow(table, id_column="list")
    dates = pa.table({"id": pa.array([1], pa.date32()), "text": ["a"]})
    assert rows(copydesk.parse_arrow(dates, id_column="id"))[0]["id"] == "1970-01-02"


def test_two_columns_of_one_name() -> None:
    table = pa.table([["a"], ["b"]], names=["text", "text"])
    with pytest.raises(copydesk.InvalidInput, match="2 columns `text`"):
        copydesk.parse_arrow(table)


def test_an_error_of_the_producer_is_its_own() -> None:
    class Producer:
        def __init__(self, error: BaseException) -> None:
            self.error = error

        def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
            raise self.error

    for error in (KeyboardInterrupt(), RuntimeError("the connection is gone")):
        with pytest.raises(type(error)) as raised:
            copydesk.parse_arrow(Producer(error))
        assert raised.value is error


def test_texts_that_were_not_changed_are_shared() -> None:
    texts = [text for text in TEXTS if not copydesk.parse(text).repairs]
    array = pa.array(texts)
    column = pa.table(copydesk.parse_arrow(array)).column("text").chunk(0)
    start = array.buffers()[2].address
    places = [buffer.address for buffer in column.buffers()[2:] if buffer is not None and buffer.size]
    assert any(start <= place < start + array.buffers()[2].size for place in places)
    assert column.to_pylist() == texts


@pytest.mark.parametrize("threads", [-1, 10**9])
def test_threads_that_nobody_has(threads: int) -> None:
    if threads < 0:
        with pytest.raises(copydesk.InvalidInput, match="no -1 threads"):
            copydesk.parse_arrow(pa.array(["a"]), threads=threads)
        with pytest.raises(copydesk.InvalidInput, match="no -1 threads"):
            copydesk.parse_batch(["a"], threads=threads)
        with pytest.raises(copydesk.InvalidInput, match="no -1 threads"):
            copydesk.read([], threads=threads)
    else:
        assert copydesk.parse_batch(["a"], threads=threads)[0].text == "a"
