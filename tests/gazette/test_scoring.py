"""The scores of a small committed example, row by row, and what each rule of likeness must and must not match."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from chancery.gazette.record_files import read_records
from chancery.gazette.scoring import Counts, score_records
from chancery.gazette.scoring.places import FoldedText, near
from chancery.gazette.scoring.words import bare_name, is_spelling_of, likeness, role_likeness

FIXTURE = Path(__file__).parent / "scoring_fixture"


def _text(stem: str) -> str:
    return (FIXTURE / "text" / f"{stem}.txt").read_text("utf-8")


def test_every_row_of_the_example_is_as_the_judge_gave_it() -> None:
    scores = score_records(read_records(FIXTURE / "gold"), read_records(FIXTURE / "system"), _text)
    assert msgspec.to_builtins(scores.rows) == json.loads((FIXTURE / "table.json").read_text("utf-8"))


def test_a_document_without_a_record_counts_as_one_with_nothing() -> None:
    scores = score_records(read_records(FIXTURE / "gold"), {}, _text)
    assert scores.without_record == ("harbour", "orchard", "quiet")
    assert (scores.rows["all facts"].gold, scores.rows["all facts"].system) == (18, 0)


def test_misses_name_what_was_missed_and_what_was_made_up() -> None:
    scores = score_records(read_records(FIXTURE / "gold"), read_records(FIXTURE / "system"), _text)
    persons = {(miss.what, miss.words) for miss in scores.misses if miss.row == "person"}
    assert persons == {("spurious", "Silver Anchor"), ("spurious", "Cole")}
    gatherings = [(miss.what, miss.words) for miss in scores.misses if miss.row == "gathering"]
    assert gatherings == [("spurious", "spoke of the summer camp")]


def test_a_record_against_itself_is_perfect() -> None:
    gold = read_records(FIXTURE / "gold")
    rows = score_records(gold, gold, _text).rows
    assert all(row.gold == row.system == row.match for row in rows.values())


def test_measures_of_nothing_are_zero_and_counts_add_up() -> None:
    assert (Counts().precision, Counts().recall, Counts().f1) == (0.0, 0.0, 0.0)
    assert Counts(4, 2, 1) + Counts(0, 2, 1) == Counts(4, 4, 2)
    assert Counts(4, 4, 2).f1 == 0.5


@pytest.mark.parametrize(
    ("name", "bare"),
    [("The Respected Dr. Ada Cole", "ada cole"), ("The", "the"), ("Cole-Venn & Co.", "cole venn co"), ("…", "")],
)
def test_forms_of_address_are_no_part_of_a_name(name: str, bare: str) -> None:
    assert bare_name(name) == bare


def test_likeness_of_names() -> None:
    assert likeness("Garden League", "league, garden") == 1.0
    assert likeness("Garden League", "Garden League of the North") == pytest.approx(0.9)
    assert likeness("League", None) == 0.0
    assert is_spelling_of("harbour workers union", "harbor workers union")
    assert not is_spelling_of("harbour workers union", "harbour masters union")


@pytest.mark.parametrize(
    ("gold", "system", "value"),
    [
        ("Chairwoman", "chair", 1.0),
        ("Chief Executive Officer", "CEO", 1.0),
        ("Heads of the Board", "head", 1.0),
        ("Minister", "Deputy Minister", 0.0),
        ("Minister", "Secretary", 0.0),
        ("Minister of Trade", "Minister", 0.8),
        ("Head Cook Here", "Head Cook There", 2 / 3),
    ],
)
def test_likeness_of_roles(gold: str, system: str, value: float) -> None:
    assert role_likeness(gold, system) == pytest.approx(value)


def test_a_quote_is_found_whatever_white_space_its_words_stand_in() -> None:
    folded = FoldedText("One\r\n  two\tthree")
    assert folded.place_of("two three") == (6, 15)
    assert folded.place_of("two  three four") is None
    assert folded.place_of(None) is None


def test_near_places() -> None:
    assert near((0, 10), (69, 80), within=60)
    assert not near((0, 10), (70, 80), within=60)
    assert not near(None, (0, 1))
