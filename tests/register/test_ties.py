"""Who is tied to whom, by what, and when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.register import Register, ties
from chancery.register.careers import StoredTenure, stored_tenures
from chancery.register.gathering_sayings import GatheringSayings
from chancery.register.gatherings import Gatherings
from chancery.register.store import Store
from chancery.register.ties import MOST_PRESENT, Tie
from chancery.terms.claims import AgreementFact, AttendanceFact, GatheringFact, PostFact
from tests.register.test_fold import Session, act
from tests.register.world import Page, day, new_register, passing_register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path) as opened:
        yield opened


def meeting(register: Register, on: str, *names: str) -> None:
    page = Page(f"{', '.join(names)} met on {on}.", on)
    page.say(GatheringFact(gathering="g1", start=day(on), end=day(on)))
    for name in names:
        page.say(AttendanceFact(who=page.person(name), gathering="g1"))
    page.into(register)


def pairs(ties: list[Tie]) -> set[frozenset[str]]:
    return {frozenset((tie.first.name, tie.second.name)) for tie in ties}


def test_those_who_were_at_one_gathering_are_tied_and_oftener_is_stronger(register: Register) -> None:
    meeting(register, "1931-05-01", "Ada Cole", "Bo Dahl", "Cy Eck")
    meeting(register, "1932-05-01", "Ada Cole", "Bo Dahl")
    found = register.ties()
    assert pairs(found) == {
        frozenset(p) for p in (("Ada Cole", "Bo Dahl"), ("Ada Cole", "Cy Eck"), ("Bo Dahl", "Cy Eck"))
    }
    assert {found[0].first.name, found[0].second.name} == {"Ada Cole", "Bo Dahl"} and found[0].gatherings == 2
    assert "Ada Cole, Bo Dahl" in found[0].citations[0].sentence


def test_one_gathering_told_by_two_documents_ties_once(register: Register) -> None:
    for source in ("a", "b"):
        page = Page(f"Report {source}: Ada Cole and Bo Dahl met at the Orchard Congress.", "1931-05-02")
        page.say(GatheringFact(gathering="g1", form="congress", name="Orchard Congress", start=day("1931-05-01")))
        for name in ("Ada Cole", "Bo Dahl"):
            page.say(AttendanceFact(who=page.person(name), gathering="g1"))
        page.into(register)
    (tie,) = register.ties()
    assert tie.gatherings == 1


def test_posts_and_agreements_tie_too(register: Register) -> None:
    page = Page("Ada Cole, Head of the Orchard League, spoke. The League and the Union signed the Pact.", "1931-05-01")
    who, league, union = page.person("Ada Cole"), page.body("Orchard League"), page.body("Harbour Union")
    page.say(PostFact(person=who, role="Head", organisation=league))
    page.say(AgreementFact(title="Pact", parties=(league, union), date=day("1931-05-01")))
    page.into(register)
    found = {frozenset((t.first.name, t.second.name)): (t.posts, t.agreements) for t in register.ties()}
    assert found == {
        frozenset(("Ada Cole", "Orchard League")): (1, 0),
        frozenset(("Orchard League", "Harbour Union")): (0, 1),
    }
    assert pairs(register.ties(kinds=["post"])) == {frozenset(("Ada Cole", "Orchard League"))}


def test_only_the_days_that_are_asked_about(register: Register) -> None:
    meeting(register, "1931-05-01", "Ada Cole", "Bo Dahl")
    meeting(register, "1935-05-01", "Cy Eck", "Di Fay")
    assert pairs(register.ties(dt.date(1935, 1, 1), None)) == {frozenset(("Cy Eck", "Di Fay"))}
    assert pairs(register.ties(None, dt.date(1931, 5, 1))) == {frozenset(("Ada Cole", "Bo Dahl"))}
    assert register.ties(dt.date(1932, 1, 1), dt.date(1934, 1, 1)) == []


def test_only_the_ties_of_one(register: Register) -> None:
    meeting(register, "1931-05-01", "Ada Cole", "Bo Dahl", "Cy Eck")
    assert all("Cy Eck" in (t.first.name, t.second.name) for t in register.ties(about="Cy Eck"))
    assert len(register.ties(about="Cy Eck")) == 2


def test_a_crowd_ties_nobody(register: Register) -> None:
    meeting(register, "1931-05-01", *(f"Ada Nr{n}" for n in range(MOST_PRESENT + 1)))
    assert register.ties() == []


def all_of(register: Register, **asked: object) -> list[Tie]:
    return register.ties(most=10_000, **asked)  # type: ignore[arg-type]


@pytest.mark.sqlite
@settings(max_examples=40)
@given(st.data(), st.integers(2, 7))
def test_those_of_one_are_those_of_all_that_it_has_part_in(data: st.DataObject, steps: int) -> None:
    with passing_register() as register:
        session = Session(register)
        for _ in range(steps):
            act(session, data.draw)
        everything = all_of(register)
        for listing in (*register.people(), *register.bodies()):
            one = listing.entity
            assert all_of(register, about=one.id) == [tie for tie in everything if one in (tie.first, tie.second)]


@pytest.mark.sqlite
@settings(max_examples=40)
@given(
    st.data(), st.integers(2, 7), st.sampled_from([None, "1919-01-01", "1920-05-01"]), st.sampled_from([None, "1921"])
)
def test_those_of_some_days_are_those_of_all_that_lie_in_them(
    data: st.DataObject, steps: int, first: str | None, last: str | None
) -> None:
    begin, end = (None if text is None else day(text).first for text in (first, last))
    with passing_register() as register, pytest.MonkeyPatch.context() as patch:
        session = Session(register)
        for _ in range(steps):
            act(session, data.draw)
        found = all_of(register, first=begin, last=end)
        patch.setattr(Gatherings, "between", lambda self, first, last: self.all())
        patch.setattr(ties, "stored_tenures", lambda store, where, values: held(store))
        assert all_of(register, first=begin, last=end) == found


def held(store: Store) -> list[StoredTenure]:
    return stored_tenures(store, "standing = 'held' AND body IS NOT NULL", ())


def test_of_some_days_or_of_one_the_other_gatherings_are_not_gone_through(
    register: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting(register, "1931-05-01", "Ada Cole", "Bo Dahl")
    meeting(register, "1985-05-01", "Cy Eck", "Di Fay")
    read: list[int] = []

    def counted(self: GatheringSayings, reading: int) -> frozenset[str]:
        read.append(reading)
        return frozenset()

    monkeypatch.setattr(GatheringSayings, "_named_people", counted)
    for asked in (
        {"about": "Cy Eck"},
        {"first": dt.date(1985, 1, 1)},
        {"first": dt.date(1985, 1, 1), "last": dt.date.max},
    ):
        assert pairs(all_of(register, **asked)) == {frozenset(("Cy Eck", "Di Fay"))}
        assert len(read) == 1
        read.clear()
    assert len(pairs(all_of(register, last=dt.date.min))) == 0
