"""Names worth comparing share a key; names of many words that everybody bears do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.register.matching import candidate_pairs, name_keys
from chancery.register.names import folded_name
from chancery.terms.claims import EntityType

KINDS: tuple[EntityType, ...] = ("person", "organisation", "place")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Marta Olsen", "OLSEN, Marta"),
        ("Pyotr Shcherbakov", "Пётр Щербаков"),
        ("Sasha Barinov", "Alexander Barinov"),
        ("M. Olsen", "Marta Olsen"),
        ("Marta Karin Olsen", "Marta Olsen"),
        ("Marta Ol sen", "Marta Olsen"),
        ("Marta Lindqvist", "Marta Lindqist"),
        ("박설미", "Pak Sol Mi"),
        ("Hsieh Ting-kuo", "Xie Dingguo"),
        ("Yuri Barinov", "Juri Barinow"),
        ("Olsen", "Olssen"),
    ],
)
def test_spellings_of_a_person_meet(one: str, other: str) -> None:
    assert name_keys(one, "person") & name_keys(other, "person")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("OOO Vega", "Vega LLC"),
        ("Harbour Pilots Relief Organization", "HPRO"),
        ("Ministry of Health", "Ministère de la Santé"),
        ("Pilots Relief Fund", "Relief Fund of Pilots"),
        ("Vandelor Bank", "Vandeor Bank"),
        ("Sub-Committee on Pilots", "Pilots Subcommittee"),
    ],
)
def test_forms_of_a_body_meet(one: str, other: str) -> None:
    assert name_keys(one, "organisation") & name_keys(other, "organisation")


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Marta Olsen", "Greta Lindqvist", "person"),
        ("Marta Olsen", "Marta Lindqvist", "person"),
        ("Ministry of Health", "Ministry of Justice", "organisation"),
        ("Pilots National Bank", "Dockers National Bank", "organisation"),
        ("First Committee", "Second Committee", "organisation"),
    ],
)
def test_others_do_not_meet(one: str, other: str, kind: EntityType) -> None:
    assert not name_keys(one, kind) & name_keys(other, kind)


@pytest.mark.parametrize("kind", KINDS)
def test_a_name_has_few_keys_and_one_without_letters_none(kind: EntityType) -> None:
    assert name_keys("—", kind) == frozenset()
    assert 0 < len(name_keys("Maria Anna Karolina Josefa Olsen de la Vega y Barinova", kind)) < 150
    assert len(name_keys("word " * 2000, kind)) < 150


@given(st.text(max_size=30), st.sampled_from(KINDS))
def test_names_that_fold_to_one_meet(name: str, kind: EntityType) -> None:
    turned = f" {name.upper()} "
    if folded_name(name, kind) == folded_name(turned, kind) and name_keys(name, kind) and name.isascii():
        assert name_keys(name, kind) & name_keys(turned, kind)


def test_candidates_are_pairs_that_share_a_key_each_once() -> None:
    names = ["Marta Olsen", "Olsen, Marta", "Greta Lindqvist", "M. Olsen", "Greta Lindquist", "Boris Barinov"]
    pairs = list(candidate_pairs(names, "person"))
    assert set(pairs) == {(0, 1), (0, 3), (1, 3), (2, 4)}
    assert len(pairs) == len(set(pairs))


@given(st.lists(st.sampled_from(["Ana", "Bo", "Lopes", "Dahl", "A.", "Ilyin", "Olsen"]), max_size=24))
def test_candidates_are_all_pairs_that_share_a_key(words: list[str]) -> None:
    names = [" ".join(words[place : place + 2]) for place in range(0, len(words), 2)]
    keys = [name_keys(name, "person") for name in names]
    every = {(i, j) for j in range(len(names)) for i in range(j) if keys[i] & keys[j]}
    found = list(candidate_pairs(names, "person"))
    assert sorted(found) == sorted(every)


def test_a_key_that_too_many_share_makes_no_pairs() -> None:
    given_names = ["Marta", "Mildred", "Monika", "Melissa", "Mstislav"]
    names = [f"{name} Lindqvist" for name in given_names]
    assert len(list(candidate_pairs(names, "person"))) == 10, "all begin with M before one surname"
    assert list(candidate_pairs(names, "person", most=4)) == []
    assert (0, 5) in set(candidate_pairs([*names, "Marta Lindqwist"], "person", most=4)), "they meet by all their words"
