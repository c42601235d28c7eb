"""Ray Data: a cluster of this machine, with workers of its own."""

from __future__ import annotations

from collections.abc import Iterator

import copydesk
import pytest
from conftest import IDS, NOT_UTF8, ODD, OPTIONS, articles, check, check_odd, expected, run_example, without_nulls

ray = pytest.importorskip("ray")
pa = pytest.importorskip("pyarrow")
pytest.importorskip("ray.data")
import copydesk.ray  # noqa: E402


@pytest.fixture(scope="module", autouse=True)
def cluster() -> Iterator[None]:
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, object_store_memory=200_000_000)
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    # Rows come out in the order in which they went in.
    context.execution_options.preserve_order = True
    yield
    ray.shutdown()


def rows(dataset: ray.data.Dataset) -> list[dict[str, object]]:
    return [row for table in ray.get(dataset.to_arrow_refs()) for row in table.to_pylist()]


def documents(dataset: ray.data.Dataset) -> list[dict[str, object]]:
    return [row["document"] for row in rows(dataset)]


def test_the_same_documents() -> None:
    given = ray.data.from_arrow(pa.table({"id": IDS, "text": articles(), "n": range(len(IDS))})).repartition(3)
    made = copydesk.ray.parse(given, id_column="id", **OPTIONS)
    parser = copydesk.ray.Parser(id_column="id", **OPTIONS)
    by_hand = given.map_batches(parser, batch_format="pyarrow", batch_size=50)
    for dataset in (made, by_hand):
        table = pa.concat_tables(ray.get(dataset.to_arrow_refs()))
        assert table.column_names == ["id", "text", "n", "document"]
        check(table.sort_by("n")["document"])


def test_odd_texts() -> None:
    texts = pa.array(ODD)
    for column in (texts, texts.cast(pa.large_string()), texts.dictionary_encode()):
        check_odd(documents(copydesk.ray.parse(ray.data.from_arrow(pa.table({"text": column})))))
    first, second = documents(copydesk.ray.parse(ray.data.from_arrow(pa.table({"text": [NOT_UTF8, None]}))))
    assert {"id": "", **without_nulls(first)} == expected(NOT_UTF8)
    assert without_nulls(second) == {"schema": "copydesk/1"}
    empty = ray.data.from_arrow(pa.table({"text": pa.array([], pa.string())}))
    assert copydesk.ray.parse(empty).count() == 0


def test_other_formats() -> None:
    made = copydesk.ray.parse(ray.data.from_items([{"text": "Ferry returns", "n": 1}]), columns=("body", "error"))
    assert made.take_all() == [{"text": "Ferry returns", "n": 1, "document": {"body": "Ferry returns", "error": None}}]
    assert made.to_pandas()["document"][0]["body"] == "Ferry returns"


def test_the_example() -> None:
    made = run_example(copydesk.ray, dataset=ray.data.from_items([{"text": "Ferry returns"}]))
    assert documents(made["documents"])[0]["text"] == "Ferry returns"


def test_what_does_not_exist() -> None:
    given = ray.data.from_items([{"text": "Ferry returns", "n": 1}])
    with pytest.raises(copydesk.UnknownName, match="quotations"):
        copydesk.ray.parse(given, layers="quotes")
    with pytest.raises(Exception, match="no column `body`"):
        copydesk.ray.parse(given, "body").take_all()
