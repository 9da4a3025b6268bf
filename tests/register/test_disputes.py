"""Who holds a single seat beside another is told as disputed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.register import Register
from chancery.terms.dates import DateSpan
from tests.register.conflicts.test_of_posts import post
from tests.register.conflicts.told import read, report
from tests.register.test_fold import Session, act
from tests.register.world import NOON, day, passing_register

ANA = report(1, "1922-01-01", post("Ana Lopes", since="1920-01-01"))
IVO = report(2, "1921-09-01", post("Ivo Kovac", since="1921-06-01"))
Told = list[tuple[str, str, list[str]]]


def told(register: Register, on: str | None, role: str = "President") -> Told:
    date: DateSpan | None = None if on is None else day(on)
    return [
        (holder.tenure.person.name, holder.holding, [other.name for other in holder.disputed])
        for holder in register.holders_on(role, "Relief Office", date)
    ]


def test_on_a_day_on_which_both_are_held_each_is_disputed(tmp_path: Path) -> None:
    with read(tmp_path, ANA, IVO) as register:
        both = [("Ana Lopes", "held", ["Ivo Kovac"]), ("Ivo Kovac", "held", ["Ana Lopes"])]
        for on in ("1921-07-01", "1921-07", "1921", None):
            assert told(register, on) == both
        assert told(register, "1920-05-01") == [("Ana Lopes", "held", [])]
        assert told(register, "1920") == [("Ana Lopes", "held", [])]
        after = told(register, "1921-10-01")
        assert after == [("Ana Lopes", "held", []), ("Ivo Kovac", "presumed", [])], "the second is no more proved"


@pytest.mark.parametrize(
    "pages",
    [
        (ANA, report(3, "1924-01-01", post("Ivo Kovac", since="1922-01-01"))),
        (report(4, "1921-07-01", post("Ana Lopes", since="1920-01-01"), post("Ivo Kovac", since="1920-01-01")),),
        (ANA, report(5, "1921-09-01", post("Ivo Kovac", since="1921-06-01", acting=True))),
        (ANA,),
    ],
)
def test_a_hand_over_a_shared_seat_and_who_acts_beside_are_no_dispute(
    tmp_path: Path, pages: tuple[object, ...]
) -> None:
    with read(tmp_path, *pages) as register:  # type: ignore[arg-type]
        for on in (None, "1921-07-01", "1922-01-01"):
            assert all(others == [] for _, _, others in told(register, on))


def test_many_may_be_members(tmp_path: Path) -> None:
    members = [report(n, "1922-01-01", post(name, since="1920", role="Member")) for n, name in ((1, "Ana"), (2, "Ivo"))]
    with read(tmp_path, *members) as register:
        assert [others for _, _, others in told(register, "1921-01-01", "Member")] == [[], []]


def test_the_side_that_a_person_chose_is_disputed_no_more(tmp_path: Path) -> None:
    with read(tmp_path, ANA, IVO) as register:
        register.judge_claim(IVO.claims[0].id, "accept", by="Ada", why="the gazette", at=NOON)
        assert told(register, "1921-07-01") == [("Ana Lopes", "held", ["Ivo Kovac"]), ("Ivo Kovac", "held", [])]


@pytest.mark.sqlite
@settings(max_examples=40)
@given(st.data(), st.integers(2, 7))
def test_they_are_those_of_the_conflicts_of_two_holders(data: st.DataObject, steps: int) -> None:
    with passing_register() as register:
        session = Session(register)
        for _ in range(steps):
            act(session, data.draw)
        conflicts = [each for each in register.conflicts() if each.kind == "two holders"]
        at_odds = {
            (mine.entity.id, other.entity.id)
            for each in conflicts
            for place, (mine, other) in enumerate((each.sides, each.sides[::-1]))
            if mine.entity and other.entity and (each.overruled_by is None or each.chosen != place)
        }
        disputed = {
            (holder.tenure.person.id, other.id)
            for role in register.roles_in(None)
            for holder in register.holders_on(role, None, None)
            for other in holder.disputed
        }
        assert disputed == at_odds
