"""pandas: an accessor `copydesk` of a series, and a function for a frame. `pip install 'copydesk[pandas]'`.

>>> import pandas as pd
>>> import copydesk.pandas
>>> text = "Harbour Gazette\\n\\nFerry returns\\n\\n-\\n\\nThe ferry is back.\\n\\nNewspapers in English\\n"
>>> frame = pd.DataFrame({"url": ["a", "b"], "text": [text, None]})
>>> documents = frame["text"].copydesk.parse(layers="sentences")
>>> documents["headline"][0], documents["byline"].struct.field("status")[0]
('Ferry returns', 'none')
>>> copydesk.pandas.parse(frame, id_column="url")["document"].struct.field("id").to_list()
['a', 'b']

Columns have Arrow types (`pandas.ArrowDtype`), and the index is kept. A row without a text has an empty document. If a value is not text
or cannot be parsed, the column `error` says so. Offsets are bytes of the text, as in `copydesk.ArrowTable`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._engines import Parser, no_column, not_installed, taken
from ._errors import InvalidInput

try:
    import pandas as pd
    import pyarrow as pa
except ImportError as error:
    raise not_installed("pandas and pyarrow", "pandas") from error

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Unpack

    from ._engines import Choice, Options

__all__ = ["Accessor", "parse"]


def parse(
    frame: pd.DataFrame,
    column: str = "text",
    **choice: Unpack[Choice],
) -> pd.DataFrame:
    """The frame with a column of documents, named `into` (`document`); `columns` selects its fields (all). The other options are those of `copydesk.parse_arrow`."""
    parser = Parser(column, **choice)
    read = [name for name in (column, parser.id_column) if name is not None]
    for name in read:
        if name not in frame:
            raise InvalidInput(no_column(name, frame.columns))
    if parser.into in frame:
        raise InvalidInput(taken(parser.into))
    documents = parser.documents_of(*(frame[name] for name in read))
    return frame.assign(**{parser.into: pd.Series(pd.array(documents, pd.ArrowDtype(documents.type)), frame.index)})


@pd.api.extensions.register_series_accessor("copydesk")
class Accessor:
    """The methods of `frame["text"].copydesk`."""

    def __init__(self, series: pd.Series[Any]) -> None:
        self._series = series

    def parse(self, *, columns: str | Iterable[str] | None = None, **options: Unpack[Options]) -> pd.DataFrame:
        """The documents: a frame with the columns of `copydesk.ArrowTable`, or with those in `columns`."""
        documents = Parser(columns=columns, **options).documents_of(self._series)
        frame: pd.DataFrame = pa.Table.from_struct_array(documents).to_pandas(types_mapper=pd.ArrowDtype)
        return frame.set_axis(self._series.index)
