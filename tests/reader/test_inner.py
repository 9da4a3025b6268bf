"""Bodies and states inside the names of bodies."""

from __future__ import annotations

import pytest

from chancery.reader.gazetteer import gazetteer
from chancery.reader.naming.inner import inner_names
from chancery.reader.steps import nesting
from tests.reader.marked import marked_draft


@pytest.mark.parametrize(
    ("name", "inner", "state"),
    [
        ("Central Committee of the Seed Growers Party of Chile", "Seed Growers Party of Chile", False),
        ("Board of Directors of the Relief Foundation", "Relief Foundation", False),
        ("Standing Committee of the WRU", "WRU", False),
        ("Board of Directors of Seedline", "Seedline", False),
        ("Committee of Seed Holdings Plc", "Seed Holdings Plc", False),
        ("WRU Standing Committee", "WRU", False),
        ("Cabinet of Norway", "Norway", True),
        ("Norway 's Ministry of Trade", "Norway", True),
        ("US Senate", "US", True),
    ],
)
def test_a_part_names_the_whole(name: str, inner: str, state: bool) -> None:
    words = name.split()
    found = inner_names(words, frozenset(), gazetteer("en"))
    assert [" ".join(words[i.first : i.after]) for i in found] == [inner]
    assert found[0].state is state


@pytest.mark.parametrize(
    "name", ["Union of Seed Growers", "Bank of Chile", "Ministry of Trade", "University of Norway"]
)
def test_a_name_of_its_own_holds_none(name: str) -> None:
    assert inner_names(name.split(), frozenset(), gazetteer("en")) == []


def test_a_name_known_from_elsewhere_is_seen_inside() -> None:
    words = ["School", "of", "the", "Marlow"]
    assert inner_names(words, frozenset(), gazetteer("en")) == []
    assert len(inner_names(words, frozenset({("Marlow",)}), gazetteer("en"))) == 1


def test_a_party_is_the_parent_in_the_short_form_of_its_committee() -> None:
    words = ["Party", "Central", "Committee"]
    assert inner_names(words, frozenset(), gazetteer("en")) == []
    found = inner_names(words, frozenset({("Seed", "Growers", "Party")}), gazetteer("en"))
    assert [(i.first, i.after) for i in found] == [(0, 1)]


def test_a_reader_of_names_knows_what_stands_only_inside_others() -> None:
    draft = marked_draft("The [O Executive Committee of the WRU SAG] heard the [O WRU SAG Information Bureau].")
    nesting.run(draft)
    inside = [draft.text[name.start : name.end] for name in draft.names if name.level == 1]
    assert inside == ["WRU SAG", "WRU SAG"]


def test_friendship_with_a_body_is_no_part_of_it() -> None:
    words = ["Committee", "of", "Solidarity", "with", "the", "Relief", "Foundation"]
    assert inner_names(words, frozenset(), gazetteer("en")) == []
