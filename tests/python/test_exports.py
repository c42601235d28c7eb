"""Files of many articles, what stands around them, containers and encodings, profiles."""

from __future__ import annotations

import io
import pickle
import zipfile
from pathlib import Path

import copydesk
import pytest

EXPORT = Path(__file__).parents[2] / "examples" / "exports" / "norhaven.txt"

ARTICLE = """Norhaven Messenger

VERFASST VON: Ana Ruiz

Die Fähre ist zurück, sagte der Hafenmeister am Montag.

Weitersagen
"""
PROFILE = """mastheads = ["Norhaven Messenger"]
[labels]
"VERFASST VON" = "byline"
[furniture]
share = ["Weitersagen"]
"""


def test_every_article_of_an_export_is_a_document() -> None:
    data = EXPORT.read_bytes()
    first, second = copydesk.documents(data, id="norhaven")
    assert (first.id, second.id) == ("norhaven#1", "norhaven#2")
    assert (first.envelope, first.headline) == ("nexis-legacy", "Ferry subsidy is back on the table")
    assert [author.name for author in first.byline.authors] == ["Ines Corbel", "Jon Hale"]
    assert (first.date.value.isoformat(), first.page) == ("2025-02-27", "Pg. A3")
    assert first.to_dict()["fields"]["page"]["value"] == "A3"
    assert second.byline.status == "unknown"
    parts = list(copydesk.documents(data, parts="all"))
    assert [part.part for part in parts] == ["cover", "article", "article"]
    assert b"".join(bytes(part.source)[part.range[0] : part.range[1]] for part in parts) == data


def test_extras_are_typed() -> None:
    first = next(iter(copydesk.documents(EXPORT.read_bytes())))
    extras = {extra.kind: extra for extra in first.extras}
    assert (extras["load-date"].name, extras["load-date"].parsed) == ("LOAD-DATE", "2025-02-28")
    assert extras["length"].parsed == "118"
    subjects = [(term.scheme, term.name, term.score) for term in extras["subject"].terms]
    assert subjects == [("nexis", "FERRIES", 93), ("nexis", "CITY GOVERNMENT", 88), ("nexis", "BOOKKEEPING", 61)]


def test_parts_of_an_export_are_pickled_on_their_own() -> None:
    for part in copydesk.documents(EXPORT.read_bytes(), parts="all"):
        again = pickle.loads(pickle.dumps(part))
        assert again == part
        assert (again.part, again.headline, again.extras) == (part.part, part.headline, part.extras)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_are_read_as_what_they_are(encoding: str) -> None:
    text = "Ferry returns to the café\n\nThe ferry is back, said José at the café on the quay.\n"
    document = copydesk.parse(text.encode(encoding))
    assert document.text == text
    assert {rule for repair in document.repairs for rule in repair.rules} == {"encoding"}


def test_a_docx_file_is_its_main_part() -> None:
    part = (
        b'<?xml version="1.0"?><w:document><w:body><w:p><w:r><w:t>Ferry returns</w:t></w:r></w:p></w:body></w:document>'
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", part)
    document = copydesk.parse(packed.getvalue())
    assert document.text.strip() == "Ferry returns"
    assert bytes(document.source) == part
    torn = packed.getvalue()[:-30]
    with pytest.raises(copydesk.InvalidInput):
        copydesk.parse(torn)


def test_a_profile_adds_words(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(PROFILE, encoding="utf-8")
    document = copydesk.parse(ARTICLE, profile=path)
    assert document.publication == "Norhaven Messenger"
    assert [author.name for author in document.byline.authors] == ["Ana Ruiz"]
    assert [block.kind for block in document.blocks if block.kind] == ["share"]
    again = pickle.loads(pickle.dumps(document))
    assert again.publication == document.publication
    assert copydesk.parse(ARTICLE).byline.status == "unknown"


@pytest.mark.parametrize(
    ("profile", "reason"),
    [
        ("[labels]\n'A' = 'writer'\n", "line 2: no field is called `writer`"),
        ("[furniture]\nads = ['A']\n", "line 2: no kind of furniture is called `ads`"),
        ("mastheads = [", "line 1: "),
    ],
)
def test_a_profile_that_cannot_be_read_says_why(tmp_path: Path, profile: str, reason: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(profile, encoding="utf-8")
    with pytest.raises(copydesk.InvalidProfile, match=r"own\.toml") as caught:
        copydesk.parse(ARTICLE, profile=path)
    assert caught.value.file == str(path)
    assert caught.value.reason.startswith(reason)
    with pytest.raises(copydesk.InvalidProfile, match="cannot be read") as caught:
        copydesk.parse(ARTICLE, profile=tmp_path / "gone.toml")
    assert caught.value.file == str(tmp_path / "gone.toml")
