# Made by crates/copydesk-python/stub/generate.py (`make stub`): change template.pyi there, or the docstrings in Rust.

from collections.abc import Iterable, Iterator, Mapping, Sequence
from os import PathLike
from typing import (
    Any,
    Final,
    Literal,
    Protocol,
    Self,
    SupportsIndex,
    TypeAlias,
    TypeVar,
    final,
    overload,
    type_check_only,
)

from typing_extensions import Buffer, CapsuleType, disjoint_base

from ._types import Block, Byline, DateField, Dateline, Extra, Form, Mention, Note, Parts, Repair, Span, WrittenForm

__all__ = [
    "ENVELOPES",
    "LANGUAGES",
    "LAYERS",
    "ROLES",
    "RULES",
    "_OPTIMISED",
    "ArrowBatch",
    "ArrowTable",
    "Document",
    "Documents",
    "Items",
    "Reader",
    "Row",
    "_Writer",
    "__version__",
    "_columns",
    "_restore",
    "documents",
    "explain",
    "parse",
    "parse_arrow",
    "parse_batch",
]
_T_co = TypeVar("_T_co", covariant=True)
_Names: TypeAlias = str | Iterable[str]
_Span: TypeAlias = tuple[int, int] | Sequence[int]

@type_check_only
class _ArrowArray(Protocol):
    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[object, object]: ...

@type_check_only
class _ArrowStream(Protocol):
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object: ...

__version__: Final[str]
RULES: Final[tuple[str, ...]]
LAYERS: Final[tuple[str, ...]]
ENVELOPES: Final[tuple[str, ...]]
LANGUAGES: Final[tuple[str, ...]]
ROLES: Final[tuple[str, ...]]
_OPTIMISED: Final[bool]

def parse(
    source: str | Buffer,
    *,
    id: str = "",
    envelope: str | None = None,
    language: str | None = None,
    repairs: _Names | None = "safe",
    layers: _Names | None = "none",
    profile: str | PathLike[str] | None = None,
) -> Document:
    """Parses a text as one article: a `str`, `bytes`, or any other buffer of bytes.

    `envelope` and `language` are detected unless you name them. `repairs` is `none`, a risk (`safe`, `likely`, `all`), rule names, or
    both; a `-` before a name excludes the rule. `layers` is `none`, `all`, or layer names. Give names as one comma-separated string or as
    several strings.
    `profile` is a TOML file with your own mastheads, field labels and lines of furniture.
    """

def documents(
    source: str | Buffer,
    *,
    id: str = "",
    parts: Parts = "article",
    envelope: str | None = None,
    language: str | None = None,
    repairs: _Names | None = "safe",
    layers: _Names | None = "none",
    profile: str | PathLike[str] | None = None,
) -> Documents:
    """Iterates over the articles of an export. With `parts="all"`, it also returns what surrounds them.

    Each document is named `id`, with `#2` and so on if there are several.
    """

@overload
def parse_batch(
    texts: Iterable[str | Buffer],
    *,
    ids: Sequence[str] | None = None,
    threads: int = 1,
    errors: Literal["raise"] = "raise",
    envelope: str | None = None,
    language: str | None = None,
    repairs: _Names | None = "safe",
    layers: _Names | None = "none",
    profile: str | PathLike[str] | None = None,
) -> list[Document]: ...
@overload
def parse_batch(
    texts: Iterable[object],
    *,
    ids: Sequence[str] | None = None,
    threads: int = 1,
    errors: Literal["return"],
    envelope: str | None = None,
    language: str | None = None,
    repairs: _Names | None = "safe",
    layers: _Names | None = "none",
    profile: str | PathLike[str] | None = None,
) -> list[Document | Exception]: ...
def parse_arrow(
    data: _ArrowArray | _ArrowStream,
    column: str = "text",
    *,
    id_column: str | None = None,
    threads: int = 1,
    envelope: str | None = None,
    language: str | None = None,
    repairs: _Names | None = "safe",
    layers: _Names | None = "none",
    profile: str | PathLike[str] | None = None,
) -> ArrowTable:
    """Parses a column of texts, each as one article, outside the GIL: a table with one row for each text, in order.

    `data` is anything with the Arrow PyCapsule interface: a table, a record batch or a stream of them with a column `column`, or an array
    of strings. Texts are read in place, and the table shares those that were not changed. A row without a text is an empty row. If a text
    cannot be parsed, the column `error` says why. `id_column` names the column with the ids. `threads` is the number of threads, 0 for one
    per core. The other options are those of `parse`.
    """

