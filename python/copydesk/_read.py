"""Files of articles, as an iterator of Arrow batches."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ._copydesk import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._types import Form, Parts

    Path = str | os.PathLike[str]


def read(
    paths: Path | Iterable[Path],
    *,
    form: Form = "auto",
    text_field: str = "text",
    id_field: str = "id",
    parts: Parts = "article",
    record_limit: int | None = None,
    batch_size: int = 1024,
    threads: int = 1,
    envelope: str | None = None,
    language: str | None = None,
    repairs: str | Iterable[str] | None = "safe",
    layers: str | Iterable[str] | None = "none",
    profile: Path | None = None,
) -> Reader:
    """Reads files of articles: an iterator of Arrow batches, one row for each document, in order.

    A path is a file, a folder, or a pattern with `*`, `?`, `[…]` or `**`. A file holds plain text, DOCX, records (`.jsonl`, `.json`, `.csv`,
    `.tsv`, `.parquet`, `.warc`, `.wet`) with the text in `text_field`, or other files (`.zip`). Any file can be compressed (`.gz`, `.zst`).
    `form` sets the format if the name does not. The other fields of a record go to the column `input`. A record of more than
    `record_limit` bytes (128 MiB by default) is an error and is not kept in memory. A batch has up to `batch_size` records, fewer if they
    are long. `threads` is the number of threads, 0 for one per core; each has one batch in memory.

    An unreadable input does not raise and is not left out: its row has the file, the record and the reason in the column `error`. The
    columns and the unit of the offsets are those of `ArrowTable`; the options are those of `parse`.
    """
    named = [paths] if isinstance(paths, str | os.PathLike) else paths
    return Reader(
        [os.fspath(path) for path in named],
        form=form,
        text_field=text_field,
        id_field=id_field,
        parts=parts,
        record_limit=record_limit,
        batch_size=batch_size,
        threads=threads,
        envelope=envelope,
        language=language,
        repairs=repairs,
        layers=layers,
        profile=profile,
    )
