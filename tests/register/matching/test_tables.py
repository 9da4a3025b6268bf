"""The tables: read without surprises of YAML, in the letters that they promise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import pytest
from bench.fit_names import PINNED, PRIOR

from chancery.register.matching import compare_names
from chancery.register.matching.tables import table
from chancery.register.resolving.weighing import weights as resolver_weights

OF_OTHERS = {"number differs", "one word only", *resolver_weights().context}  # of other kinds, or of context
WORD_TABLES = ["person_words", "body_words", "places", "countries", "legal_forms", "numbers", "given_names"]


def strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for part in value.values() for text in strings(part)]
    if isinstance(value, list):
        return [text for part in value for text in strings(part)]
    assert isinstance(value, str), f"{value!r} was read as no text"
    return [value]


@pytest.mark.parametrize("name", WORD_TABLES)
def test_words_are_lower_case_latin(name: str) -> None:
    for text in strings(table(name)):
        assert re.fullmatch(r"[a-z0-9 ;\n-]*", text), text


GENERAL = ["body_words", "places"]
PHRASES = {name: table(name)["names"].splitlines() for name in ("places", "countries")} | {
    "legal_forms": [forms for kind, forms in table("legal_forms").items() if kind != "anywhere"]
}


def twice(lines: Iterable[Sequence[str]]) -> set[str]:
    """What stands in more than one place."""
    counted = Counter(text for line in lines for text in line)
    return {text for text, times in counted.items() if times > 1}


@pytest.mark.parametrize("name", GENERAL)
def test_a_general_word_stands_in_one_line_and_is_no_connective(name: str) -> None:
    general = [line.split() for line in table(name)["general"].splitlines()]
    connectives = table(name)["connectives"].split()
    assert twice([*general, sorted(set(connectives))]) == set()
    assert twice([connectives]) == set()
    assert not [word for line in general for word in line if not word.isalnum()], "names are cut at such signs"


@pytest.mark.parametrize("name", PHRASES)
def test_a_phrase_stands_in_one_line(name: str) -> None:
    assert twice([phrase.strip() for phrase in line.split(";") if phrase.strip()] for line in PHRASES[name]) == set()


def test_a_number_word_stands_for_one_number_and_for_nothing_else() -> None:
    words = [words.split() for words in table("numbers")["words"].values()]
    general = {word for line in table("body_words")["general"].splitlines() for word in line.split()}
    assert twice([*words, sorted(general)]) == set()


def test_a_given_name_is_no_form_of_two_families_by_oversight() -> None:
    """The few that are: names that are a man's in one language and a woman's, or another's, in the other."""
    families: dict[str, list[int]] = {}
    for number, family in enumerate(table("given_names")):
        assert len(set(family["forms"].split())) == len(family["forms"].split())
        for name in family["forms"].split():
            families.setdefault(name, []).append(number)
    several = {name for name, numbers in families.items() if len(numbers) > 1}
    assert several == {"jean", "joan", "yahya", "ivo", "jana", "hanna", "michele"} & several
    assert len(several) < 10


def test_a_korean_surname_stands_in_one_line() -> None:
    names = [name for line in table("korean")["surnames"] for name in line.split()]
    assert len(names) == len(set(names))


def test_every_weight_is_of_a_finding_and_the_other_way_round() -> None:
    weights = table("weights")
    for kind, codes in PRIOR.items():
        assert set(weights[kind]) == set(codes)
    assert set().union(*PRIOR.values()) >= PINNED
    assert weights["place"] == weights["organisation"]


def test_what_tells_apart_never_adds() -> None:
    for kind in PRIOR:
        positive = {code for code, weight in table("weights")[kind].items() if weight > 0}
        assert positive <= {"same words", "more words", "acronym"}


def test_a_single_difference_of_these_kinds_keeps_a_body_below_the_threshold() -> None:
    for one, other in [("Vega Fund 1", "Vega Fund 2"), ("Vega Ghana", "Vega Kenya"), ("Vega Bank", "Vega Shipping")]:
        assert compare_names([one], [other], "organisation").score < 0.7


def test_the_resolver_knows_the_findings_of_names_by_their_codes() -> None:
    """A code that is spelt otherwise there would let a rule join what the names leave open."""
    for kind, needed in resolver_weights().needed.items():
        assert set(needed) <= set(table("weights")[kind]) | OF_OTHERS, kind
        apart = {code for code, weight in table("weights")[kind].items() if weight <= -4 and code != "spelling"}
        if kind == "person":
            assert apart <= set(needed)
