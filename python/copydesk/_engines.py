"""What the modules for engines share: the options of a parse, and a column of documents beside the columns of a table.

A table goes in and comes out with all its columns, its rows in order, and one column more, `document`: a struct whose fields are the columns of
`ArrowTable`. It has the same type whatever is asked for, so an engine can be told the type before a text was read. Types that not every
engine knows are replaced by plain ones.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, TypedDict, cast

from ._copydesk import parse, parse_arrow, parse_batch
from ._errors import CopydeskError, InvalidInput, UnknownName

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Sequence
    from typing import Unpack

    import pyarrow as pa

    from ._copydesk import Document


class Reading(TypedDict, total=False):
    """How a text is read: what `copydesk.parse` takes."""

    envelope: str | None
    language: str | None
    repairs: str | Iterable[str] | None
    layers: str | Iterable[str] | None
    profile: str | os.PathLike[str] | None


class Options(Reading, total=False):
    """The options of `copydesk.parse_arrow`."""

    threads: int


class Choice(Options, total=False):
    """What of a table is read and what is added to it, and the options of `copydesk.parse_arrow`."""

    id_column: str | None
    into: str
    columns: str | Iterable[str] | None


def not_installed(engine: str, extra: str | None = None) -> ImportError:
    """The error where an engine is missing: what to install."""
    return ImportError(f"needs {engine}, which cannot be imported: pip install 'copydesk[{extra or engine}]'")


def taken(into: str) -> str:
    """What is said where the column of documents cannot be called so."""
    return f"there is a column `{into}` already: `into` names another for the documents"


def no_column(name: str, there: Iterable[Any]) -> str:
    """What is said where a column that is to be read is missing."""
    return f"has no column `{name}`; there are {', '.join(map(str, there))}"


def settled(options: Any) -> Any:
    """The options as values that last: they are used for one batch after another, and may be sent to another process.

    A name that nothing has raises here, before the engine runs, and so does a profile that cannot be read.
    """
    names = {
        key: value if value is None or isinstance(value, str) else tuple(value)
        for key, value in options.items()
        if key in ("repairs", "layers")
    }
    options = {**options, **names}
    parse_batch([], **options)
    return options


def chosen(
    names: str | Iterable[str] | None, there: Sequence[str], unknown: str = "a document has no column"
) -> list[str]:
    """The columns of a document, or other names, that are wanted: those that are given, or all."""
    wanted = list(there) if names is None else [names] if isinstance(names, str) else list(names)
    for name in wanted:
        if name not in there:
            raise UnknownName(f"{unknown} `{name}`; there are {', '.join(there)}")
    return wanted


def parsed(texts: Sequence[Any], ids: Sequence[str] | None, options: Options) -> list[Document | CopydeskError]:
    """The document of each text, or why there is none, for engines that hand over Python objects one by one."""
    made = parse_batch(texts, ids=ids, errors="return", **options)
    for document in made:
        if isinstance(document, Exception) and not isinstance(document, CopydeskError):
            raise document
    return cast("list[Document | CopydeskError]", made)


def without_document(id: str | None, error: CopydeskError) -> dict[str, Any]:
    """What stands in the place of a document that could not be made. The number in a batch is left out: who runs an engine sees no batches."""
    return {"schema": _SCHEMA, "id": id, "error": {"file": error.file, "record": None, "reason": error.reason}}


_SCHEMA = parse("").to_dict()["schema"]


class Parser:
    """A table in, the same table with a column of documents out. It can be pickled, so that engines can send it to their workers.

    `column` has the texts, `id_column` the ids; `into` is the name of the new column, and `columns` those of a document that are wanted in it:
    all, if none is named. The rest is as in `copydesk.parse_arrow`.
    """

    def __init__(
        self,
        column: str = "text",
        *,
        id_column: str | None = None,
        into: str = "document",
        columns: str | Iterable[str] | None = None,
        **options: Unpack[Options],
    ) -> None:
        import pyarrow as pa

        self.column = column
        self.id_column = id_column
        self.into = into
        self.options: Options = settled(options)
        nothing = pa.table(parse_arrow(pa.array([], pa.string())))
        self.columns = chosen(columns, nothing.column_names)
        # The same for every batch: what is not asked for is null.
        self.field = pa.field(into, pa.struct([_plain_field(field) for field in nothing.select(self.columns).schema]))

    def __call__(self, table: pa.Table) -> pa.Table:
        """The table with its documents."""
        self._check_name(table.schema)
        return table.append_column(self.field, self.documents(table))

    def documents(self, table: pa.Table) -> pa.ChunkedArray:
        """The documents alone."""
        import pyarrow as pa

        return self._structs(pa.table(parse_arrow(table, self.column, id_column=self.id_column, **self.options)))

    def documents_of(self, texts: Any, ids: Any = None) -> pa.ChunkedArray:
        """The documents of Python objects, which may be anything: what is no text is an error of its row."""
        import pyarrow as pa

        column, wrong = _texts(texts)
        data = pa.table({"text": column} if ids is None else {"text": column, "id": _texts(ids)[0]})
        made = pa.table(parse_arrow(data, "text", id_column=None if ids is None else "id", **self.options))
        if wrong:
            place, field = made.schema.get_field_index("error"), made.schema.field("error")
            errors = made.column("error").to_pylist()
            for row, reason in wrong.items():
                errors[row] = {"file": None, "record": None, "reason": reason}
            made = made.set_column(place, field, pa.array(errors, field.type))
        return self._structs(made)

    def schema(self, schema: pa.Schema) -> pa.Schema:
        """The schema of what comes out, by that of what goes in."""
        self._check_name(schema)
        # Nothing is parsed: what is wrong with the columns is said before there are rows.
        parse_arrow(schema.empty_table(), self.column, id_column=self.id_column)
        return schema.append(self.field)

    def _structs(self, made: pa.Table) -> pa.ChunkedArray:
        import pyarrow as pa

        made = made.select(self.columns).cast(pa.schema(list(self.field.type)))
        return made.to_struct_array() if made.num_rows else pa.chunked_array([], self.field.type)

    def _check_name(self, schema: pa.Schema) -> None:
        if self.into in schema.names:
            raise InvalidInput(taken(self.into))


def _texts(values: Any) -> tuple[pa.Array | pa.ChunkedArray, dict[int, str]]:
    """Python objects as a column, and the rows that hold no text, each with the reason."""
    import pyarrow as pa

    try:
        return pa.array(values, from_pandas=True), {}
    except (pa.ArrowInvalid, pa.ArrowTypeError, UnicodeEncodeError):
        # Of several types, or a string that is no Unicode: bytes can be all of it.
        data: list[bytes | None] = []
        wrong: dict[int, str] = {}
        for row, value in enumerate(values):
            data.append(None)
            if isinstance(value, str):
                data[row] = value.encode("utf-8", "surrogatepass")
            elif isinstance(value, bytes | bytearray | memoryview):
                data[row] = bytes(value)
            elif not _is_missing(value):
                wrong[row] = f"a text is str or bytes, not {type(value).__name__}"
        return pa.array(data, pa.binary()), wrong


def _is_missing(value: object) -> bool:
    """Whether this is what pandas and others write where there is nothing."""
    return math.isnan(value) if isinstance(value, float) else type(value).__name__ in ("NoneType", "NAType", "NaTType")


def _plain_field(field: pa.Field) -> pa.Field:
    # Some engines fill in nulls below a struct that is null itself, and then stumble over fields that allow none.
    return field.with_type(_plain(field.type)).with_nullable(True)


def _plain(kind: pa.DataType) -> pa.DataType:
    """A type that every engine knows, in place of one that some do not: views of strings, and small unsigned numbers."""
    import pyarrow as pa

    if pa.types.is_string_view(kind):
        # Its offsets never overflow, however long the texts of a batch are.
        return pa.large_string()
    if pa.types.is_uint8(kind):
        return pa.int16()
    if pa.types.is_struct(kind):
        return pa.struct([_plain_field(kind.field(place)) for place in range(kind.num_fields)])
    if pa.types.is_list(kind):
        return pa.list_(_plain_field(kind.value_field))
    return kind
