"""Sentences: copydesk and its peers against gold, in one table.

The paragraphs, the gold and what copydesk finds come from the test package, so that all are counted the same way: boundaries inside a
paragraph, by the characters before them that are not white space. What is not installed
(`pip install -r benches/python/peers-requirements.txt`) is left out.

`COPYDESK_CORPUS=FOLDER python benches/python/peers_sentences.py [COMMAND…]`, where the command is that of the test package, if not
`cargo run -q -p copydesk-tests --bin gold-sentences --`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable

from installed import installed

SETS = ["golden-rules-en", "pragmatic-en", "sentencex-en", "ud-ewt-dev", "gum-interview-bio-voyage"]
COMMAND = sys.argv[1:] or ["cargo", "run", "-q", "-p", "copydesk-tests", "--bin", "gold-sentences", "--"]

Splitter = Callable[[str], Iterable[str]]


def bare(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def boundaries(text: str, sentences: Iterable[str]) -> set[int]:
    """Where the sentences end inside the text; each is looked for behind the one before it."""
    whole, place, found = bare(text), 0, set()
    for sentence in map(bare, sentences):
        at = whole.find(sentence, place)
        if at >= 0:
            place = at + len(sentence)
            found.add(place)
    return found - {0, len(whole)}


def peers() -> dict[str, Splitter]:
    """What is installed."""
    return installed(
        {
            "pysbd": ("pysbd", lambda pysbd: pysbd.Segmenter(language="en", clean=False).segment),
            "sentencex": ("sentencex", lambda sentencex: lambda text: list(sentencex.segment("en", text))),
            "blingfire": (
                "blingfire",
                lambda blingfire: lambda text: blingfire.text_to_sentences(text).split("\n"),
            ),
            "nupunkt": ("nupunkt", lambda nupunkt: nupunkt.sent_tokenize),
            "sentence-splitter (Moses)": (
                "sentence_splitter",
                lambda moses: lambda text: moses.SentenceSplitter(language="en").split(text),
            ),
        }
    )


def row(name: str, splitter: str, gold: list[set[int]], found: list[set[int]], seconds: float | None) -> str:
    """A row of the table."""
    exact = sum(own == other for own, other in zip(gold, found, strict=True))
    both = sum(len(own & other) for own, other in zip(gold, found, strict=True))
    golds, finds = sum(map(len, gold)), sum(map(len, found))
    shares = f"{both / max(finds, 1):.4f} | {both / max(golds, 1):.4f} | {2 * both / max(golds + finds, 1):.4f}"
    took = "" if seconds is None else f"{seconds:.2f}"
    return f"| {name} | {splitter} | {exact}/{len(gold)} | {shares} | {took} |"


def main() -> None:
    """The table."""
    splitters = peers()
    print("| set | splitter | exact | precision | recall | F1 | seconds |\n|---|---|---|---|---|---|---|")
    for name in SETS:
        lines = subprocess.run([*COMMAND, "--ends", name], check=True, capture_output=True, text=True).stdout
        paragraphs = [json.loads(line) for line in lines.splitlines()]
        gold = [set(paragraph["gold"]) for paragraph in paragraphs]
        print(row(name, "copydesk", gold, [set(paragraph["copydesk"]) for paragraph in paragraphs], None))
        for splitter, split in splitters.items():
            begun = time.perf_counter()
            sentences = [list(split(paragraph["text"])) for paragraph in paragraphs]
            seconds = time.perf_counter() - begun
            found = [boundaries(paragraph["text"], own) for paragraph, own in zip(paragraphs, sentences, strict=True)]
            print(row(name, splitter, gold, found, seconds))


if __name__ == "__main__":
    main()
