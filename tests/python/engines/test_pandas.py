"""pandas: the accessor, the function, and columns that hold anything."""

from __future__ import annotations

import copydesk
import pytest
from conftest import IDS, NOT_UTF8, ODD, OPTIONS, articles, check, check_odd, expected, without_nulls

pa = pytest.importorskip("pyarrow")
pd = pytest.importorskip("pandas")
import copydesk.pandas  # noqa: E402


def rows(documents: pd.DataFrame) -> list[dict[str, object]]:
    return pa.Table.from_pandas(documents, preserve_index=False).to_pylist()


def test_the_same_documents() -> None:
    frame = pd.DataFrame({"id": IDS, "text": articles(), "n": range(len(IDS))}, index=range(7, 7 + len(IDS)))
    made = copydesk.pandas.parse(frame, id_column="id", **OPTIONS)
    assert list(made.columns) == ["id", "text", "n", "document"]
    assert made[["id", "text", "n"]].equals(frame)
    check(pa.Table.from_pandas(made)["document"])
    documents = frame["text"].copydesk.parse(**OPTIONS)
    assert documents.index.equals(frame.index)
    table = pa.Table.from_pandas(documents, preserve_index=False)
    check(table.set_column(1, "id", pa.array(IDS)).to_struct_array())
    assert documents["byline"].struct.field("status").isin(["named", "none", "unknown"]).all()
    assert documents["text"].str.len().min() > 0


@pytest.mark.parametrize("kind", ["object", "str", "string[python]", "string[pyarrow]", "category", "large"])
def test_types_of_strings(kind: str) -> None:
    series = pd.Series(ODD, dtype=pd.ArrowDtype(pa.large_string()) if kind == "large" else kind)
    check_odd(rows(series.copydesk.parse()))
    check_odd(rows(pd.concat([series, series]).copydesk.parse()), ODD * 2)
    assert len(series.iloc[:0].copydesk.parse()) == 0
    assert list(series.iloc[:0].copydesk.parse().dtypes) == list(series.copydesk.parse().dtypes)


def test_what_is_no_text_is_an_error_of_its_row() -> None:
    series = pd.Series(["Ferry", NOT_UTF8, 7, None, float("nan"), pd.NA, pd.NaT, "\ud800 x", ["a"]], dtype=object)
    found = rows(series.copydesk.parse())
    assert [row["text"] for row in found[2:7]] == [None] * 5
    assert {"id": "", **without_nulls(found[0])} == expected("Ferry")
    assert {"id": "", **without_nulls(found[1])} == expected(NOT_UTF8)
    assert found[7]["text"].endswith(" x")
    assert [row["error"] and row["error"]["reason"] for row in found] == [
        None, None, "a text is str or bytes, not int", *[None] * 5, "a text is str or bytes, not list",
    ]  # fmt: skip


def test_columns() -> None:
    frame = pd.DataFrame({"text": ["Ferry returns"], "url": [1], "anything": [object()]})
    assert frame["text"].copydesk.parse(columns=["body", "error"]).columns.to_list() == ["body", "error"]
    made = copydesk.pandas.parse(frame, id_column="url", into="d", columns="id")
    assert made["d"].to_list() == [{"id": "1"}]
    assert made["anything"][0] is frame["anything"][0]


def test_what_does_not_exist() -> None:
    frame = pd.DataFrame({"text": ["Ferry returns"], "document": [1]})
    with pytest.raises(copydesk.InvalidInput, match="`document` already"):
        copydesk.pandas.parse(frame)
    with pytest.raises(copydesk.InvalidInput, match="no column `body`; there are text, document"):
        copydesk.pandas.parse(frame, "body")
    with pytest.raises(copydesk.InvalidInput, match="no column `url`"):
        copydesk.pandas.parse(frame, id_column="url", into="d")
    with pytest.raises(copydesk.UnknownName, match="quotations"):
        frame["text"].copydesk.parse(layers="quotes")
    with pytest.raises(copydesk.InvalidInput, match="Int64"):
        frame["document"].copydesk.parse()
