"""datatrove: the step and the filter, alone and in a pipeline."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from pathlib import Path

import copydesk
import pytest
from conftest import IDS, NOT_UTF8, OPTIONS, articles

pytest.importorskip("datatrove")
pytest.importorskip("regex", reason="the filters of datatrove need regex")
import copydesk.datatrove
from copydesk.datatrove import Articles, RoleFilter
from datatrove.data import Document
from datatrove.executor.local import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers.jsonl import JsonlWriter


def documents(texts: list[str], **metadata: object) -> list[Document]:
    return [Document(text, id, metadata=dict(metadata)) for text, id in zip(texts, IDS, strict=False)]


def test_the_same_documents() -> None:
    found = list(Articles(batch_size=64, **OPTIONS).run(documents(articles(), n=1)))
    for document, text, id in zip(found, articles(), IDS, strict=True):
        assert (document.text, document.id, document.metadata["n"]) == (text, id, 1)
        expected = copydesk.parse(text, id=id, **OPTIONS).to_dict()
        assert document.metadata["document"] == {**expected, "error": None}


def test_what_the_text_becomes() -> None:
    for becomes in ("text", "body"):
        for document, text in zip(Articles(text=becomes).run(documents(articles())), articles(), strict=True):
            assert document.text == getattr(copydesk.parse(text), becomes)
    (document,) = Articles(text="text", into="d", columns=["headline", "error"]).run(documents(["Ferry ( SCT)"]))
    assert document.metadata["d"] == {"headline": None, "error": None}


def test_what_is_no_text() -> None:
    good, bad, data = Articles().run(documents(["Ferry", None, NOT_UTF8]))  # type: ignore[list-item]
    assert good.metadata["document"]["error"] is None
    assert bad.text is None
    error = bad.metadata["document"]["error"]
    assert (error["file"], error["record"]) == (None, None)
    assert "not NoneType" in error["reason"]
    assert data.metadata["document"]["text"] == copydesk.parse(NOT_UTF8).text
    assert list(Articles().run([])) == []
    step = RoleFilter()
    assert [document.text for document in step.run(documents(["Ferry is back.", None, ""]))] == ["Ferry is back."]  # type: ignore[list-item]
    assert step.stats["dropped_error"].total == step.stats["dropped_nothing_to_keep"].total == 1


def test_the_body_is_what_is_kept() -> None:
    for repairs in ("safe", "none"):
        parsed = [copydesk.parse(text, repairs=repairs) for text in articles()]
        kept = {document.id: document.text for document in RoleFilter(repairs=repairs).run(documents(articles()))}
        for id, document in zip(IDS, parsed, strict=True):
            assert kept.get(id, "") == document.body


def test_other_roles() -> None:
    text = "Harbour Gazette\n\nFerry returns\n\n-\n\nThe ferry is back.\n\nNewspapers in English\n"
    step = RoleFilter(("headline", *copydesk.datatrove.BODY), batch_size=7)
    assert [document.text for document in step.run(documents([text]))] == ["Ferry returns\n\nThe ferry is back."]
    assert (step.stats["block-kept"].total, step.stats["block-dropped-furniture"].total) == (2, 1)
    with pytest.raises(copydesk.UnknownName, match="no role `title`; there are publication"):
        RoleFilter("title")
    with pytest.raises(copydesk.UnknownName, match="quotations"):
        Articles(layers="quotes")
    with pytest.raises(copydesk.UnknownName, match="no column `head`"):
        Articles(columns="head")


def test_a_pipeline(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    lines = [json.dumps({"id": id, "text": text}) for id, text in zip(IDS, articles(), strict=True)]
    (tmp_path / "in" / "news.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    pipeline = [
        JsonlReader(str(tmp_path / "in")),
        RoleFilter(exclusion_writer=JsonlWriter(str(tmp_path / "excluded"))),
        Articles(columns=("language", "error")),
        JsonlWriter(str(tmp_path / "out")),
    ]
    LocalPipelineExecutor(pipeline, tasks=1, workers=1, logging_dir=str(tmp_path / "logs")).run()

    def ids(folder: str) -> Counter[str]:
        paths = (tmp_path / folder).glob("*.jsonl.gz")
        return Counter(json.loads(line)["id"] for path in paths for line in gzip.open(path, "rt", encoding="utf-8"))

    bodies = {id: copydesk.parse(text).body for id, text in zip(IDS, articles(), strict=True)}
    assert ids("out") == Counter(id for id, body in bodies.items() if body)
    assert ids("excluded") == Counter(id for id, body in bodies.items() if not body)
