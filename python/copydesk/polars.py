"""Polars: the expression namespace `copydesk`, eager and lazy. `pip install 'copydesk[polars]'`.

>>> import polars as pl
>>> import copydesk.polars
>>> text = "Harbour Gazette\\n\\nFerry returns\\n\\n-\\n\\nThe ferry is back.\\n\\nNewspapers in English\\n"
>>> frame = pl.DataFrame({"url": ["a", "b"], "text": [text, None]})
>>> documents = frame.with_columns(document=pl.col("text").copydesk.parse(id_column="url"))
>>> documents["document"].struct.field("headline").to_list()
['Ferry returns', None]
>>> frame.lazy().select(pl.col("text").copydesk.body()).collect()["body"].to_list()
['The ferry is back.', None]
>>> frame.select(pl.col("text").copydesk.layer("sentences").list.len()).to_series().to_list()
[2, None]

A row without a text has an empty document. If a row cannot be parsed, its field `error` says why. Offsets are bytes of the text, as in
`copydesk.ArrowTable`.

Type checkers do not know namespaces. For them, write `copydesk.polars.Namespace(pl.col("text"))` instead of `pl.col("text").copydesk`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._copydesk import LAYERS, parse_arrow
from ._engines import chosen, not_installed, settled
from ._errors import UnknownName

try:
    import polars as pl
except ImportError as error:
    raise not_installed("polars") from error

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Unpack

    from ._engines import Options

__all__ = ["Namespace"]


@pl.api.register_expr_namespace("copydesk")
class Namespace:
    """The methods of `pl.col("text").copydesk`. The options are those of `copydesk.parse_arrow`."""

    def __init__(self, expr: pl.Expr) -> None:
        self._expr = expr

    def parse(
        self,
        *,
        id_column: str | pl.Expr | None = None,
        columns: str | Iterable[str] | None = None,
        **options: Unpack[Options],
    ) -> pl.Expr:
        """The documents, as a struct. `columns` selects its fields. `id_column` has the ids: a name, or an expression."""
        settings: Options = settled(options)
        wanted = columns if columns is None or isinstance(columns, str) else tuple(columns)

        def documents(texts: pl.Series, ids: pl.Series | None = None) -> pl.Series:
            frame = pl.DataFrame([texts.alias("text")] if ids is None else [texts.alias("text"), ids.alias("id")])
            # Of a column of nothing Polars exports what is no Arrow.
            frame = frame.cast({pl.Null: pl.String})
            made: Any = parse_arrow(frame, id_column=None if ids is None else "id", **settings)
            table = pl.DataFrame(made)
            return table.select(chosen(wanted, table.columns)).to_struct(texts.name)

        dtype = documents(pl.Series(dtype=pl.String)).dtype
        if id_column is None:
            return self._expr.map_batches(documents, dtype, is_elementwise=True)
        ids = pl.col(id_column) if isinstance(id_column, str) else id_column
        # The first of them gives its name.
        both = pl.struct(self._expr, ids.alias("id of copydesk"))
        return both.map_batches(lambda series: documents(*series.struct.unnest()), dtype, is_elementwise=True)

    def headline(self, **options: Unpack[Options]) -> pl.Expr:
        """Only the headline, in a column of that name."""
        return self._field("headline", options)

    def body(self, **options: Unpack[Options]) -> pl.Expr:
        """The body: paragraphs, crossheads and lists."""
        return self._field("body", options)

    def layer(self, name: str, **options: Unpack[Options]) -> pl.Expr:
        """The rows of one layer, as a list."""
        if name not in LAYERS:
            raise UnknownName(f"no layer is called `{name}`; there are {', '.join(LAYERS)}")
        return self._field("layers", {**options, "layers": name}).struct.field(name)

    def _field(self, name: str, options: Options) -> pl.Expr:
        return self.parse(columns=name, **options).struct.field(name)
