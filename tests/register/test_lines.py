"""A body under all its names: what joins them, and that following them costs what they are, not what the record holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from chancery.register import Register
from chancery.register.lines import Lines
from chancery.terms.claims import PostFact, UnitFact
from tests.register.world import NOON, Page, day, new_register


def renamed(register: Register, name: str, *became: str) -> Page:
    page = Page(f"The {name} was renamed {', '.join(became)}.", "1931-05-01")
    page.say(UnitFact(child=page.body(name), change="renamed", into=tuple(page.body(other) for other in became)))
    page.into(register)
    return page


def line(register: Register, name: str) -> list[str]:
    entities = {listing.entity.id: listing.entity.name for listing in register.bodies()}
    (one,) = (entity for entity, known in entities.items() if known == name)
    return sorted(entities[entity] for entity in Lines(register.store).of(one))


def test_names_that_come_back_make_a_circle(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        renamed(register, "Pruning Circle", "Pruning Board")
        renamed(register, "Pruning Board", "Grafting Board")
        renamed(register, "Grafting Board", "Pruning Circle")
        renamed(register, "Weavers' Guild", "Weavers' Union")
        assert line(register, "Grafting Board") == ["Grafting Board", "Pruning Board", "Pruning Circle"]
        assert line(register, "Pruning Circle") == line(register, "Grafting Board")


def test_a_renaming_that_was_taken_back_joins_nothing(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        page = renamed(register, "Pruning Circle", "Pruning Board")
        register.withdraw(page.claims[0].id, by="Ada", at=NOON)
        assert line(register, "Pruning Circle") == ["Pruning Circle"]


def counted(register: Register, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many rows each further question to the database gives."""
    found: list[int] = []
    rows = register.store.rows

    def counting(sql: str, values: tuple[object, ...] = ()) -> list[Any]:
        given = rows(sql, values)
        found.append(len(given))
        return given

    monkeypatch.setattr(register.store, "rows", counting)
    return found


def test_the_renamings_of_others_are_not_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with new_register(tmp_path) as register:
        for number in range(20):
            renamed(register, f"Guild {number}", f"Union {number}")
        entity = register.bodies()[0].entity.id
        seen = counted(register, monkeypatch)
        assert len(Lines(register.store).of(entity)) == 2
        assert sum(seen) < 10


def test_a_name_is_looked_into_once_for_all_holders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(holders: int) -> int:
        with new_register(tmp_path / str(holders)) as register:
            renamed(register, "Weavers' Guild", "Weavers' Union")
            page = Page("Members of the Weavers' Guild: " + ", ".join(f"Ann Bray{chr(97 + n)}" for n in range(holders)))
            guild = page.body("Weavers' Guild")
            for number in range(holders):
                who = page.person(f"Ann Bray{chr(97 + number)}")
                page.say(PostFact(person=who, role="Member", organisation=guild, date=day("1931-05-01")))
            page.into(register)
            with monkeypatch.context() as watched:
                seen = counted(register, watched)
                assert len(register.holders_on("Member", "Weavers' Union", day("1931-05-01"))) == holders
            return sum(given == holders for given in seen)  # those that go through all that names the body

    (tmp_path / "5").mkdir()
    (tmp_path / "15").mkdir()
    assert asked(5) == asked(15)
