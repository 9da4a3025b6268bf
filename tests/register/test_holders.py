"""Who held a post on a day: asked of a register with a few reports in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from chancery.register import Register
from chancery.terms.claims import PostChange, PostFact
from chancery.terms.errors import QuestionError
from tests.register.world import Page, day, new_register


def told(
    person: str, role: str, change: PostChange, date: str | None, report: str, body: str = "Relief Office"
) -> Page:
    page = Page(f"Of {person}, {role} of the {body}: {change} {date}.", report)
    who, where = page.person(person), page.body(body, "RO" if body == "Relief Office" else body)
    page.say(PostFact(person=who, role=role, organisation=where, change=change, date=day(date) if date else None))
    return page


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path) as opened:
        for page in (
            told("Ana Lopes", "Secretary-General", "elected", "1920-05-01", "1920-05-02"),
            told("Ana Lopes", "Secretary-General", "resigned", "1925-03-01", "1925-03-02"),
            told("Ivo Kovac", "Secretary General", "elected", "1925-03-01", "1925-03-02"),
            told("Eva Nagy", "Deputy Secretary-General", "elected", "1920", "1920-05-02"),
            told("Eva Nagy", "Secretary-General", "candidate", None, "1925-02-01"),
            told("Jan Novak", "Secretary-General", "elected", "1919-01-01", "1919-01-02", body="Harbour Board"),
        ):
            page.into(opened)
        yield opened


def answers(register: Register, role: str, body: str | None, on: str | None) -> list[tuple[str, str]]:
    span = None if on is None else day(on)
    return [(h.tenure.person.name, h.holding) for h in register.holders_on(role, body, span)]


def test_a_day_in_office(register: Register) -> None:
    assert answers(register, "Secretary-General", "Relief Office", "1922-01-01") == [("Ana Lopes", "held")]
    assert answers(register, "Secretary-General", "Relief Office", "1919-01-01") == []


def test_the_day_of_the_hand_over_belongs_to_both(register: Register) -> None:
    both = [("Ana Lopes", "held"), ("Ivo Kovac", "held")]
    assert answers(register, "Secretary-General", "Relief Office", "1925-03-01") == both
    assert answers(register, "Secretary-General", "Relief Office", "1925") == both
    assert answers(register, "Secretary-General", "Relief Office", "1925-03-02") == [("Ivo Kovac", "presumed")]


def test_another_role_is_another_post(register: Register) -> None:
    assert answers(register, "deputy secretaries-general", "Relief Office", "1921") == [("Eva Nagy", "presumed")]
    assert answers(register, "Secretary", "Relief Office", None) == []


def test_a_body_by_any_of_its_names(register: Register) -> None:
    [body] = [each.entity.id for each in register.bodies() if each.entity.name == "Relief Office"]
    for name in ("RELIEF office", "RO", body):
        assert answers(register, "Secretary-General", name, "1922") == [("Ana Lopes", "held")]


def test_without_a_body_or_a_date(register: Register) -> None:
    assert answers(register, "Secretary-General", None, "1922-01-01") == [
        ("Ana Lopes", "held"),
        ("Jan Novak", "possible"),
    ], "surest first"
    assert answers(register, "Secretary-General", "Relief Office", None) == [
        ("Ana Lopes", "held"),
        ("Eva Nagy", "unknown"),
        ("Ivo Kovac", "held"),
    ], "candidacies too, in the order of their days"


def test_the_day_that_was_asked_about_stands_in_the_answer(register: Register) -> None:
    asked = dt.date(1922, 1, 1)
    [holder] = register.holders_on("Secretary-General", "Relief Office", asked)
    assert holder.on == asked
    [citation, _] = holder.tenure.citations
    assert citation.sentence == "Of Ana Lopes, Secretary-General of the Relief Office: elected 1920-05-01."
    assert register.text_of(citation.document)[citation.start : citation.end] == citation.quote
    assert register.holders_on("Secretary-General", "Relief Office", day("1922"))[0].on is None


def test_a_known_successor_ends_what_is_presumed_in_a_single_seat(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        told("Ana Lopes", "President", "elected", "1920-05-01", "1920-05-02").into(register)
        told("Ana Lopes", "Member", "elected", "1920-05-01", "1920-05-02").into(register)
        assert answers(register, "President", "RO", "1921-01-01") == [("Ana Lopes", "presumed")]
        told("Ivo Kovac", "President", "elected", "1920-12-01", "1920-12-02").into(register)
        told("Ivo Kovac", "Member", "elected", "1920-12-01", "1920-12-02").into(register)
        assert answers(register, "President", "RO", "1921-01-01") == [
            ("Ivo Kovac", "presumed"),
            ("Ana Lopes", "possible"),
        ]
        assert [how for _, how in answers(register, "Member", "RO", "1921-01-01")] == ["presumed", "presumed"]


def test_silent_since_is_said_when_reports_went_on_without_the_holder(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        told("Ana Lopes", "President", "elected", "1920-05-01", "1920-05-02").into(register)
        assert register.entity("Ana Lopes").tenures[0].end.kind == "at least"
        later = Page("The Relief Office went on.", "1924-01-01")
        later.body("Relief Office")
        later.into(register)
        assert register.entity("Ana Lopes").tenures[0].end.kind == "silent since"


def test_an_unknown_body_is_told_with_the_nearest(register: Register) -> None:
    with pytest.raises(QuestionError) as caught:
        register.holders_on("President", "Releif Ofice", None)
    assert caught.value.code == "Q001"
    assert "Relief Office" in caught.value.what


def test_roles_in_a_body_as_they_were_first_written(register: Register) -> None:
    assert register.roles_in("Relief Office") == ["Deputy Secretary-General", "Secretary-General"]
    assert register.roles_in(None) == ["Deputy Secretary-General", "Secretary-General"]
