"""Documents as files."""

from __future__ import annotations

import gzip
import json
import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import copydesk
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import FIXTURES, TEXTS, run

RECORDS = [
    {"id": path.stem, "text": text, "n": {"of": number}}
    for number, (path, text) in enumerate(zip(FIXTURES, TEXTS, strict=True))
]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    lines = [json.dumps(record) for record in RECORDS]
    lines[7] = "nonsense"
    lines[11] = '{"id": 11, "n": [1.50, null]}'
    path = tmp_path / "corpus.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def lines(path: Path) -> list[Any]:
    unpacked = path.read_bytes()
    if path.suffix == ".gz":
        unpacked = gzip.decompress(unpacked)
    if path.suffix == ".zst":
        unpacked = pa.input_stream(str(path), compression="zstd").read()
    return [json.loads(line) for line in unpacked.splitlines()]


@pytest.mark.parametrize("layers", ["none", "all"])
def test_lines_are_those_of_the_command(corpus: Path, layers: str) -> None:
    made, expected = corpus.with_name("made.jsonl"), corpus.with_name("expected.jsonl")
    # Some record has an error, so that the status of the command is 1.
    with pytest.raises(Exception, match="status 1"):
        run("parse", corpus, "--layers", layers, "-o", expected)
    written = copydesk.write(copydesk.read(corpus, layers=layers, batch_size=16), made)
    assert made.read_bytes() == expected.read_bytes()
    assert written == len(made.read_bytes().splitlines())
    # Batch by batch it is the same.
    assert copydesk.write(iter(copydesk.read(corpus, layers=layers, batch_size=7)), made) == written
    assert made.read_bytes() == expected.read_bytes()


@pytest.mark.parametrize("end", [".gz", ".zst"])
def test_what_is_packed_is_the_same(corpus: Path, end: str) -> None:
    plain, packed = corpus.with_name("made.ndjson"), corpus.with_name("made.jsonl" + end)
    copydesk.write(copydesk.read(corpus), plain)
    copydesk.write(copydesk.read(corpus), packed)
    assert lines(packed) == lines(plain)
    assert packed.stat().st_size < plain.stat().st_size / 2


def test_parquet_has_the_columns_and_says_what_it_is(corpus: Path) -> None:
    made = corpus.with_name("made.parquet")
    written = copydesk.write(copydesk.read(corpus, layers="all", batch_size=16), made)
    table = pq.read_table(made)
    expected = pa.table(pa.RecordBatchReader.from_stream(copydesk.read(corpus, layers="all")).read_all())
    assert table.num_rows == written == expected.num_rows
    assert table.column_names == expected.column_names
    for name in ("id", "blocks", "layers", "error", "input"):
        assert table[name].to_pylist() == expected[name].to_pylist(), name
    assert table.schema.metadata[b"copydesk.schema"] == b"copydesk/1"
    with pytest.raises(Exception, match="status 1"):
        run("parse", corpus, "--layers", "all", "-o", corpus.with_name("command.parquet"))
    assert pq.read_table(corpus.with_name("command.parquet")).schema.equals(table.schema, check_metadata=True)


def test_documents_are_written_as_they_are(tmp_path: Path) -> None:
    documents = copydesk.parse_batch(TEXTS, ids=[path.stem for path in FIXTURES], layers="figures")
    made, packed = tmp_path / "made.jsonl", tmp_path / "made.parquet"
    assert copydesk.write(documents, made) == copydesk.write(iter(documents), packed) == len(TEXTS)
    for document, line in zip(documents, lines(made), strict=True):
        assert (line["id"], line["text"], line["offset_unit"]) == (document.id, document.text, "byte")
        assert len(line["layers"]["figures"]) == len(document.figures)
    assert pq.read_table(packed)["text"].to_pylist() == [document.text for document in documents]
    # Documents and batches can be mixed.
    assert copydesk.write([documents[0], *copydesk.read(FIXTURES[:2]), documents[1]], packed) == 4
    assert pq.read_table(packed)["id"].to_pylist()[0] == documents[0].id


def test_tables_of_other_libraries_are_written(corpus: Path) -> None:
    made = corpus.with_name("made.jsonl")
    frame = pl.DataFrame(copydesk.read(corpus)).filter(pl.col("error").is_null())
    copydesk.write(frame, made)
    expected = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines() if '"text"' in line]
    found = lines(made)
    assert [line["input"] for line in found if line["id"] == expected[0]["id"]] == [{"n": expected[0]["n"]}]
    assert all("error" not in line for line in found)
    few = frame.select("id", "headline", words=pl.col("body").str.count_matches(" "))
    assert copydesk.write([few, few], corpus.with_name("few.parquet")) == 2 * few.height
    copydesk.write(few, made)
    assert lines(made) == few.to_dicts()


