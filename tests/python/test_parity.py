"""Rust, the command and Python give the same document."""

from __future__ import annotations

import json
from pathlib import Path

import copydesk
import pytest
from conftest import FIXTURES, ODD, TEXTS, real_folder, run

DUMPED = [path for path in FIXTURES if path.with_suffix(".json").is_file()]


@pytest.mark.parametrize("path", DUMPED, ids=lambda path: path.stem)
def test_the_documents_that_rust_is_held_to(path: Path) -> None:
    dump = path.with_suffix(".json").read_text(encoding="utf-8")
    name = json.loads(dump)["id"]
    document = copydesk.parse(path.read_bytes(), id=name, layers="all")
    assert document.to_json(pretty=True) + "\n" == dump
    assert json.loads(document.to_json()) == json.loads(dump)


def agree(paths: list[Path], *options: str, **keywords: str) -> None:
    """Compares what the command prints of files with what Python says of them."""
    printed = run("parse", *map(str, paths), *options).splitlines()
    assert len(printed) == len(paths)
    for path, line in zip(paths, printed, strict=True):
        data = path.read_bytes()
        (document,) = copydesk.documents(data, id=str(path), **keywords)
        assert document.to_json() == line
        # What is the only part of its file is the same when it is parsed as one.
        if document.range == (0, len(data)):
            assert copydesk.parse(data, id=str(path), **keywords).to_json() == line


def test_the_command() -> None:
    assert len(FIXTURES) > 100
    agree(FIXTURES)
    agree(FIXTURES, "--layers", "all", "--repairs", "all", layers="all", repairs="all")
    agree(FIXTURES, "--repairs", "none", repairs="none")
    agree(FIXTURES, "--envelope", "pressreader", "--language", "en", envelope="pressreader", language="en")


def test_the_command_on_odd_texts(tmp_path: Path) -> None:
    paths = []
    for name, data in ODD.items():
        paths.append(tmp_path / f"{name}.txt")
        paths[-1].write_bytes(data)
    agree(paths, "--layers", "all", layers="all")


def test_the_other_forms() -> None:
    for path in FIXTURES[:40]:
        (document,) = copydesk.documents(path.read_bytes(), id=str(path), layers="all")
        assert document.to_markdown() == run("parse", str(path), "--to", "markdown")
        assert document.to_html() == run("parse", str(path), "--to", "html", "--layers", "all")


def test_code_points_change_nothing_but_text_offsets() -> None:
    for path in FIXTURES:
        document = copydesk.parse(path.read_bytes(), layers="all")
        in_points, in_bytes = document.to_dict(), json.loads(document.to_json())
        assert in_points.keys() == in_bytes.keys()
        if document.text.isascii():
            assert {**in_points, "offset_unit": "byte"} == in_bytes
        for key in in_points.keys() - {"offset_unit", "blocks", "repairs", "layers"}:
            assert in_points[key] == in_bytes[key]


def test_records(tmp_path: Path) -> None:
    path = tmp_path / "corpus.jsonl"
    path.write_text("\n".join(json.dumps({"text": text}) for text in TEXTS), encoding="utf-8")
    printed = run("parse", str(path)).splitlines()
    for number, (text, line) in enumerate(zip(TEXTS, printed, strict=True), 1):
        (document,) = copydesk.documents(text, id=f"{path}#{number}")
        assert document.to_json() == line


def test_the_given_article() -> None:
    folder = real_folder()
    if folder is None or not (folder / "seed").is_dir():
        pytest.skip("no real articles: COPYDESK_CORPUS names no folder of them")
    paths = [path for path in sorted((folder / "seed").iterdir()) if path.suffix == ".txt"]
    assert paths
    agree(paths, "--layers", "all", layers="all")


def test_the_pages() -> None:
    for name in (*copydesk.RULES, *copydesk.LAYERS, *copydesk.ENVELOPES):
        assert run("explain", name) == copydesk.explain(name)
    for line in copydesk.explain().splitlines():
        assert line in run("explain")
    version = run("--version").split()[1]
    assert copydesk.__version__ == version
