"""What can be given, and what is said of what cannot."""

from __future__ import annotations

import array
import mmap
import pickle
from pathlib import Path

import copydesk
import pytest
from conftest import ROOT

PATH = ROOT / "examples" / "harbour-gazette.txt"
DATA = PATH.read_bytes()


@pytest.mark.parametrize(
    "given",
    [
        DATA,
        DATA.decode(),
        bytearray(DATA),
        memoryview(DATA),
        memoryview(b"---" + DATA + b"---")[3:-3],
        memoryview(bytearray(DATA)),
        memoryview(DATA[::-1])[::-1],
        array.array("B", DATA),
    ],
    ids=["bytes", "str", "bytearray", "view", "part of a view", "view to write", "view backwards", "array"],
)
def test_texts_and_buffers(given: object) -> None:
    document = copydesk.parse(given)  # type: ignore[arg-type]
    assert document == copydesk.parse(DATA)
    assert document.source == DATA


def test_mapped_files() -> None:
    with PATH.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as mapped:
        document = copydesk.parse(mapped)
    # The file is closed: what the document needs of it, it has.
    assert document == copydesk.parse(DATA)
    assert document.source == DATA


def test_a_buffer_that_is_changed_later_changes_no_document() -> None:
    data = bytearray(DATA)
    document = copydesk.parse(data)
    data[:] = b"x" * len(data)
    assert document == copydesk.parse(DATA)


def test_a_subclass_of_str() -> None:
    class Text(str):
        __slots__ = ()

    document = copydesk.parse(Text("Ferry returns\n"))
    assert type(document.text) is str


@pytest.mark.parametrize("given", [None, 7, 1.5, object(), ["a"], Path("a")], ids=repr)
def test_what_is_no_text(given: object) -> None:
    with pytest.raises(copydesk.InvalidInput, match="a text is str, bytes, or another buffer of bytes, not ") as raised:
        copydesk.parse(given)  # type: ignore[arg-type]
    assert isinstance(raised.value, copydesk.CopydeskError)
    assert isinstance(raised.value, TypeError)
    assert type(given).__name__ in raised.value.reason
    assert raised.value.file is raised.value.record is None


def test_buffers_that_cannot_be_read() -> None:
    released = memoryview(b"a")
    released.release()
    with pytest.raises(copydesk.InvalidInput, match="released"):
        copydesk.parse(released)
    with pytest.raises(copydesk.InvalidInput, match=r"not array; .*: "):
        copydesk.parse(array.array("I", [1]))


def test_what_is_too_long() -> None:
    # Anonymous memory that is never touched: a gigabyte in name only.
    with mmap.mmap(-1, (1 << 30) + 1) as mapped, pytest.raises(copydesk.SourceTooLong, match="1 GiB") as raised:
        copydesk.parse(mapped)
    assert isinstance(raised.value, ValueError)


@pytest.mark.parametrize(
    ("options", "known"),
    [
        ({"envelope": "factivia"}, "pressreader"),
        ({"language": "xx"}, "en"),
        ({"repairs": "spaced-comma"}, "spaced-hyphen"),
        ({"repairs": ["safe", "spaced-comma"]}, "spaced-hyphen"),
        ({"repairs": "encoding"}, "always"),
        ({"repairs": "safe,all"}, "one risk"),
        ({"repairs": ["safe", "-spaced-comma"]}, "spaced-hyphen"),
        ({"repairs": "-encoding"}, "always"),
        ({"layers": "quotes"}, "links"),
        ({"layers": ["links", "quotes"]}, "links"),
    ],
    ids=str,
)
def test_names_that_do_not_exist(options: dict[str, str], known: str) -> None:
    for call in (
        lambda: copydesk.parse("a", **options),
        lambda: copydesk.documents("a", **options),
        lambda: copydesk.parse_batch(["a"], **options),
        lambda: copydesk.read("a", **options),
    ):
        with pytest.raises(copydesk.UnknownName, match=known) as raised:
            call()
        assert isinstance(raised.value, ValueError)


@pytest.mark.parametrize("names", [7, ["safe", 7], object()], ids=str)
def test_names_that_are_none(names: object) -> None:
    with pytest.raises(copydesk.InvalidInput, match="names are"):
        copydesk.parse("a", repairs=names)  # type: ignore[arg-type]


def test_options() -> None:
    text = "The year- on- year fall is over. It is a two- year, long- term dispute over $ 21 million.\n"
    assert "two-year" in copydesk.parse(text, envelope="plain", language="en").text
    for none in ("none", None, []):
        document = copydesk.parse(text, repairs=none)
        assert document.text is text
    hyphens = copydesk.parse(text, language="en", repairs=("spaced-hyphen", "likely"))
    assert {rule for repair in hyphens.repairs for rule in repair.rules} == {"spaced-hyphen"}
    assert hyphens == copydesk.parse(text, language="en", repairs="likely,spaced-hyphen")
    others = copydesk.parse(text, language="en", repairs=("all", "-spaced-hyphen"))
    assert {rule for repair in others.repairs for rule in repair.rules} == {"spaced-currency"}
    assert copydesk.parse(text, repairs="none,-spaced-hyphen").text is text
    assert copydesk.parse(text, envelope="pressreader").envelope == "pressreader"
    assert copydesk.parse(text, language="de").language == "de"


def test_exceptions_say_where_and_can_be_pickled() -> None:
    with pytest.raises(copydesk.InvalidInput) as raised:
        copydesk.parse_batch(["a", None])  # type: ignore[list-item]
    error = raised.value
    assert (error.record, error.file) == (2, None)
    assert str(error) == f"record 2: {error.reason}"
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.reason, again.file, again.record) == (type(error), error.reason, None, 2)
    assert str(copydesk.CopydeskError("is not there", "a.jsonl", 3)) == "a.jsonl, record 3: is not there"
    family = [copydesk.Defect, copydesk.InvalidInput, copydesk.InvalidRow, copydesk.InvalidSpan]
    family += [copydesk.SourceTooLong, copydesk.UnknownName, copydesk.VersionMismatch]
    assert all(issubclass(member, copydesk.CopydeskError) for member in family)


def test_every_article_of_a_file() -> None:
    documents = copydesk.documents(DATA, id="gazette", layers="all")
    assert iter(documents) is documents
    (document,) = documents
    assert document == copydesk.parse(DATA, id="gazette", layers="all")
    assert next(documents, None) is None
    assert list(copydesk.documents(DATA, parts="all")) == [copydesk.parse(DATA)]
    with pytest.raises(copydesk.UnknownName, match="article, all"):
        copydesk.documents(DATA, parts="cover")  # type: ignore[arg-type]


def test_huge_inputs() -> None:
    for data in (b"\n" * 5_000_000, b"a " * 2_000_000, b"\xff" * 1_000_000, "é\n".encode() * 1_000_000):
        document = copydesk.parse(data)
        assert document.source is data
        assert document.blocks[-1].source.end == len(data)


def test_explain() -> None:
    assert copydesk.explain("spaced-hyphen").startswith("# spaced-hyphen\n")
    assert "**Leaves alone**" in copydesk.explain("spaced-hyphen")
    for name in (*copydesk.RULES, *copydesk.LAYERS, *copydesk.ENVELOPES):
        assert copydesk.explain(name).startswith(f"# {name}\n")
        assert f"  {name} " in copydesk.explain()
    with pytest.raises(copydesk.UnknownName, match="spaced-comma"):
        copydesk.explain("spaced-comma")
