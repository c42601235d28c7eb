"""The package as it is installed: what an import does, the stub, the types."""

from __future__ import annotations

import os
import subprocess
import sys
import typing
from pathlib import Path

import copydesk
from conftest import ROOT
from copydesk import _types

PACKAGE = Path(copydesk.__file__).parent


def python(*arguments: str, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=cwd,
        env={**os.environ, **environment},
    )


def test_what_is_tested_is_what_was_installed() -> None:
    assert ROOT not in PACKAGE.parents or "site-packages" in PACKAGE.parts
    assert (PACKAGE / "py.typed").is_file()
    assert (PACKAGE / "_copydesk.pyi").is_file()


def test_an_import_pulls_in_nothing_but_the_standard_library() -> None:
    script = (
        "import sys; before = set(sys.modules); import copydesk\n"
        "new = {name.partition('.')[0] for name in set(sys.modules) - before} - {'copydesk'}\n"
        "print(sorted(name for name in new if name not in sys.stdlib_module_names))"
    )
    done = python("-I", "-W", "error", "-c", script)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_a_parse_needs_nothing_that_is_optional() -> None:
    script = (
        "import sys\n"
        "for name in ('pyarrow', 'polars', 'pandas', 'numpy', 'duckdb'): sys.modules[name] = None\n"
        "import copydesk\n"
        "d = copydesk.parse('Ferry returns', layers='all'); d.to_dict(); d._repr_html_(); list(copydesk.read(sys.argv[1]))\n"
        "print(d.text)"
    )
    done = python("-c", script, str(ROOT / "examples"))
    assert (done.stdout, done.stderr) == ("Ferry returns\n", "")


def test_everything_public_is_documented() -> None:
    for name in copydesk.__all__:
        member = getattr(copydesk, name)
        if isinstance(member, type) or callable(member):
            assert member.__doc__, name
    for holder in (copydesk.Document, copydesk.Items, copydesk.Row, copydesk.ArrowTable):
        for name in dir(holder):
            if not name.startswith("_"):
                assert getattr(holder, name).__doc__, f"{holder.__name__}.{name}"
    assert sorted(copydesk.__all__) == sorted(set(copydesk.__all__))
    assert set(copydesk.__all__) <= set(dir(copydesk))


def test_names_of_closed_sets() -> None:
    risks = typing.get_args(_types.Risk)
    assert all(copydesk.parse("a", repairs=risk).text == "a" for risk in risks)
    for form in typing.get_args(_types.Form):
        copydesk.read([], form=form)
    for parts in typing.get_args(_types.Parts):
        copydesk.documents("a", parts=parts)
    for registry in (copydesk.RULES, copydesk.LAYERS, copydesk.ENVELOPES, copydesk.LANGUAGES, copydesk.ROLES):
        assert registry
        assert all(isinstance(name, str) for name in registry)


def test_the_stub_is_what_the_module_says() -> None:
    done = python(str(ROOT / "crates/copydesk-python/stub/generate.py"), "--check")
    assert done.returncode == 0, done.stderr
    assert (PACKAGE / "_copydesk.pyi").read_bytes() == (ROOT / "python/copydesk/_copydesk.pyi").read_bytes()


def test_the_stub_fits_the_module(tmp_path: Path) -> None:
    allowed = str(ROOT / "tests/python/stubtest-allowlist.txt")
    done = python("-m", "mypy.stubtest", "copydesk._copydesk", "--allowlist", allowed, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


USES = """
from typing import assert_type
import copydesk
import polars
from copydesk import Block, Document, Items, Span

document = copydesk.parse("x", layers=["links"], repairs="none")
assert_type(document, Document)
assert_type(document.headline, str | None)
assert_type(document.blocks, Items[Block])
assert_type(document.blocks[0], Block)
assert_type(document.blocks[1:], tuple[Block, ...])
assert_type(document.blocks[0].text, Span)
assert_type(document.byline.authors[0].email, str | None)
for repair in document.repairs:
    assert_type(repair.before, bytes)
for link in document.links:
    link.kind == "url"
    assert_type(link.block, int)
document.headlin  # error
copydesk.parse(7)  # error
copydesk.parse("x", layer="links")  # error
document.blocks[0].role = "x"  # error
assert_type(copydesk.parse_batch(["a", b"b"]), list[Document])
assert_type(copydesk.parse_batch(["a"], errors="return"), list[Document | Exception])
polars.DataFrame(copydesk.parse_arrow(polars.DataFrame({"text": ["a"]})))
for batch in copydesk.read("a.txt"):
    polars.DataFrame(batch)
"""


def test_types_as_a_user_sees_them(tmp_path: Path) -> None:
    path = tmp_path / "uses.py"
    path.write_text(USES, encoding="utf-8")
    done = python("-m", "mypy", "--strict", "--config-file", os.devnull, str(path), cwd=tmp_path)
    expected = [number for number, line in enumerate(USES.splitlines(), 1) if line.endswith("# error")]
    found = [int(line.split(":")[1]) for line in done.stdout.splitlines() if ": error:" in line]
    assert found == expected, done.stdout


# The module as a build without optimisation has it: made before the package is, which then finds it there.
UNOPTIMISED = """\
import sys
from importlib.machinery import PathFinder
from importlib.util import find_spec, module_from_spec

spec = PathFinder.find_spec("copydesk._copydesk", find_spec("copydesk").submodule_search_locations)
module = sys.modules[spec.name] = module_from_spec(spec)
spec.loader.exec_module(module)
module._OPTIMISED = False
"""


def test_a_build_without_optimisation_warns() -> None:
    script = "import copydesk; print(copydesk.parse('Ferry returns').text)"
    done = python("-c", UNOPTIMISED + script)
    assert done.stdout == "Ferry returns\n", done.stderr
    assert "RuntimeWarning: copydesk was built without optimisation" in done.stderr
    assert "<string>:9" in done.stderr or "import copydesk" in done.stderr
    assert python("-W", "error", "-c", script).stderr == ""
