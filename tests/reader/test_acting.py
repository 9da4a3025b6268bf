"""Whether a state acts or only locates."""

from __future__ import annotations

import pytest

from chancery.reader.gazetteer import gazetteer
from chancery.reader.naming.acting import (
    acting_features,
    beside_adjective,
    is_headed,
    neighbours,
    stands_for_state,
    surroundings,
)
from chancery.reader.naming.states import states_named
from tests.reader.marked import marked_draft


def place(text: str, name: str) -> tuple[list[str], int, int]:
    words = text.split()
    parts = name.split()
    first = next(at for at in range(len(words)) if words[at : at + len(parts)] == parts)
    return words, first, first + len(parts)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("talks between Norway and Chile", "between"),
        ("Ana Lopes ( Norway ) spoke", "bracket"),
        ("the Norway - Chile pact", "pair"),
        ("in Norway they met", "within"),
        ("the President of Norway spoke", "of ruler"),
        ("the forests of Norway burned", "of"),
        ("Norway abstained from it", "subject"),
        ("the Norway delegation came", "before ruler"),
        ("Norway 's hills are high", "owner"),
        ("Norway 's foreign minister spoke", "owner of rule"),
        ("the Ambassador of Chile to Norway came", "to, of envoy"),
    ],
)
def test_the_words_beside_a_state_tell_its_part(text: str, kind: str) -> None:
    assert surroundings(*place(text, "Norway")) == kind


def test_features_count_what_is_most() -> None:
    found = acting_features([place("in Norway", "Norway"), place("Norway abstained", "Norway")], adjective_governs=True)
    assert found >= {"any within", "any subject", "twice or thrice", "adjective governs"}
    assert not any(feature.startswith("most") for feature in found)


def test_a_city_under_its_mayor_is_headed() -> None:
    assert is_headed(*place("the Mayor of Oslo spoke", "Oslo"))
    assert is_headed(*place("Ohio Governor Ann Hart", "Ohio"))
    assert not is_headed(*place("the streets of Oslo", "Oslo"))


def test_a_capital_stands_for_its_state_only_where_it_always_does() -> None:
    talks, born = place("talks between Oslo and Lima", "Oslo"), place("born in Oslo", "Oslo")
    assert stands_for_state([talks])
    assert not stands_for_state([talks, born])


def test_the_words_beside_a_mention_are_features() -> None:
    assert neighbours(*place("Hart left the Norway 's embassy", "Norway")) == {
        "left left", "left two hart left", "right 's", "right two 's embassy", "owns embassy",
    }  # fmt: skip
    assert "left ^" in neighbours(["Norway"], 0, 1)
    assert "right $" in neighbours(["Norway"], 0, 1)


def test_an_adjective_beside_an_office_is_one_of_rule() -> None:
    assert "adjective of an office" in beside_adjective(["the", "Norwegian", "Foreign", "Minister", "left"], 1)
    assert "adjective of what governs" in beside_adjective(["the", "Norwegian", "army", "left"], 1)
    assert beside_adjective(["the", "Norwegian"], 1) == {"adjective $"}


def test_members_of_a_list_share_what_the_first_stands_beside() -> None:
    draft = marked_draft("Drills with [L Norway], [L Chile] and [L Peru] began. The hills of [L Spain] burned.")
    found = states_named(draft, gazetteer("en"))
    assert "left with" in found["Peru"].features()
    assert "left with" not in found["Spain"].features()


def test_names_beside_a_state_and_offices_of_its_adjective_are_features() -> None:
    draft = marked_draft("In [L Oslo], [L Norway], the Peruvian President met [L Peru], [L Chile].")
    found = states_named(draft, gazetteer("en"))
    assert ", behind a place" in found["Norway"].features()
    assert ", before a state" in found["Peru"].features()
    assert {"adjective of who holds", "adjective of a president"} <= found["Peru"].features()
    assert not {"adjective of who holds", ", behind a place"} & found["Chile"].features()
