"""Times in a post that touch on a day are one holding, whichever is told first."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from chancery.register.following import joined_sayings
from chancery.register.sayings import PostSaying
from chancery.register.tenures import derive_tenures
from tests.register.world import day


def time(claim: str, start: str, end: str | None, *, latest: str | None = None) -> PostSaying:
    if end is None and latest is not None:
        return PostSaying(claim=claim, role="Head", change="holds", since=day(start), date=day(latest))
    until = None if end is None else day(end)
    return PostSaying(claim=claim, role="Head", change="appointed", date=day(start), until=until)


def tenures(*sayings: PostSaying) -> list[str]:
    return [f"{t.start.kind} {t.start.date} .. {t.end.kind} {t.end.date}" for t in derive_tenures(sayings)]


def test_reappointed_on_the_day_on_which_the_term_ends_the_holding_goes_on() -> None:
    first, second = time("a", "1920-05-01", "1921-05-01"), time("b", "1921-05-01", "1923-05-01")
    assert tenures(first, second) == ["known 1920-05-01 .. known 1923-05-01"]
    assert tenures(second, time("c", "1923-05-01", None, latest="1930-01-01"), first) == [
        "known 1920-05-01 .. at least 1930-01-01"
    ]


def test_a_day_between_is_a_gap() -> None:
    first, second = time("a", "1920-05-01", "1921-05-01"), time("b", "1921-05-02", "1923-05-01")
    assert tenures(first, second) == ["known 1920-05-01 .. known 1921-05-01", "known 1921-05-02 .. known 1923-05-01"]


def test_vague_dates_and_plans_do_not_touch() -> None:
    vague = [time("a", "1920", "1921"), time("b", "1921", "1923")]
    plan = PostSaying(
        claim="a", role="Head", change="elected", date=day("1920-05-01"), until=day("1921-05-01"), report=day("1920-06")
    )
    after = time("b", "1921-05-01", "1922-05-01")
    for sayings in (vague, [plan, after]):
        assert joined_sayings(sayings) == sayings


def test_leave_is_no_time_in_a_post_of_its_own() -> None:
    held = time("a", "1920-05-01", "1921-05-01")
    leave = PostSaying(
        claim="b", role="Head", change="holds", since=day("1920-08-01"), until=day("1921-05-01"), leave=True
    )
    after = time("c", "1921-05-01", "1922-05-01")
    assert tenures(held, leave, after) == ["known 1920-05-01 .. known 1922-05-01"]


def test_one_day_in_a_post_is_one_day() -> None:
    assert tenures(time("a", "1920-05-01", "1920-05-01")) == ["known 1920-05-01 .. known 1920-05-01"]


starts = st.lists(st.integers(0, 60), min_size=2, max_size=9, unique=True).map(sorted)


@given(starts, st.lists(st.booleans(), min_size=9, max_size=9), st.randoms(use_true_random=False))
def test_the_days_of_tenures_are_the_days_of_the_times(days: list[int], held: list[bool], chance: object) -> None:
    """Times that end on the day on which the next begins, and gaps of a day or more between others."""
    first = dt.date(1920, 1, 1)
    dates = [first + dt.timedelta(days=3 * n) for n in days]
    spans = [(a, b) for a, b, on in zip(dates, dates[1:], held, strict=False) if on]
    told = [time(str(n), a.isoformat(), b.isoformat()) for n, (a, b) in enumerate(spans)]
    chance.shuffle(told)  # type: ignore[attr-defined]
    derived = derive_tenures(told)
    covered = set()
    for tenure in derived:
        assert tenure.start.date is not None and tenure.end.date is not None
        covered |= _days(tenure.start.date.first, tenure.end.date.first)
    assert covered == {each for a, b in spans for each in _days(a, b)}
    assert {claim for tenure in derived for claim in tenure.claims} == {saying.claim for saying in told}
    assert len(derived) == len([a for a, _ in spans if a not in {b for _, b in spans}])


def _days(first: dt.date | None, last: dt.date | None) -> set[dt.date]:
    assert first is not None and last is not None
    return {first + dt.timedelta(days=n) for n in range((last - first).days + 1)}
