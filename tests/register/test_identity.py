"""Which names of several documents are taken for one entity."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from chancery.register.identity import members_of
from chancery.terms.claims import PostFact, UnitFact
from tests.register.world import Page

Make = Callable[[Page], str]


def key(make: Make, *, dated: str | None = "1921-05-01", text: str = "a report") -> str:
    """The key of the referent that `make` puts on a page."""
    page = Page(text, dated)
    ref = make(page)
    return next(m.key for m in members_of(page.reading, page.reading.dated) if m.referent.id == ref)


def same(one: Make, other: Make) -> bool:
    return key(one, text="one report") == key(other, text="another report")


def test_persons_join_by_full_name_only() -> None:
    assert same(lambda p: p.person("Dr. Ana  LOPES"), lambda p: p.person("Ana Lopes"))
    assert not same(lambda p: p.person("Lopes"), lambda p: p.person("Lopes"))
    assert not same(lambda p: p.person("A. Lopes"), lambda p: p.person("A. Lopes"))


def in_office(role: str = "President", body: str = "Ruritania", rank: bool = False, name: str = "Lopes") -> Make:
    def make(page: Page) -> str:
        ref = page.person(name)
        page.say(PostFact(person=ref, role=role, organisation=page.body(body), rank=rank))
        return ref

    return make


def test_a_short_name_joins_only_in_the_same_single_seat_and_year() -> None:
    assert same(in_office(), in_office(role="the president", body="the Ruritania"))
    assert not same(in_office(), in_office(name="Lopez"))
    assert not same(in_office(), in_office(body="Borduria"))
    assert not same(in_office(), in_office(role="Chairman"))
    assert not same(in_office(role="Member"), in_office(role="Member")), "a seat of many"
    assert not same(in_office(rank=True), in_office(rank=True))
    assert key(in_office(), dated="1921") == key(in_office(), dated="1921-12-31", text="x")
    assert key(in_office(), dated="1921") != key(in_office(), dated="1922", text="x")
    assert key(in_office(), dated=None) != key(in_office(), dated=None, text="x")


def within(child: str, *parents: str) -> Make:
    def make(page: Page) -> str:
        ref = page.body(child)
        for parent in parents:
            page.say(UnitFact(child=ref, parent=page.body(parent)))
        return ref

    return make


def test_a_body_with_a_general_name_is_told_apart_by_the_body_above_it() -> None:
    assert same(lambda p: p.body("Relief Office"), lambda p: p.body("THE RELIEF OFFICE"))
    assert not same(lambda p: p.body("the Council"), lambda p: p.body("the Council"))
    assert same(within("Council", "Ruritanian Union"), within("the Council", "the Ruritanian Union"))
    assert not same(within("Council", "Ruritanian Union"), within("Council", "Bordurian Union"))
    assert same(within("Council", "Ruritanian Union"), lambda p: p.body("Council of the Ruritanian Union"))
    assert not same(within("Council", "Ruritanian Union", "X Union"), within("Council", "Ruritanian Union", "X Union"))
    assert not same(within("Council", "Union"), within("Council", "Union")), "the body above it is as general"


def test_units_within_units_and_rings_of_units() -> None:
    def nested(page: Page) -> str:
        press, council, union = page.body("Press Section"), page.body("Council"), page.body("Ruritanian Union")
        page.say(UnitFact(child=press, parent=council))
        page.say(UnitFact(child=council, parent=union))
        return press

    assert key(nested) == "press section of council of ruritanian union"

    def ring(page: Page) -> str:
        section, council = page.body("Section"), page.body("Council")
        page.say(UnitFact(child=section, parent=council))
        page.say(UnitFact(child=council, parent=section))
        return section

    assert not same(ring, ring)


def test_a_proposed_or_denied_unit_is_no_parent() -> None:
    def proposed(page: Page) -> str:
        ref = page.body("Council")
        page.say(UnitFact(child=ref, parent=page.body("Ruritanian Union"), change="proposed"))
        return ref

    assert not same(proposed, proposed)


@pytest.mark.parametrize(
    ("name", "alias", "links"),
    [
        ("Viktor Ivanovich Lopes", "Viktor Lopes", ("viktor lopes",)),
        ("Darya Dimitriou", "Daria Demetriou", ("daria demetriou",)),
        ("Viktor Lopes", "President Lopes", ()),
        ("Viktor Lopes", "Viktor", ()),
        ("Viktor Lopes", "V. Lopes", ()),
        ("Viktor Lopes", "VIKTOR LOPES", ()),
        ("Viktor Lopes", "Viktor Viktor", ()),
        ("Lopes", "Viktor Lopes", ()),
    ],
)
def test_which_aliases_of_a_person_are_full_names(name: str, alias: str, links: tuple[str, ...]) -> None:
    page = Page("a report")
    page.person(name, alias)
    assert members_of(page.reading, None)[0].links == links


def test_a_member_keeps_its_id_when_referents_are_numbered_anew() -> None:
    one, other = Page("a report"), Page("a report")
    one.person("Ana Lopes")
    other.body("Relief Office")
    other.person("Ana Lopes")
    ids = {m.id for m in members_of(one.reading, None)}
    assert ids < {m.id for m in members_of(other.reading, None)}


def test_two_of_one_name_in_one_document_are_two_members() -> None:
    page = Page("a report")
    page.person("Lopes")
    page.person("Lopes")
    first, second = members_of(page.reading, None)
    assert first.id != second.id
    assert first.key != second.key


def test_an_embassy_is_one_across_documents_only_where_its_place_is_told() -> None:
    assert not same(lambda p: p.body("Ruritanian Embassy"), lambda p: p.body("Ruritanian Embassy"))
    assert not same(within("Embassy of Ruritania", "Ruritania"), within("Embassy of Ruritania", "Ruritania"))
    assert same(lambda p: p.body("Ruritanian Embassy in Strelsau"), lambda p: p.body("ruritanian embassy in Strelsau"))
