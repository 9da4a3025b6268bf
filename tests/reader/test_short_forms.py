"""Short forms, declared and spelt."""

from __future__ import annotations

import pytest

from chancery.reader.gazetteer import gazetteer
from chancery.reader.naming.short_forms import (
    abbreviates,
    bracketed_after,
    follows_initials,
    is_spelt_by,
    may_be_short_form,
    part_bracket,
)
from chancery.reader.naming.stretch import Line, Stretch


def bracketed(text: str, size: int) -> str | None:
    words = text.split()
    line = Line(0, 0, words, [""] * len(words), headline=False)
    found = bracketed_after(line, Stretch(0, size, "organisation"))
    return None if found is None else " ".join(line.text(found))


def test_the_bracket_right_behind_the_name_counts() -> None:
    assert bracketed("World Relief Union ( WRU ) met", 3) == "WRU"
    assert bracketed('World Relief Union ( the " WRU " ) met', 3) == "WRU"
    assert bracketed("World Relief Union ( World RU ) met", 3) == "World RU"
    assert bracketed("World Relief Union met ( WRU )", 3) is None
    assert bracketed("World Relief Union ( founded in Geneva ) met", 3) is None


@pytest.mark.parametrize(
    ("word", "allowed"), [("WRU", True), ("WoReU", True), ("CHP", True), ("UK", False), ("Geneva", False)]
)
def test_what_may_be_a_short_form(word: str, allowed: bool) -> None:
    assert may_be_short_form((word,), ("World", "Relief", "Union"), gazetteer("en")) is allowed


def test_letters_spell_all_words_or_the_capital_ones() -> None:
    assert is_spelt_by("URC", ("Union", "of", "Relief", "Clubs"))
    assert is_spelt_by("UoRC", ("Union", "of", "Relief", "Clubs"))
    assert not is_spelt_by("URX", ("Union", "of", "Relief", "Clubs"))
    assert follows_initials("UReC", ("Union", "of", "Relief", "Clubs"))


def test_several_words_stand_for_a_name_if_they_share_some_and_spell_the_rest() -> None:
    assert abbreviates(("Seed", "IAG"), ("Seed", "International", "Action", "Group"))
    assert abbreviates(("Seed", "IAG"), ("Council", "of", "the", "Seed", "International", "Action", "Group"))
    assert abbreviates(("Action", "Group"), ("Seed", "International", "Action", "Group"))
    assert not abbreviates(("Seed", "IAG"), ("Seed", "International", "Union"))
    assert not abbreviates(("Oslo", "IAG"), ("Seed", "International", "Action", "Group"))


@pytest.mark.parametrize(
    ("text", "size", "names"),
    [
        ("Seed Action Group ( Seed AG ) met", 6, ["Seed Action Group", "Seed AG"]),
        ("Seed Action Group ( Seed AG ) met", 7, ["Seed Action Group", "Seed AG"]),
        ("Seed Action Group ( SAG ) met", 5, ["Seed Action Group", "SAG"]),
        ("Seed Action Group ( Oslo ) met", 5, ["Seed Action Group"]),
        ("Seed Trade ( Oslo ) Ltd met", 6, ["Seed Trade ( Oslo ) Ltd"]),
        ("Seed Trade ( never closed , it goes on and on", 4, ["Seed Trade ( never"]),
    ],
)
def test_a_bracket_that_the_model_took_in_is_parted(text: str, size: int, names: list[str]) -> None:
    words = text.split()
    line = Line(0, 0, words, [""] * len(words), headline=False)
    parts = part_bracket(line, Stretch(0, size, "organisation"), gazetteer("en"))
    assert [" ".join(line.text(part)) for part in parts] == names
