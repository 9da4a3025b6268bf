"""Whether a state acts or only locates."""

from __future__ import annotations

import pytest

from chancery.reader.naming.acting import acting_features, is_headed, stands_for_state, surroundings


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
