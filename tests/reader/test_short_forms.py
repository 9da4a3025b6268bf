"""Short forms, declared and spelt."""

from __future__ import annotations

import pytest

from chancery.reader.gazetteer import gazetteer
from chancery.reader.naming.short_forms import bracketed_after, follows_initials, is_spelt_by, may_be_short_form
from chancery.reader.naming.stretch import Line, Stretch


def bracketed(text: str, size: int) -> str | None:
    words = text.split()
    line = Line(0, 0, words, [""] * len(words), headline=False)
    found = bracketed_after(line, Stretch(0, size, "organisation"))
    return None if found is None else words[found.first]


def test_the_bracket_right_behind_the_name_counts() -> None:
    assert bracketed("World Relief Union ( WRU ) met", 3) == "WRU"
    assert bracketed('World Relief Union ( the " WRU " ) met', 3) == "WRU"
    assert bracketed("World Relief Union met ( WRU )", 3) is None
    assert bracketed("World Relief Union ( founded in Geneva ) met", 3) is None


@pytest.mark.parametrize(
    ("word", "allowed"), [("WRU", True), ("WoReU", True), ("CHP", True), ("UK", False), ("Geneva", False)]
)
def test_what_may_be_a_short_form(word: str, allowed: bool) -> None:
    assert may_be_short_form(word, ("World", "Relief", "Union"), gazetteer("en")) is allowed


def test_letters_spell_all_words_or_the_capital_ones() -> None:
    assert is_spelt_by("URC", ("Union", "of", "Relief", "Clubs"))
    assert is_spelt_by("UoRC", ("Union", "of", "Relief", "Clubs"))
    assert not is_spelt_by("URX", ("Union", "of", "Relief", "Clubs"))
    assert follows_initials("UReC", ("Union", "of", "Relief", "Clubs"))
