"""The values that a document consists of: immutable, hashable, compared by value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import date

Risk = Literal["safe", "likely", "all"]
"""How likely a repair is to be wrong."""
Form = Literal["auto", "text", "jsonl", "json", "csv", "tsv", "parquet", "warc", "zip"]
"""The format of a file: chosen by its name, plain text, records in one of several containers, or files in an archive."""
WrittenForm = Literal["jsonl", "parquet"]
"""The format in which documents are written."""
Parts = Literal["article", "all"]
"""The articles of a file, or also what surrounds them."""


class Span(NamedTuple):
    """A stretch from `start` up to, but not including, `end`.

    Spans of the text count code points: `document.text[span.start:span.end]`. Spans of the source count bytes from the start of the file:
    `document.source[span.start:span.end]`.
    """

    start: int
    end: int


class Mention(NamedTuple):
    """A mention of a person, an organisation or another thing, with its name."""

    text: Span
    """The place in the text, in code points."""
    name: str
    """The name: as it stands there, or its fullest form in the text."""


class Block(NamedTuple):
    """A stretch of the document with its role."""

    number: int
    """Its number in the document, from 0."""
    role: str
    """Its role, in newsroom terms: one of `copydesk.ROLES`."""
    kind: str | None
    """The purpose of a furniture block: `navigation`, `share`, …"""
    source: Span
    """The bytes of the source that it covers, white space and line ends included."""
    text: Span
    """Its content in the text, without white space at either end; empty for a blank block."""
    continues: int | None
    """The number of the block that it continues, if something stands between the two."""
    content: str
    """Its content, as a string."""


class Repair(NamedTuple):
    """One change between the source and the text."""

    rules: tuple[str, ...]
    """The rules that made it."""
    risk: Risk
    """How likely it is to be wrong."""
    evidence: tuple[str, ...]
    """Why it was made: what the neighbours show, and `document:N`, the number of other places that support it."""
    source: Span
    """The place of the replaced bytes."""
    text: Span
    """The place of the replacement in the text."""
    before: bytes
    """The replaced bytes themselves."""
    after: str
    """The replacement, as a string."""


class Note(NamedTuple):
    """A doubt: what copydesk saw and did not dare to change."""

    kind: str
    """What it is about: `ambiguous-hyphen`, `encoding`, …"""
    source: Span
    """The place."""
    message: str
    """What was seen, in words."""


class Author(NamedTuple):
    """One author of a byline, as it stands."""

    name: str
    role: str | None = None
    """What they are: `Staff Writer`."""
    affiliation: str | None = None
    """The organisation they write for."""
    place: str | None = None
    """Where they write from."""
    email: str | None = None


class Byline(NamedTuple):
    """Who wrote an article, according to the article."""

    status: Literal["named", "none", "unknown"]
    """`named`; `none` if the source says that there is no author; `unknown` if it says neither."""
    text: str | None = None
    """The byline as it stands."""
    authors: tuple[Author, ...] = ()


class Dateline(NamedTuple):
    """Where and when an article was filed, from the start of its first paragraph."""

    text: str
    """The dateline as it stands, without the dash or colon that ends it."""
    place: str
    agency: str | None = None
    """The agency in brackets: `Reuters`."""
    date: str | None = None
    """The date as it stands: `Nov. 18`."""


class DateField(NamedTuple):
    """The date of an article."""

    text: str
    """As it stands."""
    value: date | None = None
    """As a calendar date, if day, month and year are all certain."""


class Term(NamedTuple):
    """One index term of a labelled field."""

    scheme: str
    """The vocabulary the term belongs to: `nexis`, `factiva`, `proquest`."""
    code: str | None
    """Its code in the scheme."""
    name: str
    score: int | None = None
    """How much the article is about it, in percent."""


class Extra(NamedTuple):
    """A labelled field of an export without a place in the header."""

    name: str
    """The label as it stands; empty if the field is recognised by its position."""
    value: str
    """The value as it stands."""
    source: Span
    """The place of the value."""
    kind: str | None = None
    """Its meaning, whatever the label: `length`, `load-date`, `subject`, …"""
    parsed: str | None = None
    """The value in a standard form, if it is certain."""
    terms: tuple[Term, ...] = ()
    """The index terms of the value."""
