"""Which names of places mean the same place; addresses hold none."""

from __future__ import annotations

from chancery.reader.gazetteer import gazetteer
from chancery.reader.naming.addresses import addresses
from chancery.reader.naming.place_names import place_keys
from tests.reader.test_names import listed, read

LISTS = gazetteer("en")


def same(first: str, second: str, *others: str) -> bool:
    keys = place_keys([first, second, *others], LISTS)
    return keys[0] == keys[1]


def test_short_forms_and_capitals_are_the_place() -> None:
    assert same("NJ", "New Jersey")
    assert same("OSLO", "Oslo")
    assert same("DPRK", "North Korea")
    assert not same("NY", "New York")  # the city, and the state that it lies in


def test_the_kind_of_a_place_may_be_left_out() -> None:
    assert same("Elm Province", "Elm")
    assert not same("Elm Province", "Elm", "Elm City")  # which of the two is meant, nobody knows
    assert not same("Kansas City", "Kansas")
    assert not same("Elm District", "Elm")


def test_addresses_end_where_their_marks_do() -> None:
    text = "See [Peru](https://seed.example/Norway.pdf) or write to Ana@seed.example today."
    assert [text[a:b] for a, b in addresses(text)] == ["https://seed.example/Norway.pdf", "Ana@seed.example"]


def test_no_name_is_read_in_an_address() -> None:
    report = "The talks were held in Peru.\nRead more at https://seed.example/files/Norway.pdf today.\n"
    assert set(listed(read(report), "place")) | set(listed(read(report), "organisation")) == {"Peru"}
