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

    `envelope` and `language` are recognised where they are not named. `repairs` is `none`, a risk (`safe`, `likely`, `all`), names of
    rules, or both; a name with `-` before it takes the rule away. `layers` is `none`, `all`, or names. Names are given as one string with
    commas, or as several strings.
    `profile` is a file of your own words.
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
    """Every article of an export, one after the other. What stands around them is given too with `parts="all"`.

    The documents are called as the file is, `id`, with `#2` and so on where there are several.
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

    `data` is anything with the Arrow PyCapsule interface: a table, a record batch or a stream of them, of which `column` is read, or an
    array of strings itself. Texts are read where they lie, and where they were not changed the table shares them. A row without a text is
    a row without anything; one that cannot be parsed says why in its column `error`. `id_column` names the column that has the ids;
    `threads` is the number of threads, 0 for one a core. The rest is as in `parse`.
    """

def explain(name: str | None = None) -> str:
    """The page of a rule, role family, envelope, layer or writer, to print; without a name, the lists of those that have one."""

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
    """Makes a document again of what its pickle holds."""

@final
class Document:
    """A parsed article: what it says, what was changed, and where everything came from. Made by `parse`, `parse_batch` and `documents`.

    Immutable. A field of the header that is not there, or could not be told, is None. Text offsets are code points of `text`; source offsets are bytes, counted from the start of the file.
    """

    @property
    def id(self) -> str:
        """What the document is called: as given to the parse, with `#2` and so on where a file holds several articles."""

    @property
    def source(self) -> bytes:
        """The bytes of the whole file or record that the document was read from. An unpickled article of a longer file has its own stretch
        of it alone: the bytes of `range`.
        """

    @property
    def range(self) -> Span:
        """The stretch of the file that this document covers, in bytes."""

    @property
    def text(self) -> str:
        """The repaired text, furniture included."""

    @property
    def body(self) -> str:
        """What one reads: paragraphs, crossheads and lists, a blank line between two, parts of one paragraph put together."""

    @property
    def envelope(self) -> str:
        """The channel that the article came through: one of `ENVELOPES`."""

    @property
    def language(self) -> str | None:
        """The ISO 639-1 code of the language, if it is one that the rules know."""

    @property
    def part(self) -> str:
        """`article`, or what stands around the articles of an export: `cover`, `separator`, `footer`."""

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
        """The fields of the header that are there, each with the place that it was read from."""

    @property
    def extras(self) -> tuple[Extra, ...]:
        """Labelled fields that have no place of their own, in order."""

    @property
    def blocks(self) -> Items[Block]:
        """The blocks, in order. Together they cover the document's range of the source."""

    @property
    def paragraphs(self) -> Items[Block]:
        """The blocks that are paragraphs. A paragraph that goes on after an interruption is two of them."""

    @property
    def repairs(self) -> Items[Repair]:
        """The changes between the source and the text, in order."""

    @property
    def notes(self) -> Items[Note]:
        """The doubts, in order of place."""

    @property
    def layers(self) -> dict[str, Items[Row]]:
        """The layers that were asked for, and your own, by name. A layer that was not asked for is made by `layer` or its attribute."""

    def layer(self, name: str) -> Items[Row]:
        """The rows of a layer, in order of place: one of `LAYERS`, made now if it was not before, or one of your own."""

    def with_layer(self, name: str, rows: Iterable[Mapping[str, object]]) -> Document:
        """The same document with a layer of your own, in place of one of the same name.

        Each row is a mapping: `text` is its span in code points, the other keys are its columns, the same in every row, each of `str`,
        `int`, a span, or several spans; None where there is no value.
        """

    def to_source(self, span: _Span) -> Span:
        """Where a span of the text, `(start, end)` in code points, came from in the source. An edge inside a repair moves outwards to the repair's edge."""

    def to_text(self, span: _Span) -> Span:
        """Where a span of the source, `(start, end)` in bytes, lies in the text, in code points. An edge inside a repair or a character moves
        outwards to its edge.
        """

    def to_json(self, *, pretty: bool = False) -> str:
        """The document as JSON, offsets in bytes; on one line, or indented."""

    def to_dict(self) -> dict[str, Any]:
        """The document as the JSON form has it, as dictionaries and lists, text offsets in code points."""

    def to_markdown(self) -> str:
        """The article as Markdown: headline, deck, byline, body, captions."""

    def to_html(self) -> str:
        """The document as an HTML page that shows roles, repairs, notes and the layers that were asked for."""

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
        """Addresses in the running text: URLs, e-mail addresses and the handles of social networks, as they stand."""

    @property
    def sentences(self) -> Items[_SentencesRow]:
        """The sentences of the running text."""

    @property
    def quotations(self) -> Items[_QuotationsRow]:
        """What stands in quotation marks, who said it, and by which verb the article says so."""

    @property
    def abbreviations(self) -> Items[_AbbreviationsRow]:
        """Short forms that the article explains, what they stand for, and where they are used."""

    @property
    def enumerations(self) -> Items[_EnumerationsRow]:
        """Series: things that the text counts off, each with the mark that it begins with."""

    @property
    def figures(self) -> Items[_FiguresRow]:
        """Numbers of the running text as data: amounts of money, percentages, quantities with a unit, counts, ordinals."""

    @property
    def dates(self) -> Items[_DatesRow]:
        """Dates, times of day, lengths of time and what comes back, as values that a program can read: `May 3, 2020`, `last Tuesday`, `the past three decades`, `8 p.m. on Friday`, `every Monday`."""

    @property
    def places(self) -> Items[_PlacesRow]:
        """Countries, their people and what is of them, states and provinces, large cities: `China`, `U.S.`, `Kazakh`, `Xinjiang`, `Norwich`, `Central Asia`."""

