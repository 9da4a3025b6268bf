"""A document that is withdrawn takes along what rests on it alone, and nothing else."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.register import Register
from chancery.terms.errors import QuestionError
from tests.register.derived import derived_state
from tests.register.test_fold import pages
from tests.register.world import NOON, Page, new_register, passing_register

# What is told of the document itself: that it was taken in, its text, and that its reading was withdrawn.
_OF_THE_DOCUMENT = ("document", "capture", "source", "reading", "layer", "sentence", "found")


def read_out(register: Register) -> dict[str, object]:
    """Everything that the register answers of people, bodies and what contradicts what."""
    listed = [*register.people(), *register.bodies(), *register.places()]
    return {
        "entities": msgspec.to_builtins([register.entity(each.entity.id) for each in listed]),
        "listed": msgspec.to_builtins(listed),
        "conflicts": msgspec.to_builtins(register.conflicts()),
        "roles": register.roles_in(None),
    }


@pytest.mark.slow_on_postgresql
@settings(max_examples=15)
@given(st.data(), st.integers(0, 3))
def test_the_state_is_that_of_a_register_that_never_read_it(data: st.DataObject, withdrawn: int) -> None:
    several = [data.draw(pages(number)) for number in range(4)]
    with passing_register() as register:
        for page in several[:withdrawn] + several[withdrawn + 1 :]:
            page.into(register)
        never = read_out(register)
    with passing_register() as register:
        for page in several:
            page.into(register)
        register.withdraw_document(several[withdrawn].source, by="a tester", why="a forgery", at=NOON)
        assert read_out(register) == never, "whatever came before and after it"


@pytest.mark.slow_on_postgresql
@settings(max_examples=10)
@given(st.data())
def test_and_so_are_the_tables_to_the_last_row(data: st.DataObject) -> None:
    several = [data.draw(pages(number)) for number in range(4)]
    with passing_register() as register:
        for page in several[:3]:
            page.into(register)
        before = _without_the_document(derived_state(register))
        several[3].into(register)
        register.withdraw_document(several[3].sha, by="a tester", why="a forgery", at=NOON)
        assert _without_the_document(derived_state(register)) == before


def _without_the_document(state: dict[str, object]) -> dict[str, object]:
    return {name: rows for name, rows in state.items() if name not in _OF_THE_DOCUMENT}


def test_what_was_withdrawn_cannot_be_withdrawn_again(tmp_path: Path) -> None:
    page = Page("Ana Lopes spoke.")
    page.person("Ana Lopes")
    with new_register(tmp_path) as register:
        page.into(register)
        entry = register.withdraw_document(page.source, by="Ada", why="a forgery", at=NOON)
        [view] = register.rulings()
        assert (view.id, view.judgement, view.by, view.why) == (entry.id, "withdraw", "Ada", "a forgery")
        assert register.document(page.sha).outcome == "withdrawn"
        with pytest.raises(QuestionError) as caught:
            register.withdraw_document(page.source, by="Ada", why="", at=NOON)
        assert caught.value.code == "Q008"
