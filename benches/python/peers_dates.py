"""What others read as dates in the sentences of the gold: one table with copydesk.

    cargo run --release -p copydesk-tests --bin gold-dates -- --cases > cases.jsonl
    python benches/python/peers_dates.py cases.jsonl > peers.jsonl
    cargo run --release -p copydesk-tests --bin gold-dates -- --peers peers.jsonl

Each peer reads a sentence with the day on which it is said, and gives its spans. What is not installed
(`pip install -r benches/python/peers-requirements.txt`) is left out. What they read is scored by the same code as copydesk.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

Found = list[tuple[int, int, str]]
Reader = Callable[[str, datetime], Found]


def recognizers() -> Reader:
    """Microsoft's Recognizers-Text, of whose specification the sentences are. The end of a span is inclusive there."""
    from recognizers_date_time import recognize_datetime

    def read(text: str, day: datetime) -> Found:
        found = recognize_datetime(text, "en-us", reference=day)
        return [
            (one.start, one.end + 1, (one.resolution or {"values": [{}]})["values"][0].get("timex", ""))
            for one in found
        ]

    return read


def dateparser() -> Reader:
    """dateparser's search, which gives the words and not where they stand: the first place after the last."""
    from dateparser.search import search_dates

    def read(text: str, day: datetime) -> Found:
        found: Found = []
        after = 0
        for words, value in search_dates(text, languages=["en"], settings={"RELATIVE_BASE": day}) or []:
            at = text.find(words, after)
            if at >= 0:
                found.append((at, at + len(words), value.date().isoformat()))
                after = at + len(words)
        return found

    return read


PEERS: dict[str, Callable[[], Reader]] = {"Recognizers-Text": recognizers, "dateparser": dateparser}


def main() -> None:
    """Reads every sentence with every peer."""
    cases = [json.loads(line) for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()]
    size = sum(len(case["text"].encode()) for case in cases)
    for name, load in PEERS.items():
        try:
            read = load()
        except ImportError as error:
            print(f"{name} is not installed ({error}): left out", file=sys.stderr)
            continue
        start = time.perf_counter()
        rows = []
        for case in cases:
            try:
                rows.append(read(case["text"], datetime.fromisoformat(case["day"])))
            except Exception as error:  # a peer that fails on a sentence has found nothing in it
                print(f"{name}: {error!r}", file=sys.stderr)
                rows.append([])
        seconds = time.perf_counter() - start
        print(json.dumps({"reader": name, "found": rows}))
        print(f"{name}: {size / seconds / 1e6:.4f} MB/s", file=sys.stderr)


if __name__ == "__main__":
    main()
