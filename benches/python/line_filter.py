"""What a line filter keeps of news, and what is kept by role: headlines, bylines, body and furniture.

The filter is that of the C4 corpus, from its description: a line stays that ends in a terminal punctuation mark, has five words and does not
speak of JavaScript; a page with a curly bracket or the phrase "lorem ipsum" goes as a whole. Its rule for pages of few sentences is
left out: it could only take more away. What a line really is, labels say. Of a line on which several things stand, each is counted.

`python benches/python/line_filter.py [tune|report]`; `COPYDESK_CORPUS` names the folder of the articles that were labelled by hand, of which
one half is measured: `report`, on which no rule was made.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import copydesk

ROOT = Path(__file__).resolve().parents[2]
TERMINAL = (".", "!", "?", '"', "”")
WORDS = 5

# What is counted, by the roles that it has.
BODY = ("paragraph", "crosshead", "list-item", "pull-quote", "question", "answer", "table")
KINDS = {"headlines": ("headline",), "bylines": ("byline",), "body": BODY, "furniture": ("furniture",)}
# Those who keep something, and by which roles.
BY_ROLE = {"copydesk, body": BODY, "copydesk, with headline, deck and byline": ("headline", "deck", "byline", *BODY)}
C4 = "C4 line filter"

Labelled = list[tuple[int, int, str]]
"""Start, end and role of each line, or part of one, in bytes."""


def stays(line: str) -> bool:
    """Whether a line passes."""
    line = line.strip()
    return line.endswith(TERMINAL) and len(line.split()) >= WORDS and "javascript" not in line.lower()


def goes(page: str) -> bool:
    """Whether a page goes as a whole."""
    return "{" in page or "lorem ipsum" in page.lower()


def filtered(page: str) -> str:
    """What is left of a page."""
    return "" if goes(page) else "\n".join(line.strip() for line in page.split("\n") if stays(line))


def count(data: bytes, labelled: Labelled) -> Counter[tuple[str, str]]:
    """How much of each kind there is in a page, and how much of it each keeps."""
    page = data.decode("utf-8", "replace")
    gone = goes(page)
    starts = [0, *(place + 1 for place, byte in enumerate(data) if byte == 0x0A)]
    blocks = copydesk.parse(data).blocks
    begins = [block.source.start for block in blocks]
    counts: Counter[tuple[str, str]] = Counter()
    for start, end, role in labelled:
        kind = next((kind for kind, roles in KINDS.items() if role in roles), None)
        if kind is None:
            continue
        middle = (start + end) // 2
        line = data[starts[bisect_right(starts, middle) - 1] :].partition(b"\n")[0].decode("utf-8", "replace")
        found = blocks[bisect_right(begins, middle) - 1].role
        counts["labelled", kind] += 1
        counts[C4, kind] += not gone and stays(line)
        for name, roles in BY_ROLE.items():
            counts[name, kind] += found in roles
    return counts


def fixtures() -> Iterator[tuple[bytes, Labelled]]:
    """The project's own articles, whose roles the tests hold. Files with markup or quoting are no text yet: they are left out."""
    for path in sorted((ROOT / "tests" / "articles").rglob("*.json")):
        expected = json.loads(path.read_text(encoding="utf-8"))
        if any({"markup", "quoting"} & set(repair["rules"]) for repair in expected["repairs"]):
            continue
        data = path.with_suffix(".txt").read_bytes()
        yield data, [part for block in expected["blocks"] for part in lines_of(data, *block["source"], block["role"])]


def lines_of(data: bytes, start: int, end: int, role: str) -> Iterator[tuple[int, int, str]]:
    """The lines of a block that are not blank."""
    for line in data[start:end].splitlines(keepends=True):
        if line.strip():
            yield start, start + len(line), role
        start += len(line)


def by_hand(folder: Path, half: str) -> Iterator[tuple[bytes, Labelled]]:
    """Real articles, whose lines were labelled by hand before there was code for roles."""

    @cache
    def records(collection: str) -> dict[str, str]:
        with gzip.open(folder / "corpora" / f"{collection}.jsonl.gz", "rt", encoding="utf-8") as lines:
            return {record["id"]: record["text"] for record in map(json.loads, lines)}

    for line in (ROOT / "tests" / "labels" / "roles.jsonl").read_text(encoding="utf-8").splitlines():
        label = json.loads(line)
        if label["half"] != half:
            continue
        if label["collection"] == "exports":
            data = (folder / "exports" / label["id"]).read_bytes()[label["start"] : label["start"] + label["len"]]
        else:
            data = records(label["collection"])[label["id"]].encode()
        yield data, [(start, end, role) for start, end, role, *_ in label["lines"]]


def show(title: str, pages: Iterator[tuple[bytes, Labelled]]) -> None:
    """One table."""
    counts: Counter[tuple[str, str]] = Counter()
    number = 0
    for data, labelled in pages:
        counts += count(data, labelled)
        number += 1
    print(f"\n{title}: {number} articles, lines kept")
    print(f"{'':42}" + "".join(f"{kind:>18}" for kind in KINDS))
    for name in ("labelled", C4, *BY_ROLE):
        cells = []
        for kind in KINDS:
            kept, there = counts[name, kind], counts["labelled", kind]
            cells.append(f"{kept}" if name == "labelled" else f"{kept} ({kept / max(there, 1):.1%})")
        print(f"{name:42}" + "".join(f"{cell:>18}" for cell in cells))


def main() -> None:
    """The tables."""
    half = sys.argv[1] if len(sys.argv) > 1 else "report"
    show("articles of the project, where the roles are copydesk's own", fixtures())
    named = os.environ.get("COPYDESK_CORPUS")
    if named:
        show(f"real articles labelled by hand, half {half}", by_hand(Path(named), half))
    else:
        print("\nCOPYDESK_CORPUS names no folder: the articles labelled by hand are left out")


if __name__ == "__main__":
    main()
