"""The foot of a page."""

from __future__ import annotations

import pytest

from chancery.archive.footers import footer_fields, footer_spans
from chancery.archive.lines import lines_of


def footers(text: str) -> list[str]:
    return sorted(text[piece.start : piece.end] for piece in footer_spans(text, lines_of(text)))


def test_fields() -> None:
    assert footer_fields("Category: The Group | Views: 57 | Added by: x | Tags: A, B") == {
        "category": "The Group", "views": "57", "added by": "x", "tags": "A, B",
    }  # fmt: skip
    assert footer_fields("Chairman: Anders Berg | Secretary: Clara Dahl") == {}


@pytest.mark.parametrize(
    "mark",
    ["-0-", "###", "\\###", "# # #", "\\# \\# \\#", "(END)", "-30-", "* * *", "a.b@example.org(END)", "--- "],
)
def test_signs_that_a_report_is_over(mark: str) -> None:
    assert footers(f"The Council met. {mark}\n") == [mark.strip()]
    assert footers(f"The Council met.\n\n{mark}\n\nSource: LNN\n") == sorted([mark.strip(), "Source: LNN"])


@pytest.mark.parametrize(
    "text",
    [
        "The Council met. It ends",
        "Sources: the members of the Council, who met on Friday in Geneva, and " + "others " * 20,
        "President: Anders Berg", "Total comments: 0\n\nThe Council met.", "Issue #",
    ],
)  # fmt: skip
def test_what_is_read(text: str) -> None:
    assert footers(text) == []


def test_ends_stands_alone() -> None:
    assert footers("The Council met.\n\nENDS\n") == ["ENDS"]
    assert footers("The Council met. THE ENDS\n") == []


def test_a_line_of_fields_stands_anywhere() -> None:
    text = "First.\nCategory: A | Views: 5\nSecond.\n"
    assert footers(text) == ["Category: A | Views: 5"]
