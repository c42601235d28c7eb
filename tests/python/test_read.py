"""Files of articles, as batches."""

from __future__ import annotations

import gzip
import json
import multiprocessing
from pathlib import Path
from typing import Any

import copydesk
import polars as pl
import pyarrow as pa
import pytest
from conftest import FIXTURES, ROOT, TEXTS, run

RECORDS = [{"id": path.stem, "text": text} for path, text in zip(FIXTURES, TEXTS, strict=True)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lines = [json.dumps(record) for record in RECORDS]
    (tmp_path / "b.jsonl").write_text("\n".join(lines[:50]) + "\n", encoding="utf-8")
    with gzip.open(tmp_path / "c.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write("\n".join(lines[50:]))
    (tmp_path / "a.txt").write_bytes((ROOT / "examples" / "harbour-gazette.txt").read_bytes())
    return tmp_path


def rows(batches: copydesk.Reader) -> list[dict[str, Any]]:
    return [row for batch in batches for row in pa.record_batch(batch).to_pylist()]


def test_files_of_every_form_in_order(folder: Path) -> None:
    expected = [str(folder / "a.txt"), *(record["id"] for record in RECORDS)]
    for paths in (folder, str(folder), [folder / "a.txt", folder / "b.jsonl", folder / "c.jsonl.gz"], f"{folder}/*"):
        for options in ({}, {"threads": 3, "batch_size": 7}, {"threads": 0}, {"batch_size": 1}):
            found = rows(copydesk.read(paths, **options))
            assert [row["id"] for row in found] == expected
    texts = [document.text for record in RECORDS for document in copydesk.documents(record["text"])]
    assert [row["text"] for row in found[1:]] == texts


def test_batches(folder: Path) -> None:
    batches = list(copydesk.read(folder / "b.jsonl", batch_size=20))
    assert [len(batch) for batch in batches] == [batch.num_rows for batch in batches] == [20, 20, 10]
    assert pl.concat([pl.DataFrame(batch) for batch in batches]).height == 50
    assert pa.table(batches[0]).schema == pa.record_batch(batches[0]).schema
    assert "error" in batches[0].column_names
    assert repr(batches[2]).startswith("<copydesk.ArrowBatch: 10 rows")
    reader = copydesk.read(folder / "b.jsonl")
    assert iter(reader) is reader
    assert repr(reader) == "<copydesk.Reader: batches of up to 1024 records>"
    assert len(list(reader)) == 1
    assert next(reader, None) is None


def test_rows_are_what_the_command_writes(folder: Path) -> None:
    printed = [json.loads(line) for line in run("parse", str(folder / "b.jsonl"), "--layers", "all").splitlines()]
    found = rows(copydesk.read(folder / "b.jsonl", layers="all"))
    for row, line in zip(found, printed, strict=True):
        for key in ("id", "headline", "text", "body", "blocks", "notes", "byline"):
            assert row[key] == line[key]
        assert row["layers"]["links"] == line["layers"]["links"]


def test_fields_and_forms(folder: Path) -> None:
    (folder / "corpus.data").write_text('{"url": 7, "body": "Ferry returns"}\n', encoding="utf-8")
    (row,) = rows(copydesk.read(folder / "corpus.data", form="jsonl", text_field="body", id_field="url"))
    assert (row["id"], row["text"]) == ("7", "Ferry returns")
    (row,) = rows(copydesk.read(folder / "corpus.data"))
    assert row["text"].startswith('{"url"')
    with pytest.raises(copydesk.UnknownName, match="auto, text, jsonl, json, csv, tsv, parquet, warc, zip"):
        copydesk.read(folder, form="yaml")  # type: ignore[arg-type]
    with pytest.raises(copydesk.InvalidInput, match="one row"):
        copydesk.read(folder, batch_size=0)


def test_what_cannot_be_read_says_so_and_the_rest_comes_out(folder: Path) -> None:
    bad = folder / "bad.jsonl"
    bad.write_text('{"text": "Ferry one"}\nnonsense\n{"id": "b", "text": 7}\n{"text": "Ferry two"}\n', encoding="utf-8")
    broken = folder / "broken.jsonl.gz"
    broken.write_bytes((folder / "c.jsonl.gz").read_bytes()[:2000])
    missing = folder / "missing-*.jsonl"
    found = rows(copydesk.read([bad, broken, missing], threads=2))
    one, two, three, four = found[:4]
    assert (one["text"], four["text"]) == ("Ferry one", "Ferry two")
    assert one["error"] is None
    assert (two["id"], two["text"]) == (f"{bad}#2", None)
    assert two["error"]["file"] == str(bad)
    assert two["error"]["record"] == 2
    assert two["error"]["reason"].startswith("is not a JSON record")
    reason = "its field `text` is a number, not a string"
    assert three["error"] == {"file": str(bad), "record": 3, "offset": 31, "reason": reason}
    assert three["id"] == "b"
    assert "nor anything after it" in found[-2]["error"]["reason"]
    assert found[-1]["error"]["file"] == str(missing)
    assert found[-1]["error"]["record"] is None
    assert "cannot be opened" in found[-1]["error"]["reason"]


def test_patterns(folder: Path) -> None:
    (folder / "deep" / "deeper").mkdir(parents=True)
    for name in ("deep/one.txt", "deep/deeper/two.txt", "deep/[odd].txt"):
        (folder / name).write_text("Ferry\n", encoding="utf-8")

    def names(pattern: str) -> list[str]:
        return [row["id"].removeprefix(f"{folder}/") for row in rows(copydesk.read(f"{folder}/{pattern}"))]

    assert names("deep/*.txt") == ["deep/[odd].txt", "deep/one.txt"]
    assert names("deep/**/*.txt") == ["deep/[odd].txt", "deep/deeper/two.txt", "deep/one.txt"]
    assert names("deep/[odd].txt") == ["deep/[odd].txt"]
    assert names("deep/[o]ne.txt") == ["deep/one.txt"]


def test_files_that_are_packed_in_another_way_say_so(folder: Path) -> None:
    for name in ("corpus.jsonl.bz2", "corpus.txt.xz"):
        (folder / name).write_bytes(b"\x28\xb5\x2f\xfd")
        (row,) = rows(copydesk.read(folder / name))
        assert "is packed in a way that is not read" in row["error"]["reason"]
        assert row["text"] is None


def in_child(reader: copydesk.Reader, answers: Any) -> None:
    answers.put(len(list(reader)))


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_a_reader_goes_on_in_a_process_that_was_forked(folder: Path) -> None:
    context = multiprocessing.get_context("fork")
    reader = copydesk.read(folder / "b.jsonl", batch_size=5, threads=2)
    next(reader)
    answers = context.Queue()
    child = context.Process(target=in_child, args=(reader, answers))
    child.start()
    assert answers.get(timeout=60) == 9
    child.join()


def test_a_reader_is_a_stream(folder: Path) -> None:
    expected = [str(folder / "a.txt"), *(record["id"] for record in RECORDS)]
    for threads in (1, 2):
        frame = pl.DataFrame(copydesk.read(folder, batch_size=16, threads=threads))
        assert frame["id"].to_list() == expected
        stream = pa.RecordBatchReader.from_stream(copydesk.read(folder, batch_size=16, threads=threads))
        assert stream.read_next_batch().num_rows == 16
        assert stream.read_all().num_rows == len(expected) - 16


def test_what_was_passed_over_is_counted(tmp_path: Path) -> None:
    (tmp_path / "none.csv").write_bytes(b"")
    (tmp_path / "one.jsonl").write_text('{"text": "The ferry is back."}\n', encoding="utf-8")
    reader = copydesk.read(tmp_path)
    assert reader.passed_over == {}
    assert [len(batch) for batch in reader] == [1]
    assert reader.passed_over == {"empty files": 1}
