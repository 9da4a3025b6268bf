"""All that is held on a day, and who came and went."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from chancery.register import Register
from chancery.terms.claims import PostFact
from chancery.terms.entities import Tenure
from tests.register.world import Page, day, new_register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    """A head and a clerk on one board; a head on another, from a month that is not known to the day."""
    page = Page("the list", "1930-01-01")
    board, other = page.body("Harbour Board"), page.body("Canal Board")
    ana, bo, cy = page.person("Ana Lopes"), page.person("Bo Lind"), page.person("Cy Marsh")
    for person, role, body, start, end in (
        (ana, "Head", board, "1920-05-01", "1922-06-30"),
        (bo, "Head", board, "1922-06-30", "1925-01-01"),
        (bo, "Clerk", board, "1920-01-01", "1922-06-30"),
        (cy, "Head", other, "1921-03", "1923-01-01"),
    ):
        fact = PostFact(
            person=person, role=role, organisation=body, change="appointed", date=day(start), until=day(end)
        )
        page.say(fact)
    page.say(PostFact(person=cy, role="Member", organisation=board, change="candidate", date=day("1921-01-01")))
    with new_register(tmp_path) as opened:
        page.into(opened)
        yield opened


def held(register: Register, text: str) -> list[tuple[str, str]]:
    found = register.held_on(dt.date.fromisoformat(text))
    assert all(holder.holding == "held" and holder.tenure.citations for holder in found)
    return [(holder.tenure.person.name, holder.tenure.post.role) for holder in found]


def test_all_posts_of_a_day_with_both_holders_on_the_day_of_a_hand_over(register: Register) -> None:
    assert held(register, "1919-12-31") == []
    assert held(register, "1920-06-01") == [("Bo Lind", "Clerk"), ("Ana Lopes", "Head")]
    assert sorted(held(register, "1922-06-30")) == [
        ("Ana Lopes", "Head"), ("Bo Lind", "Clerk"), ("Bo Lind", "Head"), ("Cy Marsh", "Head"),
    ]  # fmt: skip
    assert held(register, "1924-01-01") == [("Bo Lind", "Head")]


def test_what_is_not_proved_for_the_day_is_not_told(register: Register) -> None:
    assert ("Cy Marsh", "Head") not in held(register, "1921-03-15")
    assert ("Cy Marsh", "Head") in held(register, "1921-03-31")
    assert ("Cy Marsh", "Member") not in held(register, "1921-01-01")


def test_who_came_and_who_went(register: Register) -> None:
    def moves(first: str, last: str) -> list[list[tuple[str, str]]]:
        return [sorted(map(_told, ts)) for ts in register.moves_between(*map(dt.date.fromisoformat, (first, last)))]

    def _told(tenure: Tenure) -> tuple[str, str]:
        assert tenure.citations
        return tenure.person.name, tenure.post.role

    assert moves("1922-06-30", "1922-06-30") == [
        [("Bo Lind", "Head")], [("Ana Lopes", "Head"), ("Bo Lind", "Clerk")],
    ]  # fmt: skip
    assert moves("1921-03-01", "1921-03-31") == [[("Cy Marsh", "Head")], []]
    assert moves("1921-03-02", "1921-03-31") == [[], []], "it may have been on the first"


def test_who_is_only_said_to_have_left_left(tmp_path: Path) -> None:
    """Nothing dates the beginning; the departure is told all the same."""
    page = Page("Ana Lopes resigned as Head of the Harbour Board on 3 May 1934.", "1934-05-04")
    page.say(
        PostFact(
            person=page.person("Ana Lopes"), role="Head", organisation=page.body("Harbour Board"), change="resigned",
            date=day("1934-05-03"),
        )
    )  # fmt: skip
    with new_register(tmp_path) as register:
        page.into(register)
        came, went = register.moves_between(dt.date(1934, 1, 1), dt.date(1934, 12, 31))
        assert came == [] and [tenure.person.name for tenure in went] == ["Ana Lopes"]
