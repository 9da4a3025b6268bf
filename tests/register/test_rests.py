"""Stretches within a tenure: joined, cut, and what days they cover."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from chancery.register.rests import covers, joined, within, without
from chancery.terms.dates import DateSpan
from chancery.terms.entities import Stretch, TenureEnd
from tests.register.world import day


def stretch(first: str | None, last: str | None) -> Stretch:
    return Stretch(first=day(first) if first else None, last=day(last) if last else None)


def test_those_that_touch_are_one() -> None:
    parts = [stretch("1920-03-01", "1920-03-31"), stretch("1920-04", "1920-05-10"), stretch("1921", None)]
    assert joined(reversed(parts)) == (stretch("1920-03-01", "1920-05-10"), stretch("1921", None))
    assert joined([stretch(None, None), parts[0]]) == (stretch(None, None),)
    assert joined([stretch("1920-01-01", "1920-12-31"), stretch("1920-02-01", "1920-02-02")]) == (
        stretch("1920-01-01", "1920-12-31"),
    )


def test_a_stretch_is_of_a_tenure_that_it_touches() -> None:
    end = TenureEnd(kind="known", date=day("1925-01-01"))
    assert within(stretch("1924-01-01", None), day("1920"), end, ended=True)
    assert not within(stretch("1925-01-02", None), day("1920"), end, ended=True)
    assert within(stretch("1925-01-02", None), day("1920"), end, ended=False)
    assert not within(stretch("1918-01-01", "1919-12-31"), day("1920"), end, ended=True)


days = st.integers(0, 60).map(lambda n: dt.date(1920, 1, 1) + dt.timedelta(days=n))


@st.composite
def stretches(draw: st.DrawFn) -> Stretch:
    first, last = sorted(draw(st.tuples(days, days)))
    open_first, open_last = draw(st.tuples(st.booleans(), st.booleans()))
    return Stretch(
        first=None if open_first else DateSpan.of_day(first), last=None if open_last else DateSpan.of_day(last)
    )


@given(st.lists(stretches(), max_size=4), st.lists(days, max_size=4), days)
def test_what_is_left_covers_exactly_the_days_on_which_nobody_was_seen(
    several: list[Stretch], seen: list[dt.date], on: dt.date
) -> None:
    left = without(several, [DateSpan.of_day(each) for each in seen])
    assert covers(left, on) == (covers(several, on) and on not in seen)
    assert covers(joined(several), on) == covers(several, on)
