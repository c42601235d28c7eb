"""Many texts in one call, and many threads on the same texts."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import copydesk
import pytest
from conftest import ODD, TEXTS, real_articles


def test_a_batch_is_what_its_texts_are_alone() -> None:
    alone = [copydesk.parse(text, layers="all") for text in TEXTS]
    for threads in (0, 1, 2, 8):
        batch = copydesk.parse_batch(TEXTS, layers="all", threads=threads)
        assert batch == alone
        assert all(one.text == other.text for one, other in zip(batch, alone, strict=True))


def test_ids_and_inputs_of_every_kind() -> None:
    texts = ["Ferry returns\n", b"Ferry \xff\n", bytearray(b"Ferry\n"), memoryview(b"Ferry\n"), "\ud800"]
    batch = copydesk.parse_batch(iter(texts), ids=list("abcde"))
    assert [document.id for document in batch] == list("abcde")
    assert batch == [copydesk.parse(text, id=name) for text, name in zip(texts, "abcde", strict=True)]
    assert batch[0].text is texts[0]
    assert copydesk.parse_batch([]) == []
    assert copydesk.parse_batch(("a", "b"))[1].text == "b"
    with pytest.raises(copydesk.InvalidInput, match="2 ids for 1 texts"):
        copydesk.parse_batch(["a"], ids=["a", "b"])


def test_what_is_no_text() -> None:
    texts = ["a", None, "b", 7]
    with pytest.raises(copydesk.InvalidInput) as raised:
        copydesk.parse_batch(texts)  # type: ignore[call-overload]
    assert raised.value.record == 2
    one, two, three, four = copydesk.parse_batch(texts, errors="return")
    assert (one.text, three.text) == ("a", "b")
    for error, record in ((two, 2), (four, 4)):
        assert isinstance(error, copydesk.InvalidInput)
        assert error.record == record
    for one_text in ("Ferry returns", b"Ferry returns", bytearray(b"Ferry"), memoryview(b"Ferry")):
        with pytest.raises(copydesk.InvalidInput, match="`parse` takes one text"):
            copydesk.parse_batch(one_text)
    with pytest.raises(copydesk.UnknownName, match="raise, return"):
        copydesk.parse_batch([], errors="ignore")  # type: ignore[call-overload]
    with pytest.raises(TypeError):
        copydesk.parse_batch(7)  # type: ignore[call-overload]


def test_eight_threads_agree() -> None:
    texts = [*TEXTS, *(data.decode("utf-8", "surrogateescape") for data in ODD.values())]
    expected = [copydesk.parse(text, layers="all") for text in texts]
    forms = [(document.to_json(), document.to_dict(), document.body) for document in expected]
    shared = copydesk.parse_batch(texts, layers="all")
    start = threading.Barrier(8)

    def work(_: int) -> list[tuple[str, dict[str, object], str]]:
        start.wait()
        for text, document in zip(texts, expected, strict=True):
            assert copydesk.parse(text, layers="all") == document
        # Documents that all threads share: whatever is made on demand is made by several of them at once.
        return [(document.to_json(), document.to_dict(), document.body) for document in shared]

    with ThreadPoolExecutor(8) as pool:
        assert all(found == forms for found in pool.map(work, range(8)))


def test_an_iterator_that_threads_share_gives_each_document_once() -> None:
    for _ in range(20):
        documents = copydesk.documents(TEXTS[0])
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(lambda _, shared=documents: next(shared, None), range(8)))
        assert sum(document is not None for document in found) == 1


def test_real_articles_on_eight_threads() -> None:
    texts = real_articles(60)
    expected = copydesk.parse_batch(texts)
    with ThreadPoolExecutor(8) as pool:
        for found in pool.map(lambda _: copydesk.parse_batch(texts, threads=2), range(8)):
            assert found == expected
