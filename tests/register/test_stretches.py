"""Stretches from events, and what can be said of them on a day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.register.standing import SILENCE, standing_in
from chancery.register.stretches import Turn, What, stretches_of
from chancery.terms.dates import DateSpan
from tests.register.world import day


def turn(what: What, date: str | None, *, claim: str = "c", announced: bool = False) -> Turn:
    return Turn(what=what, claim=claim, date=day(date) if date else None, by="abolished", announced=announced)


def standing(turns: list[Turn], on: str) -> str:
    return standing_in(stretches_of(turns), day(on))


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("1919-12-31", "not held"), ("1920-01-05", "held"), ("1921-06-01", "held"), ("1921-06-02", "not held"),
        ("1921", "held"), ("1919", "not held"),
    ],
)  # fmt: skip
def test_between_a_known_start_and_a_known_end(on: str, said: str) -> None:
    assert standing([turn("start", "1920-01-05"), turn("end", "1921-06-01")], on) == said


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("1916-12-01", "unknown"), ("1918-06-01", "possible"), ("1920-01-05", "held"), ("1922-12-30", "presumed"),
        ("1923-02-01", "possible"), ("1990-01-01", "possible"),
    ],
)  # fmt: skip
def test_seen_once_it_is_presumed_for_three_years_and_possible_after(on: str, said: str) -> None:
    assert dt.timedelta(days=3 * 365) < SILENCE < dt.timedelta(days=4 * 365)
    assert standing([turn("attest", "1920-01-05")], on) == said


def test_an_end_on_a_day_unknown_lies_between_the_last_sight_and_the_report() -> None:
    turns = [turn("attest", "1920-01-05"), turn("ended", "1925-03-01")]
    assert [standing(turns, on) for on in ("1920-01-05", "1923-01-01", "1925-03-02")] == [
        "held",
        "possible",
        "not held",
    ]


def test_an_announced_end_is_presumed_to_be_kept_to() -> None:
    turns = [turn("attest", "1920-01-05"), turn("end", "1930-01-01", announced=True)]
    assert [standing(turns, on) for on in ("1929-01-01", "1930-01-02")] == ["presumed", "possible"]


def test_a_vague_end_is_possible_within_its_year() -> None:
    turns = [turn("start", "1920-01-05"), turn("end", "1925")]
    assert [standing(turns, on) for on in ("1924-12-31", "1925-01-01", "1925-05-01", "1926-01-01")] == [
        "held", "held", "possible", "not held",
    ]  # fmt: skip


def test_after_an_end_it_can_begin_anew() -> None:
    turns = [turn("start", "1920-01-05"), turn("end", "1921-01-01"), turn("start", "1930-01-01")]
    assert len(stretches_of(turns)) == 2
    assert [standing(turns, on) for on in ("1925-01-01", "1931-01-01")] == ["not held", "presumed"]


def test_two_reports_of_one_end_are_one_end_and_the_better_date_counts() -> None:
    [only] = stretches_of([turn("attest", "1920-01-05"), turn("end", "1921"), turn("end", "1921-06-01", claim="d")])
    assert str(only.end.date) == "1921-06-01"


dates = st.sampled_from([None, "1920-01-05", "1920", "1921-06-01", "1925-03", "1930"])
turns = st.lists(
    st.builds(turn, st.sampled_from(["start", "attest", "end", "ended"]), dates, claim=st.sampled_from("abcdef")),
    max_size=8,
)


@given(turns, st.randoms(use_true_random=False))
def test_the_order_of_the_telling_changes_nothing(several: list[Turn], chance: object) -> None:
    before = stretches_of(several)
    chance.shuffle(several)  # type: ignore[attr-defined]
    assert stretches_of(several) == before


@given(turns)
def test_every_claim_is_kept_and_what_is_seen_on_a_day_is_held_on_it(several: list[Turn]) -> None:
    found = stretches_of(several)
    assert {claim for each in found for claim in each.claims} == {each.claim for each in several}
    seen = [each for each in several if each.what in ("start", "attest") and each.date is not None]
    for each in seen if len(found) == 1 else ():
        assert standing_in(found, each.date or day("1900")) in ("held", "presumed", "possible")
    if len(several) == len(seen) == 1:
        assert standing_in(found, several[0].date or day("1900")) == "held"


@given(turns, st.dates(dt.date(1915, 1, 1), dt.date(1935, 1, 1)))
def test_a_month_says_the_surest_of_its_days(several: list[Turn], on: dt.date) -> None:
    found = stretches_of(several)
    order = ["held", "presumed", "possible", "unknown", "not held"]
    month = DateSpan.of_month(on.year, on.month)
    assert order.index(standing_in(found, month)) <= order.index(standing_in(found, DateSpan.of_day(on)))
