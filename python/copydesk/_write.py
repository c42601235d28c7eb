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
    """Writes documents to a file and returns its number of rows: JSON lines (`.jsonl`), compressed or not (`.gz`, `.zst`), or Parquet (`.parquet`).

    `batches` can be the result of `read`, or its batches one by one; any table or stream with the Arrow PyCapsule interface (pyarrow,
    Polars, pandas, DuckDB), or an iterable of them, all with the same columns; or documents. `form` (`jsonl`, `parquet`) sets the format if
    the name does not. Each JSON line is what `copydesk parse` writes.

    The file appears under its name only when it is complete and on disk, and replaces a file of that name. If anything raises before that,
    including `batches`, nothing is left of it. A file that cannot be written raises `OSError`; an invalid batch raises `InvalidInput`.
    """
    writer = _Writer(os.fspath(path), form)
    try:
        for batch in _batches(batches):
            writer.write(batch)
        return writer.keep()
    finally:
        writer.drop()


def _batches(given: _Table | _Batches) -> _Batches:
    """A table is written whole, not iterated over by its columns or rows."""
    if hasattr(given, "__arrow_c_stream__") or hasattr(given, "__arrow_c_array__"):
        return [cast("_Table", given)]
    return cast("_Batches", given)
