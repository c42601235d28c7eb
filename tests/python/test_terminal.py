"""What the command does where a person sits."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path

import pytest
from conftest import command


@pytest.mark.parametrize(
    "arguments",
    [
        ("parse", "--to", "parquet"),
        ("parse", "--pack", "gz"),
        ("parse", "--to", "parquet", "-o", "/dev/tty"),
        ("figures", "--to", "parquet"),
    ],
)
def test_what_nobody_can_read_goes_to_no_terminal(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    article = tmp_path / "article.txt"
    article.write_text("The ferry cost $5 million.\n", encoding="utf-8")
    shown, terminal = pty.openpty()
    # The file may be the terminal by its name too.
    named = [os.ttyname(terminal) if argument == "/dev/tty" else argument for argument in arguments]
    done = subprocess.run([command(), *named, article], stdout=terminal, stderr=subprocess.PIPE, check=False)
    os.close(terminal)
    assert done.returncode == 2
    assert b"is nothing that a terminal shows: name a file with -o" in done.stderr
    os.close(shown)
