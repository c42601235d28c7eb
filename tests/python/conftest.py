"""What the tests share: the project's own texts, real articles where there are some, and the command."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
from pathlib import Path

import pytest

# They have an environment of their own: `make test-engines`.
collect_ignore = ["engines"]

ROOT = Path(__file__).resolve().parents[2]
# Each is one article.
FIXTURES = sorted(
    path
    for folder in ("tests/articles", "tests/harm", "examples")
    for path in (ROOT / folder).rglob("*.txt")
    if path.parent.name != "exports"
)


def text_of(path: Path) -> str:
    """The text of a fixture, line ends as they are; bytes that are not UTF-8 as replacement characters."""
    return path.read_bytes().decode("utf-8", "replace")


TEXTS = [text_of(path) for path in FIXTURES]

# Texts in which bytes, UTF-16 units and code points all count differently, and texts that are hardly any.
ODD = {
    "empty": b"",
    "blank": b"\n\n \n",
    "emoji": "Fähre 🚢 returns\n\n-\n\nThe 👩\u200d👩\u200d👧 ferry – 🚢🚢 – is back.\n\nBy www.ferry.example 🚢\n".encode(),
    "cjk": "東京新聞\n\n渡し船が戻る\n\n「船は戻った」と市長は語った。 desk@ferry.example\n".encode(),
    "combining": "Re\u0301union de l'e\u0301te\u0301\n\nLe bac est de retour, dit-il. e\u0301 www.bac.example e\u0301\n".encode(),
    "damaged": (
        "Le Fährschiff – Gazette\n\nThe year- on- year fall 🚢 is over, says the Skerry Chamber of Trade ( SCT). "
        "It is the answer to a two- year dispute over some $ 21.4 million and a long- term lease.\n"
    ).encode(),
    "bom": "\ufeffFähre returns\r\n\r\nThe ferry is back.\r\n".encode(),
    "invalid": b"Ferry \xff returns\n\nThe \xf0\x9f ferry \xed\xa0\x80 is back at www.ferry.example.\n",
    "nul": b"Ferry\x00returns\n",
    "crlf": b"Ferry returns\r\n\r\nThe ferry is back.\r\rYes.\r\n",
    "long": ("é" * 300 + " www.ferry.example\n\n").encode() * 20,
}


def command() -> Path:
    """The `copydesk` command, built before the tests are run (`make test` names it)."""
    named = os.environ.get("COPYDESK_COMMAND")
    path = Path(named) if named else ROOT / "target" / "debug" / "copydesk"
    assert path.is_file(), f"{path} is missing: `cargo build -p copydesk-cli` makes it"
    return path


def run(*arguments: str | Path, cwd: Path | None = None) -> str:
    """What the command prints."""
    done = subprocess.run([command(), *arguments], capture_output=True, check=True, cwd=cwd)
    return done.stdout.decode("utf-8", "surrogateescape")


def real_folder() -> Path | None:
    """The folder of real articles, which is no part of the project."""
    named = os.environ.get("COPYDESK_CORPUS")
    folder = Path(named) if named else ROOT.parent / "shared"
    return folder if (folder / "corpora").is_dir() else None


def real_articles(most: int) -> list[str]:
    """The first articles of each real corpus."""
    folder = real_folder()
    if folder is None:
        pytest.skip("no real articles: COPYDESK_CORPUS names no folder of them")
    texts = []
    for path in sorted((folder / "corpora").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            texts += [json.loads(line)["text"] for line, _ in zip(lines, range(most), strict=False)]
    return texts
