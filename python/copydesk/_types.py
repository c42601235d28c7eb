"""The values that a document is made of: immutable, hashable, compared by what they say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import date

Risk = Literal["safe", "likely", "all"]
"""How likely a repair is to be wrong."""
Form = Literal["auto", "text", "jsonl", "json", "csv", "tsv", "parquet", "warc", "zip"]
"""What a file holds: what its name says, plain text, records in one of several containers, or files in an archive."""
WrittenForm = Literal["jsonl", "parquet"]
"""What documents are written as."""
Parts = Literal["article", "all"]
"""The articles of a file, or also what stands around them."""


class Span(NamedTuple):
    """A stretch from `start` up to, but not including, `end`.

    Spans of the text count code points: `document.text[span.start:span.end]`. Spans of the source count bytes from the start of the file:
    `document.source[span.start:span.end]`.
    """

    start: int
    end: int


class Mention(NamedTuple):
    """Where a person, an organisation or another thing is spoken of, and its name."""

    text: Span
    """The place in the text, in code points."""
    name: str
    """The name: what stands there, or the fullest form of it in the text."""


class Block(NamedTuple):
    """A stretch of the document with its role."""

    number: int
    """Its number in the document, from 0."""
    role: str
    """What it is, in newsroom terms: one of `copydesk.ROLES`."""
    kind: str | None
    """What a piece of furniture is for: `navigation`, `share`, …"""
    source: Span
    """The bytes of the source that it covers, white space and line ends included."""
    text: Span
    """Its content in the text, without white space at either end; empty for a blank block."""
    continues: int | None
    """The number of the block that it goes on from, where something stands between the two."""
    content: str
    """Its content, as a string."""


class Repair(NamedTuple):
    """One change between the source and the text."""

    rules: tuple[str, ...]
    """The rules that made it."""
    risk: Risk
    """How likely it is to be wrong."""
    evidence: tuple[str, ...]
    """Why it was made: what the neighbours show, and `document:N`, the number of other places that vouch for it."""
    source: Span
    """The bytes that were replaced."""
    text: Span
    """What replaced them."""
    before: bytes
    """The bytes that were replaced, themselves."""
    after: str
    """What replaced them, as a string."""


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
    """For whom they write."""
    place: str | None = None
    """Where they write from."""
    email: str | None = None


class Byline(NamedTuple):
    """Who wrote an article, as it says."""

    status: Literal["named", "none", "unknown"]
    """`named`; `none` where the source says that there is no author; `unknown` where nothing says either."""
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
    """As a date of the calendar, where it gives all three parts without doubt."""


class Term(NamedTuple):
    """One index term of a labelled field."""

    scheme: str
    """Whose terms these are: `nexis`, `factiva`, `proquest`."""
    code: str | None
    """Its code in the scheme."""
    name: str
    score: int | None = None
    """How much the article is about it, in percent."""


class Extra(NamedTuple):
    """A labelled field of an export that has no place of its own in the header."""

    name: str
    """The label as it stands; empty where the field is told by its place."""
    value: str
    """The value as it stands."""
    source: Span
    """The place of the value."""
    kind: str | None = None
    """What it says, whatever the label is called: `length`, `load-date`, `subject`, …"""
    parsed: str | None = None
    """The value in a standard form, where it could be read without doubt."""
    terms: tuple[Term, ...] = ()
    """The index terms of the value."""
