"""Ray Data: a callable for `map_batches`. `pip install 'copydesk[ray]'`.

```python
import copydesk.ray

documents = dataset.map_batches(copydesk.ray.Parser("text", layers="all"), batch_format="pyarrow")
documents = copydesk.ray.parse(dataset, "text", layers="all")  # the same
```

A batch is a table of Arrow, and comes out with all its columns and the column `document`. A row without a text has a document without
anything; one that cannot be parsed says why in its field `error`. Offsets are bytes of the text, as in `copydesk.ArrowTable`. A profile must
be where the workers can read it.
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
    """The dataset with a column of documents, called `into` (`document`), of which `columns` are wanted (all). The rest is as in `copydesk.parse_arrow`."""
    parser = Parser(column, **choice)
    return dataset.map_batches(parser, batch_format="pyarrow", zero_copy_batch=True)
