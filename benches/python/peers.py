"""What people glue together today, on the same articles in one run: a fixer of text, sentences, quantities, a line filter.

They do other work than copydesk does, and less of it each; the table says what one pays for each, not which is better. What is not
installed (`pip install -r benches/python/requirements.txt`) is left out.

`python benches/python/peers.py [COUNT] [ROUNDS]`
"""

from __future__ import annotations

import importlib
import statistics
import sys
from collections.abc import Callable
from typing import Any

import copydesk
from articles import Task, articles, timed, turns
from line_filter import filtered

COUNT, ROUNDS = (int(argument) for argument in [*sys.argv[1:], *("100", "3")[len(sys.argv) - 1 :]])


def peers() -> dict[str, Callable[[str], Any]]:
    """What is installed, by what it does."""
    found: dict[str, Callable[[str], Any]] = {"lines as C4 filters them": filtered}

    def offer(name: str, module: str, function: Callable[[Any], Callable[[str], Any]]) -> None:
        try:
            found[name] = function(importlib.import_module(module))
        except ImportError:
            print(f"{module} is not installed: left out")

    offer("ftfy: mojibake, widths", "ftfy", lambda ftfy: ftfy.fix_text)
    offer("sentencex: sentences", "sentencex", lambda sentencex: lambda text: list(sentencex.segment("en", text)))
    offer("pysbd: sentences", "pysbd", lambda pysbd: pysbd.Segmenter(language="en", clean=False).segment)
    offer("quantulum3: quantities", "quantulum3.parser", lambda parser: parser.parse)
    return found


def main() -> None:
    """The table."""
    texts = articles(COUNT, "damaged")
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    work: dict[str, Callable[[str], Any]] = {"copydesk: roles, repairs": copydesk.parse}
    work["copydesk: the same, as dict"] = lambda text: copydesk.parse(text, layers="all").to_dict()
    work |= peers()

    def task(function: Callable[[str], Any]) -> Task:
        return timed(lambda part: len([function(texts[number]) for number in part]))

    tasks = {name: task(function) for name, function in work.items()}
    seconds = turns(tasks, COUNT, ROUNDS, 1)
    base = seconds["copydesk: roles, repairs"]
    print(f"{COUNT} damaged articles, {megabytes:.2f} MB; medians of {ROUNDS} turns")
    print(f"{'':30}{'MB/s':>9}{'times the time':>16}")
    for name, times in seconds.items():
        slower = statistics.median(own / other for own, other in zip(times, base, strict=True))
        print(f"{name:30}{megabytes / statistics.median(times):9.2f}{slower:16.1f}")


if __name__ == "__main__":
    main()
