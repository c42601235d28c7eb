"""Ray Data: a callable for `map_batches`. `pip install 'copydesk[ray]'`.

```python
import copydesk.ray

documents = dataset.map_batches(copydesk.ray.Parser("text", layers="all"), batch_format="pyarrow")
documents = copydesk.ray.parse(dataset, "text", layers="all")  # the same
```

A batch is an Arrow table, and comes out with all its columns and the column `document`. A row without a text has an empty document. If a
row cannot be parsed, its field `error` says why. Offsets are bytes of the text, as in `copydesk.ArrowTable`. Put a profile where the workers
can read it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._engines import Parser, not_installed

try:
    import ray.data  # noqa: TC002
except ImportError as error:
    raise not_installed("ray[data]", "ray") from error

if TYPE_CHECKING:
    from typing import Unpack

    from ._engines import Choice

__all__ = ["Parser", "parse"]


def parse(
    dataset: ray.data.Dataset,
    column: str = "text",
    **choice: Unpack[Choice],
) -> ray.data.Dataset:
    """The dataset with a column of documents, named `into` (`document`); `columns` selects its fields (all). The other options are those of `copydesk.parse_arrow`."""
    parser = Parser(column, **choice)
    return dataset.map_batches(parser, batch_format="pyarrow", zero_copy_batch=True)
