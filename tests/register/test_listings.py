"""Parts of lists are the parts of the whole lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.register import Register, listings
from chancery.register.views import DocumentListing, EntityListing
from chancery.terms.claims import PostFact
from tests.register.test_fold import Session, act
from tests.register.world import Page, new_register, passing_register


def newest_first(listing: DocumentListing) -> tuple[int, str]:
    published = listing.document.published
    return (-published.first.toordinal() if published and published.first else 1, listing.document.source)


def most_named_first(one: EntityListing) -> tuple[int, int, int, str, str]:
    return (-one.documents, -one.tenures, -one.claims, one.entity.name, one.entity.id)


def check(register: Register, begin: int, length: int) -> None:
    for kind, whole in (("person", register.people()), ("organisation", register.bodies())):
        part = register.entities_listed(kind, begin, length)  # type: ignore[arg-type]
        assert (part.total, list(part.rows)) == (len(whole), whole[begin : begin + length])
        names = [one.entity.name for one in whole]
        assert part.shared == {one.entity.name for one in part.rows if names.count(one.entity.name) > 1}
        most = register.entities_most_named(kind, length)  # type: ignore[arg-type]
        assert list(most) == sorted(whole, key=most_named_first)[:length]
    documents = register.documents()
    listed = register.documents_listed(begin, length)
    assert (listed.total, list(listed.rows)) == (
        len(documents),
        sorted(documents, key=newest_first)[begin : begin + length],
    )
    assert list(register.documents_latest(length)) == documents[::-1][:length]
    sources = {one.document.source for one in documents[begin : begin + length]}
    assert list(register.documents_from(sources)) == [one for one in documents if one.document.source in sources]
    stated = {each.post.role for one in register.people() for each in register.entity(one.entity.id).tenures}
    assert set(register.roles_in(None)) == stated


@pytest.mark.sqlite
@settings(max_examples=30)
@given(st.data(), st.integers(1, 5), st.integers(0, 3), st.integers(1, 4))
def test_a_part_is_a_part_of_the_whole(data: st.DataObject, steps: int, begin: int, length: int) -> None:
    with passing_register() as register:
        session = Session(register)
        for _ in range(steps):
            act(session, data.draw)
        check(register, begin, length)


@pytest.mark.parametrize("begin", [0, 2, 50])
def test_so_it_is_on_each_database(tmp_path: Path, begin: int) -> None:
    with new_register(tmp_path) as register:
        for number, name in enumerate(["Zoe Ash", "ana Lopes", "Ana Lopes", "Éva Nagy", "Zoe Ash"]):
            page = Page(f"{name}, Head of Office {number}.", f"19{20 + number % 3}", source=f"{9 - number}.txt")
            page.say(PostFact(person=page.person(name), role=f"Head {number % 2}", organisation=page.body("Office")))
            page.into(register)
        check(register, begin, 2)


def test_of_very_many_equals_the_first_by_name_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listings, "_EQUALS", 1)
    with new_register(tmp_path) as register:
        for number, name in enumerate(["Zoe Ash", "Ivo Kovac", "Éva Nagy", "Ana Lopes", "Zoe Ash"]):
            page = Page(f"{name}, Head of Office {number}.", "1920", source=f"{number}.txt")
            page.say(PostFact(person=page.person(name), role="Head", organisation=page.body(f"Office {number}")))
            page.into(register)
        most = register.entities_most_named("person", 2)
        assert [one.entity.name for one in most] == ["Zoe Ash", "Ana Lopes"]
        assert [one.entity.name for one in register.entities_most_named("person", 9)] == [
            "Zoe Ash", "Ana Lopes", "Ivo Kovac", "Éva Nagy",
        ]  # fmt: skip


def test_documents_that_are_not_read_are_counted_by_language(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        Page("Ana Lopes.").into(register)
        assert register.languages_not_read() == {}
