"""Datelines in the forms that agencies and offices write, and what only looks like one."""

from __future__ import annotations

import pytest

from chancery.archive.datelines import dateline_at, dateline_inside

FORMS = [
    ("Beijing, September 30 (Information Bureau - LNN)", "   \n\n", "Information Bureau - LNN", "XXXX-09-30"),
    ("Pyongyang, July 20 (KCNA) --", " An enlarged meeting", "KCNA", "XXXX-07-20"),
    ("Pyongyang, October 15 (KCNA) --", "Anders Berg", "KCNA", "XXXX-10-15"),
    ("MIAMI, FL — March 10, 2025 — (NOTICIAS NEWSWIRE) —", " The", "NOTICIAS NEWSWIRE", "2025-03-10"),
    ("SEOUL, Dec. 30 (Yonhap) --", " South", "Yonhap", "XXXX-12-30"),
    ("December 27, Moscow (LNN)", "  \nOn", "LNN", "XXXX-12-27"),
    ("THALWIL, Switzerland - October 28, 2025 (NEWMEDIAWIRE) -", " u-blox", "NEWMEDIAWIRE", "2025-10-28"),
    ("NEW YORK–(BUSINESS WIRE)–", "Berg Corporation", "BUSINESS WIRE", None),
    ("DURHAM, NC, March 23, 2024 /24-7PressRelease/ --", " The", "24-7PressRelease", "2024-03-23"),
    ("BOSTON — JUNE 5, 2026 —", "\n\nThe", None, "2026-06-05"),
    ("WASHINGTON –", " Today", None, None),
    ("WASHINGTON, D.C. –", " Today", None, None),
    ("LONDON (Reuters) -", " The", "Reuters", None),
    ("HONG KONG SAR - [Newswire](https://example.org/) – 20 June 2026 –", " Hong", "Newswire", "2026-06-20"),
    ("GENEVA (3 March 2024) –", " The", None, "2024-03-03"),
    ("Genève, le 12 septembre 1924 –", " Le", None, "1924-09-12"),
    ("Geneva, 12 September 1924", "\n\nThe", None, "1924-09-12"),
    ("Den Haag, 5. Mai 1930 -", " Der", None, "1930-05-05"),
    ("Москва, 5 мая (ТАСС) —", " Совет", "ТАСС", "XXXX-05-05"),
    ("Tokyo, Monday, May 5 (AP) --", " A", "AP", "XXXX-05-05"),
]


@pytest.mark.parametrize(("form", "after", "agency", "date"), FORMS)
def test_forms(form: str, after: str, agency: str | None, date: str | None) -> None:
    text = "Title\n\n" + form + after
    dateline = dateline_at(text, 7)
    assert dateline is not None
    assert text[dateline.start : dateline.end] == form
    assert dateline.agency == agency
    assert (dateline.date and dateline.date.edtf()) == date


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Berg (chairman) spoke", "On September 22, a delegation", "President Berg, January 3, said",
        "Anders Berg (head of the committee), Clara Dahl", "At a meeting (May 5) - he", "NATO – the alliance",
        "September 5, Monday, was", "The Council – May 5, 2020 – met", "Today, May 5, the",
        "Anders Berg (President) - left", "Annual Meeting, May 20, 1999, Toronto", "COVID-19 – Update", "", "A",
    ],
)  # fmt: skip
def test_what_is_none(text: str) -> None:
    assert dateline_at(text, 0) is None


def test_a_dateline_within_a_line() -> None:
    text = "Trade talks S. Korea, China to speed up talks SEOUL, Dec. 30 (Yonhap) -- Trade chiefs"
    dateline = dateline_inside(text, 0, len(text))
    assert dateline is not None
    assert text[dateline.start : dateline.end] == "SEOUL, Dec. 30 (Yonhap) --"
    assert dateline_inside("The UN, May 5 (a Sunday) - it met", 0, 33) is None
