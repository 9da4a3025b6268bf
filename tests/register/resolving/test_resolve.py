"""Who is one across documents: what the rule joins, what it leaves to people, and that it never overrules them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from chancery.register import Register, rebuild
from chancery.register.resolving import RULE
from chancery.terms.claims import PostFact, UnitFact
from chancery.terms.rulings import Ruling
from tests.register.derived import derived_state
from tests.register.world import NOON, Page, day, new_register


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path) as opened:
        yield opened


def holding(name: str, role: str, body: str, on: str, *beside: str) -> Page:
    """A report that gives one person one post, and names others beside."""
    page = Page(f"{name}, {role} of the {body}, spoke on {on}. " + " ".join(beside), on)
    who, at = page.person(name), page.body(body)
    for other in beside:
        page.person(other)
    page.say(PostFact(person=who, role=role, organisation=at))
    return page


def people(register: Register) -> list[str]:
    return sorted(listing.entity.name for listing in register.people())


def test_a_variant_of_the_name_in_the_same_post_is_the_same_person(register: Register) -> None:
    holding("Dariya Kleymenova", "Treasurer", "Orchard League", "1931-05-01").into(register)
    holding("Daria Kleimenova", "Treasurer", "Orchard League", "1931-06-01").into(register)
    assert len(people(register)) == 2
    assert register.resolve(at=NOON).same == 1
    assert len(people(register)) == 1


def test_resolving_twice_adds_nothing(register: Register) -> None:
    holding("Dariya Kleymenova", "Treasurer", "Orchard League", "1931-05-01").into(register)
    holding("Daria Kleimenova", "Treasurer", "Orchard League", "1931-06-01").into(register)
    register.resolve(at=NOON)
    entries = len(list(register.ledger.entries()))
    register.store.run("DELETE FROM resolved")  # as if something had been entered since
    again = register.resolve(at=NOON)
    assert (again.same, again.apart, again.taken_back) == (0, 0, 0)
    assert len(list(register.ledger.entries())) == entries


def test_an_initial_that_fits_two_people_is_joined_with_neither(register: Register) -> None:
    holding("Viktor Ostrander", "President", "Orchard League", "1931-05-01").into(register)
    holding("Vladimir Ostrander", "President", "Orchard League", "1931-07-01").into(register)
    holding("V. Ostrander", "President", "Orchard League", "1931-06-01").into(register)
    register.resolve(at=NOON)
    assert people(register) == ["V. Ostrander", "Viktor Ostrander", "Vladimir Ostrander"]


def test_an_initial_in_the_same_post_at_the_same_time_is_joined(register: Register) -> None:
    holding("Viktor Ostrander", "President", "Orchard League", "1931-05-01").into(register)
    holding("V. Ostrander", "President", "Orchard League", "1931-06-01").into(register)
    register.resolve(at=NOON)
    assert people(register) == ["Viktor Ostrander"]


def test_an_initial_alone_waits_for_a_person(register: Register) -> None:
    holding("Viktor Ostrander", "President", "Orchard League", "1931-05-01").into(register)
    holding("V. Ostrander", "Rower", "Lake Club", "1931-06-01").into(register)
    register.resolve(at=NOON)
    assert people(register) == ["V. Ostrander", "Viktor Ostrander"]


def test_a_person_goes_before_the_rule_and_is_never_asked_again(register: Register) -> None:
    first = holding("Dariya Kleymenova", "Treasurer", "Orchard League", "1931-05-01")
    second = holding("Daria Kleimenova", "Treasurer", "Orchard League", "1931-06-01")
    first.into(register)
    second.into(register)
    members = tuple(m for p in register.people() for m in register.entity(p.entity.id).members)
    register.record_ruling(Ruling(judgement="not the same", subjects=members, by="Ada"), at=NOON)
    register.resolve(at=NOON)
    assert len(people(register)) == 2
    assert all(set(members) != {side.member for side in each.sides} for each in register.suggestions())


def test_what_a_person_takes_back_the_rule_does_not_say_again(register: Register) -> None:
    holding("Dariya Kleymenova", "Treasurer", "Orchard League", "1931-05-01").into(register)
    holding("Daria Kleimenova", "Treasurer", "Orchard League", "1931-06-01").into(register)
    register.resolve(at=NOON)
    ruling = next(entry for entry in register.ledger.entries() if entry.kind == "ruling")
    register.withdraw(ruling.id, by="Ada", at=NOON)
    register.resolve(at=NOON)
    assert len(people(register)) == 2


def test_the_rule_takes_back_what_the_record_bears_out_no_more(register: Register) -> None:
    holding("Viktor Ostrander", "President", "Orchard League", "1931-05-01").into(register)
    initial = holding("V. Ostrander", "President", "Orchard League", "1931-06-01")
    initial.into(register)
    holding("Ann Ostrander", "Rower", "Lake Club", "1931-05-01").into(register)  # the surname is no rare one
    register.resolve(at=NOON)
    assert people(register) == ["Ann Ostrander", "Viktor Ostrander"]
    register.withdraw(initial.claims[0].id, by="Ada", why="misread", at=NOON)
    assert register.resolve(at=NOON).taken_back == 1
    assert people(register) == ["Ann Ostrander", "V. Ostrander", "Viktor Ostrander"]


def test_a_rare_surname_alone_is_joined_where_the_same_others_are_named(register: Register) -> None:
    holding("Viktor Ostrander", "President", "Orchard League", "1931-05-01", "Bea Quill", "Cy Rusk").into(register)
    page = Page("Ostrander spoke to Bea Quill and Cy Rusk of the Orchard League.", "1931-06-01")
    page.body("Orchard League")
    for name in ("Ostrander", "Bea Quill", "Cy Rusk"):
        page.person(name)
    page.into(register)
    register.resolve(at=NOON)
    assert people(register) == ["Bea Quill", "Cy Rusk", "Viktor Ostrander"]


def test_two_of_one_common_name_in_different_careers_stay_apart(register: Register) -> None:
    for other in ("Ann Bray", "Cora Bray", "Dora Bray", "Eve Bray"):
        holding(other, "Member", "Weavers' Guild", "1931-01-01").into(register)
    for other in ("John Cole", "John Dow", "John Eck", "John Fay"):
        holding(other, "Member", "Weavers' Guild", "1931-02-01").into(register)
    holding("John Bray", "Harbour Master", "Port of Lund", "1931-05-01").into(register)
    holding("John Bray", "Rector", "Abbey School", "1931-06-01").into(register)
    register.resolve(at=NOON)
    assert people(register).count("John Bray") == 2


def test_one_of_a_rare_name_with_two_careers_stays_one(register: Register) -> None:
    holding("Zebulon Quarrington", "Harbour Master", "Port of Lund", "1931-05-01").into(register)
    holding("Zebulon Quarrington", "Rector", "Abbey School", "1935-06-01").into(register)
    register.resolve(at=NOON)
    assert people(register) == ["Zebulon Quarrington"]


def test_nobody_holds_posts_for_a_century(register: Register) -> None:
    holding("Zebulon Quarrington", "Harbour Master", "Port of Lund", "1831-05-01").into(register)
    holding("Zebulon Quarrington", "Rector", "Abbey School", "1935-06-01").into(register)
    register.resolve(at=NOON)
    assert people(register) == ["Zebulon Quarrington", "Zebulon Quarrington"]


def test_a_unit_named_with_its_parent_is_the_unit_named_without(register: Register) -> None:
    first = Page("The Pruning Circle belongs to the Orchard League.", "1931-05-01")
    first.say(UnitFact(child=first.body("Pruning Circle"), parent=first.body("Orchard League")))
    second = Page("The Pruning Circle of the Orchard League met.", "1931-06-01")
    second.body("Pruning Circle of the Orchard League", "Pruning Circle")
    first.into(register)
    second.into(register)
    register.resolve(at=NOON)
    assert len(register.bodies()) == 2  # the League, and its circle


def named_with_its_parent(unit: str, short: str, on: str) -> Page:
    """A report that names a unit with the short name of its body, or the full one."""
    page = Page(f"The {unit} of the {short} met. The League of Orchards, or {short}, has a {unit}.", on)
    parent = page.body("League of Orchards", short)
    page.say(UnitFact(child=page.body(f"{unit} of the {short}"), parent=parent))
    return page


def test_a_unit_named_with_a_short_name_of_its_body_is_the_one_named_with_the_full(register: Register) -> None:
    named_with_its_parent("Council", "League", "1931-05-01").into(register)
    named_with_its_parent("Council", "League of Orchards", "1931-06-01").into(register)
    named_with_its_parent("Pruning Circle", "League", "1931-07-01").into(register)
    named_with_its_parent("Pruning Circle", "League of Orchards", "1931-08-01").into(register)
    register.resolve(at=NOON)
    assert len(register.bodies()) == 3


def test_however_many_call_a_unit_alike_they_are_one(register: Register) -> None:
    for month in range(1, 7):
        short = "League of Orchards" if month % 2 else "League"
        named_with_its_parent("Council", short, f"1931-{month:02}-01").into(register)
    register.resolve(at=NOON)
    assert len(register.bodies()) == 2


def test_a_body_may_have_several_committees(register: Register) -> None:
    named_with_its_parent("Committee", "League", "1931-05-01").into(register)
    named_with_its_parent("Committee", "League of Orchards", "1931-06-01").into(register)
    register.resolve(at=NOON)
    assert len(register.bodies()) == 3


def test_units_of_different_bodies_stay_apart(register: Register) -> None:
    for body in ("Orchard League", "Harbour Union"):
        page = Page(f"The Pruning Circle belongs to the {body}.", "1931-05-01")
        page.say(UnitFact(child=page.body("Pruning Circles"), parent=page.body(body)))
        page.into(register)
    page = Page("The Pruning Circle of the Harbour Union met.", "1931-06-01")
    page.say(UnitFact(child=page.body("Pruning Circle"), parent=page.body("Meadow Trust")))
    page.into(register)
    register.resolve(at=NOON)
    names = sorted(listing.entity.name for listing in register.bodies())
    assert "Pruning Circle" in names and "Pruning Circles" in names


def test_rulings_of_the_rule_name_it_and_say_why(register: Register) -> None:
    holding("Dariya Kleymenova", "Treasurer", "Orchard League", "1931-05-01").into(register)
    holding("Daria Kleimenova", "Treasurer", "Orchard League", "1931-06-01").into(register)
    register.resolve(at=NOON)
    entry = next(entry for entry in register.ledger.entries() if entry.kind == "ruling")
    content = register.ledger.payload(entry) or b""
    assert RULE.encode() in content and b"treasurer" in content


def test_after_resolving_the_state_is_still_a_fold_of_the_ledger(register: Register) -> None:
    pages = [
        holding("Dariya Kleymenova", "Treasurer", "Orchard League", "1931-05-01"),
        holding("Daria Kleimenova", "Treasurer", "Orchard League", "1931-06-01"),
        holding("Zebulon Quarrington", "Harbour Master", "Port of Lund", "1831-05-01"),
        holding("Zebulon Quarrington", "Rector", "Abbey School", "1935-06-01"),
    ]
    for page in pages:
        page.into(register)
    register.resolve(at=NOON)
    ruling = next(entry for entry in register.ledger.entries() if entry.kind == "ruling")
    register.withdraw(ruling.id, by="Ada", at=NOON)
    layers = {page.sha: page.layer for page in pages}
    folded = derived_state(register)
    rebuild(register, layers.__getitem__)
    assert derived_state(register) == folded


def test_the_most_valuable_question_comes_first(register: Register) -> None:
    holding("Viktor Ostrander", "President", "Orchard League", "1931-05-01").into(register)
    holding("V. Ostrander", "Member", "Orchard Board", "1931-06-01").into(register)
    register.resolve(at=NOON)
    values = [each.value for each in register.suggestions()]
    assert values == sorted(values, reverse=True)
    assert register.suggestions(limit=1) == register.suggestions()[:1]


def test_dates_are_of_the_reports(register: Register) -> None:
    holding("Viktor Ostrander", "President", "Orchard League", "1931-05-01").into(register)
    holding("V. Ostrander", "Rower", "Orchard League", "1931-06-01").into(register)
    register.resolve(at=NOON)
    for each in register.suggestions():
        for side in each.sides:
            assert side.first in (day("1931-05-01").first, day("1931-06-01").first)


def test_a_surname_alone_is_not_the_same_surname_elsewhere(register: Register) -> None:
    """Many bear it, and that the same others are named tells little."""
    for name in ("Ann Bray", "Cora Bray", "Dora Bray"):
        holding(name, "Member", "Weavers' Guild", "1931-01-01").into(register)
    for number in (1, 2):
        page = Page(f"Report {number}: Bray met Bea Quill and Cy Rusk.", f"1931-0{number}-01")
        for name in ("Bray", "Bea Quill", "Cy Rusk"):
            page.person(name)
        page.into(register)
    register.resolve(at=NOON)
    assert people(register).count("Bray") == 2


def test_a_shorter_name_that_one_document_gave_to_another_body_joins_nothing(register: Register) -> None:
    first = Page("The Assembly of the Orchard League met with Bea Quill, Cy Rusk and Di Stone.", "1931-05-01")
    first.body("Assembly of the Orchard League")
    second = Page(
        "The General Council of the Harbour Union followed the Assembly; Bea Quill, Cy Rusk, Di Stone.", "1931-06-01"
    )
    second.body("General Council of the Harbour Union", "Assembly of the Orchard League")
    for page in (first, second):
        for name in ("Bea Quill", "Cy Rusk", "Di Stone"):
            page.person(name)
        page.into(register)
    register.resolve(at=NOON)
    assert len(register.bodies()) == 2
    assert register.suggestions() == [], "and nobody is asked"


def test_two_whom_one_document_tells_apart_are_not_joined_through_others(register: Register) -> None:
    """Each has a sure partner, and the partners are sure of each other."""
    first = Page("Viktor Marsh and Victor Marsh met.", "1930-01-01")
    for name, body in (("Viktor Marsh", "Canal Board"), ("Victor Marsh", "Coal Board")):
        first.say(PostFact(person=first.person(name), role="President", organisation=first.body(body)))
    first.into(register)
    for name, body, on in (
        ("Viktor Ivanovich Marsh", "Canal Board", "1930-01-02"),
        ("Victor Ivanovich Marsh", "Coal Board", "1930-01-03"),
    ):
        page = Page(f"{name} met the Fish Board.", on)
        who = page.person(name)
        for at in (body, "Fish Board"):
            page.say(PostFact(person=who, role="President", organisation=page.body(at)))
        page.into(register)
    register.resolve(at=NOON)
    of = dict(register.store.rows("SELECT name, entity FROM referent WHERE type = 'person'"))
    assert of["Viktor Marsh"] != of["Victor Marsh"]


def test_reasons_name_no_keys(register: Register) -> None:
    """What is no name to a reader, a post or an identifier in a key, stands in no ruling."""
    for name, on in (("Dariya Kleymenova", "1931-05-01"), ("Daria Kleimenova", "1931-06-01")):
        page = Page(f"{name} met Quill, President of the Lake Club.", on)
        page.person(name)
        short = page.person("Quill")
        page.say(PostFact(person=short, role="President", organisation=page.body("Lake Club")))
        page.into(register)
    register.resolve(at=NOON)
    said = [register.ledger.payload(entry) or b"" for entry in register.ledger.entries() if entry.kind == "ruling"]
    assert said and not any(b"\\u00" in content for content in said)


COMPANY = ("Bea Quill", "Cy Rusk", "Di Stone")


def named(register: Register, kind: str, *names: tuple[str, ...], beside: tuple[str, ...] = COMPANY) -> int:
    """How many there are of a type after reports that each name one, by a name and further ones, and the same others."""
    for number, (name, *others) in enumerate(names, 1):
        page = Page(f"Report {number}: {name}, {', '.join(others)}; {', '.join(beside)}.", f"1931-0{number}-01")
        {"organisation": page.body, "place": page.place, "person": page.person}[kind](name, *others)
        for other in beside:
            page.person(other)
        page.into(register)
    register.resolve(at=NOON)
    listed = {"organisation": register.bodies, "place": register.places, "person": register.people}[kind]()
    return len(listed) - (len(beside) if kind == "person" else 0)


def test_places_on_opposite_sides_are_two_however_alike_they_are_spelt(register: Register) -> None:
    assert named(register, "place", ("Southeast Ruritania",), ("Southwest Ruritania",)) == 2


def test_acronyms_that_differ_in_a_letter_are_two_bodies(register: Register) -> None:
    assert named(register, "organisation", ("OES",), ("OZ",)) == 2


def test_an_acronym_of_a_body_with_a_longer_name_is_no_name_of_another(register: Register) -> None:
    assert named(register, "organisation", ("Orchard Keepers Club", "OKC"), ("OKC",), beside=()) == 2


def test_an_acronym_in_the_company_of_the_longer_name_is_that_body(register: Register) -> None:
    assert named(register, "organisation", ("Orchard Keepers Club", "OKC"), ("OKC",)) == 1


def test_a_surname_with_an_article_is_no_full_name(register: Register) -> None:
    assert named(register, "person", ("Al Amar Al Nasir Al Walid",), ("al-Nasir",), beside=()) == 2


def test_a_given_name_alone_is_nobody_elses(register: Register) -> None:
    assert named(register, "person", ("Pyotr",), ("Prince Peter",), beside=()) == 2


def test_a_report_that_writes_one_state_in_two_ways_does_not_tell_two_bodies_apart(register: Register) -> None:
    page = Page("The U.S. Orchard Guard came; the United States Orchard Guard went.", "1931-05-01")
    page.body("U.S. Orchard Guard")
    page.body("United States Orchard Guard")
    page.into(register)
    register.resolve(at=NOON)
    assert len(register.bodies()) == 1


def test_a_state_by_its_formal_name_is_that_state(register: Register) -> None:
    assert named(register, "place", ("Republic of Latvia",), ("Latvia",)) == 1


def test_the_other_korea_and_the_other_congo_are_others(register: Register) -> None:
    names = ("Republic of Korea",), ("Korea",), ("Democratic Republic of the Congo",), ("Congo",)
    assert named(register, "place", *names) == 4


def test_a_part_of_the_world_is_no_state_of_nearly_that_name(register: Register) -> None:
    assert named(register, "place", ("Southern Africa",), ("South Africa",)) == 2


def test_careers_are_derived_when_all_is_judged(register: Register) -> None:
    for name, on in (("Dariya Kleymenova", "1931-05-01"), ("Daria Kleimenova", "1931-06-01")):
        holding(name, "Treasurer", "Orchard League", on).into(register)
    assert len(register.holders_on("Treasurer", "Orchard League", None)) == 2
    register.resolve(at=NOON)
    assert len(register.holders_on("Treasurer", "Orchard League", None)) == 1


def test_embassies_of_one_state_are_not_one_for_being_its_units(register: Register) -> None:
    for on in ("1931-05-01", "1931-06-01"):
        page = Page(f"The Embassy of Ruritania opened its doors on {on}.", on)
        page.say(UnitFact(child=page.body("Embassy of Ruritania"), parent=page.body("Ruritania")))
        page.into(register)
    register.resolve(at=NOON)
    assert sorted(listing.entity.name for listing in register.bodies()).count("Embassy of Ruritania") == 2
