"""Dates and tenure ends in words."""

from __future__ import annotations

import datetime as dt

import pytest

from chancery.gazette.pages.dates_in_words import date_in_words, finish_in_words, start_in_words, tenure_in_words
from chancery.terms.dates import DateSpan
from chancery.terms.entities import EndKind, EntityName, Post, Tenure, TenureEnd

DAY = DateSpan.parse("1933-07-03")


def span(first: dt.date, after: dt.date, precision: str) -> DateSpan:
    return DateSpan(precision=precision, first=first, after=after)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("date", "words"),
    [
        (DAY, "3 July 1933"),
        (DateSpan.parse("1933-07"), "July 1933"),
        (DateSpan.parse("1933"), "1933"),
        (DateSpan.parse("193X"), "the 1930s"),
        (DateSpan.parse("--09-22"), "22 September, year not stated"),
        (DateSpan.parse("--09"), "September, year not stated"),
        (span(dt.date(2024, 8, 21), dt.date(2024, 9, 1), "part of month"), "late August 2024"),
        (span(dt.date(2024, 8, 1), dt.date(2024, 8, 11), "part of month"), "early August 2024"),
        (span(dt.date(2024, 8, 11), dt.date(2024, 8, 21), "part of month"), "mid August 2024"),
        (span(dt.date(1933, 3, 1), dt.date(1933, 6, 1), "season"), "between 1 March 1933 and 31 May 1933"),
    ],
)
def test_dates_say_no_more_than_is_known(date: DateSpan, words: str) -> None:
    assert date_in_words(date) == words


@pytest.mark.parametrize(
    ("kind", "start", "finish"),
    [
        ("known", "from 3 July 1933", "until 3 July 1933"),
        ("at least", "at least from 3 July 1933", "at least until 3 July 1933"),
        ("scheduled", "to begin on 3 July 1933", "term due to end 3 July 1933"),
        ("silent since", "at least from 3 July 1933", "nothing said since 3 July 1933"),
        ("ended, date unknown", "at least from 3 July 1933", "ended by 3 July 1933, date unknown"),
    ],
)
def test_ends_of_tenures(kind: EndKind, start: str, finish: str) -> None:
    end = TenureEnd(kind=kind, date=DAY)
    assert (start_in_words(end), finish_in_words(end)) == (start, finish)


def test_ends_without_a_date() -> None:
    assert start_in_words(TenureEnd(kind="unknown")) == "start not stated"
    assert finish_in_words(TenureEnd(kind="unknown")) == "end not stated"
    assert finish_in_words(TenureEnd(kind="ended, date unknown")) == "ended, date unknown"


def test_a_single_attestation_is_said_as_such() -> None:
    person = EntityName(id="p", type="person", name="Ada Cole")
    seen, unknown = TenureEnd(kind="at least", date=DAY), TenureEnd(kind="unknown")
    post = Post(role="Head", body=None)
    assert tenure_in_words(Tenure(person=person, post=post, start=seen, end=seen)) == "attested 3 July 1933"
    silent, begun = TenureEnd(kind="silent since", date=DAY), TenureEnd(kind="known", date=DAY)
    assert tenure_in_words(Tenure(person=person, post=post, start=seen, end=silent)) == "attested 3 July 1933"
    assert tenure_in_words(Tenure(person=person, post=post, start=begun, end=silent)) == "from 3 July 1933"
    assert tenure_in_words(Tenure(person=person, post=post, start=unknown, end=unknown)) == "dates not stated"
    assert (
        tenure_in_words(Tenure(person=person, post=post, start=seen, end=unknown))
        == "at least from 3 July 1933, end not stated"
    )
