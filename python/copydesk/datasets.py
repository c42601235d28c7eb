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

A `Dataset` hands over its Arrow table, whatever its format is, and takes one back. An `IterableDataset` does so with `with_format("arrow")`; without, its
batches are Python lists, and so are the documents, which is slower. Columns are kept, `remove_columns` drops them. A row without a text has
a document without anything; what is no text, and what cannot be parsed, says so in its field `error`. Offsets are bytes of the text, as in
`copydesk.ArrowTable`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import _engines

try:
    import datasets
    import pyarrow as pa
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
        if isinstance(batch, datasets.formatting.formatting.LazyBatch):
            batch = batch.pa_table
        return super().__call__(batch) if isinstance(batch, pa.Table) else self._of_lists(batch)

    def _of_lists(self, batch: Mapping[str, Any]) -> dict[str, Any]:
        columns = [batch[name] for name in (self.column, self.id_column) if name is not None]
        return {**batch, self.into: self.documents_of(*columns).to_pylist()}
