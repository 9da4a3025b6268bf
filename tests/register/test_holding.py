"""What can be said of a post on a day, and never more than the evidence supports."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.register.holding import SURENESS, holding_in, holding_on
from chancery.register.tenures import derive_tenures
from chancery.terms.dates import DateSpan
from chancery.terms.entities import EntityName, Post, Tenure
from tests.register.test_tenures import saying, sayings
from tests.register.world import day


def tenure(*told: object) -> Tenure:
    derived = derive_tenures(told)[0]  # type: ignore[arg-type]
    return Tenure(
        person=EntityName(id="p", type="person", name="Ana Lopes"),
        post=Post(role="Head", body=None),
        start=derived.start,
        end=derived.end,
        standing=derived.standing,
        attested_first=derived.attested_first,
        attested_last=derived.attested_last,
    )


ELECTED = saying("elected", "1920-05-10", "1920-05-11")
SEEN = saying("holds", None, "1922-01-01")
LEFT = saying("resigned", "1923-06-30", "1923-07-01")
OVER = saying("former", None, "1924-01-01")


@pytest.mark.parametrize(
    ("told", "on", "holding"),
    [
        ((ELECTED, LEFT), "1920-05-09", "not held"),
        ((ELECTED, LEFT), "1920-05-10", "held"),
        ((ELECTED, LEFT), "1922-01-01", "held"),
        ((ELECTED, LEFT), "1923-06-30", "held"),  # the last day of office is one of them
        ((ELECTED, LEFT), "1923-07-01", "not held"),
        ((ELECTED, SEEN), "1921-01-01", "held"),
        ((ELECTED, SEEN), "1922-12-31", "presumed"),
        ((ELECTED, SEEN), "1923-06-01", "possible"),
        ((ELECTED, SEEN, OVER), "1922-01-01", "held"),
        ((ELECTED, SEEN, OVER), "1922-06-01", "possible"),
        ((ELECTED, SEEN, OVER), "1924-01-02", "not held"),
        ((SEEN,), "1922-01-01", "held"),
        ((SEEN,), "1921-06-01", "possible"),
        ((SEEN,), "1919-06-01", "unknown"),
        ((LEFT,), "1923-06-30", "held"),
        ((LEFT,), "1923-01-01", "possible"),
        ((OVER,), "1923-12-01", "unknown"),
        ((saying("elected", "1920", None), LEFT), "1920-05-01", "possible"),
        ((saying("elected", "1920", None), LEFT), "1920-12-31", "held"),
        ((ELECTED, saying("resigned", "1923", None)), "1923-05-01", "possible"),
        ((saying("appointed", "1921-01-01", "1920-12-01"),), "1920-12-31", "not held"),
        ((saying("appointed", "1921-01-01", "1920-12-01"),), "1921-02-01", "presumed"),
        ((saying("elected", "1920-05-10", "1920-05-11", until="1925-05-10"),), "1925-05-10", "presumed"),
        ((saying("elected", "1920-05-10", "1920-05-11", until="1925-05-10"),), "1925-05-11", "possible"),
        ((saying("candidate", None, "1922-01-01"),), "1922-01-01", "unknown"),
        ((saying("holds", None, None),), "1922-01-01", "unknown"),
    ],
)
def test_holding_on_a_day(told: tuple[object, ...], on: str, holding: str) -> None:
    assert holding_on(tenure(*told), dt.date.fromisoformat(on)) == holding


def test_another_holder_ends_what_is_presumed_but_not_what_is_attested() -> None:
    succeeded = dt.date(1922, 6, 1)
    seen = tenure(ELECTED, SEEN)
    assert holding_on(seen, dt.date(1922, 5, 31), succeeded=succeeded) == "presumed"
    assert holding_on(seen, succeeded, succeeded=succeeded) == "possible"
    assert holding_on(seen, dt.date(1922, 1, 1), succeeded=dt.date(1921, 1, 1)) == "held"


def test_of_a_year_the_best_of_its_days() -> None:
    whole = tenure(ELECTED, LEFT)
    assert holding_in(whole, day("1920")) == "held"
    assert holding_in(whole, day("1919")) == "not held"
    assert holding_in(whole, day("1924")) == "not held"
    assert holding_in(whole, day("192X")) == "held"
    assert holding_in(whole, day("--05-10")) == "unknown"
    assert holding_in(tenure(SEEN), day("1921")) == "possible"


years = st.dates(dt.date(1915, 1, 1), dt.date(1945, 1, 1))


@given(sayings.filter(lambda told: bool(derive_tenures(told))), years, st.integers(0, 800))
def test_a_span_is_as_sure_as_its_surest_day(told: list[object], first: dt.date, length: int) -> None:
    one = tenure(*told)
    after = first + dt.timedelta(days=length + 1)
    span = DateSpan(precision="season", first=first, after=after)
    days = [first + dt.timedelta(days=n) for n in range(length + 1)]
    best = min((holding_on(one, d) for d in days), key=SURENESS.index)
    assert holding_in(one, span) == best
