"""Which side the record follows, and by which rule."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from chancery.register.choosing import (
    MORE_DOCUMENTS,
    NEWER_REPORT,
    OF_A_DATE,
    OF_A_START,
    OF_AN_END,
    Choice,
    Rule,
    Said,
    Side,
    choose,
    choose_start,
    sides_of,
)
from tests.register.world import day


def said(date: str | None, report: str | None = None, document: str = "d", **more: bool) -> Said:
    return Said(
        claim=f"{date} {report} {document} {sorted(more)}", document=document, date=day(date) if date else None,
        report=day(report) if report else None, **more,
    )  # fmt: skip


def chosen(*told: Said, rules: tuple[Rule, ...] = OF_A_DATE) -> tuple[str | None, int | None]:
    choice = choose(sides_of(told), rules)
    return choice.rule, choice.chosen


def test_dates_that_overlap_are_one_side_and_a_coarse_one_between_two_takes_none() -> None:
    sides = sides_of([said("1920"), said("1920-05-03"), said("1920-05-01"), said("1921-06"), said(None)])
    assert [str(side.date) for side in sides] == ["1920-05-01", "1920-05-03", "1921-06"]
    assert [len(side.said) for side in sides] == [1, 1, 1], "1920 agrees with two of them"
    [one] = sides_of([said("1920"), said("1920-05"), said("1920-05-01")])
    assert (str(one.date), len(one.said)) == ("1920-05-01", 3)


def test_each_rule_is_asked_only_where_the_one_before_prefers_nobody() -> None:
    assert chosen(said("1920-05-01", "1930"), said("1921", "1940", "e")) == ("the more precise date", 0)
    three = said("1920-05-01", document="a"), said("1920-05-02", document="b"), said("1920-05-02", document="c")
    assert chosen(*three) == ("more documents", 1)
    same = said("1920-05-02", document="a"), said("1920-05-02", "1921", document="a")
    assert chosen(said("1920-05-01", "1930", "a"), *same) == ("the newer report", 0), "one document counts once"
    assert chosen(said("1920-05-01"), said("1920-05-02")) == (None, None)


def test_of_a_start_the_day_it_was_taken_up_goes_before_that_of_the_appointment() -> None:
    told = said("2014-08-01"), said("2014-08-03", stated=True)
    assert chosen(*told, rules=OF_A_START) == ("the day it was taken up, not that of the appointment", 1)
    planned = said("2014-08-03", announced=True), said("2014-08-05")
    assert chosen(*planned, rules=OF_A_START) == ("told afterwards, not beforehand", 1)


def test_who_is_seen_in_the_post_before_a_date_did_not_begin_on_it() -> None:
    sides = sides_of([said("2014-08-01"), said("2014-08-03", stated=True)])
    assert choose_start(sides, day("2014-08-02")) == Choice(
        rule="seen in it before the other date", by_rule=0, chosen=0
    )
    assert choose_start(sides, day("2014-08-03")).chosen == 1


def test_of_an_end_the_leaving_goes_before_the_next_holders_coming() -> None:
    told = said("1925-03-01", handed=True), said("1925-02-28")
    assert chosen(*told, rules=OF_AN_END) == ("the leaving itself, not the next holder's coming", 0)


def test_a_ruling_overrules_and_two_rulings_on_two_sides_do_not() -> None:
    first, second = said("1920-05-01", document="a"), said("1920-05-02", document="b", accepted=True)
    more = said("1920-05-01", document="c")
    choice = choose(sides_of([first, second, more]), OF_A_DATE)
    assert choice == Choice(rule="more documents", by_rule=0, chosen=1, accepted=second.claim)
    both = choose(sides_of([said("1920-05-01", accepted=True), second]), OF_A_DATE)
    assert (both.chosen, both.accepted) == (None, None)


dates = st.sampled_from(["1920", "1920-05", "1920-05-01", "1920-05-02", "1921-01-01", "192X"])
several = st.lists(
    st.builds(said, dates, st.none() | dates, st.sampled_from("abc"), accepted=st.booleans()),
    min_size=1,
    max_size=6,
    unique_by=lambda s: s.claim,
)


@given(several, st.randoms(use_true_random=False))
def test_the_order_in_which_things_were_read_chooses_nothing(told: list[Said], chance: object) -> None:
    sides = sides_of(told)
    shuffled = list(told)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert sides_of(shuffled) == sides
    dates = [side.date for side in sides if side.date is not None]
    assert not any(a.overlaps(b) for n, a in enumerate(dates) for b in dates[n + 1 :]), "sides contradict each other"


@given(several)
def test_the_choice_is_the_same_whichever_side_stands_first(told: list[Said]) -> None:
    sides = tuple(Side(said=(each,), date=each.date) for each in told)
    for rules in ((MORE_DOCUMENTS, NEWER_REPORT), OF_A_DATE):
        forth, back = choose(sides, rules), choose(sides[::-1], rules)
        assert forth.rule == back.rule
        assert (forth.chosen is None) == (back.chosen is None)
        if forth.chosen is not None and back.chosen is not None:
            assert sides[forth.chosen] == sides[::-1][back.chosen]
