"""Which days of a tenure are certain, attested and presumed, and where they stand on the axis."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from chancery.gazette.pages.timeline import Axis, BarPart, away_of, axis_of, bar_of
from chancery.terms.dates import DateSpan
from chancery.terms.entities import EndKind, EntityName, Post, Stretch, Tenure, TenureEnd


def tenure(start: str | None, start_kind: EndKind, end: str | None, end_kind: EndKind) -> Tenure:
    def end_of(text: str | None, kind: EndKind) -> TenureEnd:
        return TenureEnd(kind=kind, date=DateSpan.parse(text) if text else None)

    return Tenure(
        person=EntityName(id="p", type="person", name="Ada Cole"),
        post=Post(role="Head", body=None),
        start=end_of(start, start_kind),
        end=end_of(end, end_kind),
    )


def parts(of: Tenure) -> list[tuple[str, str, str]]:
    return [(part.surety, part.first.isoformat(), part.after.isoformat()) for part in bar_of(of)]


def test_between_two_known_days_all_is_certain() -> None:
    bar = bar_of(tenure("1920-01-10", "known", "1933-06-30", "known"))
    assert {part.surety for part in bar} == {"certain"}
    assert (bar[0].first, bar[-1].after) == (dt.date(1920, 1, 10), dt.date(1933, 7, 1))


def test_an_inexact_date_is_presumed_until_its_last_day() -> None:
    assert parts(tenure("1920", "known", "1933-06", "known")) == [
        ("presumed", "1920-01-01", "1920-12-31"),
        ("certain", "1920-12-31", "1933-06-02"),
        ("presumed", "1933-06-02", "1933-07-01"),
    ]


def test_between_attestations_it_is_attested_and_beyond_them_presumed() -> None:
    assert parts(tenure("1924-03-01", "at least", "1925-03-01", "at least")) == [
        ("presumed", "1923-03-02", "1924-03-01"),
        ("attested", "1924-03-01", "1925-03-02"),
        ("presumed", "1925-03-02", "1926-03-02"),
    ]


def test_the_last_attestation_parts_what_is_certain_from_what_is_presumed() -> None:
    seen = msgspec.structs.replace(
        tenure("1924-03-01", "known", "1926-03-01", "scheduled"), attested_last=DateSpan.parse("1925-01-01")
    )
    assert parts(seen) == [("certain", "1924-03-01", "1925-01-02"), ("presumed", "1925-01-02", "1926-03-02")]
    gone = msgspec.structs.replace(seen, end=TenureEnd(kind="ended, date unknown", date=DateSpan.parse("1930-01-01")))
    assert parts(gone)[-1] == ("presumed", "1925-01-02", "1930-01-02")


def test_seen_once_in_some_year_it_is_attested_in_that_year() -> None:
    assert parts(tenure("1924", "at least", "1924", "at least")) == [
        ("presumed", "1923-01-01", "1924-01-01"),
        ("attested", "1924-01-01", "1925-01-01"),
        ("presumed", "1925-01-01", "1926-01-01"),
    ]


def test_one_end_alone_is_drawn_with_a_tail_into_the_unknown() -> None:
    assert parts(tenure("1924-03-01", "known", None, "unknown")) == [
        ("certain", "1924-03-01", "1924-03-02"),
        ("presumed", "1924-03-02", "1925-03-02"),
    ]
    assert parts(tenure(None, "unknown", "1924-03-01", "ended, date unknown")) == [
        ("presumed", "1923-03-02", "1924-03-02")
    ]
    assert parts(tenure("1924-03-01", "scheduled", None, "unknown")) == [("presumed", "1924-03-01", "1925-03-02")]
    assert parts(tenure(None, "unknown", "1924-03-01", "known")) == [("presumed", "1923-03-02", "1924-03-02")]


@pytest.mark.parametrize("date", [None, "--09-22"])
def test_without_a_year_there_is_no_bar(date: str | None) -> None:
    assert bar_of(tenure(date, "known", None, "unknown")) == ()


def test_bars_at_the_edges_of_the_calendar_stay_in_it() -> None:
    assert bar_of(tenure("0001-01-01", "at least", "0001-01-01", "at least"))
    assert axis_of([bar_of(tenure("9998-01-01", "at least", "9998-12-30", "at least"))])


def test_the_axis_holds_every_bar_and_few_ticks() -> None:
    axis = axis_of([[BarPart("certain", dt.date(1919, 4, 28), dt.date(1946, 4, 19))]])
    assert axis == Axis(1919, 1947, (1920, 1925, 1930, 1935, 1940, 1945))
    assert axis.percent(dt.date(1919, 1, 1)) == 0.0
    assert axis.percent(dt.date(1947, 1, 1)) == 100.0
    assert axis_of([]) is None


def test_leave_stands_apart_where_both_ends_of_it_are_told() -> None:
    spring = Stretch(first=DateSpan.parse("1924-03-01"), last=DateSpan.parse("1924-04"))
    open_ended = Stretch(first=DateSpan.parse("1925-01-01"), last=None)
    held = msgspec.structs.replace(tenure("1920", "known", "1933", "known"), leave=(spring, open_ended))
    assert away_of(held) == (BarPart("presumed", dt.date(1924, 3, 1), dt.date(1924, 5, 1)),)
