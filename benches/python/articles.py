"""The articles that are measured on, the core that they are held against, and turns."""

from __future__ import annotations

import json
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Literal

ROOT = Path(__file__).resolve().parents[2]
CORE = ROOT / "target" / "release" / "core"


def articles(count: int, state: Literal["clean", "damaged"]) -> list[str]:
    """Articles of about 4 KB, the same on every machine."""
    if not CORE.is_file():
        raise SystemExit(f"{CORE} is missing: cargo build --release -p copydesk-benches")
    written = subprocess.run([CORE, "articles", str(count), state], capture_output=True, check=True).stdout
    return [json.loads(line) for line in written.splitlines()]


class Core:
    """The core in Rust, as a process beside this one, on the same articles."""

    def __init__(self, texts: list[str]) -> None:
        self._file = tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8")  # noqa: SIM115
        self._file.writelines(json.dumps(text) + "\n" for text in texts)
        self._file.flush()
        self._process = subprocess.Popen(
            [CORE, "run", self._file.name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def run(self, how: Literal["drop", "keep"], part: range) -> tuple[float, int]:
        """Parses these articles once: the seconds that it took, and the blocks that there were."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{how} {part.start} {part.stop}\n")
        self._process.stdin.flush()
        nanoseconds, blocks = self._process.stdout.readline().split()
        return int(nanoseconds) / 1e9, int(blocks)


Task = Callable[[range], tuple[float, int]]


def timed(work: Callable[[range], int]) -> Task:
    """The work with its time: what it counts, it says itself."""

    def run(part: range) -> tuple[float, int]:
        start = time.perf_counter()
        count = work(part)
        return time.perf_counter() - start, count

    return run


def turns(tasks: dict[str, Task], count: int, rounds: int, parts: int) -> dict[str, list[float]]:
    """Every task in turn on one part of the articles after another, so that a slow moment of the machine falls on all of them.

    The first round is not counted. On each part all tasks must count the same: what counts something else has not done the work.
    """
    seconds: dict[str, list[float]] = {name: [] for name in tasks}
    size = count // parts
    for number in range(rounds + 1):
        for start in range(0, size * parts, size):
            counts: dict[str, int] = {}
            for name, task in tasks.items():
                took, counts[name] = task(range(start, start + size))
                if number:
                    seconds[name].append(took)
            if len(set(counts.values())) > 1:
                raise SystemExit(f"not the same work: {counts}")
    return seconds


def ratio(seconds: dict[str, list[float]], name: str, against: str) -> float:
    """How many times as fast as `against` it is: the median of the turns' own ratios."""
    pairs = zip(seconds[against], seconds[name], strict=True)
    return statistics.median(other / own for other, own in pairs)
