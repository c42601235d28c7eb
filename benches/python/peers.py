"""What people glue together today, on the same articles in one run: a fixer of text, sentences, quantities, a line filter.

They do other work than copydesk does, and less of it each; the table says what one pays for each, not which is better. What is not
installed (`pip install -r benches/python/requirements.txt`) is left out.

`python benches/python/peers.py [COUNT] [ROUNDS]`
"""

from __future__ import annotations

import statistics
import sys
from collections.abc import Callable
from typing import Any, NamedTuple

import copydesk
from articles import Task, articles, ratio, timed, turns
from installed import installed
from line_filter import filtered

COUNT, ROUNDS = (int(argument) for argument in [*sys.argv[1:], *("100", "3")[len(sys.argv) - 1 :]])


ROLES = "copydesk: roles, repairs"
SENTENCES = "copydesk: the same, sentences"
EVERYTHING = "copydesk: all layers, as dict"


class Peer(NamedTuple):
    """Who does some of the work, and which work of copydesk's it is held against."""

    work: Callable[[str], Any]
    against: str


def peers() -> dict[str, Peer]:
    """What is installed, by what it does."""
    found = installed(
        {
            "ftfy: mojibake, widths": ("ftfy", lambda ftfy: Peer(ftfy.fix_text, ROLES)),
            "blingfire: sentences": ("blingfire", lambda blingfire: Peer(blingfire.text_to_sentences, SENTENCES)),
            "sentencex: sentences": (
                "sentencex",
                lambda sentencex: Peer(lambda text: list(sentencex.segment("en", text)), SENTENCES),
            ),
            "pysbd: sentences": (
                "pysbd",
                lambda pysbd: Peer(pysbd.Segmenter(language="en", clean=False).segment, SENTENCES),
            ),
            "quantulum3: quantities": ("quantulum3.parser", lambda parser: Peer(parser.parse, EVERYTHING)),
        }
    )
    return {"lines as C4 filters them": Peer(filtered, ROLES), **found}


def main() -> None:
    """The table."""
    texts = articles(COUNT, "damaged")
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    others = peers()
    work: dict[str, Callable[[str], Any]] = {
        ROLES: copydesk.parse,
        SENTENCES: lambda text: copydesk.parse(text, layers="sentences"),
        EVERYTHING: lambda text: copydesk.parse(text, layers="all").to_dict(),
    }
    work |= {name: peer.work for name, peer in others.items()}

    def task(function: Callable[[str], Any]) -> Task:
        return timed(lambda part: len([function(texts[number]) for number in part]))

    seconds = turns({name: task(function) for name, function in work.items()}, COUNT, ROUNDS, 1)
    print(f"{COUNT} damaged articles, {megabytes:.2f} MB; medians of {ROUNDS} turns")
    print(f"{'':30}{'MB/s':>9}   copydesk ÷ it")
    for name, times in seconds.items():
        rate = f"{name:30}{megabytes / statistics.median(times):9.2f}"
        peer = others.get(name)
        print(f"{rate}{ratio(seconds, peer.against, name):12.2f} ×  ({peer.against})" if peer else rate)


if __name__ == "__main__":
    main()
