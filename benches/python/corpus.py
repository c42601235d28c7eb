"""A run over a corpus: whether memory grows with the file, what a second thread gains, and what the time is spent on.

`python benches/python/corpus.py COMMAND [MEGABYTES] [ROUNDS]`, with the path of `copydesk`, built with `--release`; `core` of the benchmarks makes
the articles. It needs so many megabytes on the disk, and a tenth more, in `target/`; 2000 and 5 rounds unless others are named. Linux.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from articles import ROOT, articles

MEGABYTE = 1_000_000
THREADS_MEGABYTES = 100
"""How much is parsed to compare threads."""


class Ran(NamedTuple):
    """What a run took, and what it said."""

    seconds: float
    cpu: float
    peak: int
    status: int
    said: str


def run(command: str, *arguments: str | Path) -> Ran:
    """Runs the command to its end; `peak` is the most memory that it had, in bytes.

    The system counts a process from before it is the command, when it still is a copy of this one: a peak below what this one has is none.
    """
    with tempfile.TemporaryFile() as stderr:
        started = time.monotonic()
        files = [(os.POSIX_SPAWN_DUP2, stderr.fileno(), 2)]
        process = os.posix_spawn(command, [command, *map(str, arguments)], os.environ, file_actions=files)
        _, status, usage = os.wait4(process, 0)
        seconds = time.monotonic() - started
        stderr.seek(0)
        said = stderr.read().decode()
    cpu = usage.ru_utime + usage.ru_stime
    return Ran(seconds, cpu, usage.ru_maxrss * 1024, os.waitstatus_to_exitcode(status), said)


def parse(command: str, path: Path, threads: int) -> Ran:
    """Parses a file with every layer; the rows go nowhere."""
    options = ("--layers", "all", "--threads", str(threads), "--summary", "always")
    ran = run(command, "parse", path, *options, "-o", "/dev/null")
    if ran.status != 0:
        raise SystemExit(f"{command} ended with {ran.status}: {ran.said}")
    return ran


def records(megabytes: int) -> Iterator[str]:
    """Lines of JSON with so many megabytes together: the same articles again and again, each time with other ids."""
    texts = [json.dumps(text) for text in articles(10_000, "damaged")]
    written, number = 0, 0
    while written < megabytes * MEGABYTE:
        line = f'{{"id":{number},"text":{texts[number % len(texts)]}}}\n'
        written += len(line)
        number += 1
        yield line


def write_records(path: Path, megabytes: int) -> None:
    """Writes a file of records, in a process of its own: its articles would be in this one's memory, and in every peak."""
    process = multiprocessing.get_context("spawn").Process(target=write_records_here, args=(path, megabytes))
    process.start()
    process.join()
    if process.exitcode != 0:
        raise SystemExit(f"{path} could not be written")


def write_records_here(path: Path, megabytes: int) -> None:
    """The same in this process."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(records(megabytes))


def load() -> str:
    """How busy the machine is beside."""
    return " ".join(f"{load:.1f}" for load in os.getloadavg())


def memory(command: str, folder: Path, megabytes: int) -> None:
    """The peak of memory for a tenth of the file and for all of it."""
    peaks = []
    for size in (megabytes // 10, megabytes):
        path = folder / f"{size}.jsonl"
        write_records(path, size)
        ran = parse(command, path, 2)
        path.unlink()
        if ran.peak <= resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024:
            raise SystemExit("this process has more memory than the command had: the peak is its own")
        peaks.append(ran.peak)
        print(f"{size} MB, 2 threads: peak {ran.peak / MEGABYTE:.1f} MB, {ran.seconds:.1f} s (load {load()})")
        print("    " + ran.said.strip().replace("\n", "\n    "))
    print(f"memory: {peaks[1] / peaks[0]:.2f} × for 10 × the file\n")


def threads(command: str, folder: Path, rounds: int) -> None:
    """One thread and two, in turns."""
    path = folder / "threads.jsonl"
    write_records(path, THREADS_MEGABYTES)
    ratios = []
    for number in range(rounds):
        # Whichever goes first has the colder machine.
        order = (1, 2) if number % 2 else (2, 1)
        ran = {count: parse(command, path, count) for count in order}
        ratios.append(ran[1].seconds / ran[2].seconds)
        figures = ", ".join(f"{count}: {ran[count].seconds:.2f} s, {ran[count].cpu:.2f} s of cores" for count in (1, 2))
        print(f"round {number + 1}: {figures}; {ratios[-1]:.2f} × (load {load()})")
        last = ran[1]
    print(f"threads: 2 are {statistics.median(ratios):.2f} × 1, the median of {rounds} rounds")
    print("    one thread: " + next(line for line in last.said.splitlines() if line.startswith("time on all")) + "\n")


def long_line(command: str, folder: Path) -> None:
    """A line of a gigabyte between two good records."""
    path = folder / "long.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.write('{"id":1,"text":"Said."}\n{"id":2,"text":"')
        for _ in range(1000):
            file.write("The ferry is back. " * (MEGABYTE // 19))
        file.write('"}\n{"id":3,"text":"Said."}\n')
    rows = folder / "long.rows"
    ran = run(command, "parse", path, "-o", rows)
    ids = [json.loads(line) for line in rows.read_text(encoding="utf-8").splitlines()]
    said = [row.get("error", {}).get("reason", "parsed") for row in ids]
    print(
        f"a line of {path.stat().st_size / MEGABYTE:.0f} MB: {said}, status {ran.status}, peak {ran.peak / MEGABYTE:.1f} MB"
    )


def main() -> None:
    """Measures."""
    command = sys.argv[1] if len(sys.argv) > 1 else sys.exit(__doc__)
    megabytes, rounds = (int(number) for number in (*sys.argv[2:], *("2000", "5")[len(sys.argv) - 2 :]))
    with tempfile.TemporaryDirectory(dir=ROOT / "target") as made:
        folder = Path(made)
        memory(command, folder, megabytes)
        threads(command, folder, rounds)
        long_line(command, folder)


if __name__ == "__main__":
    main()
