"""Spark: a session on this machine, with workers of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import copydesk
import pytest
from conftest import IDS, NOT_UTF8, ODD, OPTIONS, articles, check, check_odd, expected, run_example, without_nulls

pyspark = pytest.importorskip("pyspark")
pa = pytest.importorskip("pyarrow")
if shutil.which("java") is None:
    pytest.skip("there is no Java", allow_module_level=True)
import copydesk.spark  # noqa: E402
from pyspark.sql import DataFrame, SparkSession  # noqa: E402


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    builder = SparkSession.builder.master("local[2]").appName("copydesk")
    for name, value in {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.warehouse.dir": str(tmp_path_factory.mktemp("warehouse")),
        "spark.sql.shuffle.partitions": "2",
    }.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def documents(frame: DataFrame) -> list[dict[str, object]]:
    return [row["document"] for row in frame.select("document").toArrow().to_pylist()]


def test_the_same_documents(session: SparkSession) -> None:
    given = session.createDataFrame(pa.table({"id": IDS, "text": articles(), "n": range(len(IDS))})).repartition(3)
    made = copydesk.spark.parse(given, id_column="id", **OPTIONS)
    assert made.columns == ["id", "text", "n", "document"]
    table = made.select("n", "document").toArrow()
    check(table.sort_by("n")["document"])
    headlines = made.select("n", "document.headline", "document.byline.status").orderBy("n").collect()
    assert [row.n for row in headlines] == list(range(len(IDS)))


def test_odd_texts(session: SparkSession) -> None:
    given = session.createDataFrame([(text, [number]) for number, text in enumerate(ODD)], "text string, n array<int>")
    made = copydesk.spark.parse(given.coalesce(1))
    check_odd(documents(made))
    assert [row.n for row in made.select("n").collect()] == [[number] for number in range(len(ODD))]
    empty = copydesk.spark.parse(given.limit(0))
    assert empty.collect() == []
    assert empty.schema == made.schema


def test_bytes(session: SparkSession) -> None:
    given = session.createDataFrame([(bytearray(NOT_UTF8),), (None,)], "text binary").coalesce(1)
    # A string of Spark need not be UTF-8 either.
    for frame in (given, given.selectExpr("cast(text as string) as text")):
        first, second = documents(copydesk.spark.parse(frame))
        assert {"id": "", **without_nulls(first)} == expected(NOT_UTF8)
        assert without_nulls(second) == {"schema": "copydesk/1"}


def test_in_two_steps(session: SparkSession) -> None:
    given = session.createDataFrame([("Ferry returns", 7)], "body string, url int")
    parser = copydesk.spark.Parser("body", id_column="url", into="d", columns=("id", "text", "error"), layers=["links"])
    made = given.mapInArrow(parser, parser.schema_of(given))
    assert made.select("d.*").collect() == [("7", "Ferry returns", None)]


def test_the_example(session: SparkSession) -> None:
    given = session.createDataFrame([("a", "Ferry returns"), ("b", None)], "url string, text string")
    made = run_example(copydesk.spark, frame=given)
    assert documents(made["documents"])[0]["text"] == "Ferry returns"


def test_what_does_not_exist(session: SparkSession) -> None:
    given = session.createDataFrame([("Ferry returns", 7)], "text string, n int")
    for column, options, error in (
        ("body", {}, "no column `body`; there are text, n"),
        ("text", {"id_column": "url"}, "no column `url`"),
        ("n", {}, "holds Int32, not strings"),
        ("text", {"into": "n"}, "a column `n` already"),
    ):
        with pytest.raises(copydesk.InvalidInput, match=error):
            copydesk.spark.parse(given, column, **options)
    with pytest.raises(copydesk.UnknownName, match="quotations"):
        copydesk.spark.parse(given, layers="quotes")
