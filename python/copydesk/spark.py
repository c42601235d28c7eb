"""Spark: a function for `mapInArrow`, and its schema. `pip install 'copydesk[spark]'`.

```python
import copydesk.spark

documents = copydesk.spark.parse(frame, "text", layers="all")
documents.select("url", "document.headline", "document.byline.status")

parser = copydesk.spark.Parser("text", layers="all")  # the same in two steps
documents = frame.mapInArrow(parser, parser.schema_of(frame))
```

All columns are kept, and the column `document` is added. A row without a text has an empty document. If a row cannot be parsed, its field
`error` says why. Offsets are bytes of the text, as in `copydesk.ArrowTable`. The workers need copydesk and pyarrow, and must be able to read
the profile at the path you give.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _engines

try:
    import pyarrow as pa
    from pyspark.sql.pandas.types import from_arrow_schema, to_arrow_schema
    from pyspark.sql.types import StructType
except ImportError as error:
    raise _engines.not_installed("pyspark and pyarrow", "spark") from error

if TYPE_CHECKING:
    from typing import Unpack

    from pyspark.sql import DataFrame

    from ._engines import Choice

__all__ = ["Parser", "parse"]


class Parser(_engines.Parser):
    """A function for `mapInArrow`; it can be pickled.

    `column` has the texts, `id_column` the ids. `into` names the new column (`document`), and `columns` selects its fields (all). The other
    options are those of `copydesk.parse_arrow`.
    """

    def __call__(self, batches: Any) -> Any:
        """The batches with their documents."""
        for batch in batches:
            yield from super().__call__(pa.Table.from_batches([batch])).to_batches()

    def schema_of(self, frame: DataFrame) -> StructType:
        """The schema of the result for this input frame."""
        document = self.schema(to_arrow_schema(frame.schema)).field(self.into)
        return StructType([*frame.schema.fields, *from_arrow_schema(pa.schema([document])).fields])


def parse(
    frame: DataFrame,
    column: str = "text",
    **choice: Unpack[Choice],
) -> DataFrame:
    """The frame with a column of documents, named `into` (`document`); `columns` selects its fields (all). The other options are those of `copydesk.parse_arrow`."""
    parser = Parser(column, **choice)
    return frame.mapInArrow(parser, parser.schema_of(frame))
