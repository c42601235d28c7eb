"""Abbreviations by other tools, on what the command `gold-abbreviations` measures copydesk on, with the same counting.

Two implementations of the method of Schwartz and Hearst. What is not installed (`pip install -r benches/python/peers-requirements.txt`) is
left out. They give words and no places, so that a pair is right if its words are those of a marked pair.

`python benches/python/peers_abbreviations.py CORPUS_FOLDER`
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from installed import installed

Pairs = set[tuple[str, str]]
Peer = Callable[[str], Pairs]


class Case(NamedTuple):
    """A text, the pairs that are right in it, and the short and long forms that are marked in it where it is not said which belong together."""

    text: str
    pairs: Pairs
    shorts: set[str]
    longs: set[str]


def peers() -> dict[str, Peer]:
    """What is installed."""

    def dictionary(module: Any) -> Peer:
        return lambda text: set(module.extract_abbreviation_definition_pairs(doc_text=text).items())

    def objects(module: Any) -> Peer:
        extract = module.extract_abbreviation_definition_pairs
        return lambda text: {(pair.abbreviation, pair.definition) for pair in extract(text)}

    return installed(
        {
            "abbreviations": ("abbreviations.schwartz_hearst", dictionary),
            "abbreviation-extractor": ("abbreviation_extractor", objects),
        }
    )


def med1250(path: Path) -> Iterator[Case]:
    """Abstracts, and the pairs below each."""
    lines: list[str] = []
    pairs: Pairs = set()
    for line in [*path.read_text(encoding="utf-8", errors="replace").splitlines(), "0"]:
        if line.strip().isdigit() and not line.startswith(" "):
            if lines:
                yield Case("\n\n".join(lines), pairs, set(), set())
            lines, pairs = [], set()
        elif line.startswith("  ") and "|" in line:
            short, _, long = line.partition("|")
            pairs.add((short.strip(), long.strip()))
        elif line.strip():
            lines.append(line)


def un_legal(path: Path) -> Iterator[Case]:
    """Passages, and the short and long forms marked in each."""
    for row in json.loads(path.read_text(encoding="utf-8")):
        text = row["text"]
        shorts, longs = ({text[start:end] for start, end in row[key]} for key in ("acronyms", "long-forms"))
        yield Case(text, set(), shorts, longs)


def labelled(root: Path) -> Iterator[Case]:
    """The clauses around the labelled initialisms of wire text."""
    labels = Path(__file__).parents[2] / "tests/labels/abbreviations.jsonl"
    rows = [json.loads(line) for line in labels.read_text(encoding="utf-8").splitlines()]
    wanted = {row["id"] for row in rows}
    texts = {}
    with gzip.open(root / "corpora/reuters.jsonl.gz", "rt", encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            if record["id"] in wanted:
                texts[record["id"]] = record["text"].encode()
    for row in rows:
        text = texts[row["id"]]
        start, end = row["short"]
        # The initialism with its bracket and what stands before it; the tools know no places.
        clause = text[max(0, start - 240) : end].decode(errors="ignore") + ")"
        short = text[start:end].decode()
        pairs = {(short, text[slice(*row["long"])].decode())} if row["long"] else set()
        yield Case(clause, pairs, {short}, set())


def score(cases: list[Case], peer: Peer) -> tuple[int, int, int, float]:
    """Right, wrong and missed pairs, and seconds."""
    right = wrong = missed = 0
    start = time.perf_counter()
    found = [peer(case.text) for case in cases]
    seconds = time.perf_counter() - start
    for case, pairs in zip(cases, found, strict=True):
        if case.longs or (not case.pairs and not case.shorts):
            hits = {(short, long) for short, long in pairs if short in case.shorts and long in case.longs}
            missed += len(case.longs - {long for _, long in hits})
        else:
            pairs = {pair for pair in pairs if not case.shorts or pair[0] in case.shorts}
            hits = pairs & case.pairs
            missed += len(case.pairs - hits)
        right += len(hits)
        wrong += len(pairs - hits)
    return right, wrong, missed, seconds


def main() -> None:
    """The table."""
    root = Path(sys.argv[1])
    folder = root / "gold/abbreviations"
    sets = {
        "MED1250": list(med1250(folder / "MED1250_labeled")),
        "un-legal-train, all": list(un_legal(folder / "un-legal-train.json")),
        "wire initialisms": list(labelled(root)),
    }
    print("| set | peer | right | wrong | missed | precision | recall | F1 | MB/s |")
    print("|---|---|---:|---:|---:|---:|---:|---:|---:|")
    found = peers()
    for name, cases in sets.items():
        megabytes = sum(len(case.text.encode()) for case in cases) / 1e6
        for peer, function in found.items():
            right, wrong, missed, seconds = score(cases, function)
            precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
            f1 = 2 * right / max(1, 2 * right + wrong + missed)
            shares = f"{precision:.4f} | {recall:.4f} | {f1:.4f}"
            print(f"| {name} | {peer} | {right} | {wrong} | {missed} | {shares} | {megabytes / seconds:.2f} |")


if __name__ == "__main__":
    main()
