"""DuckDB: a relation in, a relation out. `pip install 'copydesk[duckdb]'`.

>>> import duckdb
>>> import copydesk.duckdb
>>> connection = duckdb.connect()
>>> text = "Harbour Gazette\\n\\nFerry returns\\n\\n-\\n\\nThe ferry is back.\\n\\nNewspapers in English\\n"
>>> relation = connection.sql("select * from (values ('a', $text), ('b', null)) as articles(url, text)", params={"text": text})
>>> documents = copydesk.duckdb.parse(relation, id_column="url", connection=connection)
>>> documents.order("url").project("url, document.headline, document.byline.status").fetchall()
[('a', 'Ferry returns', 'none'), ('b', None, None)]

Nothing is read until you read the new relation. It is then parsed batch by batch inside the query, so DuckDB's own threads, filters and
limits apply, and memory holds one batch. A row without a text has an empty document. If a row cannot be parsed, its field `error` says why.
Offsets are bytes of the text, as in `copydesk.ArrowTable`.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from ._engines import Parser, not_installed

try:
    import duckdb
    import pyarrow as pa
except ImportError as error:
    raise not_installed("duckdb and pyarrow", "duckdb") from error

if TYPE_CHECKING:
    from typing import Unpack

    from ._engines import Choice

__all__ = ["parse"]

# Each relation has a function of its own: functions of a connection have names, and options are no arguments of SQL.
_numbers = itertools.count(1)


def parse(
    relation: duckdb.DuckDBPyRelation,
    column: str = "text",
    *,
    connection: duckdb.DuckDBPyConnection | None = None,
    **choice: Unpack[Choice],
) -> duckdb.DuckDBPyRelation:
    """The relation with a column of documents, named `into` (`document`); `columns` selects its fields (all). The other options are those of `copydesk.parse_arrow`.

    `connection` is the connection of the relation, if it is not DuckDB's default connection.
    """
    connection = connection or duckdb.default_connection()
    parser = Parser(column, **choice)
    schema = parser.schema(relation.limit(0).to_arrow_table().schema)
    (document,) = duckdb.from_arrow(pa.schema([schema.field(parser.into)]).empty_table(), connection=connection).types

    def documents(*columns: pa.ChunkedArray) -> pa.ChunkedArray:
        return parser.documents(pa.table(list(columns), names=list(read)))

    def documents_of_texts(texts: pa.ChunkedArray) -> pa.ChunkedArray:
        return documents(texts)

    def documents_with_ids(texts: pa.ChunkedArray, ids: pa.ChunkedArray) -> pa.ChunkedArray:
        return documents(texts, ids)

    read = {
        name: relation.types[relation.columns.index(name)] for name in (column, parser.id_column) if name is not None
    }
    function = f"copydesk_parse_{next(_numbers)}"
    connection.create_function(  # type: ignore[call-overload, unused-ignore]
        function,
        documents_of_texts if len(read) == 1 else documents_with_ids,
        list(read.values()),
        document,
        type="arrow",
        null_handling="special",
    )
    arguments = ", ".join(_quoted(name) for name in read)
    return relation.project(f"*, {function}({arguments}) as {_quoted(parser.into)}")


def _quoted(name: str) -> str:
    """A name, as SQL writes it."""
    return '"' + name.replace('"', '""') + '"'
