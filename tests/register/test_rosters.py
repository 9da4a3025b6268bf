"""Who was what in a body on a day."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.register import Register
from chancery.terms.claims import PostChange, PostFact
from tests.register.test_lineage import read, told_unit
from tests.register.world import Page, day, new_register, passing_register


def told(report: str, who: str, role: str, body: str, change: PostChange = "holds", date: str | None = None) -> Page:
    page = Page(f"{who}, {role} of the {body}: {change}, {date}, told on {report}.", report)
    fact = PostFact(
        person=page.person(who),
        role=role,
        organisation=page.body(body),
        change=change,
        date=day(date) if date else None,
    )
    page.say(fact)
    return page


def roster(register: Register, body: str, on: str, *, units: bool = False) -> list[tuple[str, str, str, str]]:
    return [
        (part.body.name, post.role, holder.tenure.person.name, holder.holding)
        for part in register.roster_on(body, day(on), units=units).parts
        for post in part.posts
        for holder in post.holders
    ]


def test_each_post_with_its_holders_the_head_first(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        read(
            register,
            told("1920-01-01", "Eva Nagy", "Member", "Zenda Council"),
            told("1920-01-01", "Ivo Kovac", "President", "Zenda Council", "elected", "1920-01-01"),
            told("1919-01-01", "Ana Lopes", "President", "Zenda Council", "elected", "1919-01-01"),
            told("1920-01-01", "Ana Lopes", "President", "Zenda Council", "resigned", "1920-01-01"),
            told("1920-01-01", "Jan Novak", "President", "Zenda Council", "candidate"),
            told("1920-01-01", "Jan Novak", "Head", "Zenda Desk"),
            told_unit("1920-01-01", "Zenda Desk", "exists", parent="Zenda Council"),
        )
        council = [
            ("Zenda Council", "President", "Ana Lopes", "held"),
            ("Zenda Council", "President", "Ivo Kovac", "held"),
            ("Zenda Council", "Member", "Eva Nagy", "held"),
        ]
        assert roster(register, "Zenda Council", "1920-01-01") == council
        desk = [("Zenda Desk", "Head", "Jan Novak", "held")]
        assert roster(register, "Zenda Council", "1920-01-01", units=True) == council + desk
        assert roster(register, "Zenda Council", "1919-06-01") == [
            ("Zenda Council", "President", "Ana Lopes", "held"),
            ("Zenda Council", "Member", "Eva Nagy", "possible"),
        ]
        assert roster(register, "Zenda Council", "1900-01-01") == []


def test_who_did_not_hold_it_or_of_whom_nothing_can_be_said_is_told_on_demand(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        read(
            register,
            told("1920-01-01", "Eva Nagy", "Member", "Zenda Council"),
            told("1920-01-01", "Ana Lopes", "Member", "Zenda Council", "elected", "1920-01-01"),
        )
        parts = register.roster_on("Zenda Council", day("1900-01-01"), everyone=True).parts
        assert [h.holding for p in parts for post in p.posts for h in post.holders] == ["unknown", "not held"]


ROLES = ["President", "Member", "Secretary"]
PEOPLE = ["Ana Lopes", "Ivo Kovac", "Eva Nagy"]
BODIES = ["Zenda Council", "Zenda Fund"]
pages = st.builds(
    told,
    st.sampled_from(["1920-01-01", "1922-06-01"]), st.sampled_from(PEOPLE), st.sampled_from(ROLES),
    st.sampled_from(BODIES), st.sampled_from(["holds", "elected", "resigned", "candidate", "former"]),
    st.sampled_from([None, "1919", "1920-01-01", "1921-05"]),
) | st.just(told_unit("1921-01-01", "Zenda Council", "renamed", into=("Zenda Fund",), date="1921-01-01"))  # fmt: skip


@pytest.mark.sqlite  # on a server the same law would take minutes
@settings(max_examples=40)
@given(st.lists(pages, max_size=8), st.sampled_from(["1919", "1920-01-01", "1921-05-03", "1925"]))
def test_a_roster_is_who_asked_for_every_role(several: list[Page], on: str) -> None:
    with passing_register() as register:
        read(register, told("1920-01-01", "Eva Nagy", "Member", "Zenda Council"))
        read(register, *{page.sha: page for page in several}.values())
        found = {
            (holder.tenure.person.id, holder.tenure.post.role, holder.holding)
            for part in register.roster_on("Zenda Council", day(on), everyone=True).parts
            for post in part.posts
            for holder in post.holders
            if holder.holding != "not held"
        }
        asked = {
            (holder.tenure.person.id, holder.tenure.post.role, holder.holding)
            for role in register.roles_in("Zenda Council")
            for holder in register.holders_on(role, "Zenda Council", day(on))
        }
        assert found == asked
