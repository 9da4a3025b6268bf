"""Dates at the head of a page."""

from __future__ import annotations

import pytest

from chancery.archive.written_dates import date_in, written_date


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2024-07-20", "2024-07-20"), ("2024/07/20", "2024-07-20"), ("July 20, 2024", "2024-07-20"),
        ("JULY 20 2024", "2024-07-20"), ("Sept. 3rd, 1924", "1924-09-03"), ("20 July 2024", "2024-07-20"),
        ("Saturday, January 18, 2025", "2025-01-18"), ("le 1er août 1925", "1925-08-01"), ("5 мая 2024", "2024-05-05"),
        ("3. März 1930", "1930-03-03"), ("1 de mayo de 2020", "2020-05-01"), ("July 20", "XXXX-07-20"),
        ("29 February", "XXXX-02-29"), ("December 8, 1933", "1933-12-08"),
    ],
)  # fmt: skip
def test_forms(text: str, edtf: str) -> None:
    found = written_date().fullmatch(text)
    assert found is not None
    date = date_in(found)
    assert date is not None
    assert date.edtf() == edtf


@pytest.mark.parametrize("text", ["March 2024", "2024", "May", "Maybe 5, 2024", "12-11-2024", "20.5"])
def test_what_is_none(text: str) -> None:
    assert written_date().match(text) is None


@pytest.mark.parametrize("text", ["2024-02-30", "2024-13-01", "February 30", "June 31, 2024"])
def test_days_that_no_calendar_has(text: str) -> None:
    found = written_date().match(text)
    assert found is not None
    assert date_in(found) is None
