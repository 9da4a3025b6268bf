"""Laws of `DateSpan` and `Instant`, over every date that the calendar has, and the forms that they are written in."""

from __future__ import annotations

import calendar
import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.terms.dates import DateSpan, Instant

YEARS = st.integers(1, 9998)
DAYS = st.dates(max_value=dt.date(9998, 12, 31))
MONTHS = st.integers(1, 12)
A_DAY = st.builds(DateSpan.of_day, DAYS)
A_MONTH = st.builds(DateSpan.of_month, YEARS, MONTHS)
A_YEAR = st.builds(DateSpan.of_year, YEARS)
A_DECADE = st.integers(1, 998).map(lambda tens: DateSpan.of_decade(tens * 10))
YEARLESS = DAYS.map(lambda day: DateSpan.without_year(day.month, day.day)) | MONTHS.map(DateSpan.without_year)
SPANS = A_DAY | A_MONTH | A_YEAR | A_DECADE | YEARLESS


@given(A_DAY | A_MONTH | A_YEAR)
def test_iso_is_read_back_as_the_same_span(span: DateSpan) -> None:
    written = span.iso()
    assert written is not None
    assert DateSpan.parse(written) == span
    assert len(written) == {"day": 10, "month": 7, "year": 4}[span.precision]


@given(SPANS)
def test_edtf_is_read_back_as_the_same_span(span: DateSpan) -> None:
    assert DateSpan.parse(span.edtf()) == span


@given(A_DECADE | YEARLESS)
def test_what_iso_cannot_say_it_does_not_say(span: DateSpan) -> None:
    assert span.iso() is None
    assert str(span) == span.edtf()


@given(SPANS, SPANS)
def test_overlap_is_symmetric_and_means_a_shared_day(one: DateSpan, other: DateSpan) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    if one.first is None or other.first is None:
        assert not one.overlaps(other)
    else:
        later = max(one.first, other.first)
        assert one.overlaps(other) == (one.contains(later) and other.contains(later))


@given(SPANS)
def test_a_span_with_a_year_overlaps_itself_and_holds_its_ends(span: DateSpan) -> None:
    if span.first is None or span.last is None or span.after is None:
        assert span.precision == "yearless"
        assert not span.overlaps(span)
        return
    assert span.overlaps(span)
    assert span.contains(span.first) and span.contains(span.last) and not span.contains(span.after)
    if span.first > dt.date.min:
        assert not span.contains(span.first - dt.timedelta(days=1))


@given(YEARS, MONTHS)
def test_a_month_has_its_days_and_twelve_are_a_year(year: int, month: int) -> None:
    span = DateSpan.of_month(year, month)
    assert span.first is not None and span.after is not None
    assert (span.after - span.first).days == calendar.monthrange(year, month)[1]
    months = [DateSpan.of_month(year, number) for number in range(1, 13)]
    assert all(one.after == next_one.first for one, next_one in pairwise(months))
    assert (months[0].first, months[-1].after) == (DateSpan.of_year(year).first, DateSpan.of_year(year).after)


def test_parts_of_a_month_and_weeks_over_its_turn() -> None:
    late = DateSpan(precision="part of month", first=dt.date(2024, 8, 21), after=dt.date(2024, 9, 1))
    assert (late.iso(), late.edtf()) == ("2024-08", "[2024-08-21..2024-08-31]")
    assert DateSpan.parse(late.edtf()) == late
    over_a_month = DateSpan(precision="part of month", first=dt.date(2024, 7, 29), after=dt.date(2024, 8, 5))
    assert over_a_month.iso() == "2024"
    over_a_year = DateSpan(precision="part of month", first=dt.date(2024, 12, 30), after=dt.date(2025, 1, 6))
    assert over_a_year.iso() is None


def test_a_season_gives_its_year() -> None:
    spring = DateSpan(precision="season", first=dt.date(2023, 3, 1), after=dt.date(2023, 6, 1))
    assert (spring.iso(), spring.edtf()) == ("2023", "[2023-03-01..2023-05-31]")
    assert DateSpan.parse(spring.edtf()) == spring


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("2024-08-13", "2024-08-13"),
        ("0476", "0476"),
        ("193X", "193X"),
        ("--08-13", "XXXX-08-13"),
        ("--08", "XXXX-08"),
        ("--02-29", "XXXX-02-29"),
    ],
)
def test_written_forms(text: str, edtf: str) -> None:
    assert DateSpan.parse(text).edtf() == edtf


@pytest.mark.parametrize(
    "text",
    ["", "24", "2024-13", "2024-8-1", "2023-02-29", "0000", " 19X", "+93X", "20XX", "--13-01", "--02-30", "--8",
     "2024-08-13T00:00", "9999-12-31", "9999", "٢٠٢٤", "2024-08-13\n", "[2024-08-31..2024-08-21]"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        DateSpan.parse(text)


@pytest.mark.parametrize(
    "wrong",
    [
        {"precision": "day"},
        {"precision": "day", "first": dt.date(2024, 1, 2), "after": dt.date(2024, 1, 2)},
        {"precision": "day", "first": dt.date(2024, 1, 1), "after": dt.date(2024, 1, 3)},
        {"precision": "yearless"},
        {"precision": "yearless", "month": 1, "first": dt.date(2024, 1, 1), "after": dt.date(2024, 2, 1)},
    ],
)
def test_a_span_that_contradicts_itself_cannot_be_made(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        DateSpan(**wrong)  # type: ignore[arg-type]


def test_a_decade_begins_with_a_round_year() -> None:
    with pytest.raises(ValueError):
        DateSpan.of_decade(1935)


@given(
    st.datetimes(min_value=dt.datetime(1, 1, 3), max_value=dt.datetime(9999, 12, 29)),
    st.integers(-24 * 60 + 1, 24 * 60 - 1),
)
def test_an_instant_is_read_back_whatever_its_offset_was(local: dt.datetime, minutes: int) -> None:
    at = local.replace(tzinfo=dt.timezone(dt.timedelta(minutes=minutes)))
    instant = Instant.parse(at.isoformat())
    assert Instant.parse(instant.iso()) == instant
    assert instant.at == at


def test_an_instant_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError):
        Instant.parse("2024-08-13T10:00:00")
    with pytest.raises(ValueError):
        Instant(dt.datetime(2024, 8, 13, tzinfo=dt.timezone(dt.timedelta(hours=9))))
