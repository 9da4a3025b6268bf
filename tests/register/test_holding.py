"""What can be said of a post on a day, and never more than the evidence supports."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.register.holding import SURENESS, holding_in, holding_on
from chancery.register.sayings import PostSaying
from chancery.register.tenures import DerivedTenure, derive_tenures
from chancery.terms.claims import PostChange
from chancery.terms.dates import DateSpan
from chancery.terms.entities import EntityName, Post, Stretch, Tenure
from tests.register.test_tenures import saying, sayings
from tests.register.world import day


def tenure(*told: object, rested: tuple[Stretch, ...] = ()) -> Tenure:
    return _shown(derive_tenures(told, (), rested)[0])  # type: ignore[arg-type]


def _shown(derived: DerivedTenure) -> Tenure:
    return Tenure(
        person=EntityName(id="p", type="person", name="Ana Lopes"),
        post=Post(role="Head", body=None),
        start=derived.start,
        end=derived.end,
        standing=derived.standing,
        attested_first=derived.attested_first,
        attested_last=derived.attested_last,
        leave=derived.leave,
        suspended=derived.suspended,
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
def test_a_span_is_as_sure_as_its_surest_day_or_as_what_is_attested_in_it(
    told: list[PostSaying], first: dt.date, length: int
) -> None:
    one = tenure(*told)
    after = first + dt.timedelta(days=length + 1)
    span = DateSpan(precision="season", first=first, after=after)
    days = [first + dt.timedelta(days=n) for n in range(length + 1)]
    best = min((holding_on(one, d) for d in days), key=SURENESS.index)
    attested = any(
        date is not None
        and date.first is not None
        and date.after is not None
        and first <= date.first <= date.after <= after
        for date in (one.attested_first, one.attested_last)
    )
    assert holding_in(one, span) == ("held" if attested and one.standing == "held" else best)


def test_who_is_attested_in_a_year_held_it_in_that_year_and_perhaps_on_a_day_of_it() -> None:
    seen = tenure(saying("holds", "1920", "1930-01-01"))
    assert holding_in(seen, day("1920")) == "held"
    assert holding_in(seen, day("192X")) == "held"
    assert holding_in(seen, day("1920-05")) == holding_on(seen, dt.date(1920, 5, 1)) == "possible"
    assert holding_in(tenure(saying("candidate", "1920", None)), day("1920")) == "unknown"


def test_who_is_on_leave_is_still_the_holder() -> None:
    away = saying("holds", None, "1921-08-01", since="1921-06-01", until="1921-09-30", leave=True)
    assert holding_on(tenure(ELECTED, SEEN, away), dt.date(1921, 7, 1)) == "held"
    assert holding_on(tenure(away), dt.date(1921, 6, 1)) == "held"


def test_nothing_is_presumed_while_the_bodys_work_rested() -> None:
    rested = Stretch(first=day("1921-03-01"), last=day("1922-06-30"))
    one = tenure(ELECTED, SEEN, rested=(rested,))
    days = {text: holding_on(one, dt.date.fromisoformat(text)) for text in (
        "1921-02-28", "1921-03-01", "1921-12-31", "1922-01-01", "1922-01-02", "1922-06-30", "1922-07-01"
    )}  # fmt: skip
    assert days == {
        "1921-02-28": "held", "1921-03-01": "possible", "1921-12-31": "possible", "1922-01-01": "held",
        "1922-01-02": "possible", "1922-06-30": "possible", "1922-07-01": "presumed",
    }, "and who is seen in it then held it"  # fmt: skip
    assert holding_in(one, day("1922-06")) == "possible"
    assert holding_in(one, day("1922-07")) == "presumed"


def best_on(told: list[PostSaying], on: dt.date) -> str:
    """The surest that can be said of any tenure that comes of the sayings."""
    return min((holding_on(_shown(t), on) for t in derive_tenures(told)), key=SURENESS.index, default="unknown")


@given(sayings, years)
def test_what_a_document_attests_of_a_day_is_held_on_it_whatever_else_is_said(
    told: list[PostSaying], on: dt.date
) -> None:
    before = best_on(told, on)
    attested = msgspec.structs.replace(saying("holds", str(on), None), claim="attested")
    assert best_on([*told, attested], on) == "held"
    assert best_on([s for s in (*told, attested) if s.claim != "attested"], on) == before, "withdrawn, all is as before"


@given(sayings, years)
def test_never_held_on_a_day_that_no_claim_supports(told: list[PostSaying], on: dt.date) -> None:
    if best_on(told, on) == "held":
        said = [s for s in told if s.change not in ("candidate", "nominated")]
        dates = [d for s in said for d in (s.date, s.since, s.until, s.report) if d is not None and d.first and d.last]
        assert min(d.first for d in dates if d.first) <= on <= max(d.last for d in dates if d.last)


@given(sayings, years)
def test_never_held_after_a_known_end_or_before_a_known_start_alone(told: list[PostSaying], on: dt.date) -> None:
    for derived in derive_tenures(told):
        end = derived.end.date
        if derived.end.kind in ("known", "ended, date unknown") and end is not None and end.last is not None:
            assert on <= end.last or holding_on(_shown(derived), on) in ("not held", "unknown")


@given(st.dates(dt.date(1919, 1, 1), dt.date(1921, 12, 31)), st.sampled_from(["elected", "holds", "resigned"]))
def test_a_coarser_date_of_a_thing_is_never_surer_of_a_day_than_the_day_itself(on: dt.date, change: PostChange) -> None:
    for coarse in ("1920", "1920-05"):
        vague, precise = tenure(saying(change, coarse, None)), tenure(saying(change, "1920-05-17", None))
        if on == dt.date(1920, 5, 17):
            assert SURENESS.index(holding_on(precise, on)) <= SURENESS.index(holding_on(vague, on))
        assert holding_in(vague, day("1920")) == holding_in(precise, day("1920")) == "held"