def explain(name: str | None = None) -> str:
    """The page of a rule, role family, envelope, layer or writer, to print; without a name, a list of all of them."""

def _columns(layer: str) -> list[tuple[str, str, bool, str]]:
    """The columns of a layer, for the stub: name, type (a category is `category|WORD|…`), whether there can be none, and what it says."""

def _restore(
    version: str,
    source: Buffer,
    place: tuple[int, str, str],
    id: str,
    asked: tuple[str, str | None, str, str, tuple[str, str] | None],
    own: list[Any],
) -> Document:
    """Rebuilds a document from its pickle."""

@final
class Document:
    """A parsed article: what it says, what was changed, and where everything came from. Made by `parse`, `parse_batch` and `documents`.

    Immutable. A header field that is missing or uncertain is None. Text offsets are code points of `text`; source offsets are bytes from the start of the file.
    """

    @property
    def id(self) -> str:
        """The name of the document, as you gave it, with `#2` and so on if a file holds several articles."""

    @property
    def source(self) -> bytes:
        """The bytes of the whole file or record that the document was read from. An unpickled article of a longer file has only its own
        stretch: the bytes of `range`.
        """

    @property
    def range(self) -> Span:
        """The stretch of the file that this document covers, in bytes."""

    @property
    def text(self) -> str:
        """The repaired text, furniture included."""

    @property
    def body(self) -> str:
        """The body: paragraphs, crossheads and lists, separated by blank lines. The parts of a split paragraph are joined."""

    @property
    def envelope(self) -> str:
        """The envelope, the format in which the article was delivered: one of `ENVELOPES`."""

    @property
    def language(self) -> str | None:
        """The ISO 639-1 code of the language, if the rules know it."""

    @property
    def part(self) -> str:
        """`article`, or a part that surrounds the articles of an export: `cover`, `separator`, `footer`."""

    @property
    def publication(self) -> str | None:
        """The name of the newspaper."""

    @property
    def edition(self) -> str | None:
        """The edition."""

    @property
    def section(self) -> str | None:
        """The section."""

    @property
    def page(self) -> str | None:
        """The page, as it stands."""

    @property
    def date(self) -> DateField | None:
        """The date of the article."""

    @property
    def kicker(self) -> str | None:
        """The line above the headline."""

    @property
    def headline(self) -> str | None:
        """The headline."""

    @property
    def deck(self) -> str | None:
        """The standfirst."""

    @property
    def byline(self) -> Byline:
        """Who wrote it."""

    @property
    def dateline(self) -> Dateline | None:
        """Where and when it was filed."""

    @property
    def fields(self) -> dict[str, Span]:
        """The header fields that were found, each with the place it was read from."""

    @property
    def extras(self) -> tuple[Extra, ...]:
        """The labelled fields without a place in the header, in order."""

    @property
    def blocks(self) -> Items[Block]:
        """The blocks, in order. Together they cover the document's range of the source."""

    @property
    def paragraphs(self) -> Items[Block]:
        """The blocks that are paragraphs. A paragraph that continues after an interruption is two blocks."""

    @property
    def repairs(self) -> Items[Repair]:
        """The changes between the source and the text, in order."""

    @property
    def notes(self) -> Items[Note]:
        """The doubts, in order of place."""

    @property
    def layers(self) -> dict[str, Items[Row]]:
        """The requested layers, and your own, by name. `layer` or the layer's attribute makes a layer that was not requested."""

    def layer(self, name: str) -> Items[Row]:
        """The rows of a layer, in order of place: one of `LAYERS`, made now if needed, or one of your own."""

    def with_layer(self, name: str, rows: Iterable[Mapping[str, object]]) -> Document:
        """The same document with a layer of your own. It replaces a layer of the same name.

        Each row is a mapping. `text` is its span in code points. The other keys are its columns, the same in every row. A value is a `str`,
        an `int`, a span, several spans, or None.
        """

    def to_source(self, span: _Span) -> Span:
        """Maps a span of the text, `(start, end)` in code points, to the source. An edge inside a repair moves outwards to the edge of the repair."""

    def to_text(self, span: _Span) -> Span:
        """Maps a span of the source, `(start, end)` in bytes, to the text, in code points. An edge inside a repair or a character moves outwards
        to its edge.
        """

    def to_json(self, *, pretty: bool = False) -> str:
        """The document as JSON, on one line or indented, with offsets in bytes."""

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of the document as dictionaries and lists, with text offsets in code points."""

    def to_markdown(self) -> str:
        """The article as Markdown: headline, deck, byline, body, captions."""

    def to_html(self) -> str:
        """The document as an HTML page with its roles, repairs, notes and requested layers."""

    def _repr_html_(self) -> str:
        """The document as a notebook shows it."""

    def __dir__(self) -> list[str]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __copy__(self) -> Self: ...
    def __deepcopy__(self, _memo: object) -> Self: ...
    def __reduce__(self) -> tuple[Any, ...]: ...
    @property
    def links(self) -> Items[_LinksRow]:
        """Addresses in the running text: URLs, e-mail addresses and the handles of social networks, as written."""

    @property
    def sentences(self) -> Items[_SentencesRow]:
        """The sentences of the running text."""

    @property
    def quotations(self) -> Items[_QuotationsRow]:
        """What stands in quotation marks, who said it, and the verb by which the article says so."""

    @property
    def abbreviations(self) -> Items[_AbbreviationsRow]:
        """Short forms that the article explains, what they stand for, and where they are used."""

    @property
    def enumerations(self) -> Items[_EnumerationsRow]:
        """Series of items that the text counts off, each after a mark of its own."""

    @property
    def figures(self) -> Items[_FiguresRow]:
        """Numbers of the running text as data: amounts of money, percentages, quantities with a unit, counts, ordinals."""

    @property
    def dates(self) -> Items[_DatesRow]:
        """Dates, times of day, lengths of time and recurring times, as values that a program can read: `May 3, 2020`, `last Tuesday`, `the past three decades`, `8 p.m. on Friday`, `every Monday`."""

    @property
    def places(self) -> Items[_PlacesRow]:
        """Countries and their demonyms, states and provinces, large cities: `China`, `U.S.`, `Kazakh`, `Xinjiang`, `Norwich`, `Central Asia`."""

@final
class Items(Sequence[_T_co]):
    """The blocks, repairs, notes or rows of a document, in order of place. It is a sequence like a tuple, and equals a tuple or list of the
    same items. Each item is made on request.
    """

    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, index: SupportsIndex, /) -> _T_co: ...
    @overload
    def __getitem__(self, index: slice, /) -> tuple[_T_co, ...]: ...
    def __iter__(self) -> Iterator[_T_co]: ...
    def __contains__(self, item: object, /) -> bool: ...
    def index(self, value: object, start: int = 0, stop: int = ...) -> int:
        """The index of the first item that equals `value`, from `start` on and before `stop`."""

    def count(self, value: object) -> int:
        """The number of items that equal `value`."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...
    def __class_getitem__(cls, key: Any) -> Any: ...

