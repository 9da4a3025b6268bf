"""Furniture: what stands around a report, taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.archive.furniture import find_furniture

BODY = "The Council met in Geneva and elected Mr. Berg as its President.\n\nIt rose on Friday."


def furniture(text: str) -> list[tuple[str, str]]:
    return [(piece.kind, text[piece.start : piece.end]) for piece in find_furniture(text)]


def test_a_page_of_an_association() -> None:
    text = (
        "Leadership of the Group met Comrade Berg\n\n   Beijing, September 30 (Bureau - LNN)   \n\n\n[all photos]\n\n"
        f"[English]\xa0[Русский]\xa0[中国语]\n\n\n{BODY}\n\n\n"
        "Category: Committee of the Group | Views: 57 | Added by: someone\nTotal comments: 0"
    )
    assert furniture(text) == [
        ("title", "Leadership of the Group met Comrade Berg"),
        ("dateline", "Beijing, September 30 (Bureau - LNN)"),
        ("photo mark", "[all photos]"),
        ("language marks", "[English]\xa0[Русский]\xa0[中国语]"),
        ("footer", "Category: Committee of the Group | Views: 57 | Added by: someone"),
        ("footer", "Total comments: 0"),
    ]


def test_a_page_of_an_agency() -> None:
    text = f"2024-07-20\n\nPlenary Meeting Held\n\nPyongyang, July 20 (KCNA) -- {BODY} -0-\n"
    assert furniture(text) == [
        ("date line", "2024-07-20"),
        ("title", "Plenary Meeting Held"),
        ("dateline", "Pyongyang, July 20 (KCNA) --"),
        ("footer", "-0-"),
    ]


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("2015-05-25 09:32", "2015-05-25 09:32"),
        ("*01:11 AM, Saturday, January 18, 2025*", "*01:11 AM, Saturday, January 18, 2025*"),
        ("**Agency** | 2025-12-30 00:00 |", "**Agency** | 2025-12-30 00:00 |"),
        ("Published on 5 May 2024", "Published on 5 May 2024"),
        ("Posted: May 5, 2024 at 10:30 GMT", "Posted: May 5, 2024 at 10:30 GMT"),
        ("2024-07-20T10:00:00", "2024-07-20T10:00:00"),
    ],
)
def test_date_lines_below_the_title(line: str, marked: str) -> None:
    text = f"# Council Meets. Berg Elected\n\n{line}\n\n{BODY}\n"
    assert furniture(text) == [("title", "# Council Meets. Berg Elected"), ("date line", marked)]


def test_a_date_that_is_glued_to_the_text() -> None:
    assert furniture(f" date 2022-10-02 {BODY}") == [("date line", "date 2022-10-02")]


@pytest.mark.parametrize("line", ["On 5 May 2024 the Council met in Geneva.", "May 5, 2024 was a Sunday.", "May 5"])
def test_lines_with_dates_that_are_read(line: str) -> None:
    assert ("date line", line) not in furniture(f"# Title\n\n{line}\n\n{BODY}")
    assert all(kind != "date line" for kind, _ in furniture(f"# Title\n\n{line}\n\n{BODY}"))


def test_by_lines_and_credits() -> None:
    text = f"# Title\n\nBy CLARA DAHL and Erik Falk\n\n{BODY} (Photo by Erik Falk/LNN)\n\nSource: LNN\n"
    assert furniture(text) == [
        ("title", "# Title"),
        ("boilerplate", "By CLARA DAHL and Erik Falk"),
        ("photo mark", "(Photo by Erik Falk/LNN)"),
        ("footer", "Source: LNN"),
    ]
    assert furniture("# Title\n\nBy Friday the Council had met\n\nIt rose.")[1:] == []
    find_furniture("# Title\n\nBy " + "A" * 80 + "!\n\nText.")  # a name that is none must not be tried in every way


def test_datelines_of_later_reports_on_a_page() -> None:
    text = f"# News\n\nGENEVA, May 6 (LNN) -- {BODY}\n\nPARIS, May 7 (LNN) -- {BODY}\n\nWASHINGTON – It met.\n"
    assert [content for kind, content in furniture(text) if kind == "dateline"] == [
        "GENEVA, May 6 (LNN) --", "PARIS, May 7 (LNN) --",
    ]  # fmt: skip


def test_a_dateline_within_the_first_paragraph() -> None:
    text = "# (LEAD) Talks\n\n(LEAD) Talks(ATTN: photo) SEOUL, Dec. 30 (Yonhap) -- Trade chiefs met. a.b@yna.co.kr(END)"
    assert furniture(text)[1:] == [("dateline", "SEOUL, Dec. 30 (Yonhap) --"), ("footer", "a.b@yna.co.kr(END)")]


def test_markup_that_a_converter_left() -> None:
    text = "# Title\n\n- one\n\n<!-- -->\n\n- two\n</td></tr>\n<b>Three</b>\n"
    assert furniture(text)[1:] == [("boilerplate", "<!-- -->"), ("boilerplate", "</td></tr>")]


def test_plain_text_has_none() -> None:
    assert furniture("The Council met in Geneva and elected Mr. Berg.") == []
    assert furniture("") == []


@settings(deadline=None)
@given(st.text(max_size=300))
def test_pieces_are_apart_and_in_order(text: str) -> None:
    last = 0
    for piece in find_furniture(text):
        assert last <= piece.start < piece.end <= len(text)
        last = piece.end
