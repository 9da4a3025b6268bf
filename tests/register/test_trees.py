"""The units of a body as of a day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.register import Register
from chancery.register.body_views import TreeUnit
from chancery.terms.claims import UnitChange
from tests.register.test_lineage import read, told_post, told_unit
from tests.register.world import day, new_register, passing_register

BODIES = [f"Zenda {name}" for name in ("Council", "Fund", "Desk", "Panel", "Institute")]


def drawn(unit: TreeUnit) -> list[object]:
    """[name, how sure, [its units]]; only what is not plain."""
    marks = [unit.standing, *(["suspended"] if unit.suspended else []), *(["above"] if unit.shown_above else [])]
    return [unit.body.name.removeprefix("Zenda "), *marks, *([[drawn(u) for u in unit.units]] if unit.units else [])]


def tree(register: Register, body: str, on: str) -> list[object]:
    return [drawn(unit) for unit in register.tree_on(body, day(on)).root.units]


def test_units_nest_and_each_is_as_sure_as_it_is_told(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        read(
            register,
            told_unit("1920-01-01", "Zenda Fund", "created", parent="Zenda Council", date="1920-01-01"),
            told_unit("1920-06-01", "Zenda Desk", "exists", parent="Zenda Fund"),
            told_unit("1922-06-01", "Zenda Desk", "abolished", date="1922-06-01"),
        )
        assert tree(register, "Zenda Council", "1919-12-31") == []
        assert tree(register, "Zenda Council", "1920-06-01") == [["Fund", "presumed", [["Desk", "held"]]]]
        assert tree(register, "Zenda Council", "1921-06-01") == [["Fund", "presumed", [["Desk", "held"]]]]
        assert tree(register, "Zenda Council", "1922-06-02") == [["Fund", "presumed"]]
        assert tree(register, "Zenda Council", "1930-01-01") == [["Fund", "possible"]]
        assert tree(register, "Zenda Council", "1922") == [["Fund", "presumed", [["Desk", "held"]]]]


def test_a_unit_stands_under_the_name_that_it_bore_and_in_the_body_that_it_was_in(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        read(
            register,
            told_unit("1920-01-01", "Zenda Desk", "exists", parent="Zenda Council"),
            told_unit("1921-01-01", "Zenda Desk", "renamed", into=("Zenda Panel",), date="1921-01-01"),
            told_unit(
                "1922-01-01", "Zenda Panel", "transferred", left="Zenda Council", parent="Zenda Fund", date="1922-01-01"
            ),
        )
        assert tree(register, "Zenda Council", "1920-01-01") == [["Desk", "held"]]
        assert tree(register, "Zenda Council", "1921-06-01") == [["Panel", "held"]]
        assert tree(register, "Zenda Council", "1922-01-02") == []
        assert tree(register, "Zenda Fund", "1921-12-31") == []
        assert tree(register, "Zenda Fund", "1922-01-02") == [["Panel", "presumed"]]


def test_a_parent_that_ended_has_no_units(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        read(
            register,
            told_unit("1920-01-01", "Zenda Desk", "exists", parent="Zenda Fund"),
            told_unit("1921-01-01", "Zenda Fund", "merged", into=("Zenda Council",), date="1921-01-01"),
        )
        assert tree(register, "Zenda Fund", "1921-01-02") == []


def test_said_of_the_whole_and_of_a_part_a_unit_stands_in_the_part(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        read(
            register,
            told_unit("1920-01-01", "Zenda Desk", "exists", parent="Zenda Council"),
            told_unit("1920-01-01", "Zenda Desk", "exists", parent="Zenda Fund"),
            told_unit("1920-01-01", "Zenda Fund", "exists", parent="Zenda Council"),
        )
        assert tree(register, "Zenda Council", "1920-01-01") == [["Fund", "held", [["Desk", "held"]]]]


def test_in_two_bodies_it_is_told_in_full_once(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        read(
            register,
            told_unit("1920-01-01", "Zenda Desk", "exists", parent="Zenda Fund"),
            told_unit("1920-01-01", "Zenda Desk", "exists", parent="Zenda Panel"),
            told_unit("1920-01-01", "Zenda Institute", "exists", parent="Zenda Desk"),
            told_unit("1920-01-01", "Zenda Fund", "exists", parent="Zenda Council"),
            told_unit("1920-01-01", "Zenda Panel", "exists", parent="Zenda Council"),
        )
        assert tree(register, "Zenda Council", "1920-01-01") == [
            ["Fund", "held", [["Desk", "held", [["Institute", "held"]]]]],
            ["Panel", "held", [["Desk", "held", "above"]]],
        ]


def test_suspended(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        read(
            register,
            told_unit("1920-01-01", "Zenda Desk", "exists", parent="Zenda Fund"),
            told_unit("1920-06-01", "Zenda Desk", "suspended", date="1920-06-01"),
            told_unit("1921-06-01", "Zenda Desk", "resumed", date="1921-06-01"),
        )
        assert tree(register, "Zenda Fund", "1920-07-01") == [["Desk", "presumed", "suspended"]]
        assert tree(register, "Zenda Fund", "1921-07-01") == [["Desk", "presumed"]]


bodies = st.sampled_from(BODIES)
dates = st.sampled_from(["1920-01-01", "1921", "1922-03"])
changes: st.SearchStrategy[UnitChange] = st.sampled_from(
    ["exists", "exists", "exists", "renamed", "transferred", "abolished"]
)


@pytest.mark.sqlite  # on a server the same law would take minutes
@settings(max_examples=40)
@given(
    st.lists(st.builds(
        lambda child, change, parent, other, date: told_unit(
            "1922-05-01", child, change, parent=parent, left=other if change == "transferred" else None,
            into=(other,) if change == "renamed" else (), date=None if change == "exists" else date,
        ),
        bodies, changes, bodies, bodies, dates,
    ), max_size=10),
    bodies,
)  # fmt: skip
def test_a_tree_is_a_tree_whatever_is_claimed(pages: list, body: str) -> None:  # type: ignore[type-arg]
    with passing_register() as register:
        told_post("1920-01-01", "Ana Lopes", body).into(register)
        read(register, *{page.sha: page for page in pages}.values())
        root = register.tree_on(body, day("1921")).root
        full = [unit.body.id for unit, above in _walk(root, ()) if unit.units]
        assert len(full) == len(set(full)), "no body is told in full twice"
        for unit, above in _walk(root, ()):
            assert unit.body.id not in above
            assert unit.standing in ("held", "presumed", "possible") or unit is root
            assert unit is root or unit.citations


def _walk(unit: TreeUnit, above: tuple[str, ...]) -> Iterator[tuple[TreeUnit, tuple[str, ...]]]:
    yield unit, above
    for each in unit.units:
        yield from _walk(each, (*above, unit.body.id))