@final
class Items(Sequence[_T_co]):
    """Blocks, repairs, notes or rows of a document, in order of place. It is a sequence as a tuple is, and equal to a tuple or list of the
    same items; an item is made when it is asked for.
    """

    def __len__(self) -> int: ...
    @overload
    def __getitem__(self, index: SupportsIndex, /) -> _T_co: ...
    @overload
    def __getitem__(self, index: slice, /) -> tuple[_T_co, ...]: ...
    def __iter__(self) -> Iterator[_T_co]: ...
    def __contains__(self, item: object, /) -> bool: ...
    def index(self, value: object, start: int = 0, stop: int = ...) -> int:
        """The place of the first item that is equal to this one, looked for from `start` on and before `stop`."""

    def count(self, value: object) -> int:
        """How many items are equal to this one."""

    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...
    def __class_getitem__(cls, key: Any) -> Any: ...

@disjoint_base
class Row:
    """One row of a layer: its span `text`, what stands there as `content`, and the columns of the layer, each as an attribute."""

    def __new__(cls, layer: str, names: tuple[str, ...], values: tuple[Any, ...]) -> Self: ...
    @property
    def text(self) -> Span:
        """The place in the text, in code points."""

    @property
    def content(self) -> str:
        """What stands there."""

    def to_dict(self) -> dict[str, Any]:
        """The row as a dictionary."""

    def __getattr__(self, name: str) -> Any: ...
    def __dir__(self) -> list[str]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...
    def __reduce__(self) -> tuple[Any, ...]: ...

@final
class Documents:
    """Goes through the documents of a file; each is parsed when it is asked for."""

    def __iter__(self) -> Self: ...
    def __next__(self) -> Document: ...

@final
class Reader:
    """Goes through the batches of `read`, one after the other; a library that takes Arrow streams takes it whole. Files are opened as they are come to; no more than a batch for each thread is in memory."""

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
        """What was no record and was passed over so far, and how often: empty files, hidden files in archives, records of web archives without text."""

    def __iter__(self) -> Self: ...
    def __next__(self) -> ArrowBatch: ...
    def __arrow_c_stream__(self, requested_schema: object | None = None) -> CapsuleType: ...
    def __arrow_c_schema__(self) -> CapsuleType: ...

@final
class _Writer:
    """The file that `write` writes. It has its name once it is kept, and is gone if it is dropped before."""

    def __new__(cls, path: str | PathLike[str], form: WrittenForm | None = None) -> Self: ...
    def write(self, item: _ArrowArray | _ArrowStream | Document) -> None:
        """Adds a document, a batch, or all batches of a stream."""

    def keep(self) -> int:
        """Ends the file and gives it its name; the number of its rows."""

    def drop(self) -> None:
        """Removes the file, if it was not kept."""

@final
class ArrowTable:
    """A table of documents in Arrow's form. Any library that knows the Arrow PyCapsule interface takes it without a copy:
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
    """Some documents in Arrow's form, as `read` gives them: `pyarrow.record_batch(batch)`, `polars.DataFrame(batch)`."""

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
        """What it leads to."""

    @property
    def block(self) -> int:
        """The number of the block it stands in."""

