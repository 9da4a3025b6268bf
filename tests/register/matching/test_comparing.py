"""Two names are compared: the score, and findings that say why."""

from __future__ import annotations

import math
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.register.matching import Comparison, compare_names
from chancery.register.matching.comparing import analyse
from chancery.register.matching.spelling import LONGEST
from chancery.register.resolving.judging import SURE
from chancery.register.resolving.weighing import is_borne_out
from chancery.terms.claims import EntityType

KINDS: tuple[EntityType, ...] = ("person", "organisation", "place")
PARTS = [
    "Ana",
    "Lopes",
    "Ilyin",
    "Пётр",
    "김정",
    "毛",
    "al",
    "bin",
    "Jr.",
    "GmbH",
    "Bank",
    "of",
    "No.",
    "5",
    "O'Neil",
    "Örn",
    "-",
]
NAMES = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PARTS), max_size=6).map(" ".join))
LETTERS = st.text(st.characters(codec="ascii", categories=["Lu", "Ll"]), min_size=1, max_size=9)
WORDS = st.lists(LETTERS, min_size=1, max_size=4)


def compared(one: str, other: str, kind: EntityType = "person") -> Comparison:
    return compare_names([one], [other], kind)


def codes(one: str, other: str, kind: EntityType = "person") -> set[str]:
    return {finding.code for finding in compared(one, other, kind).findings}


