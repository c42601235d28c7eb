"""What the way through Python costs: the package against the core in Rust, on the same articles, in one run.

`python benches/python/throughput.py [COUNT] [ROUNDS]`
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any, Literal

import copydesk
import pyarrow as pa
from articles import Core, Task, articles, ratio, timed, turns

COUNT, ROUNDS = (int(argument) for argument in [*sys.argv[1:], *("10000", "7")[len(sys.argv) - 1 :]])
# A turn takes a tenth of the articles: on a busy machine a second is a long time.
PARTS = 10


def blocks_of(documents: list[copydesk.Document]) -> int:
    """How many blocks the documents have, to be compared with the core's own count."""
    return sum(len(document.blocks) for document in documents)


def blocks_in(table: copydesk.ArrowTable) -> int:
    """How many blocks the rows have, read off their offsets."""
    return sum(len(chunk.flatten()) for chunk in pa.table(table).column("blocks").chunks)


def kept(work: Callable[[range], Any], count: Callable[[Any], int]) -> Task:
    """Work that gives something: what it gives is counted, and dropped, outside the time."""

    def run(part: range) -> tuple[float, int]:
        start = time.perf_counter()
        made = work(part)
        took = time.perf_counter() - start
        return took, count(made)

    return run


def through(state: Literal["clean", "damaged"]) -> None:
    """The table for one state of the articles."""
    texts = articles(COUNT, state)
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    core = Core(texts)
    column = pa.table({"text": texts})

    def batch(threads: int) -> Task:
        return kept(lambda part: copydesk.parse_batch(texts[part.start : part.stop], threads=threads), blocks_of)

    def arrow(threads: int) -> Task:
        return kept(lambda part: copydesk.parse_arrow(column.slice(part.start, len(part)), threads=threads), blocks_in)

    def each(part: range) -> int:
        parse, blocks = copydesk.parse, 0
        for text in texts[part.start : part.stop]:
            blocks += len(parse(text).blocks)
        return blocks

    tasks: dict[str, Task] = {
        "core, each dropped": lambda part: core.run("drop", part),
        "core, all kept": lambda part: core.run("keep", part),
        "parse, one by one": timed(each),
        "parse_batch": batch(1),
        "parse_arrow": arrow(1),
        "parse_batch, 2 threads": batch(2),
        "parse_arrow, 2 threads": arrow(2),
    }
    seconds = turns(tasks, COUNT, ROUNDS, PARTS)
    print(f"\n{COUNT} {state} articles, {megabytes:.1f} MB; medians of {ROUNDS * PARTS} turns")
    print(f"{'':24}{'MB/s':>8}{'µs each':>10}{'of the core':>13}{'of it keeping':>15}")
    for name, times in seconds.items():
        median = statistics.median(times)
        dropping, keeping_all = (ratio(seconds, name, against) for against in ("core, each dropped", "core, all kept"))
        print(
            f"{name:24}{megabytes / PARTS / median:8.0f}{median / COUNT * PARTS * 1e6:10.2f}{dropping:12.1%}{keeping_all:14.1%}"
        )
    pairs = zip(seconds["parse, one by one"], seconds["core, each dropped"], strict=True)
    cost = statistics.median(python - rust for python, rust in pairs) * PARTS / COUNT
    core_each = statistics.median(seconds["core, each dropped"]) * PARTS / COUNT
    print(f"a call of parse costs {cost * 1e6:.2f} µs over the core's {core_each * 1e6:.2f} µs: {cost / core_each:.1%}")


def imports() -> None:
    """How long the import takes, beside an interpreter that imports nothing."""
    script = "import time; start = time.perf_counter(); import copydesk; print(time.perf_counter() - start)"
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    times = []
    for _ in range(21):
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, env=environment)
        times.append(float(done.stdout))
    print(f"import: {statistics.median(times) * 1e3:.1f} ms, the median of {len(times)}")


def main() -> None:
    """All of it."""
    print(f"copydesk {copydesk.__version__}, Python {sys.version.split()[0]}")
    imports()
    through("clean")
    through("damaged")


if __name__ == "__main__":
    main()
