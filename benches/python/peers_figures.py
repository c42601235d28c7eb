"""Figures: copydesk and its peers against gold, in one table.

The cases, the gold and what copydesk finds come from the test package; what a peer finds is counted the same way: spans that are the
labelled ones, and of these the values. What is not installed (`pip install -r benches/python/peers-requirements.txt`) is left out.

`COPYDESK_CORPUS=FOLDER python benches/python/peers_figures.py [COMMAND…]`, where the command is that of the test package, if not
`cargo run -q -p copydesk-tests --bin gold-figures --`.
"""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from installed import installed

COMMAND = sys.argv[1:] or ["cargo", "run", "-q", "-p", "copydesk-tests", "--bin", "gold-figures", "--"]

# Start and end in bytes, and the value.
Row = tuple[int, int, float]
Reader = Callable[[str, str], list[Row]]

MINOR = {"Cent": 0.01, "Pence": 0.01, "Penny": 0.01, "Satoshi": 1e-8, "cent": 0.01, "penny": 0.01}
TIME = {"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"}


def row(text: str, start: int, end: int, value: float) -> Row:
    """The row of a span of characters."""
    return len(text[:start].encode()), len(text[:end].encode()), value


def recognizers(suite: Any) -> Reader:
    """A reader for each file, as the library has a model for each."""
    models = {
        "CurrencyModel": suite.recognize_currency,
        "PercentModel": suite.recognize_percentage,
        "DimensionModel": suite.recognize_dimension,
        "TemperatureModel": suite.recognize_temperature,
        "NumberModel": suite.recognize_number,
        "OrdinalModel": suite.recognize_ordinal,
    }

    def read(name: str, text: str) -> list[Row]:
        rows = []
        for found in models[name](text, "en-us"):
            resolution = found.resolution or {}
            try:
                value = float(str(resolution.get("value")).rstrip("%"))
            except ValueError:
                continue
            parts = MINOR.get(resolution.get("unit", ""), 1.0)
            rows.append(row(text, found.start, found.end + 1, value * parts))
        return rows

    return read


def quantulum(parser: Any) -> Reader:
    """Its rows by the kind of their unit."""

    def kind(entity: str, unit: str) -> str:
        if entity == "currency":
            return "CurrencyModel"
        if unit == "percentage":
            return "PercentModel"
        if entity == "temperature":
            return "TemperatureModel"
        if entity == "dimensionless":
            return "NumberModel"
        return "" if unit in TIME else "DimensionModel"

    def read(name: str, text: str) -> list[Row]:
        return [
            row(text, *found.span, found.value * MINOR.get(found.unit.name, 1.0))
            for found in parser.parse(text, classifier_path=None)
            if kind(found.unit.entity.name, found.unit.name) == name
        ]

    return read


class Suite:
    """The two packages of Recognizers-Text that read figures."""

    def __init__(self, units: Any) -> None:
        self.__dict__ |= vars(units) | vars(importlib.import_module("recognizers_number"))


def peers() -> dict[str, Reader]:
    """What is installed."""
    return installed(
        {
            "Recognizers-Text": ("recognizers_number_with_unit", lambda units: recognizers(Suite(units))),
            "quantulum3": ("quantulum3.parser", quantulum),
        }
    )


def main() -> None:
    """The table."""
    lines = subprocess.run([*COMMAND, "--cases"], check=True, capture_output=True, text=True).stdout
    cases = [json.loads(line) for line in lines.splitlines()]
    print("| set | reader | labelled | found | same span | F1 | value right | accuracy | seconds |")
    print("|---|---|---:|---:|---:|---:|---:|---:|---:|")

    def line(name: str, reader: str, found: list[list[Row]], gold: list[list[Row]], seconds: float | None) -> None:
        labelled, rows, spans, values = sum(map(len, gold)), sum(map(len, found)), 0, 0
        for own, other in zip(gold, found, strict=True):
            by_span = {(start, end): value for start, end, value in other}
            for start, end, value in own:
                if (start, end) in by_span:
                    spans += 1
                    values += abs(float(by_span[start, end]) - value) <= 1e-6 * max(abs(value), 1e-9)
        f1, accuracy = 2 * spans / max(labelled + rows, 1), values / max(spans, 1)
        took = "" if seconds is None else f"{seconds:.2f}"
        print(f"| {name} | {reader} | {labelled} | {rows} | {spans} | {f1:.3f} | {values} | {accuracy:.3f} | {took} |")

    readers = peers()
    for name in dict.fromkeys(case["set"] for case in cases):
        own = [case for case in cases if case["set"] == name]
        gold = [case["gold"] for case in own]
        line(name, "copydesk", [[(a, b, float(v)) for a, b, v in case["copydesk"]] for case in own], gold, None)
        for reader, read in readers.items():
            if reader == "quantulum3" and name == "OrdinalModel":
                continue
            begun = time.perf_counter()
            found = [read(name, case["text"]) for case in own]
            line(name, reader, found, gold, time.perf_counter() - begun)


if __name__ == "__main__":
    main()
