"""How names are folded before they are compared."""

from __future__ import annotations

import pytest

from chancery.register.names import folded_name, folded_words, is_full_name, is_general, word_lists


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Relief  Office", "relief office"),
        ("Société des Nations", "Societe des nations"),
        ("Jean-Claude Örn", "JEAN CLAUDE ORN"),
        ("O’Neil", "O'Neil"),
        ("Ｒｅｌｉｅｆ Office", "Relief Office"),
        ("Анна Петрова", "Anna Petrova"),
        ("the Office of the Head", "Office of Head"),
    ],
)
def test_what_differs_in_form_only_is_one(one: str, other: str) -> None:
    assert folded_words(one) == folded_words(other)


@pytest.mark.parametrize("name", ["", " ", "—", "the", "…"])
def test_a_name_without_words_has_none(name: str) -> None:
    assert folded_words(name) == ()


def test_forms_of_address_are_no_part_of_a_persons_name() -> None:
    assert folded_name("H.E. Dr. Sir Ana Lopes", "person") == ("ana", "lopes")
    assert folded_name("Comrade Lopes", "person") == ("lopes",)
    assert folded_name("Comrade", "person") == ("comrade",), "a name of nothing else keeps it"
    assert folded_name("Lady Lopes Foundation", "organisation") == ("lady", "lopes", "foundation")
    assert folded_name("Ana Lopes Jr", "person") != folded_name("Ana Lopes", "person"), "her son is another"


@pytest.mark.parametrize(
    ("name", "full"), [("Ana Lopes", True), ("A. Lopes", False), ("Lopes", False), ("A B C", False)]
)
def test_a_full_name_has_two_words_that_are_no_initials(name: str, full: bool) -> None:
    assert is_full_name(folded_words(name)) is full


def test_general_names_of_bodies() -> None:
    assert is_general(folded_words("the Economic Committee"))
    assert is_general((*folded_words("2nd Department"), "2")) is False
    assert is_general(folded_words("General Assembly"))
    assert not is_general(folded_words("Relief Committee for Nansen Refugees"))


def test_the_lists_hold_words_only() -> None:
    """YAML reads a bare `on` or `no` as a truth value."""
    for name in ("honorifics", "general_body_words", "many_seated"):
        words = word_lists()[name]
        assert all(isinstance(word, str) for word in words)
        assert len(set(words)) == len(words)
    assert all(isinstance(w, str) for pair in word_lists()["same_role_words"].items() for w in pair)
