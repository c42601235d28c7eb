"""Dolma: writes attributes files for files of documents. Needs only copydesk.

```python
import copydesk.dolma

copydesk.dolma.attributes("documents/news-0000.jsonl.gz", "attributes/copydesk/news-0000.jsonl.gz", layers="sentences")
```

Each line of the documents, `{"id": …, "text": …}`, gets a line `{"id": …, "attributes": …}`, in the same order. There is an attribute for each role
in a document and for each requested layer, with spans `[start, end, score]`. Spans are in code points of the original text, not of the
repaired one. The score is always 1.

>>> import copydesk.dolma
>>> text = "Harbour Gazette\\n\\nFähre returns\\n\\n-\\n\\nThe ferry is back.\\n\\nNewspapers in English\\n"
>>> found = copydesk.dolma.attributes_of(copydesk.parse(text))
>>> found["copydesk__headline"], found["copydesk__furniture"]
([[17, 31, 1.0]], [[55, 77, 1.0]])

The spans of roles extend to the end of the line, so that a mixer that removes furniture leaves no empty lines: `{"span":
"$.attributes.copydesk__furniture", "min_score": 1, "replacement": ""}`.
"""

from __future__ import annotations

import gzip
import itertools
import json
import os
import zlib
from typing import TYPE_CHECKING, Any, Literal, cast

from ._engines import parsed, settled
from ._errors import CopydeskError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO, Unpack

    from ._copydesk import Document
    from ._engines import Options
    from ._types import Span

    Path = str | os.PathLike[str]

__all__ = ["attributes", "attributes_of"]

# So many lines are parsed in one call, and are in memory together.
_LINES = 1000


def attributes(documents: Path, written: Path, *, experiment: str = "copydesk", **options: Unpack[Options]) -> int:
    """Writes the attributes of a file of documents, and returns how many lines had an error.

    `documents` is JSONL, compressed if its name ends in `.gz`. So is `written`; its folder is created, and the file is complete or not there.
    `experiment` is the prefix of the attribute names. The other options are those of `copydesk.parse_batch`.

    A line that is not a document, or whose text cannot be parsed, has no attributes, and `error` says why, as in a row of `copydesk.read`. A
    truncated file has one such line at its end.
    """
    settings: Options = settled(options)
    folder, name = os.path.split(os.path.abspath(written))
    os.makedirs(folder, exist_ok=True)
    # It ends as the name does, so that it is packed in the same way.
    unfinished = os.path.join(folder, f".unfinished-{name}")
    errors = 0
    with _opened(documents, "rb") as read, _opened(unfinished, "wb") as write:
        lines = enumerate(_lines(read), 1)
        while batch := list(itertools.islice(lines, _LINES)):
            for row in _rows(batch, os.fspath(documents), experiment, settings):
                errors += "error" in row
                write.write(json.dumps(row).encode() + b"\n")
    os.replace(unfinished, written)
    return errors


def attributes_of(document: Document, experiment: str = "copydesk") -> dict[str, list[list[float]]]:
    """The attributes of one document: its roles, and the layers it was parsed with."""
    spans: dict[str, list[Span]] = {}
    for block in document.blocks:
        if block.content:
            spans.setdefault(block.role, []).append(block.source)
    for name, rows in document.layers.items():
        spans[name] = [document.to_source(row.text) for row in rows]
    points = _code_points(
        document.source, sorted({offset for found in spans.values() for span in found for offset in span})
    )
    return {
        f"{experiment}__{name}": [[points[span.start], points[span.end], 1.0] for span in found]
        for name, found in spans.items()
    }


def _code_points(source: bytes, offsets: list[int]) -> dict[int, int]:
    """Offsets in bytes, in order, as offsets in code points."""
    if source.isascii():
        return {offset: offset for offset in offsets}
    points, last, count = {}, 0, 0
    for offset in offsets:
        # A lone surrogate, which JSON can hold, is one code point too.
        count += len(source[last:offset].decode("utf-8", "surrogatepass"))
        points[offset], last = count, offset
    return points


def _rows(
    lines: list[tuple[int, bytes | Exception]], file: str, experiment: str, options: Options
) -> Iterator[dict[str, Any]]:
    """A row of attributes for each line."""
    records = [_record(line) for _, line in lines]
    texts = [text for _, text in records if isinstance(text, str)]
    made = iter(parsed(texts, None, options))
    for (number, _), (name, text) in zip(lines, records, strict=True):
        found = next(made) if isinstance(text, str) else text
        if isinstance(found, CopydeskError):
            error = {"file": file, "record": number, "reason": found.reason}
            yield {"id": name, "attributes": {}, "error": error}
        else:
            yield {"id": name, "attributes": attributes_of(found, experiment)}


def _record(line: bytes | Exception) -> tuple[Any, str | CopydeskError]:
    """The id and the text of a line, or what is wrong with it."""
    if isinstance(line, Exception):
        return None, CopydeskError(f"cannot be read, nor anything after it: {line}")
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        return None, CopydeskError(f"is not a JSON record: {error}")
    if not isinstance(record, dict):
        return None, CopydeskError(f"is not a JSON record: it is of the type {type(record).__name__}")
    text = record.get("text")
    if not isinstance(text, str):
        fault = f"its field `text` is of the type {type(text).__name__}" if "text" in record else "has no field `text`"
        return record.get("id"), CopydeskError(fault)
    return record.get("id"), text


def _lines(file: IO[bytes]) -> Iterator[bytes | Exception]:
    """The lines of a file, and at the end why there are no more of them, if it breaks off."""
    try:
        yield from file
    except (EOFError, OSError, zlib.error) as error:
        yield error


def _opened(path: Path, mode: Literal["rb", "wb"]) -> IO[bytes]:
    """A file, packed if its name says so."""
    return cast("IO[bytes]", gzip.open(path, mode) if os.fspath(path).endswith(".gz") else open(path, mode))
