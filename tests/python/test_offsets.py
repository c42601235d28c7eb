"""Text offsets are code points, whatever the text; source offsets are bytes."""

from __future__ import annotations

import itertools
import json

import copydesk
import pytest
from conftest import FIXTURES, ODD, real_articles


def check(data: bytes | str) -> copydesk.Document:
    document = copydesk.parse(data, layers="all")
    text, source = document.text, document.source
    assert source == (data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
    encoded = text.encode()
    in_bytes = json.loads(document.to_json())
    in_points = document.to_dict()
    assert (in_bytes["offset_unit"], in_points["offset_unit"]) == ("byte", "code-point")

    def agree(points: list[int], counted: list[int]) -> str:
        assert len(text[: points[0]].encode()) == counted[0]
        assert text[slice(*points)].encode() == encoded[slice(*counted)]
        return text[slice(*points)]

    for block, points, counted in zip(document.blocks, in_points["blocks"], in_bytes["blocks"], strict=True):
        assert list(block.text) == points["text"]
        assert list(block.source) == points["source"] == counted["source"]
        assert agree(points["text"], counted["text"]) == block.content == text[slice(*block.text)]
    for repair, points, counted in zip(document.repairs, in_points["repairs"], in_bytes["repairs"], strict=True):
        assert list(repair.text) == points["text"]
        assert agree(points["text"], counted["text"]) == repair.after
        assert source[slice(*repair.source)] == repair.before
    for name, rows in in_points["layers"].items():
        for row, points, counted in zip(document.layer(name), rows, in_bytes["layers"][name], strict=True):
            assert list(row.text) == points["text"]
            assert agree(points["text"], counted["text"]) == row.content
    # Both maps, at every edge and between: what is mapped there and back covers where it came from.
    edges = sorted({edge for block in document.blocks for edge in block.text} | {0, len(text)})
    for start, end in itertools.pairwise(edges):
        there = document.to_source((start, end))
        back = document.to_text(there)
        assert back.start <= start
        assert back.end >= end
    # From the source, at any byte: what is mapped holds all of the characters that the bytes are of.
    for start in range(min(len(source), 400)):
        span = document.to_text((start, start + 1))
        around = document.to_source(span)
        assert span.start == span.end or (around.start <= start and around.end >= start + 1)
        if source.isascii():
            assert span.end == span.start + 1 or document.repairs
    return document


def test_a_part_of_a_character_is_the_character() -> None:
    document = copydesk.parse("b \ne\u0301東\n")
    assert document.to_text((5, 6)) == document.to_text((4, 6)) == (4, 5)
    assert document.to_text((7, 8)) == document.to_text((6, 9)) == (5, 6)
    assert document.to_text((7, 7)) == (5, 5)


@pytest.mark.parametrize("name", ODD)
def test_odd_texts(name: str) -> None:
    check(ODD[name])


def test_every_place_of_a_text_with_wide_characters() -> None:
    document = check(ODD["damaged"])
    assert len(document.repairs) >= 5
    for index in range(len(document.text)):
        start, end = document.to_source((index, index + 1))
        mapped = document.source[start:end].decode()
        assert document.text[index] == mapped or any(repair.source == (start, end) for repair in document.repairs)


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_fixtures(path) -> None:
    check(path.read_bytes())


def test_real_articles() -> None:
    for text in real_articles(40):
        check(text)


def test_lone_surrogates_are_bytes_that_are_no_characters() -> None:
    document = check("Ferry \ud83d returns\n\nThe ferry \udc00\udc00 is back.\n")
    assert "\ufffd" in document.text
    assert all("encoding" in repair.rules for repair in document.repairs)
    assert (
        document.source.decode("utf-8", "surrogatepass") == "Ferry \ud83d returns\n\nThe ferry \udc00\udc00 is back.\n"
    )
    assert [note.kind for note in document.notes] == ["encoding", "encoding"]
