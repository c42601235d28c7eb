"""What the README shows in Python is what happens."""

from __future__ import annotations

import doctest

import copydesk
import pytest
from conftest import ROOT


def test_the_readme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = text.split("```python\n")[1:]
    # A fence ends an example as an empty line does.
    examples = "\n\n".join(block.partition("\n```")[0] for block in blocks)
    test = doctest.DocTestParser().get_doctest(examples, {}, "README.md", "README.md", 0)
    runner = doctest.DocTestRunner(optionflags=flags, verbose=False)
    output: list[str] = []
    runner.run(test, out=output.append)
    assert runner.summarize(verbose=False).failed == 0, "".join(output)
    assert len(test.examples) >= 10


def test_the_docstrings() -> None:
    failed, tried = doctest.testmod(copydesk)
    assert (failed, tried) == (0, 4)
