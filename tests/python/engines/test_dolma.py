"""Dolma's attributes files: spans in code points of the text as it is."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import copydesk
import copydesk.dolma
import pytest
from conftest import IDS, ODD, OPTIONS, articles, run_example


def written(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def test_the_same_documents(tmp_path: Path) -> None:
    texts = [*articles(), *(text for text in ODD if text is not None), "\ud800 Fähre 🚢\n\nBy www.ferry.example\n"]
    ids: list[object] = [*IDS, *range(len(texts) - len(IDS))]
    with gzip.open(tmp_path / "news.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": id, "text": text}) + "\n" for id, text in zip(ids, texts, strict=True))
    made = tmp_path / "attributes" / "copydesk" / "news.jsonl.gz"
    assert copydesk.dolma.attributes(tmp_path / "news.jsonl.gz", made, **OPTIONS) == 0
    rows = written(made)
    assert [row["id"] for row in rows] == ids
    assert list(made.parent.iterdir()) == [made]
    for row, text in zip(rows, texts, strict=True):
        document = copydesk.parse(text, **OPTIONS)
        blocks = [block for block in document.blocks if block.content]
        roles = {block.role for block in blocks}
        assert {name.removeprefix("copydesk__") for name in row["attributes"]} == roles | set(copydesk.LAYERS)
        # Spans of the text as it is slice what the source has there.
        encoded = text.encode("utf-8", "surrogatepass")
        for role in roles:
            spans = [text[start:end] for start, end, _ in row["attributes"][f"copydesk__{role}"]]
            sources = [encoded[slice(*block.source)] for block in blocks if block.role == role]
            assert spans == [source.decode("utf-8", "surrogatepass") for source in sources]
        for layer in copydesk.LAYERS:
            spans = row["attributes"][f"copydesk__{layer}"]
            sources = [document.to_source(item.text) for item in document.layer(layer)]
            assert [score for *_, score in spans] == [1.0] * len(sources)
            found = [text[start:end].encode("utf-8", "surrogatepass") for start, end, _ in spans]
            assert found == [encoded[slice(*source)] for source in sources]


def test_the_example() -> None:
    Path("documents").mkdir()
    with gzip.open("documents/news-0000.jsonl.gz", "wt") as file:
        file.write(json.dumps({"id": "a", "text": "The ferry is back."}))
    run_example(copydesk.dolma)
    (row,) = written(Path("attributes/copydesk/news-0000.jsonl.gz"))
    assert row["attributes"]["copydesk__sentences"] == [[0, 18, 1.0]]


def test_furniture_taken_away_leaves_no_holes() -> None:
    text = "Harbour Gazette\n\nFähre returns\n\n-\n\nThe ferry is back.\n\nNewspapers in English\n"
    attributes = copydesk.dolma.attributes_of(copydesk.parse(text), "e")
    for start, end, _ in reversed(attributes["e__furniture"]):
        text = text[: int(start)] + text[int(end) :]
    assert text == "Harbour Gazette\n\nFähre returns\n\n-\n\nThe ferry is back.\n\n"


def test_lines_that_are_no_documents(tmp_path: Path) -> None:
    lines = [
        b'{"id": "a", "text": "Ferry"}', b"nonsense", b"", b'["a"]', b'{"id": 7}', b'{"id": "b", "text": null}',
        b'{"id": "c", "text": "\xff"}', b"[" * 100_000, b'{"text": "Ferry"}',
    ]  # fmt: skip
    path = tmp_path / "news.jsonl"
    path.write_bytes(b"\n".join(lines))
    assert copydesk.dolma.attributes(path, "out.jsonl") == 7
    rows = [json.loads(line) for line in Path("out.jsonl").read_bytes().splitlines()]
    assert [row["id"] for row in rows] == ["a", None, None, None, 7, "b", None, None, None]
    assert [row.get("error", {}).get("record") for row in rows] == [None, 2, 3, 4, 5, 6, 7, 8, None]
    reasons = [row["error"]["reason"] for row in rows[1:-1]]
    assert all(reason.startswith("is not a JSON record") for reason in reasons[:3] + reasons[5:])
    assert reasons[3:5] == ["has no field `text`", "its field `text` is of the type NoneType"]
    assert all(row["error"]["file"] == str(path) and row["attributes"] == {} for row in rows[1:-1])


@pytest.mark.parametrize("damage", ["truncated", "flipped", "not packed", "empty"])
def test_files_that_break_off(damage: str, tmp_path: Path) -> None:
    packed = gzip.compress(b"".join(json.dumps({"id": n, "text": f"Ferry {n}"}).encode() + b"\n" for n in range(5000)))
    flipped = bytearray(packed)
    flipped[len(packed) // 2] ^= 0xFF
    data = {"truncated": packed[: len(packed) // 2], "flipped": bytes(flipped), "not packed": b'{"id": 1', "empty": b""}
    path = tmp_path / "news.jsonl.gz"
    path.write_bytes(data[damage])
    errors = copydesk.dolma.attributes(path, tmp_path / "out.jsonl.gz")
    rows = written(tmp_path / "out.jsonl.gz")
    if damage == "empty":
        assert (errors, rows) == (0, [])
        return
    assert errors == 1 or damage == "flipped"
    assert "nor anything after it" in rows[-1]["error"]["reason"]
    if damage == "truncated":
        assert [row["id"] for row in rows[:-1]] == list(range(len(rows) - 1))
        assert len(rows) > 1000


def test_options_are_checked_before_a_file_is_made(tmp_path: Path) -> None:
    with pytest.raises(copydesk.UnknownName, match="quotations"):
        copydesk.dolma.attributes(tmp_path / "a", tmp_path / "b" / "c", layers="quotes")
    with pytest.raises(FileNotFoundError):
        copydesk.dolma.attributes(tmp_path / "a.jsonl", tmp_path / "c.jsonl")
    assert list(tmp_path.iterdir()) == []
