"""Identifiers that a source gives: one is one entity, whatever the names, and two of one scheme are never the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.register import Register, rebuild
from chancery.register.identity import told_apart
from chancery.terms.claims import PostFact
from chancery.terms.errors import QuestionError
from tests.register.derived import derived_state
from tests.register.world import NOON, Page, new_register, passing_register


def identified(page: Page, name: str, identifier: str | None, *aliases: str) -> str:
    ref = page.person(name, *aliases)
    page.referents[ref] = msgspec.structs.replace(page.referents[ref], identifier=identifier)
    return ref


def page_of(text: str, *people: tuple[str, str | None], role: str = "Head") -> Page:
    page = Page(text, "1921-05-01")
    body = page.body("Harbour Board")
    for number, (name, identifier) in enumerate(people):
        page.say(PostFact(person=identified(page, name, identifier), role=f"{role} {number}", organisation=body))
    return page


def ids(register: Register, *names: str) -> list[str]:
    return [register.entity(name).id for name in names]


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path) as opened:
        yield opened


def test_two_of_one_name_in_one_document_stay_two(register: Register) -> None:
    page_of("list", ("Ana Lopes", "port:1"), ("Ana Lopes", "port:2")).into(register)
    one, other = ids(register, "port:1", "port:2")
    assert one != other
    assert [len(register.entity(each).tenures) for each in (one, other)] == [1, 1]
    with pytest.raises(QuestionError, match="Q003"):
        register.entity("Ana Lopes")


def test_one_identifier_is_one_person_under_any_name_and_in_any_document(register: Register) -> None:
    page_of("first list", ("Ana Lopes", "port:1")).into(register)
    page_of("second list", ("Lady Quay", "port:1")).into(register)
    assert len(register.people()) == 1
    assert {name.name for name in register.entity("port:1").names} == {"Ana Lopes", "Lady Quay"}


def test_a_report_joins_the_only_one_who_bears_its_name(register: Register) -> None:
    page_of("a report", ("Ana Lopes", None)).into(register)
    page_of("list", ("Ana Lopes", "port:1"), ("Bo Lind", "port:2")).into(register)
    assert len(register.people()) == 2
    page_of("list again", ("Ana Lopes", "port:3")).into(register)
    assert len(register.people()) == 4, "which of the two the report means is not known any more"


def test_the_resolver_honours_them(register: Register) -> None:
    page_of("list", ("Viktor Petrov", "port:1"), ("Viktor Petrow", "port:2")).into(register)
    for number in range(4):
        page_of(f"list {number}", ("Viktor Ivanovich Petrov", "port:1"), role=f"Post {number}").into(register)
    done = register.resolve(at=NOON)
    assert (done.same, done.apart, done.suggestions) == (0, 0, ())
    assert len(register.people()) == 2


def test_schemes_are_told_apart() -> None:
    assert told_apart(["a:1"], ["a:2"])
    assert told_apart(["a:1", "b:1"], ["c:1", "b:2"])
    assert not told_apart(["a:1"], ["a:1"])
    assert not told_apart(["a:1"], ["b:2"])
    assert not told_apart([], ["a:2"])


people = st.tuples(
    st.sampled_from(["Ana Lopes", "Ana Maria Lopes", "Lopes"]), st.sampled_from([None, "a:1", "a:2", "b:1"])
)


@pytest.mark.slow_on_postgresql
@settings(max_examples=40)
@given(st.lists(st.lists(people, min_size=1, max_size=3), min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_folded_step_by_step_or_anew_it_is_the_same(lists: list[list[tuple[str, str | None]]], chance: object) -> None:
    with passing_register() as register:
        pages = [page_of(f"list {n} {named}", *named) for n, named in enumerate(lists)]
        for page in pages:
            page.into(register)
        layers = {page.sha: page.layer for page in pages}
        entries = [row[0] for row in register.store.rows("SELECT entry FROM reading ORDER BY seq")]
        register.withdraw(chance.choice(entries), by="test", at=NOON)  # type: ignore[attr-defined]
        told = {i for named in lists for _, i in named if i is not None and "a:" in i}
        left = [i for i in sorted(told) if register.store.rows("SELECT 1 FROM referent WHERE key LIKE ?", (f"%{i}",))]
        assert len(set(ids(register, *left))) == len(left)
        before = derived_state(register)
        rebuild(register, layers.__getitem__)
        assert derived_state(register) == before
