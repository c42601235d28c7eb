"""Documents and batches of them, as files."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeAlias, cast

from ._copydesk import _Writer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._copydesk import Document, _ArrowArray, _ArrowStream
    from ._types import WrittenForm

    _Table: TypeAlias = _ArrowArray | _ArrowStream
    _Batches: TypeAlias = Iterable[_Table | Document]


def write(
    batches: _Table | _Batches,
    path: str | os.PathLike[str],
    *,
    form: WrittenForm | None = None,
) -> int:
    """Writes documents to a file, and gives the number of its rows: lines of JSON (`.jsonl`), packed or not (`.gz`, `.zst`), or Parquet (`.parquet`).

    `batches` are what `read` gives, or its batches one by one; any table or stream with the Arrow PyCapsule interface (pyarrow, Polars,
    pandas, DuckDB), or an iterable of them, all with the same columns; or documents. `form` (`jsonl`, `parquet`) says what to write where the
    name does not. A line of a document is what `copydesk parse` writes.

    The file has its name once it is whole and on the disk, and replaces one of that name. If anything is raised before, by `batches` too,
    nothing is left of it. A file that cannot be written raises `OSError`, what is no batch `InvalidInput`.
    """
    writer = _Writer(os.fspath(path), form)
    try:
        for batch in _batches(batches):
            writer.write(batch)
        return writer.keep()
    finally:
        writer.drop()


def _batches(given: _Table | _Batches) -> _Batches:
    """A table is written whole: to go through its columns, or through its rows, is not what is meant."""
    if hasattr(given, "__arrow_c_stream__") or hasattr(given, "__arrow_c_array__"):
        return [cast("_Table", given)]
    return cast("_Batches", given)