SAME_PERSON = [
    ("Marta Olsen", "OLSEN, Marta", "same words"),
    ("Dr. Marta Olsen", "Marta  Olsen", "same words"),
    ("Lt. Gen. Marta Olsen", "Olsen Marta", "surname first"),
    ("Pyotr Shcherbakov", "Пётр Щербаков", "transliteration"),
    ("Schtscherbakow Pawel", "Pavel Shcherbakov", "transliteration"),
    ("Daria Kleimenova", "Darya Kleymenova", "transliteration"),
    ("Wiktor Sokolow", "Victor Sokolov", "transliteration"),
    ("Yevgeny Zhukov", "Evgeni Joukov", "transliteration"),
    ("Sasha Barinov", "Alexander Barinov", "diminutive"),
    ("Bill Hartley", "William Hartley", "diminutive"),
    ("J. Hartley", "Joan Hartley", "initials agree"),
    ("P. S. Barinov", "Pavel Sergeevich Barinov", "initials agree"),
    ("Marta Olsen", "Marta Karin Olsen", "words left out"),
    ("Nikolai Barinov", "Nikolai Petrovich Barinov", "words left out"),
    ("MartaOlsen", "Marta Olsen", "words joined"),
    ("J.P. Hartley", "JP Hartley", "same words"),
    ("AL BEN ARI, Omar", "Omar Al Ben Ari", "same words"),
    ("Marta Ol sen", "Marta Olsen", "words joined"),
    ("Sen. Marta Ol sen", "Marta Olsen", "words joined"),
    ("Dev Sen", "Prof. Dev Sen, PhD", "same words"),
    ("Marta Lindqvist", "Marta Lindqvisst", "transliteration"),
    ("Marta Lindqvist", "Marta Lindqist", "spelling"),
    ("Han Jong Ryol", "Han Jeong-ryeol", "romanisation"),
    ("박설미", "Pak Sol Mi", "romanisation"),
    ("Hsieh Ting-kuo", "Xie Dingguo", "romanisation"),
    ("謝定國", "谢定国", "same words"),
    ("Hamid al-Barzi", "Hameed El Barzi", "transliteration"),
    ("Abd al-Karim Nuri", "Abdulkarim Nuri", "same words"),
    ("حامد البرزي", "Hamed al-Barzi", "transliteration"),
    ("Jan van der Meulen", "Jan Meulen", "same words"),
    ("Γιώργος Παππάς", "Giorgos Pappas", "same words"),
    ("さとう けいこ", "Keiko Sato", "spelling"),
    ("0lga Barinova", "Olga Barinova", "same words"),
    ("Ana Lopes a.k.a. Nina Prado", "Nina Prado", "same words"),
]
TWO_PERSONS = [
    ("Jong-ryol Han Jr.", "Han Jong Ryol Sr.", "suffix differs"),
    ("MartaKarin Olsen Jr.", "Marta Karin Olsen Sr.", "suffix differs"),
    ("Marta Olsen", "Greta Olsen", "different given name"),
    ("Marta Olsen", "Marta Lindqvist", "different words"),
    ("Daniel Hartley", "Daniela Hartley", "different given name"),
    ("Nikolai Petrovich Barinov", "Nikolai Sergeevich Barinov", "different patronymic"),
    ("P. A. Barinov", "Pavel Sergeevich Barinov", "different initial"),
    ("Joan Hartley", "K. Hartley", "different initial"),
    ("Owen Hartley Jr.", "Owen Hartley Sr.", "suffix differs"),
    ("Viktor Barinov", "Viktor Barinova", "form of the other sex"),
    ("Omar bin Hamid al-Barzi", "Hamid bin Omar al-Barzi", "order of descent differs"),
    ("Johann Hartley", "Sean Hartley", "equivalent"),
    ("Barinov", "Nikolai Barinov", "one word only"),
    ("Han Jong Ryol", "Han Jong Min", "different words"),
    ("高石花", "高市花", "different words"),
    ("Marta Olsen", "Boris Barinov", "nothing in common"),
]
SAME_BODY = [
    ("OOO Vega", "Vega LLC", "same words"),
    ("Общество с ограниченной ответственностью «Вега»", "OOO Vega", "same words"),
    ("VegaAG", "Vega Aktiengesellschaft", "same words"),
    ("Vega Aktiengeselschaft", "Vega AG", "same words"),
    ("Ministry of Foreign Affairs", "Ministère des Affaires étrangères", "same words"),
    ("Министерство обороны Мордавии", "Ministry of Defence of Mordavia", "spelling"),
    ("Russian Academy of Letters", "Academy of Letters of Russia", "same words"),
    ("Harbour Pilots Relief Organization", "HPRO", "acronym"),
    ("Sub-Committee on Pilots", "Pilots Subcommittee", "words joined"),
    ("Pilots Section B", "Pilots' Section B", "same words"),
    ("Banco del Puerto", "Banco Puerto", "same words"),
    ("Vega GmbH Arlen", "Vega Arlen", "same words"),
    ("3rd Pilots Brigade", "Third Pilots Brigade", "same words"),
    ("Pilots Brigade Forty Four", "Pilots Brigade 44", "same words"),
    ("Olsen & Sons Co.", "Olsen and Sons Company", "same words"),
    ("Pilots' Relief Fund", "Pilots Relief Fund", "same words"),
    ("J.K. Olsen Shipping", "JK Olsen Shipping", "same words"),
    ("Al-Nur/Pilots Front", "Pilots Front", "same words"),
]
TWO_BODIES = [
    ("Central Committee", "Central Committee B", "number left out"),
    ("Committee A", "Committee B", "number differs"),
    ("Committee A", "Committee", "number left out"),
    ("Committee B", "Committee Borden", "different words"),
    ("Alpha Beta AG", "AlphaBeta GmbH", "legal form differs"),
    ("HPR AG", "Harbour Pilots Relief GmbH", "legal form differs"),
    ("Government of Persia", "Government of Prussia", "different words"),
    ("Premier Bank", "First Bank", "different words"),
    ("Red Cross", "Network Cross", "different general words"),
    ("Banco del Sur", "Banco Sur Affairs", "general words left out"),
    ("Vega Aviation", "Vega Airlines", "different general words"),
    ("School No. 5", "School No. 6", "number differs"),
    ("First Committee", "Second Committee", "number differs"),
    ("Pilots Relief Capital Fund II", "Pilots Relief Capital Fund III", "number differs"),
    ("Embassy of Uganda", "Embassy of Kenya", "country differs"),
    ("Vega AG", "Vega GmbH", "legal form differs"),
    ("Vega Bank", "Vega Trust", "different general words"),
    ("Ministry of Health of Arlen", "Ministry of Health of Borden", "different words"),
    ("Economic Committee of Arlen", "Economic Committee", "general words only"),
    ("Vega Bank", "Vega Bank Chile", "country left out"),
    ("Pilots Front", "Dockers Union", "nothing in common"),
]


@pytest.mark.parametrize(("one", "other", "code"), SAME_PERSON)
def test_one_person(one: str, other: str, code: str) -> None:
    assert compared(one, other).score >= 0.7
    assert code in codes(one, other)


@pytest.mark.parametrize(("one", "other", "code"), TWO_PERSONS)
def test_two_persons_or_a_doubt(one: str, other: str, code: str) -> None:
    assert compared(one, other).score < 0.7
    assert code in codes(one, other)


@pytest.mark.parametrize(("one", "other", "code"), SAME_BODY)
def test_one_body(one: str, other: str, code: str) -> None:
    assert compared(one, other, "organisation").score >= 0.7
    assert code in codes(one, other, "organisation")


