"""How fast the engines are, beside the command, on the same articles in one run: `make test-engines` installs them.

Each reads from its own memory, has one worker and one thread, and its result is read to the end; the command reads a file and writes one. What an
engine needs to start is not counted. Before a figure is printed, all must have made the same documents, by the number of their blocks. What is
not installed is left out.

`python benches/python/engines.py COMMAND [COUNT] [ROUNDS] [LAYERS]`, with the path of `copydesk`, built with `--release`.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import json
import logging
import os
import statistics
import subprocess
import sys
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

os.environ["POLARS_MAX_THREADS"] = "1"
os.environ["PYSPARK_PYTHON"] = sys.executable

import copydesk
import pyarrow as pa
from articles import articles

COMMAND = sys.argv[1] if len(sys.argv) > 1 else sys.exit(__doc__)
COUNT, ROUNDS, LAYERS = (*sys.argv[2:], *("10000", "3", "all")[len(sys.argv) - 2 :])

Task = tuple[Callable[[], Any], Callable[[Any], int]]
"""What is timed, and how many blocks there are in what it gives."""


def blocks_of(column: pa.ChunkedArray) -> int:
    """The blocks of a column of documents."""
    return sum(len(chunk.field("blocks").flatten()) for chunk in column.chunks)


@contextmanager
def command(folder: Path, table: pa.Table) -> Iterator[Task]:
    """The command, from file to file."""
    given, made = folder / "articles.jsonl", folder / "documents.jsonl"
    given.write_text("".join(json.dumps(row) + "\n" for row in table.to_pylist()), encoding="utf-8")

    def count(_: Any) -> int:
        with made.open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        if any(row["layers"].keys() != copydesk.parse("", layers=LAYERS).layers.keys() for row in rows):
            raise SystemExit(f"{COMMAND} is of another version: it has other layers")
        return sum(len(row["blocks"]) for row in rows)

    yield (
        lambda: subprocess.run([COMMAND, "parse", given, "--threads", "1", "--layers", LAYERS, "-o", made], check=True),
        count,
    )


@contextmanager
def parse_arrow(folder: Path, table: pa.Table) -> Iterator[Task]:
    """What the engines call, alone."""

    def count(made: Any) -> int:
        return sum(len(chunk.flatten()) for chunk in pa.table(made).column("blocks").chunks)

    yield lambda: copydesk.parse_arrow(table, layers=LAYERS), count


@contextmanager
def polars(folder: Path, table: pa.Table) -> Iterator[Task]:
    """An expression, eager."""
    import copydesk.polars  # noqa: F401
    import polars as pl

    frame: Any = pl.from_arrow(table)
    document = pl.col("text").copydesk.parse(layers=LAYERS)
    yield (
        lambda: frame.with_columns(document=document),
        lambda made: made["document"].struct.field("blocks").list.len().sum(),
    )


@contextmanager
def pandas(folder: Path, table: pa.Table) -> Iterator[Task]:
    """The accessor of a series."""
    import copydesk.pandas  # noqa: F401

    texts: Any = table.to_pandas()["text"]
    yield (
        lambda: texts.copydesk.parse(layers=LAYERS),
        lambda made: sum(len(blocks) for blocks in made["blocks"]),
    )


@contextmanager
def duckdb(folder: Path, table: pa.Table) -> Iterator[Task]:
    """A relation, to Arrow."""
    import copydesk.duckdb
    import duckdb

    connection = duckdb.connect(config={"threads": 1})
    connection.register("articles", table)
    made = copydesk.duckdb.parse(connection.table("articles"), connection=connection, layers=LAYERS)
    yield made.to_arrow_table, lambda made: blocks_of(made.column("document"))


@contextmanager
def datasets(folder: Path, table: pa.Table) -> Iterator[Task]:
    """`map`, which writes its result to a file and maps it."""
    import copydesk.datasets
    import datasets

    datasets.disable_progress_bars()
    data = datasets.Dataset(table)
    numbers = iter(range(1000))

    def run() -> Any:
        cache = str(folder / f"{next(numbers)}.arrow")
        return data.map(copydesk.datasets.Parser(layers=LAYERS), batched=True, cache_file_name=cache)

    yield run, lambda made: blocks_of(made.data.table.column("document"))


@contextmanager
def spark(folder: Path, table: pa.Table) -> Iterator[Task]:
    """`mapInArrow`, from a frame that is cached, to a sum of what Spark was given back."""
    import copydesk.spark
    from pyspark.sql import SparkSession, functions

    builder = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
    session = builder.config("spark.driver.bindAddress", "127.0.0.1").getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    frame = session.createDataFrame(table).cache()
    frame.count()
    blocks = functions.sum(functions.size("document.blocks")).alias("blocks")
    yield lambda: copydesk.spark.parse(frame, layers=LAYERS).select(blocks).collect(), lambda rows: rows[0].blocks
    session.stop()


@contextmanager
def ray(folder: Path, table: pa.Table) -> Iterator[Task]:
    """`map_batches`, to tables in the object store."""
    import copydesk.ray
    import ray

    ray.init(num_cpus=1, include_dashboard=False, log_to_driver=False, logging_level="ERROR")
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.print_on_execution_start = False
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    dataset = ray.data.from_arrow(table).materialize()

    def count(made: Any) -> int:
        return sum(blocks_of(table.column("document")) for table in ray.get(made.to_arrow_refs()))

    yield lambda: copydesk.ray.parse(dataset, layers=LAYERS).materialize(), count
    ray.shutdown()


@contextmanager
def datatrove(folder: Path, table: pa.Table) -> Iterator[Task]:
    """The step, which makes Python dictionaries."""
    import copydesk.datatrove
    from datatrove.data import Document

    texts, step = table.column("text").to_pylist(), copydesk.datatrove.Articles(layers=LAYERS)
    yield (
        lambda: list(step.run(Document(text, str(number)) for number, text in enumerate(texts))),
        lambda made: sum(len(document.metadata["document"]["blocks"]) for document in made),
    )


@contextmanager
def dolma(folder: Path, table: pa.Table) -> Iterator[Task]:
    """Attributes, from file to file."""
    import copydesk.dolma

    given, made = folder / "dolma.jsonl", folder / "attributes.jsonl"
    given.write_text("".join(json.dumps(row) + "\n" for row in table.to_pylist()), encoding="utf-8")

    def count(_: Any) -> int:
        # Of each role there is a list; what is no role is a layer. Blank blocks have no attributes, and are counted in the other tasks.
        blank = sum(not block.content for document in parsed for block in document.blocks)
        with made.open(encoding="utf-8") as lines:
            attributes = [json.loads(line)["attributes"] for line in lines]
        names = {f"copydesk__{layer}" for layer in copydesk.LAYERS}
        return blank + sum(len(spans) for row in attributes for name, spans in row.items() if name not in names)

    parsed = copydesk.parse_batch(table.column("text").to_pylist())
    yield lambda: copydesk.dolma.attributes(given, made, layers=LAYERS), count


@contextmanager
def spacy(folder: Path, table: pa.Table) -> Iterator[Task]:
    """Parsed, and made a `Doc` with spans and sentence starts; most of it is spaCy's tokenizer."""
    import copydesk.spacy
    import spacy

    nlp, texts = spacy.blank("en"), table.column("text").to_pylist()

    def run() -> int:
        # Docs are dropped one by one: ten thousand of them take gigabytes.
        blocks = 0
        for document in copydesk.parse_batch(texts, layers=LAYERS):
            made = copydesk.spacy.to_doc(document, nlp)
            blocks += len(made.spans["blocks"]) + sum(not block.content for block in document.blocks)
        return blocks

    yield run, lambda blocks: blocks


