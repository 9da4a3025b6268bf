"""From sayings to tenures, each end as known as the sayings make it."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.register.sayings import Closing, PostSaying
from chancery.register.tenures import DerivedTenure, derive_tenures
from chancery.terms.claims import PostChange
from chancery.terms.entities import Stretch
from tests.register.world import day

Told = tuple[str, str | None, str | None]  # change, date, day of the report


def saying(
    change: PostChange,
    date: str | None,
    report: str | None,
    until: str | None = None,
    since: str | None = None,
    *,
    leave: bool = False,
    document: str = "",
    accepted: bool = False,
    handed: bool = False,
    stood_in: bool = False,
) -> PostSaying:
    claim = f"{change} {date} {report} {until} {since}" + " leave" * leave + document
    return PostSaying(
        claim=claim,
        change=change,
        role="Head",
        date=day(date) if date else None,
        report=day(report) if report else None,
        until=day(until) if until else None,
        since=day(since) if since else None,
        leave=leave,
        document=document or claim,
        accepted=accepted,
        handed=handed,
        stood_in=stood_in,
    )


def ends(tenure: DerivedTenure) -> str:
    """Both ends as "known 1920-05-01 .. at least 1921-01-01"."""
    return " .. ".join(f"{e.kind} {e.date}" if e.date else e.kind for e in (tenure.start, tenure.end))


def tenures(*told: PostSaying, ended: tuple[Closing, ...] = ()) -> list[str]:
    return [ends(tenure) for tenure in derive_tenures(told, ended)]


def test_elected_and_resigned_are_known_ends() -> None:
    told = saying("elected", "1920-05-01", "1920-05-02"), saying("resigned", "1923-06-30", "1923-07-01")
    assert tenures(*told) == ["known 1920-05-01 .. known 1923-06-30"]
    assert tenures(*reversed(told)) == tenures(*told), "whichever was read first"


def test_holding_is_attested_on_the_day_of_the_claim_or_else_of_the_report() -> None:
    assert tenures(saying("holds", None, "1921-03-04")) == ["at least 1921-03-04 .. at least 1921-03-04"]
    assert tenures(saying("holds", "1920", "1921-03-04")) == ["at least 1920 .. at least 1920"]
    assert tenures(saying("holds", None, None)) == ["unknown .. unknown"]
    told = [saying("holds", None, d) for d in ("1922-01-01", "1921-03-04", "1921-09-09")]
    assert tenures(*told) == ["at least 1921-03-04 .. at least 1922-01-01"]


def test_held_since_a_day_is_begun_then_and_attested_by_the_report() -> None:
    assert tenures(saying("holds", "1921", "1925-03-04", since="1921")) == ["known 1921 .. at least 1925-03-04"]
    assert tenures(saying("holds", None, "1925-03-04", since="1921")) == ["known 1921 .. at least 1925-03-04"]
    assert tenures(saying("holds", "1921", "1925-03-04", since="1921", until="1923")) == ["known 1921 .. known 1923"]
    assert tenures(saying("former", "1923", "1925-03-04", since="1921")) == ["known 1921 .. known 1923"]
    assert tenures(saying("former", None, "1925-03-04", since="1921")) == [
        "known 1921 .. ended, date unknown 1925-03-04"
    ]


def test_a_report_of_a_day_without_a_year_dates_nothing() -> None:
    assert tenures(saying("holds", None, "--05-01")) == ["unknown .. unknown"]


def test_an_election_without_a_date_is_attested_by_its_report() -> None:
    assert tenures(saying("elected", None, "1920-05-02")) == ["at least 1920-05-02 .. at least 1920-05-02"]


@pytest.mark.parametrize("change", ["resigned", "dismissed", "former"])
def test_over_on_an_unknown_day_no_later_than_the_report(change: PostChange) -> None:
    told = saying("elected", "1920-05-01", "1920-05-02"), saying("holds", None, "1921-01-01")
    assert tenures(*told, saying(change, None, "1923-01-01")) == ["known 1920-05-01 .. ended, date unknown 1923-01-01"]
    assert tenures(saying(change, None, "1923-01-01")) == ["unknown .. ended, date unknown 1923-01-01"]
    assert tenures(saying(change, None, None)) == ["unknown .. ended, date unknown"]


def test_a_later_reminder_that_it_is_over_changes_nothing() -> None:
    told = saying("elected", "1920", "1920-05-02"), saying("resigned", "1923-06-30", "1923-07-01")
    assert tenures(*told, saying("former", None, "1930-01-01")) == ["known 1920 .. known 1923-06-30"]


def test_elected_anew_continues_and_after_an_end_begins_anew() -> None:
    first, again = saying("elected", "1920-05-01", "1920-05-01"), saying("elected", "1924-05-01", "1924-05-01")
    assert tenures(first, again) == ["known 1920-05-01 .. at least 1924-05-01"]
    assert tenures(first, saying("reappointed", "1924-05-01", None)) == ["known 1920-05-01 .. at least 1924-05-01"]
    left = saying("resigned", "1922-01-01", "1922-01-01")
    assert tenures(first, left, again) == [
        "known 1920-05-01 .. known 1922-01-01",
        "known 1924-05-01 .. at least 1924-05-01",
    ]


def test_reappointed_alone_does_not_date_the_start() -> None:
    assert tenures(saying("reappointed", "1924-05-01", "1924-05-02")) == ["at least 1924-05-01 .. at least 1924-05-01"]


def test_two_dates_of_one_start_or_end_keep_the_more_precise() -> None:
    assert tenures(saying("elected", "1920", "1921-01-01"), saying("elected", "1920-05-01", "1920-05-02")) == [
        "known 1920-05-01 .. at least 1920-05-01"
    ]
    started = saying("elected", "1920-05-01", "1920-05-02")
    assert tenures(
        started, saying("resigned", "1923", "1924-01-01"), saying("resigned", "1923-06-30", "1923-07-01")
    ) == ["known 1920-05-01 .. known 1923-06-30"]


def test_terms_and_announcements_are_scheduled_until_they_are_past() -> None:
    assert tenures(saying("elected", "1920-05-01", "1920-05-02", until="1921-05-01")) == [
        "known 1920-05-01 .. scheduled 1921-05-01"
    ]
    assert tenures(saying("elected", "1920-05-01", "1930-01-01", until="1921-05-01")) == [
        "known 1920-05-01 .. known 1921-05-01"
    ]
    assert tenures(saying("holds", "1920", "1930-01-01", until="1925")) == ["known 1920 .. known 1925"]
    assert tenures(saying("appointed", "1921-01-01", "1920-12-01")) == ["scheduled 1921-01-01 .. unknown"]
    assert tenures(saying("appointed", "1921-01-01", "1920-12-01"), saying("holds", None, "1921-06-01")) == [
        "scheduled 1921-01-01 .. at least 1921-06-01"
    ]


def test_a_new_election_after_a_term_lifts_its_scheduled_end() -> None:
    term = saying("elected", "1920-05-01", "1920-05-02", until="1921-05-01")
    assert tenures(term, saying("elected", "1922-05-01", "1922-05-02")) == ["known 1920-05-01 .. at least 1922-05-01"]


def test_the_bodys_end_is_the_end_of_its_posts() -> None:
    started = saying("elected", "1920-05-01", "1920-05-02")
    ended = Closing(claim="x", date=day("1946-04-18"), report=day("1946-04-19"))
    seen = saying("holds", None, "1945-12-01")
    assert tenures(started, seen, ended=(ended,)) == ["known 1920-05-01 .. known 1946-04-18"]
    # not heard of for years: nobody says that the post was held to the end
    assert tenures(started, ended=(ended,)) == ["known 1920-05-01 .. ended, date unknown 1946-04-18"]
    undated = Closing(claim="x", report=day("1946-04-19"))
    assert tenures(started, ended=(undated,)) == ["known 1920-05-01 .. ended, date unknown 1946-04-19"]
    left = saying("resigned", "1923-06-30", "1923-07-01")
    assert tenures(started, left, ended=(ended,)) == ["known 1920-05-01 .. known 1923-06-30"]
    announced = Closing(claim="x", date=day("1950"), report=day("1946-04-19"))
    assert tenures(started, ended=(announced,)) == ["known 1920-05-01 .. at least 1920-05-01"]


def test_candidates_do_not_hold() -> None:
    [candidacy] = derive_tenures([saying("nominated", None, "1920-05-01"), saying("candidate", "1920-06-01", None)])
    assert candidacy.standing == "candidate"
    assert ends(candidacy) == "at least 1920-05-01 .. at least 1920-06-01"


def test_what_is_said_of_an_unknown_year_proves_the_post_and_no_day() -> None:
    assert tenures(saying("elected", "--05-01", None)) == ["unknown .. unknown"]
    assert tenures(saying("holds", None, "1921-03-04"), saying("holds", None, None)) == [
        "at least 1921-03-04 .. at least 1921-03-04"
    ]


changes: st.SearchStrategy[PostChange] = st.sampled_from(
    [
        "holds",
        "elected",
        "appointed",
        "reappointed",
        "nominated",
        "candidate",
        "resigned",
        "dismissed",
        "former",
        "died",
    ]
)
dates = st.none() | st.sampled_from(["1920", "1920-05", "1920-05-01", "1921-01-01", "1922", "193X", "--05-01", "1935"])
sayings = st.lists(
    st.builds(
        saying,
        changes,
        dates,
        dates,
        dates,
        dates,
        leave=st.booleans(),
        accepted=st.booleans(),
        handed=st.booleans(),
        stood_in=st.booleans(),
    ),
    max_size=7,
    unique_by=lambda s: s.claim,
)


@given(sayings, st.randoms(use_true_random=False))
def test_the_order_of_reading_does_not_matter_and_every_claim_is_cited(told: list[PostSaying], chance: object) -> None:
    derived = derive_tenures(told)
    shuffled = list(told)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert derive_tenures(shuffled) == derived
    assert {claim for tenure in derived for claim in tenure.claims} == {s.claim for s in told}


@given(sayings)
def test_no_end_is_surer_than_what_was_said(told: list[PostSaying]) -> None:
    said = {date for s in told for date in (s.date, s.until, s.since)}
    reports = {s.report for s in told}
    for tenure in derive_tenures(told):
        for end in (tenure.start, tenure.end):
            assert end.date is None or end.date in (said if end.kind in ("known", "scheduled") else said | reports)
        if tenure.attested_first and tenure.attested_last:
            assert tenure.attested_first.first <= tenure.attested_last.first  # type: ignore[operator]


def parts(tenure: DerivedTenure) -> tuple[list[str], list[str]]:
    """Leave and suspensions as "1920-05-01 .. 1920-06-01"."""
    leave, suspended = ([f"{s.first} .. {s.last}" for s in several] for several in (tenure.leave, tenure.suspended))
    return leave, suspended


def test_on_leave_is_still_the_holder() -> None:
    told = (
        saying("elected", "1920-05-01", "1920-05-02"),
        saying("holds", None, "1921-07-01", since="1921-06-01", leave=True),
        saying("holds", "1921-08-15", "1921-08-16", leave=True),
        saying("holds", None, "1921-09-01", since="1921-06-01", until="1921-09-30", leave=True),
    )
    [derived] = derive_tenures(told)
    assert ends(derived) == "known 1920-05-01 .. at least 1921-08-15", "the end of a leave is no end, and lies ahead"
    assert parts(derived) == (["1921-06-01 .. 1921-09-30"], [])
    [undated] = derive_tenures([saying("holds", None, "1921-07-01", leave=True)])
    assert parts(undated) == (["1921-07-01 .. 1921-07-01"], [])


def test_a_death_ends_what_had_not_ended() -> None:
    death = Closing(claim="died", date=day("1925-03-01"), report=day("1925-03-02"))
    started, seen = saying("elected", "1920-05-01", "1920-05-02"), saying("holds", None, "1924-12-01")
    assert tenures(started, seen, ended=(death,)) == ["known 1920-05-01 .. known 1925-03-01"]
    assert tenures(saying("died", "1925-03-01", "1925-03-02")) == ["unknown .. known 1925-03-01"]
    assert tenures(started, saying("died", None, "1925-03-02")) == [
        "known 1920-05-01 .. ended, date unknown 1925-03-02"
    ]
    term = saying("elected", "1924-05-01", "1924-05-02", until="1929-05-01")
    assert tenures(term, ended=(death,)) == ["known 1924-05-01 .. known 1925-03-01"]
    later = Closing(claim="x", date=day("1946"), report=day("1946"))
    assert tenures(started, seen, ended=(later, death)) == ["known 1920-05-01 .. known 1925-03-01"], "the first end"


def test_a_suspension_of_the_body_ends_nothing_and_days_on_which_one_is_seen_are_cut_out() -> None:
    started, seen = saying("elected", "1920-05-01", "1920-05-02"), saying("holds", None, "1941-02-01")
    rests = Stretch(first=day("1940-01-01"), last=None), Stretch(first=day("1915-01-01"), last=day("1916-01-01"))
    [derived] = derive_tenures([started, seen], (), rests)
    assert ends(derived) == "known 1920-05-01 .. at least 1941-02-01"
    assert parts(derived) == ([], ["1940-01-01 .. 1941-01-31", "1941-02-02 .. None"])
    [left] = derive_tenures([started, saying("resigned", "1939-01-01", None)], (), rests)
    assert parts(left) == ([], [])


def test_two_dates_of_one_start_are_told_apart_from_a_re_election() -> None:
    appointed, took = saying("appointed", "1920-05-01", "1920-05-01"), saying("elected", "1920-05-04", "1920-05-05")
    [derived] = derive_tenures([appointed, took])
    [dispute] = derived.disputes
    assert ([str(side.date) for side in dispute.sides], dispute.choice.rule) == (
        ["1920-05-01", "1920-05-04"],
        "the newer report",
    )
    assert ends(derived) == "known 1920-05-04 .. at least 1920-05-04"
    [again] = derive_tenures([appointed, saying("elected", "1921-05-04", "1921-05-05")])
    assert (again.disputes, ends(again)) == ((), "known 1920-05-01 .. at least 1921-05-04")
    term = saying("elected", "1920-05-01", "1920-05-01", until="1920-08-01")
    [next_term] = derive_tenures([term, saying("elected", "1920-08-01", "1920-08-01")])
    assert next_term.disputes == ()


def test_a_ruling_chooses_the_start() -> None:
    appointed = saying("appointed", "1920-05-01", "1920-05-01", accepted=True)
    took = saying("holds", None, "1920-05-05", since="1920-05-04")
    [derived] = derive_tenures([appointed, took])
    assert ends(derived) == "known 1920-05-01 .. at least 1920-05-05"
    assert (derived.disputes[0].choice.by_rule, derived.disputes[0].choice.chosen) == (1, 0)


def test_two_dates_of_one_end_and_a_vacancy() -> None:
    started, left = saying("elected", "1920-05-01", "1920-05-01"), saying("resigned", "1925-02-28", "1925-03-01")
    [derived] = derive_tenures([started, left, saying("resigned", "1925-03-05", "1925-03-06")])
    assert [d.what for d in derived.disputes] == ["end"]
    vacant = saying("former", "1925-04-01", "1925-04-02", handed=True)
    [derived] = derive_tenures([started, left, vacant])
    assert (ends(derived), derived.disputes) == ("known 1920-05-01 .. known 1925-02-28", ())
    too_early = saying("former", "1925-01-01", "1925-04-02", handed=True)
    [derived] = derive_tenures([started, left, too_early])
    assert (ends(derived), len(derived.disputes)) == ("known 1920-05-01 .. known 1925-02-28", 1)


def test_who_acts_for_a_holder_on_leave_ends_nothing() -> None:
    started = saying("elected", "1920-05-01", "1920-05-02")
    away = saying("holds", None, "1921-07-01", since="1921-06-01", until="1921-09-30", leave=True, document="a")
    stands_in = saying("former", "1921-06-02", "1921-06-02", handed=True, stood_in=True, document="b")
    assert tenures(started, away, stands_in) == ["known 1920-05-01 .. at least 1921-06-01"]
    assert tenures(started, stands_in) == ["known 1920-05-01 .. known 1921-06-02"], "of no leave is anything known"
    later = saying("former", "1921-11-01", "1921-11-01", handed=True, stood_in=True, document="b")
    assert tenures(started, away, later) == ["known 1920-05-01 .. known 1921-11-01"]
    same = msgspec.structs.replace(later, document="a")
    assert tenures(started, away, same) == ["known 1920-05-01 .. at least 1921-06-01"]