@pytest.mark.parametrize(("one", "other", "code"), TWO_BODIES)
def test_two_bodies_or_a_doubt(one: str, other: str, code: str) -> None:
    assert compared(one, other, "organisation").score < 0.7
    assert code in codes(one, other, "organisation")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Kyiv", "Kiev", True),
        ("Sankt-Peterburg", "Leningrad", True),
        ("City of Geneva", "Genève", False),  # a town and its body are for the register to judge
        ("Tbilisi", "Tiflis", True),
        ("Arlen", "Borden", False),
        ("Nordhafen", "Südhafen", False),
        ("Russia", "Russian Federation", True),
        ("Persia", "Prussia", False),
        ("Baja Arlen Sur", "Baja Arlen", False),
        ("Arlen District", "Arlen Rayon", True),
    ],
)
def test_places(one: str, other: str, same: bool) -> None:
    assert (compared(one, other, "place").score >= 0.7) is same


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Central Committee", "Central Committee B", "organisation"),
        ("Alpha Beta AG", "AlphaBeta GmbH", "organisation"),
        ("Jong-ryol Han Jr.", "Han Jong Ryol Sr.", "person"),
    ],
)
def test_what_tells_two_apart_keeps_them_from_being_joined(one: str, other: str, kind: EntityType) -> None:
    found = compared(one, other, kind)
    assert found.score < SURE
    assert not is_borne_out(found, kind)


def test_a_suffix_in_one_name_only_is_told_beside_a_romanisation() -> None:
    assert {"romanisation", "suffix left out"} <= codes("Jong-ryol Han Jr.", "Han Jong Ryol")


def test_an_acronym_beside_a_country_is_no_acronym_of_the_whole() -> None:
    assert compared("HPRO Kenya", "Harbour Pilots Relief Organization", "organisation").score < 0.7


def test_findings_name_the_words_and_sum_to_the_score() -> None:
    found = compared("Sasha Barinov", "Alexander Barinov")
    assert {finding.words for finding in found.findings} >= {"diminutive: alexander/sasha", "same words: barinov"}
    assert found.score == pytest.approx(1 / (1 + math.exp(-sum(finding.weight for finding in found.findings))))


def test_the_best_of_the_names_of_each_side_counts() -> None:
    found = compare_names(["Greta Lind", "Marta Olsen"], ["M. Prado", "Olsen, Marta"], "person")
    assert found == compared("Marta Olsen", "Olsen, Marta")
    assert compare_names([], ["Marta Olsen"], "person") == Comparison(0.0, ())


def test_a_number_tells_bodies_apart_however_many_words_agree() -> None:
    words = "Northern Harbour Pilots Widows Orphans Relief Pensions Savings Mutual Society"
    assert compared(f"{words} 4", f"{words} 5", "organisation").score < 0.5


@given(NAMES, NAMES, st.sampled_from(KINDS))
def test_comparison_is_symmetric_and_a_probability(one: str, other: str, kind: EntityType) -> None:
    found, turned = compared(one, other, kind), compared(other, one, kind)
    assert 0 <= found.score <= 1
    assert found.score == turned.score
    assert sorted(found.findings, key=repr) == sorted(turned.findings, key=repr)


@given(WORDS, st.sampled_from(KINDS))
def test_a_name_is_like_itself_whatever_case_and_space(words: list[str], kind: EntityType) -> None:
    name = " ".join(words)
    assert compared(name, name, kind).score >= 0.95
    if len(words) > 1 and all(len(word) > 3 for word in words):  # a short word in capitals may be initials
        assert compared(name.upper(), f"  {'   '.join(words).lower()} ", kind).score >= 0.7


@given(WORDS, WORDS, st.sampled_from(KINDS))
def test_accents_and_spaces_change_nothing(one: list[str], other: list[str], kind: EntityType) -> None:
    plain, marked = "  ".join(one), unicodedata.normalize("NFD", " ".join(one).replace("e", "é").replace("o", "ö"))
    assert compared(plain, " ".join(other), kind).score == compared(marked, " ".join(other), kind).score


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "name",
    [
        "", " ", "—…!?", "\x00\x01\x02", "\u202e\u200b", "ﷺ" * 500, "A" * 10_000, "Ana " * 2_500, "a.b." * 2_500, "(" * 10_000,
        "/" * 10_000, "al-" * 3_000, "1 " * 5_000, "毛" * 10_000, "정" * 10_000, "é́́́́" * 2_000, "\U0001f600" * 5_000,
        "a a.k.a. " * 1_000, "one hundred " * 900, "Twenty B", "Twenty Class B 5",
    ],
)  # fmt: skip
def test_of_a_hostile_name_little_is_looked_at(name: str, kind: EntityType) -> None:
    """What is compared is bounded, so the time is: at most 32 words and a few hundred letters."""
    parts = analyse(name, kind)
    assert len(parts.words) <= 32
    assert len(parts.joined) <= 6 * LONGEST, "a character of another script gives six Latin letters at most"
    assert 0 <= compared(name, "Ana Lopes", kind).score <= compared(name, name, kind).score <= 1
