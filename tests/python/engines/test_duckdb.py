"""DuckDB: relations, their own connections, and batches."""

from __future__ import annotations

import copydesk
import pytest
from conftest import IDS, NOT_UTF8, ODD, OPTIONS, articles, check, check_odd, expected, without_nulls

duckdb = pytest.importorskip("duckdb")
pa = pytest.importorskip("pyarrow")
import copydesk.duckdb  # noqa: E402


@pytest.fixture
def connection() -> duckdb.DuckDBPyConnection:
    return duckdb.connect()


def relation(connection: duckdb.DuckDBPyConnection, **columns: object) -> duckdb.DuckDBPyRelation:
    return duckdb.from_arrow(pa.table(columns), connection=connection)


def documents(made: duckdb.DuckDBPyRelation) -> list[dict[str, object]]:
    return [row["document"] for row in made.to_arrow_table().to_pylist()]


def test_the_same_documents(connection: duckdb.DuckDBPyConnection) -> None:
    given = relation(connection, id=IDS, text=articles(), n=range(len(IDS)))
    made = copydesk.duckdb.parse(given, id_column="id", connection=connection, **OPTIONS)
    assert made.columns == ["id", "text", "n", "document"]
    check(made.order("n").to_arrow_table()["document"])
    # It can be asked again, and in another way.
    roles = made.project("n, len(list_filter(document.blocks, lambda block: block.role = 'headline')) as headlines")
    assert len(roles.fetchall()) == len(IDS)


def test_it_streams(connection: duckdb.DuckDBPyConnection) -> None:
    many = connection.sql("select range as n, 'Ferry ' || range || ' returns' as text from range(100000)")
    made = copydesk.duckdb.parse(many, connection=connection, columns="body")
    with_limit = made.limit(3).fetchall()
    assert len(with_limit) == 3
    rows = 0
    for batch in made.to_arrow_reader(5000):
        assert batch.num_rows <= 5000
        numbers, bodies = batch.column("n").to_pylist(), batch.column("document").field("body").to_pylist()
        assert bodies == [f"Ferry {number} returns" for number in numbers]
        rows += batch.num_rows
    assert rows == 100_000


@pytest.mark.parametrize("kind", ["string", "large_string", "string_view", "dictionary", "chunks", "enum"])
def test_types_of_strings(kind: str, connection: duckdb.DuckDBPyConnection) -> None:
    column = pa.array(ODD, pa.large_string() if kind == "large_string" else pa.string())
    expected_texts = ODD
    if kind == "dictionary":
        column = column.dictionary_encode()
    elif kind == "string_view":
        column = column.cast(pa.string_view())
    elif kind == "chunks":
        column, expected_texts = pa.chunked_array([column, column[:0], column]), ODD * 2
    given = relation(connection, text=column)
    if kind == "enum":
        column = pa.array(["a", None, "b"])
        given = relation(connection, text=column).project("cast(text as enum('a', 'b')) as text")
        expected_texts = ["a", None, "b"]
    check_odd(documents(copydesk.duckdb.parse(given, connection=connection)), expected_texts)
    empty = copydesk.duckdb.parse(given.limit(0), connection=connection)
    assert empty.fetchall() == []


def test_bytes(connection: duckdb.DuckDBPyConnection) -> None:
    given = relation(connection, text=pa.array([NOT_UTF8, None]))
    first, second = documents(copydesk.duckdb.parse(given, connection=connection))
    assert {"id": "", **without_nulls(first)} == expected(NOT_UTF8)
    assert without_nulls(second) == {"schema": "copydesk/1"}


def test_the_default_connection_and_odd_names() -> None:
    given = duckdb.sql('select \'Ferry returns\' as "the ""text""", 7 as url')
    made = copydesk.duckdb.parse(given, 'the "text"', id_column="url", into='the "document"', columns=["id", "body"])
    assert made.fetchall() == [("Ferry returns", 7, {"id": "7", "body": "Ferry returns"})]


def test_what_does_not_exist(connection: duckdb.DuckDBPyConnection) -> None:
    given = relation(connection, text=["a"], n=[1])
    for column, options, error in (
        ("body", {}, "no column `body`; there are text, n"),
        ("text", {"id_column": "url"}, "no column `url`"),
        ("n", {}, "holds Int64, not strings"),
        ("text", {"into": "n"}, "a column `n` already"),
    ):
        with pytest.raises(copydesk.InvalidInput, match=error):
            copydesk.duckdb.parse(given, column, connection=connection, **options)
    with pytest.raises(copydesk.UnknownName, match="quotations"):
        copydesk.duckdb.parse(given, connection=connection, layers="quotes")
