"""Forgetting someone of whom facts were stated by hand: theirs go, those of others stay under the ids that they had."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from chancery.register import rebuild
from chancery.terms.by_hand import Statement
from chancery.terms.claims import AttendanceFact, Fact, GatheringFact, PostFact, Referent
from chancery.terms.errors import QuestionError
from tests.register.derived import derived_state
from tests.register.forgetting.test_erasing import NAME, World
from tests.register.world import NOON, Page, new_register

TEXT = "Talks with Ana Lopes were held.\nIvo Kovac was there. Bo Lind is Clerk of the Harbour Council."
ANA, IVO, BO = (Referent(id=name[0], type="person", name=name) for name in (NAME, "Ivo Kovac", "Bo Lind"))
COUNCIL = Referent(id="C", type="organisation", name="Harbour Council")


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with new_register(tmp_path) as register:
        yield World(register)


def state(world: World, page: Page, fact: Fact, *, why: str = "", instead_of: str | None = None) -> str:
    statement = Statement(
        document=page.sha, fact=fact, referents=(ANA, IVO, BO, COUNCIL), spans=((0, len(TEXT)),), instead_of=instead_of
    )
    return world.register.add_claim(statement, by="Mira", why=why, at=NOON)


def talks() -> Page:
    page = Page(TEXT, "1920-05-02")
    ana = page.person(NAME)
    page.say(GatheringFact(gathering="g1", name="Talks with Ana Lopes", organisers=(ana,)), TEXT.split("\n")[0])
    return page


def test_hers_go_and_those_of_others_stay(world: World) -> None:
    page = talks()
    world.read(page)
    hers = state(world, page, PostFact(person="A", role="Head", organisation="C"), why="Lopes told me so")
    clerk = state(world, page, PostFact(person="B", role="Clerk", organisation="C"), why="not Ana Lopes, but him")
    there = state(world, page, AttendanceFact(who="I", gathering=page.claims[0].id, capacity="speaker"))
    chosen = state(world, page, PostFact(person="B", role="Head", organisation="C", predecessor="A"), instead_of=clerk)
    world.forget()
    assert not world.names_her()
    left = {claim.id for claim in world.register.claims_of(page.sha)}
    assert hers not in left and chosen not in left, "an id is a digest of the names"
    roles = [t.post.role for t in world.register.entity("Bo Lind").tenures]
    assert roles == ["Head"]
    [met] = world.register.entity("Ivo Kovac").attended
    assert met.capacity == "speaker" and "Lopes" not in (met.gathering.name or "")
    assert world.register.counts().gatherings == 1
    assert there not in left or met
    folded = derived_state(world.register)
    rebuild(world.register, world.layer_of)
    assert derived_state(world.register) == folded


def test_a_fact_that_does_not_name_her_keeps_its_id_and_its_rulings(world: World) -> None:
    page = talks()
    world.read(page)
    clerk = state(world, page, PostFact(person="B", role="Clerk", organisation="C"))
    world.rule("accept", clerk)
    world.forget()
    assert clerk in {claim.id for claim in world.register.claims_of(page.sha)}
    assert [ruling.subjects for ruling in world.register.rulings()] == [(clerk,)]


def test_another_name_that_was_tied_to_her_by_hand_goes_too(world: World) -> None:
    page, other = talks(), Page("The Pilot was chosen Warden.")
    world.read(page)
    world.read(other)
    her = world.register.entity(NAME).id
    pilot = Referent(id="P", type="person", name="Pilot")
    statement = Statement(
        document=other.sha, fact=PostFact(person="P", role="Warden"), referents=(pilot,), spans=((0, 9),),
        entities={"P": her},
    )  # fmt: skip
    world.register.add_claim(statement, by="Mira", why="", at=NOON)
    world.forget()
    assert world.register.people() == [] and world.register.claims_of(other.sha) == ()
    assert not world.names_her()


def test_her_name_is_not_stated_again(world: World) -> None:
    page, other = talks(), Page("Somebody is Head.")
    world.read(page)
    world.read(other)
    world.forget()
    for fact in (PostFact(person="A", role="Head"), PostFact(person="B", role="Friend of Ana Lopes")):
        with pytest.raises(QuestionError) as caught:
            state_in(world, other, fact)
        assert caught.value.code == "Q009"


def state_in(world: World, page: Page, fact: Fact) -> None:
    world.register.add_claim(
        Statement(document=page.sha, fact=fact, referents=(ANA, BO), spans=((0, 8),)), by="Mira", why="", at=NOON
    )
