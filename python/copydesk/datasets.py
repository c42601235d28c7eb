"""Hugging Face datasets: a callable for `map(batched=True)`. `pip install 'copydesk[datasets]'`.

>>> import datasets
>>> import copydesk.datasets
>>> text = "Harbour Gazette\\n\\nFerry returns\\n\\n-\\n\\nThe ferry is back.\\n\\nNewspapers in English\\n"
>>> data = datasets.Dataset.from_dict({"url": ["a", "b"], "text": [text, None]})
>>> documents = data.map(copydesk.datasets.Parser(id_column="url"), batched=True)
>>> documents.column_names
['url', 'text', 'document']
>>> [document["headline"] for document in documents["document"]]
['Ferry returns', None]

A `Dataset` passes its Arrow table and takes one back, if it has no format or the format `arrow`. An `IterableDataset` does so only in the
format `arrow`; without it, batches and documents are Python lists, which is slower. For other formats, call `with_format` before and after.
All columns are kept: `map` removes none when it gets a table, so call `remove_columns` on the result. A row without a text has an empty
document. If a value is not text or cannot be parsed, its field `error` says so. Offsets are bytes of the text, as in
`copydesk.ArrowTable`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _engines
from ._errors import InvalidInput

try:
    import pyarrow as pa
    from datasets.formatting.formatting import LazyBatch
except ImportError as error:
    raise _engines.not_installed("datasets") from error

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["Parser"]


class Parser(_engines.Parser):
    """A function for `map(batched=True)`; it can be pickled.

    `column` has the texts, `id_column` the ids. `into` names the new column (`document`), and `columns` selects its fields (all). The other
    options are those of `copydesk.parse_arrow`.
    """

    def __call__(self, batch: Any) -> Any:
        """The batch with its documents, in the form in which it came."""
        if isinstance(batch, LazyBatch):
            batch = batch.pa_table
        return super().__call__(batch) if isinstance(batch, pa.Table) else self._of_lists(batch)

    def _of_lists(self, batch: Mapping[str, Any]) -> dict[str, Any]:
        columns = []
        for name in (self.column, self.id_column):
            if name is not None and name not in batch:
                raise InvalidInput(_engines.no_column(name, batch))
            columns += [] if name is None else [batch[name]]
        if not all(isinstance(values, list) for values in columns):
            raise InvalidInput(
                "datasets in this format are not read: use `with_format(None)` or `with_format('arrow')`"
            )
        if self.into in batch:
            raise InvalidInput(_engines.taken(self.into))
        return {**batch, self.into: self.documents_of(*columns).to_pylist()}
