"""Names with the model that ships, in sentences of our own; nesting and referents on top of them."""

from __future__ import annotations

from itertools import pairwise

from chancery.reader.draft import Draft
from chancery.reader.steps import names, nesting, referents
from tests.reader.marked import marked_draft

REPORT = """Relief Union Elects New Chairman

GENEVA, March 3 - The World Relief Union (WRU) elected Wendy Hart, former Minister of Trade of Norway, its Chairman.
The election took place at a meeting in Geneva on March 2.
Hart thanked the Executive Committee of the WRU and the Norwegian government for their support.
The talks between Norway and Chile will be held in Santiago.
So said Ms. Ana Lopes, Director of the Seed Growers Association.
Dr. Oleg Marin and K. Selvar of the Seed Growers Association were present.
The Association will meet again in Tokyo, Japan.
"""


def read(text: str) -> Draft:
    draft = marked_draft(text)
    for step in (names, nesting, referents):
        step.run(draft)
    return draft


def listed(draft: Draft, kind: str) -> dict[str, set[str]]:
    return {r.name: set(r.aliases) for r in draft.referents.values() if r.type == kind}


def test_people_with_their_surnames() -> None:
    assert listed(read(REPORT), "person") == {
        "Wendy Hart": {"Hart"},
        "Ana Lopes": set(),
        "Oleg Marin": set(),
        "K. Selvar": set(),
    }


def test_bodies_with_their_short_forms_parents_and_states_that_act() -> None:
    bodies = listed(read(REPORT), "organisation")
    assert bodies["World Relief Union"] >= {"WRU"}
    assert bodies["Seed Growers Association"] == {"Association"}
    assert "Executive Committee of the WRU" in bodies
    assert bodies["Norway"] == {"Norwegian government"}
    assert "Chile" in bodies


def test_places_once_each() -> None:
    places = listed(read(REPORT), "place")
    assert {"Geneva", "Santiago", "Tokyo", "Japan"} <= places.keys()
    assert places["Geneva"] == {"GENEVA"}


def test_every_name_has_a_referent_that_mentions_it() -> None:
    draft = read(REPORT)
    assert draft.names
    for name in draft.names:
        assert name.entity is not None
        referent = draft.referents[name.entity]
        assert referent.type == name.type
        assert any((m.start, m.end) == (name.start, name.end) for m in referent.mentions)


def test_levels_count_from_the_outside() -> None:
    draft = read(REPORT)
    inside = [(draft.text[n.start : n.end], n.level) for n in draft.names if n.level]
    assert ("WRU", 1) in inside
    outer = [n for n in draft.names if n.level == 0]
    assert all(a.end <= b.start for a, b in pairwise(outer))


def test_a_state_that_only_locates_is_a_place_and_one_that_rules_is_a_body() -> None:
    draft = read("Oleg Marin was born in Chile.\nThe President of Norway met the Government of Peru in Chile.")
    assert "Chile" in listed(draft, "place")
    assert {"Norway", "Peru"} <= listed(draft, "organisation").keys()


def test_reading_twice_gives_the_same() -> None:
    first, second = read(REPORT), read(REPORT)
    assert first.names == second.names
    assert first.referents == second.referents


def test_nothing_in_nothing() -> None:
    draft = read("it rained and then it stopped.")
    assert draft.names == []
    assert draft.referents == {}


def test_a_body_that_is_also_called_otherwise_is_one() -> None:
    report = "The World Relief Union, also known as the League of Helpers, met.\nThe World Relief Union spoke of the Seed Growers Association.\n"
    assert listed(read(report), "organisation") == {
        "World Relief Union": {"League of Helpers"},
        "Seed Growers Association": set(),
    }


def test_one_type_for_a_name_however_it_is_cased() -> None:
    report = "SEEDLINE FOUNDATION OPENS\n\nThe Seedline Foundation opened in Oslo.\n"
    assert list(listed(read(report), "organisation")) == ["Seedline Foundation"]