TASKS = (command, parse_arrow, polars, pandas, duckdb, datasets, spark, ray, datatrove, dolma, spacy)


def main() -> None:
    """The table."""
    warnings.simplefilter("ignore")
    texts = articles(int(COUNT), "clean")
    table = pa.table({"text": texts})
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    seconds: dict[str, list[float]] = {}
    blocks: dict[str, int] = {}
    for task in TASKS:
        name = "copydesk parse" if task is command else task.__name__
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            try:
                run, count = stack.enter_context(task(folder, table))
            except ImportError as error:
                print(f"{name} is left out: {error}")
                continue
            blocks[name] = count(run())
            seconds[name] = []
            for _ in range(int(ROUNDS)):
                start = time.perf_counter()
                made = run()
                seconds[name].append(time.perf_counter() - start)
                del made
    if len(set(blocks.values())) > 1:
        raise SystemExit(f"not the same documents: {blocks}")
    base = statistics.median(seconds["copydesk parse"])
    print(f"\n{COUNT} articles, {megabytes:.1f} MB, layers {LAYERS}; one worker each, medians of {ROUNDS} rounds")
    print(f"{'':18}{'version':>10}{'MB/s':>8}{'spread':>9}{'of the command':>16}")
    for name, times in seconds.items():
        median = statistics.median(times)
        spread = (max(times) - min(times)) / median
        print(f"{name:18}{version(name):>10}{megabytes / median:8.1f}{spread:9.0%}{base / median:15.0%}")


def version(name: str) -> str:
    """The version of an engine."""
    if name in ("copydesk parse", "parse_arrow", "dolma"):
        return copydesk.__version__
    if name == "datatrove":
        return importlib.metadata.version(name)
    return str(importlib.import_module({"spark": "pyspark"}.get(name, name)).__version__)


if __name__ == "__main__":
    main()
