from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.reader.importing.limits import MOST_CHARACTERS
from chancery.reader.importing.tables import Row, rows_of
from chancery.terms.errors import DataError
from tests.reader.importing.given import data_file


def rows(text: str, *columns: str) -> list[Row | DataError]:
    return list(rows_of(data_file("t.csv", text), kind="ifg", columns=columns))


def sound(text: str) -> list[dict[str, str]]:
    return [{name: cell.text for name, cell in row.cells.items()} for row in rows(text) if isinstance(row, Row)]


def test_cells_have_their_place_and_rows_their_line() -> None:
    text = 'id,name\r\n1,"A ""B"", C"\r\n\r\n2,"two\nlines"\r\n3,last'
    found = [row for row in rows(text, "id") if isinstance(row, Row)]
    assert [row.cells["name"].text for row in found] == ['A "B", C', "two\nlines", "last"]
    assert [row.line for row in found] == [2, 4, 6]
    assert found[1]["name"] == "two lines"
    for row in found:
        assert row.evidence.quote == text[row.start : row.end]
        cell = row.cells["name"]
        assert text[cell.start : cell.end].replace('""', '"') == cell.text


def test_a_mark_at_the_beginning_is_no_part_of_the_heading() -> None:
    assert sound("\ufeffid,name\n1,A\n") == [{"id": "1", "name": "A"}]


@pytest.mark.parametrize("text", ["name\nA\n", "id,id\n1,2\n", '"id\n', "x\n"])
def test_another_heading_is_another_kind(text: str) -> None:
    with pytest.raises(DataError) as caught:
        rows(text, "id")
    assert caught.value.code == "D001"


def test_a_broken_row_is_told_and_the_rest_goes_on() -> None:
    text = 'id,name\n1\n2,B,x\n3,"C" c\n4,D\n5,"never closed\n6,F\n'
    found = rows(text, "id")
    assert [row["name"] if isinstance(row, Row) else row.code for row in found] == ["D002", "D002", "D002", "D", "D002"]
    assert isinstance(found[0], DataError)
    assert found[0].fields["where"] == "line 2 of t.csv"


def test_a_row_that_is_too_long_is_told_and_the_rest_goes_on() -> None:
    found = rows(f"id,name\n1,{'x' * MOST_CHARACTERS}\n2,{'x' * (MOST_CHARACTERS - 2)}\n3,C\n")
    assert [row["id"] if isinstance(row, Row) else row.code for row in found] == ["D002", "2", "3"]


def test_of_a_long_row_the_name_is_the_proof() -> None:
    [short, long] = [row for row in rows(f'id,name,note\n1,A,x\n2,"B ""b""",{"x" * 2000}\n') if isinstance(row, Row)]
    assert [row.naming("name").quote for row in (short, long)] == ["1,A,x", 'B ""b""']


def test_what_looks_like_a_formula_is_text() -> None:
    assert sound('id,name\n1,"=HYPERLINK(""http://x"",""y"")"\n2,@SUM(A1)\n') == [
        {"id": "1", "name": '=HYPERLINK("http://x","y")'},
        {"id": "2", "name": "@SUM(A1)"},
    ]


def test_a_row_of_commas_is_no_row() -> None:
    [found] = rows("id,name\n" + "," * 100_000 + "\n")
    assert isinstance(found, DataError)
    assert "more than 1000 cells" in found.fields["reason"]


def test_quotation_marks_that_never_end_cost_one_look() -> None:
    assert len(rows("id,name\n" + '"a,b\n' * 200_000)) < 200_001


cells = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]) | st.sampled_from('",\n='), max_size=8)


@given(st.lists(st.tuples(cells, cells), max_size=6))
def test_it_reads_what_the_standard_library_writes(table: list[tuple[str, str]]) -> None:
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerows([("id", "name"), *table])
    assert sound(out.getvalue()) == [{"id": a, "name": b} for a, b in table]
