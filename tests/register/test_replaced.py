"""What a source gave once and gives no more can be taken back, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from chancery.register import Register
from chancery.terms.claims import PostFact
from tests.register.world import NOON, Page, new_register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path) as opened:
        yield opened


def page_of(text: str, person: str, source: str) -> Page:
    page = Page(text, source=source)
    page.say(PostFact(person=page.person(person), role="Head", organisation=page.body("Harbour Board")))
    return page


def retire(register: Register, source: str, reader: str = "test") -> int:
    return register.retire(source, reader, by="test", why="another file", at=NOON)


def heads(register: Register) -> set[str]:
    return {person.entity.name for person in register.people()}


def test_the_earlier_file_of_a_source_goes(register: Register) -> None:
    page_of("one", "Ana Lopes", "a.csv").into(register)
    page_of("two", "Bo Lind", "a.csv").into(register)
    page_of("three", "Cy Marsh", "b.csv").into(register)
    assert retire(register, "a.csv", reader="another") == 0
    assert retire(register, "a.csv") == 1
    assert heads(register) == {"Bo Lind", "Cy Marsh"}
    assert retire(register, "a.csv") == 0


def test_what_another_source_still_gives_stays(register: Register) -> None:
    first = page_of("one", "Ana Lopes", "a.csv")
    first.into(register)
    first.source = "copy.csv"
    first.into(register)
    page_of("two", "Bo Lind", "a.csv").into(register)
    assert retire(register, "a.csv") == 0
    assert heads(register) == {"Ana Lopes", "Bo Lind"}


def test_a_file_that_comes_back_counts_again(register: Register) -> None:
    first, second = page_of("one", "Ana Lopes", "a.csv"), page_of("two", "Bo Lind", "a.csv")
    for page in (first, second, first):
        page.into(register)
        retire(register, "a.csv")
    assert heads(register) == {"Ana Lopes"}
