"""What the tests of the engines share: the articles, and the documents that every engine must make of them."""

from __future__ import annotations

import json
import os
import random
import sys
from functools import cache
from pathlib import Path
from typing import Any

import copydesk
import pytest

ROOT = Path(__file__).resolve().parents[3]
COUNT = int(os.environ.get("COPYDESK_ENGINES_COUNT", "300"))

# Workers of Spark and Ray are this interpreter, not the one that is found first.
os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
os.environ.setdefault("HF_HUB_OFFLINE", "1")

PLACES = ("Harrow Sound", "Brannock", "Skerry", "Dunmarra", "Tarn Valley", "Orrin Quay", "Fährhafen", "Saint-Élan")
PEOPLE = ("Ines Calloway", "Morag Tulloch", "Dean Pascoe", "Zoë Brandt", "Liam Rusk", "Ana Ferrão")
PAPERS = ("Harbour Gazette", "The Skerry Times", "Tarn Valley Advertiser", "Norhaven Messenger")


def article(number: int) -> str:
    """An article of a newspaper that does not exist: one of the project's own for every fifth, and one put together for the others."""
    fixtures = texts_of_fixtures()
    if number % 5 == 0:
        return fixtures[number // 5 % len(fixtures)]
    draw = random.Random(number)
    place, other = draw.sample(PLACES, 2)
    who, amount, year = draw.choice(PEOPLE), draw.randrange(2, 900), draw.randrange(1990, 2025)
    sentences = (
        f"“Nobody wants a boat that stops half way,” said {who}, who runs a cold store in {place}.",
        f"The year- on- year fall of {draw.randrange(2, 60)} per cent cost the islands some $ {amount}.4 million.",
        f"The Skerry Chamber of Trade ( SCT) expects a two- year, long- term lease 🚢 by May 3, {year}.",
        f"It was the {draw.randrange(2, 40)}th time since {year}; the SCT wrote to desk@{draw.randrange(99)}.ferry.example.",
        f"First, the quay of {other} must be dredged; second, the lease must be signed.",
        f"Trade over the quay stood at €{amount} million, up from €{amount - 1} million, in {year}.",
    )
    paragraphs = [" ".join(draw.sample(sentences, draw.randrange(1, 5))) for _ in range(draw.randrange(2, 7))]
    head = [draw.choice(PAPERS), f"Ferry {number} to {place} will sail again", draw.choice(("-", f"By {who}"))]
    return "\n\n".join([*head, *paragraphs, "Newspapers in English", f"Newspapers from {other}"])


@cache
def texts_of_fixtures() -> list[str]:
    paths = sorted((ROOT / "tests" / "articles").rglob("*.txt"))
    return [path.read_bytes().decode("utf-8", "replace") for path in paths]


@cache
def articles() -> list[str]:
    return [article(number) for number in range(COUNT)]


IDS = [f"article-{number}" for number in range(COUNT)]
OPTIONS = {"layers": "all", "repairs": "all"}

# What is hardly a text, and what is none.
ODD = [None, "", " \n\n", "x", "🚢", "Fähre\x00 returns\r\n", "é" * 5000, None]
NOT_UTF8 = b"Ferry \xff returns\n\nThe \xf0\x9f ferry is back.\n"


def without_nulls(value: Any) -> Any:
    """A value without the keys that have nothing, which JSON leaves out in some places and Arrow cannot."""
    if isinstance(value, dict):
        return {key: without_nulls(member) for key, member in value.items() if member is not None}
    return [without_nulls(member) for member in value] if isinstance(value, list) else value


def expected(text: str | bytes, id: str = "", **options: Any) -> dict[str, Any]:
    """What a row says of a text."""
    return without_nulls(json.loads(copydesk.parse(text, id=id, **options).to_json()))


@cache
def documents() -> list[dict[str, Any]]:
    """The document of each article, as its JSON has it."""
    return [expected(text, id, **OPTIONS) for text, id in zip(articles(), IDS, strict=True)]


@cache
def reference() -> Any:
    """The documents as a column of Arrow, which `test_arrow.py` holds to their JSON."""
    import pyarrow as pa
    from copydesk._engines import Parser

    return Parser(id_column="id", **OPTIONS).documents(pa.table({"id": IDS, "text": articles()})).combine_chunks()


def check(column: Any) -> None:
    """Compares what an engine made of the articles, in order, with the documents: a column of Arrow, or rows."""
    import pyarrow as pa

    if not isinstance(column, pa.Array | pa.ChunkedArray):
        column = pa.array(list(column), reference().type)
    if isinstance(column, pa.ChunkedArray):
        column = column.combine_chunks()
    assert [field.name for field in column.type] == [field.name for field in reference().type]
    column = column.cast(reference().type)
    if not column.equals(reference()):
        # Which one, and how.
        for row, document in zip(column.to_pylist(), reference().to_pylist(), strict=True):
            assert row == document
        raise AssertionError("the columns differ, their rows do not")


def check_odd(rows: list[dict[str, Any]], texts: list[str | None] = ODD) -> None:
    """The same for odd texts, which have no ids. A row without a text has nothing but its schema."""
    for row, text in zip(rows, texts, strict=True):
        found = without_nulls(row)
        if text is None:
            assert found == {"schema": "copydesk/1"}
        else:
            assert {"id": "", **found} == expected(text)


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Engines write where they are started."""
    monkeypatch.chdir(tmp_path)
    return


def run_example(module: Any, **names: Any) -> dict[str, Any]:
    """Runs the example at the head of a module, where it is no doctest, and gives what it made."""
    code = module.__doc__.partition("```python\n")[2].partition("```")[0]
    assert code
    exec(code, names)
    return names