def test_nothing_is_a_file_too(tmp_path: Path) -> None:
    assert copydesk.write([], tmp_path / "none.jsonl") == 0
    assert (tmp_path / "none.jsonl").read_bytes() == b""
    assert copydesk.write([], tmp_path / "none.parquet") == 0
    assert "blocks" in pq.read_table(tmp_path / "none.parquet").column_names
    # A table without a row has its columns.
    for empty in (pa.table({"a": pa.array([], pa.int64())}), pl.DataFrame(schema={"a": pl.Int64})):
        assert copydesk.write(empty, tmp_path / "none.parquet") == 0
        assert pq.read_table(tmp_path / "none.parquet").column_names == ["a"]


def test_what_breaks_off_leaves_what_was_there(tmp_path: Path) -> None:
    made = tmp_path / "made.jsonl"
    made.write_text("as it was", encoding="utf-8")

    def broken() -> Iterator[copydesk.Document]:
        yield copydesk.parse("Ferry returns")
        raise RuntimeError("no more")

    with pytest.raises(RuntimeError, match="no more"):
        copydesk.write(broken(), made)
    assert [path.name for path in tmp_path.iterdir()] == ["made.jsonl"]
    assert made.read_text(encoding="utf-8") == "as it was"


def test_what_is_wrong_is_said(tmp_path: Path) -> None:
    batches = [pl.DataFrame({"a": [1]}), pl.DataFrame({"a": ["x"]})]
    with pytest.raises(
        copydesk.InvalidInput, match=r"batch 2 has other columns than the first: `a` holds .*, not Int64"
    ):
        copydesk.write(batches, tmp_path / "made.parquet")
    with pytest.raises(copydesk.InvalidInput, match="`str` is neither"):
        copydesk.write(["Ferry returns"], tmp_path / "made.jsonl")  # type: ignore[list-item]
    for name in ("made", "made.txt", "made.csv.gz"):
        with pytest.raises(copydesk.InvalidInput, match="the name says no form"):
            copydesk.write([], tmp_path / name)
    with pytest.raises(copydesk.InvalidInput, match="packs its columns itself"):
        copydesk.write([], tmp_path / "made.parquet.gz")
    with pytest.raises(copydesk.UnknownName, match="there are jsonl, parquet"):
        copydesk.write([], tmp_path / "made", form="csv")  # type: ignore[arg-type]
    with pytest.raises(FileNotFoundError) as missing:
        copydesk.write([], tmp_path / "gone" / "made.jsonl")
    assert missing.value.filename == str(tmp_path / "gone" / "made.jsonl")
    # A table that goes on with other columns than documents have, and the other way round.
    document = copydesk.parse("Ferry returns")
    for mixed in ([document, batches[0]], [batches[0], document]):
        with pytest.raises(copydesk.InvalidInput, match="batch 2 has other columns than the first"):
            copydesk.write(mixed, tmp_path / "made.parquet")
    # What is no file is not replaced by one.
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name in ("folder", "pipe"):
        with pytest.raises(copydesk.InvalidInput, match="is no file that can be replaced"):
            copydesk.write([], tmp_path / name, form="jsonl")
    assert {path.name for path in tmp_path.iterdir()} == {"folder", "pipe"}
    assert copydesk.write([], tmp_path / "made", form="jsonl") == 0


def endless(path: Path) -> None:
    def documents() -> Iterator[copydesk.Document]:
        while True:
            yield copydesk.parse("Ferry returns\n\nThe ferry is back.\n" * 100)

    copydesk.write(documents(), path)


def test_an_interrupt_leaves_nothing(tmp_path: Path) -> None:
    child = multiprocessing.get_context("spawn").Process(target=endless, args=(tmp_path / "made.jsonl",))
    child.start()
    begun = tmp_path / ".made.jsonl.tmp"
    until = time.monotonic() + 60
    while not (begun.exists() and begun.stat().st_size > 0):
        assert time.monotonic() < until
        time.sleep(0.01)
    assert child.pid is not None
    os.kill(child.pid, signal.SIGINT)
    child.join(60)
    assert child.exitcode not in (0, None)
    assert list(tmp_path.iterdir()) == []
