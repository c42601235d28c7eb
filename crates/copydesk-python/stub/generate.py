"""Writes the stub of the extension module: `python/copydesk/_copydesk.pyi`.

The types are in `template.pyi`. The docstrings come from the module as it is built, and so do the layers: for each a class of its rows,
made from its columns, and an attribute of the document. `--check` compares with what is committed.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import subprocess
import sys
from pathlib import Path

from copydesk import LAYERS, _copydesk

HERE = Path(__file__).resolve().parent
STUB = HERE.parent.parent.parent / "python" / "copydesk" / "_copydesk.pyi"
HEAD = "# Made by crates/copydesk-python/stub/generate.py (`make stub`): change template.pyi there, or the docstrings in Rust.\n\n"
TYPES = {"index": "int", "string": "str", "span": "Span", "spans": "tuple[Span, ...]", "mention": "Mention"}


def row_class(layer: str) -> str:
    """The name of the class of a layer's rows: `_LinksRow`."""
    return f"_{layer.title().replace('-', '').replace('_', '')}Row"


def row_source(layer: str) -> str:
    """The class of a layer's rows. It does not exist at run time, where all rows are of one class."""
    lines = ["@type_check_only", f"class {row_class(layer)}(Row):", f'    """A row of the layer `{layer}`."""']
    for name, kind, nullable, doc in _copydesk._columns(layer):
        words = [f'"{word}"' for word in kind.split("|")[1:]]
        kind = f"Literal[{', '.join(words)}]" if words else TYPES[kind]
        lines += ["    @property", f"    def {name}(self) -> {kind}{' | None' if nullable else ''}:"]
        lines += [f"        {doc.strip()!r}"]
    return "\n".join(lines)


def document(node: ast.AST, runtime: object) -> None:
    """Gives a definition, and what is in it, the docstrings that it has at run time."""
    # What is not there at run time has no docstring; None has one of its own from Python 3.13 on.
    if not isinstance(node, ast.ClassDef | ast.FunctionDef) or runtime is None:
        return
    if isinstance(node, ast.ClassDef):
        for member in node.body:
            if isinstance(member, ast.FunctionDef):
                document(member, getattr(runtime, member.name, None))
    overloaded = any(isinstance(mark, ast.Name) and mark.id == "overload" for mark in node.decorator_list)
    text = getattr(runtime, "__doc__", None)
    if not text or overloaded or node.name.startswith("__"):
        return
    indented = text.strip().replace("\n", "\n    " if node.col_offset == 0 else "\n        ")
    if "\n" in indented:
        indented += "\n    " if node.col_offset == 0 else "\n        "
    body = [] if isinstance(node, ast.FunctionDef) else node.body
    node.body = [ast.Expr(ast.Constant(indented)), *body]


def generate() -> str:
    """The stub."""
    tree = ast.parse((HERE / "template.pyi").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and node.name == "Document":
            for layer in LAYERS:
                source = f"class Document:\n    @property\n    def {layer}(self) -> Items[{row_class(layer)}]: ..."
                (holder,) = ast.parse(source).body
                assert isinstance(holder, ast.ClassDef)
                node.body += holder.body
    for node in tree.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef):
            document(node, getattr(_copydesk, node.name, None))
    for layer in LAYERS:
        tree.body += ast.parse(row_source(layer)).body
    after_imports = next(index for index, node in enumerate(tree.body) if not isinstance(node, ast.ImportFrom))
    tree.body[after_imports:after_imports] = ast.parse(f"__all__ = {sorted(_copydesk.__all__)}").body
    made = HEAD + ast.unparse(tree)
    for command in (["check", "--quiet", "--select", "I,RUF022", "--fix"], ["format"]):
        ruff = [sys.executable, "-m", "ruff", *command, "--stdin-filename", str(STUB), "-"]
        made = subprocess.run(ruff, input=made, capture_output=True, text=True, check=True).stdout
    return made


def main() -> int:
    """Writes the stub, or compares it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare with what is committed, and write nothing")
    made = generate()
    if not parser.parse_args().check:
        STUB.write_text(made, encoding="utf-8")
        return 0
    committed = STUB.read_text(encoding="utf-8") if STUB.exists() else ""
    lines = difflib.unified_diff(committed.splitlines(), made.splitlines(), "committed", "made", lineterm="")
    difference = "\n".join(lines)
    if difference:
        print(f"{difference}\nthe stub is not what the module says: run `make stub`", file=sys.stderr)
    return 1 if difference else 0


if __name__ == "__main__":
    sys.exit(main())
