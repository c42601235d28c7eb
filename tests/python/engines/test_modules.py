"""The modules themselves: examples that run, what is said where an engine is missing, and what an import loads."""

from __future__ import annotations

import doctest
import importlib
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import copydesk
import pytest
from conftest import documents, reference, without_nulls

PACKAGE = Path(copydesk.__file__).parent
ENGINES = sorted(path.stem for path in PACKAGE.glob("*.py") if not path.stem.startswith("_"))
# What has no engine needs none.
WITH_ENGINE = [name for name in ENGINES if name != "dolma"]
PACKAGES = {"spark": "pyspark"}


def test_the_reference_is_the_json_of_the_documents() -> None:
    pytest.importorskip("pyarrow")
    for row, document in zip(reference().to_pylist(), documents(), strict=True):
        assert without_nulls(row) == document


def test_there_are_engines() -> None:
    assert {"polars", "pandas", "duckdb", "datasets", "spark", "ray", "datatrove", "dolma", "spacy"} <= set(ENGINES)


@pytest.mark.parametrize("name", ENGINES)
def test_the_examples(name: str) -> None:
    if name != "dolma" and find_spec(PACKAGES.get(name, name)) is None:
        pytest.skip(f"{PACKAGES.get(name, name)} is not installed")
    module = importlib.import_module(f"copydesk.{name}")
    failed, tried = doctest.testmod(module)
    assert failed == 0
    # Those of Spark and Ray need a session: their tests run them.
    assert tried > 0 or name in ("spark", "ray")
    assert module.__doc__
    assert all(getattr(module, member).__doc__ for member in module.__all__)


@pytest.mark.parametrize("name", WITH_ENGINE)
def test_what_is_said_where_the_engine_is_missing(name: str) -> None:
    missing = PACKAGES.get(name, name)
    script = f"import sys; sys.modules[{missing!r}] = None; import copydesk.{name}"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith("ImportError: needs "), done.stderr
    assert last.endswith(f"pip install 'copydesk[{name}]'")


def test_the_package_alone_loads_no_engine() -> None:
    script = (
        "import sys, copydesk\n"
        "print([name for name in sys.modules if name.startswith('copydesk.') and not name.startswith('copydesk._')])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_dolma_needs_nothing() -> None:
    script = "import sys\nfor name in ('pyarrow', 'numpy'): sys.modules[name] = None\nimport copydesk.dolma"
    subprocess.run([sys.executable, "-c", script], check=True)