@type_check_only
class _SentencesRow(Row):
    """A row of the layer `sentences`."""

    @property
    def block(self) -> int:
        """The number of the block it stands in."""

    @property
    def continues(self) -> int | None:
        """The number of the row it goes on from, where something stands between its parts."""

@type_check_only
class _QuotationsRow(Row):
    """A row of the layer `quotations`."""

    @property
    def speaker(self) -> Mention | None:
        """Who said it; none where that is in doubt."""

    @property
    def verb(self) -> Span | None:
        """The verb that reports it."""

    @property
    def kind(self) -> Literal["direct", "mixed", "scare"]:
        """What it is."""

    @property
    def continues(self) -> int | None:
        """The number of the row that it goes on from, over a paragraph's end."""

    @property
    def antecedent(self) -> Span | None:
        """The name that a pronoun as the speaker stands for, where the sentence before names one person only."""

    @property
    def block(self) -> int:
        """The number of the block it stands in."""

@type_check_only
class _AbbreviationsRow(Row):
    """A row of the layer `abbreviations`."""

    @property
    def short(self) -> Span:
        """The short form, as it stands where it is defined."""

    @property
    def long(self) -> Span:
        """The long form."""

    @property
    def kind(self) -> Literal["defined", "implied", "used"]:
        """Whether this is the definition or a use."""

    @property
    def definition(self) -> int | None:
        """The number of the row of the definition, of a use."""

    @property
    def block(self) -> int:
        """The number of the block it stands in."""

@type_check_only
class _EnumerationsRow(Row):
    """A row of the layer `enumerations`."""

    @property
    def kind(self) -> Literal["ordinal", "contrast", "letter", "number", "list"]:
        """What counts its items."""

    @property
    def items(self) -> tuple[Span, ...]:
        """The items, without what counts them."""

    @property
    def markers(self) -> tuple[Span, ...]:
        """What counts them, one for each."""

    @property
    def block(self) -> int:
        """The number of the block that the first item stands in."""

    @property
    def last(self) -> int:
        """The number of the block that the last item stands in."""

@type_check_only
class _FiguresRow(Row):
    """A row of the layer `figures`."""

    @property
    def kind(self) -> Literal["money", "percent", "quantity", "count", "ordinal"]:
        """What it is of."""

    @property
    def value(self) -> str:
        """The value, an exact decimal; of a range the lower end."""

    @property
    def value_max(self) -> str | None:
        """The upper end of a range."""

    @property
    def unit(self) -> str | None:
        """The unit, or the noun that is counted; of money what it is per."""

    @property
    def currency(self) -> str | None:
        """The currency's code of ISO 4217."""

    @property
    def bounds(self) -> Literal["about", "over", "under", "at-least", "at-most", "between"] | None:
        """How exact it is."""

    @property
    def change(self) -> Literal["up", "down"] | None:
        """Which way it changed something."""

    @property
    def basis(self) -> str | None:
        """What the change is measured against: `year-on-year`."""

    @property
    def period(self) -> str | None:
        """The time that it is of: `2020`, `2020-Q1`."""

    @property
    def block(self) -> int:
        """The number of the block it stands in."""

@type_check_only
class _DatesRow(Row):
    """A row of the layer `dates`."""

    @property
    def kind(self) -> Literal["date", "time", "duration", "set"]:
        """What kind of time it speaks of."""

    @property
    def value(self) -> str:
        """What it says, in ISO 8601 or, where that has no form, TIMEX3; an `X` for what is open."""

    @property
    def relative(self) -> str | None:
        """How far it lies from the article's date, where it says so, as a duration of ISO 8601; before it with a minus."""

    @property
    def block(self) -> int:
        """The number of the block it stands in."""

@type_check_only
class _PlacesRow(Row):
    """A row of the layer `places`."""

    @property
    def name(self) -> str:
        """What the place is called in English."""

    @property
    def kind(self) -> Literal["country", "demonym", "region", "city"] | None:
        """What it is; none where several places have the name and it cannot be told."""

    @property
    def code(self) -> str | None:
        """Its code in ISO 3166-1, of a state or province in ISO 3166-2, of a city its country's; none where it has none or it cannot be told."""

    @property
    def within(self) -> Span | None:
        """The longer name that it is a part of: an institution's, a company's, an event's."""

    @property
    def block(self) -> int:
        """The number of the block it stands in."""