@disjoint_base
class Row:
    """One row of a layer: its span `text`, the string there as `content`, and each column of the layer as an attribute."""

    def __new__(cls, layer: str, names: tuple[str, ...], values: tuple[Any, ...]) -> Self: ...
    @property
    def text(self) -> Span:
        """The place in the text, in code points."""

    @property
    def content(self) -> str:
        """The string at that place."""

    def to_dict(self) -> dict[str, Any]:
        """The row as a dictionary."""

    def __getattr__(self, name: str) -> Any: ...
    def __dir__(self) -> list[str]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Documents:
    """Iterates over the documents of a file, and parses each on request."""

    def __iter__(self) -> Self: ...
    def __next__(self) -> Document: ...

@final
class Reader:
    """Iterates over the batches of `read`. A library that takes Arrow streams takes it whole. Files are opened one by one, and at most one batch for each thread is in memory."""

    def __new__(
        cls,
        paths: Sequence[str | PathLike[str]],
        *,
        form: Form = "auto",
        text_field: str = "text",
        id_field: str = "id",
        parts: Parts = "article",
        record_limit: int | None = None,
        batch_size: int = 1024,
        threads: int = 1,
        envelope: str | None = None,
        language: str | None = None,
        repairs: _Names | None = "safe",
        layers: _Names | None = "none",
        profile: str | PathLike[str] | None = None,
    ) -> Self: ...
    @property
    def passed_over(self) -> dict[str, int]:
        """What was skipped so far because it is not a record, and how often: empty files, hidden files in archives, web archive records without text."""

    def __iter__(self) -> Self: ...
    def __next__(self) -> ArrowBatch: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> CapsuleType: ...
    def __arrow_c_schema__(self) -> CapsuleType: ...

