"""Scripts in Latin letters, and the sounds that a spelling stands for."""

from __future__ import annotations

import pytest

from chancery.register.matching.spelling import clean, consonants, frame, sounds, spelt, undotted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kleymenov", "kleimenov"),
        ("daria", "darya"),
        ("pyotr", "petr"),
        ("viktor", "victor"),
        ("shcherbakov", "schtscherbakow"),
        ("zhukov", "joukov"),
        ("chekhov", "tschechow"),
        ("czerny", "cherny"),
        ("medvedev", "miedwiediew"),
        ("schmidt", "schmidt"),
        ("phillip", "filip"),
        ("poutine", "putin"),
    ],
)
def test_spellings_of_several_schemes_share_a_sound(one: str, other: str) -> None:
    assert sounds(one) & sounds(other)


@pytest.mark.parametrize(
    ("one", "other"), [("petrov", "pavlov"), ("olga", "olya"), ("ivanov", "ivanova"), ("li", "lu")]
)
def test_other_words_share_none(one: str, other: str) -> None:
    assert not sounds(one) & sounds(other)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Пётр Щербаков", ["petr", "shcherbakov"]),
        ("김정", ["gim", "jeong"]),
        ("毛澤", ["mao", "ze"]),
        ("Örn-Łasik", ["orn", "lasik"]),
        ("محمد", ["mhmd"]),
        ("Γιώργος", ["giorgos"]),
        ("", []),
    ],
)
def test_words_in_latin_letters(text: str, words: list[str]) -> None:
    assert [word for word, _, _ in spelt(clean(text))] == words


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("hussein", "husayn", True),
        ("mohammed", "muhamad", True),
        ("sarah", "sara", True),
        ("persia", "prussia", False),
        ("calman", "claman", False),
    ],
)
def test_vowels_stand_between_the_same_consonants(one: str, other: str, *, same: bool) -> None:
    assert consonants(one) == consonants(other)
    assert (frame(one) == frame(other)) is same


def test_marks_inside_words_are_no_part_of_them() -> None:
    assert clean("O’Neil") == clean("ONeil")
    assert clean("0lga Bar1nova") == "olga Barlnova"
    assert clean("B2B 44 AR16") == "B2B 44 AR16", "figures between words and at their ends stay"
    assert [word for word, _, _ in spelt(undotted("J. K. Olsen & P.T. Vega"))] == ["jk", "olsen", "pt", "vega"]


def test_consonants_are_what_scripts_without_vowels_leave() -> None:
    assert consonants("hussein") == consonants("husayn") == "hsn"
    assert consonants("qaddafi") == consonants("gadhafi")
    assert consonants("olsen") != consonants("larsen")
