"""Numbers of editions, however they are written, and which names tell one gathering from another."""

from __future__ import annotations

import pytest

from chancery.register.editions import edition_of, is_telling, numbered_words, telling_words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("The Twenty-first General Assembly", (21, "general", "assembly")),
        ("XXI General Assembly", (21, "general", "assembly")),
        ("21st General Assembly", (21, "general", "assembly")),
        ("Fortieth Session", (40, "session")),
        ("forty second session", (42, "session")),
        ("Twenty days in May", ("twenty", "days", "in", "may")),
        ("Ships I Saw", ("ships", "i", "saw")),
    ],
)
def test_ordinals_are_numbers(name: str, words: tuple[str | int, ...]) -> None:
    assert numbered_words(name) == words


@pytest.mark.parametrize(
    ("name", "telling"),
    [
        ("Seventh Zenda Fair", True),
        ("Strelsau Disarmament Conference", False),
        ("Strelsau Tariff Conference", True),
        ("5th plenary meeting of the 8th Central Committee", True),
        ("fifth session", False),
        ("official visit", False),
        ("progress review meeting", False),
    ],
)
def test_a_telling_name(name: str, telling: bool) -> None:
    assert is_telling(numbered_words(name)) is telling


def test_names_of_people_tell_nothing() -> None:
    assert telling_words("courtesy call on President Ana Lopes")
    assert not telling_words("courtesy call on President Ana Lopes", frozenset({"ana", "lopes"}))


def test_an_edition_is_the_first_number_and_the_rest_its_series() -> None:
    assert edition_of("Sixth Assembly of the Zenda League") == edition_of("6th Assembly of the Zenda League")
    assert edition_of("Seventh Assembly of the Zenda League") == (("assembly", "of", "zenda", "league"), 7)
    assert edition_of("Zenda League") is None
    assert edition_of("Sixth") is None
