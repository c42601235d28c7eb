#!/usr/bin/env python3
"""Draw the articles whose blocks are labelled, and print them with numbered lines.

    python3 tests/labels/draw.py CORPUS_DIR OUT_DIR

20 records each from five collections and 20 articles from the text exports, with one recorded seed. Of each 20 the first ten are the
`tune` half and the rest the `report` half. Only record ids and byte ranges are ever written to the project; the text stays outside it.

An export file holds many articles and the draw needs one, so each form has the separator that its own vendor writes. The folders are
equally likely, whatever their size. Forms that are markup (HTML, XML, DOCX, JSON) are not text, and are left out.
"""

import gzip
import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

SEED = 20261124
COLLECTIONS = ["horne", "ptc", "fnc", "newspaper3k", "cnn-fox-bbc"]
PER_COLLECTION = 20

# folder -> (pattern that starts an article, pattern that ends one); None: to the next start or the end of the file
EXPORTS: dict[str, tuple[bytes, bytes | None]] = {
    "nexis-uni": (rb"(?m)^End of Document\s*", rb"(?m)^End of Document"),
    "nexis-legacy": (rb"(?m)^ *\d+ of \d+ DOCUMENTS?[ \r]*$", None),
    "proquest": (rb"(?m)^_{60}\r?\n", None),
    "factiva-txt": (rb"(?m)^ HD\t", None),
    "mediargus": (rb"(?m)^\??\d+\. (?=\S)", None),
    "iptc7901": (rb"\A", None),
    "anpa1312": (rb"\A", None),
}


def lines(data: bytes) -> Iterator[tuple[int, int]]:
    """The non-blank lines as (start, end) byte ranges, without the line end."""
    for match in re.finditer(rb"[^\r\n]+", data):
        if match.group().strip():
            yield match.start(), match.end()


def exported(root: Path) -> dict[str, list[tuple[str, int, bytes]]]:
    """Every article of the text exports: folder -> [(id, start, bytes)]."""
    found: dict[str, list[tuple[str, int, bytes]]] = {}
    for folder, (start, end) in EXPORTS.items():
        articles = found.setdefault(folder, [])
        for path in sorted((root / "exports" / folder).iterdir()):
            if path.suffix not in {".txt", ".tst"}:
                continue
            data = path.read_bytes()
            starts = [m.end() if folder == "nexis-uni" else m.start() for m in re.finditer(start, data)]
            for i, begin in enumerate(starts):
                stop = starts[i + 1] if i + 1 < len(starts) else len(data)
                if end and (found_end := re.search(end, data[begin:stop])):
                    stop = begin + found_end.end()
                if data[begin:stop].strip() and stop - begin > 300:
                    articles.append((f"{folder}/{path.name}", begin, data[begin:stop]))
    return found


def draw(root: Path) -> list[tuple[str, str, int, bytes, str]]:
    """The drawn articles: (collection, id, start, bytes, half)."""
    rng = random.Random(SEED)
    drawn = []
    for name in COLLECTIONS:
        with gzip.open(root / "corpora" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
            records = [json.loads(line) for line in file]
        for i, record in enumerate(rng.sample(records, PER_COLLECTION)):
            drawn.append((name, record["id"], 0, record["text"].encode(), "tune" if i < 10 else "report"))
    articles = exported(root)
    picked: set[tuple[str, int]] = set()
    while len(picked) < PER_COLLECTION:
        folder = rng.choice(sorted(articles))
        picked.add((folder, rng.randrange(len(articles[folder]))))
    order = sorted(picked)
    rng.shuffle(order)
    for i, (folder, index) in enumerate(order):
        identity, start, data = articles[folder][index]
        drawn.append(("exports", identity, start, data, "tune" if i < 10 else "report"))
    return drawn


def main() -> None:
    root, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    for number, (collection, identity, start, data, half) in enumerate(draw(root)):
        with open(out / f"{number:03}.txt", "w", encoding="utf-8") as file:
            file.write(f"# {number:03} {collection} {half} {identity} @{start}+{len(data)}\n")
            numbered = enumerate(data[begin:end].decode("utf-8", "replace") for begin, end in lines(data))
            file.writelines(f"{i}\t{line}\n" for i, line in numbered)


if __name__ == "__main__":
    main()