@final
class _Writer:
    """The file that `write` writes. It appears under its name when kept, and is removed if dropped before."""

    def __new__(cls, path: str | PathLike[str], form: WrittenForm | None = None) -> Self: ...
    def write(self, item: _ArrowArray | _ArrowStream | Document) -> None:
        """Adds a document, a batch, or all batches of a stream."""

    def keep(self) -> int:
        """Finishes the file, gives it its name, and returns its number of rows."""

    def drop(self) -> None:
        """Removes the file, unless it was kept."""

@final
class ArrowTable:
    """A table of documents in Arrow's format. Any library that supports the Arrow PyCapsule interface takes it without a copy:
    `pyarrow.table(table)`, `polars.DataFrame(table)`, `pandas.DataFrame.from_arrow(table)` (with pyarrow).

    The columns are the keys of `Document.to_json`, and `error`. Text offsets are bytes of the UTF-8 text, as the column `offset_unit` says:
    they slice `text.encode()`.
    """

    @property
    def num_rows(self) -> int:
        """The number of rows."""

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns."""

    def __len__(self) -> int: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> CapsuleType: ...
    def __arrow_c_schema__(self) -> CapsuleType: ...

@final
class ArrowBatch:
    """A batch of documents in Arrow's format, as `read` returns it: `pyarrow.record_batch(batch)`, `polars.DataFrame(batch)`."""

    @property
    def num_rows(self) -> int:
        """The number of rows."""

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns."""

    def __len__(self) -> int: ...
    def __arrow_c_array__(self, requested_schema: object | None = None) -> tuple[CapsuleType, CapsuleType]: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> CapsuleType: ...
    def __arrow_c_schema__(self) -> CapsuleType: ...

@type_check_only
class _LinksRow(Row):
    """A row of the layer `links`."""

    @property
    def kind(self) -> Literal["url", "email", "handle"]:
        """The kind of address."""

    @property
    def block(self) -> int:
        """The number of its block."""

@type_check_only
class _SentencesRow(Row):
    """A row of the layer `sentences`."""

    @property
    def block(self) -> int:
        """The number of its block."""

    @property
    def continues(self) -> int | None:
        """The number of the row that it continues, if something stands between its parts."""

@type_check_only
class _QuotationsRow(Row):
    """A row of the layer `quotations`."""

    @property
    def speaker(self) -> Mention | None:
        """Who said it; none if in doubt."""

    @property
    def verb(self) -> Span | None:
        """The verb that reports it."""

    @property
    def kind(self) -> Literal["direct", "mixed", "scare"]:
        """The kind of quotation."""

    @property
    def continues(self) -> int | None:
        """The number of the row that it continues, across the end of a paragraph."""

    @property
    def antecedent(self) -> Span | None:
        """If the speaker is a pronoun: the name it stands for, if the sentence before names only one person."""

    @property
    def block(self) -> int:
        """The number of its block."""

@type_check_only
class _AbbreviationsRow(Row):
    """A row of the layer `abbreviations`."""

    @property
    def short(self) -> Span:
        """The short form, at its definition."""

    @property
    def long(self) -> Span:
        """The long form, at the definition."""

    @property
    def kind(self) -> Literal["defined", "implied", "used"]:
        """Whether this is the definition or a use."""

    @property
    def definition(self) -> int | None:
        """For a use, the number of the row of its definition."""

    @property
    def block(self) -> int:
        """The number of its block."""

@type_check_only
class _EnumerationsRow(Row):
    """A row of the layer `enumerations`."""

    @property
    def kind(self) -> Literal["ordinal", "contrast", "letter", "number", "list"]:
        """How its items are counted."""

    @property
    def items(self) -> tuple[Span, ...]:
        """The items, without their markers."""

    @property
    def markers(self) -> tuple[Span, ...]:
        """The markers, one for each item."""

    @property
    def block(self) -> int:
        """The number of the first item's block."""

    @property
    def last(self) -> int:
        """The number of the last item's block."""

