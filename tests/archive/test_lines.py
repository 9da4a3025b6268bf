"""Lines, and what kind of line each is."""

from __future__ import annotations

import pytest

from chancery.archive.lines import is_heading, is_row, lines_of


def test_lines_with_their_offsets() -> None:
    text = "  One \r\nTwo\n\n \t\nThree\rFour\r\rFive\x0cSix\u2028Seven"
    lines = lines_of(text)
    assert [text[line.start : line.end] for line in lines] == ["One", "Two", "Three", "Four", "Five", "Six", "Seven"]
    assert [line.after_blank for line in lines] == [True, False, True, False, True, True, False]
    assert [line.indent for line in lines] == [2, 0, 0, 0, 0, 0, 0]


@pytest.mark.parametrize(
    "line",
    [
        "| a | b |",
        "+----+----+",
        "---- ----",
        "=====",
        "1     1998-2002     Lord Berg",
        "Name\tOffice",
        "Berg (Dahl)    Spain",
    ],
)
def test_rows(line: str) -> None:
    assert is_row(line)


@pytest.mark.parametrize(
    "line", ["It met.  It rose.", "a | b", "“Well.”   She left", "One  gap", "--", "x" * 300 + "\ty"]
)
def test_no_rows(line: str) -> None:
    assert not is_row(line)


def test_headings() -> None:
    assert is_heading("### 4. Elections")
    assert not is_heading("#4 seed")
    assert not is_heading("a # b")
