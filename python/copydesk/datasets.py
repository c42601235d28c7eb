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

A `Dataset` hands over its Arrow table, whether it has no format or the format `arrow`, and takes one back. An `IterableDataset` does so in the
format `arrow`; without one, its batches are Python lists, and so are the documents, which is slower. Other formats are for what is read
later: `with_format` changes them before and after. All columns are kept: `map` takes none away where it gets a table, `remove_columns` on
the result does. A row without a text has a document without anything; what is no text, and what cannot be parsed, says so in its field
`error`. Offsets are bytes of the text, as in `copydesk.ArrowTable`.
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

    `column` has the texts, `id_column` the ids; `into` is the name of the new column (`document`), and `columns` those of a document that
    are wanted in it (all). The rest is as in `copydesk.parse_arrow`.
    """

    def __call__(self, batch: Any) -> Any:
        """The batch with its documents, in the form that it came in."""
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