@type_check_only
class _FiguresRow(Row):
    """A row of the layer `figures`."""

    @property
    def kind(self) -> Literal["money", "percent", "quantity", "count", "ordinal"]:
        """The kind of figure."""

    @property
    def value(self) -> str:
        """The value, an exact decimal; for a range, its lower end."""

    @property
    def value_max(self) -> str | None:
        """The upper end of a range."""

    @property
    def unit(self) -> str | None:
        """The unit, or the counted noun; for money, what it is per."""

    @property
    def currency(self) -> str | None:
        """The ISO 4217 code of the currency."""

    @property
    def bounds(self) -> Literal["about", "over", "under", "at-least", "at-most", "between"] | None:
        """How exact it is."""

    @property
    def change(self) -> Literal["up", "down"] | None:
        """The direction of a change."""

    @property
    def basis(self) -> str | None:
        """What the change is measured against: `year-on-year`."""

    @property
    def period(self) -> str | None:
        """The period it applies to: `2020`, `2020-Q1`."""

    @property
    def block(self) -> int:
        """The number of its block."""

@type_check_only
class _DatesRow(Row):
    """A row of the layer `dates`."""

    @property
    def kind(self) -> Literal["date", "time", "duration", "set"]:
        """The kind of time expression."""

    @property
    def value(self) -> str:
        """The value in ISO 8601 or, if that has no form for it, TIMEX3; an `X` stands for an unknown part."""

    @property
    def relative(self) -> str | None:
        """Its stated distance from the article's date, as an ISO 8601 duration; negative if before it."""

    @property
    def block(self) -> int:
        """The number of its block."""

@type_check_only
class _PlacesRow(Row):
    """A row of the layer `places`."""

    @property
    def name(self) -> str:
        """The English name of the place."""

    @property
    def kind(self) -> Literal["country", "demonym", "region", "city"] | None:
        """The kind of place; none if several places have the name and the text does not decide."""

    @property
    def code(self) -> str | None:
        """Its ISO 3166-1 code; for a state or province, ISO 3166-2; for a city, its country's. None if it has none or is uncertain."""

    @property
    def within(self) -> Span | None:
        """The longer name that contains it, such as that of an institution, a company or an event."""

    @property
    def block(self) -> int:
        """The number of its block."""
