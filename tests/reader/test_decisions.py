"""Decisions, in sentences of our own."""

from __future__ import annotations

import pytest

from chancery.reader.steps import decisions
from chancery.terms.claims import DecisionFact
from tests.reader.marked import marked_draft


def decided(marked: str) -> list[DecisionFact]:
    draft = marked_draft(marked)
    decisions.run(draft)
    return [finding.fact for finding in draft.findings if isinstance(finding.fact, DecisionFact)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The [O Relief Board] decided to close the eastern pier in the coming year.",
        "The [O Relief Board] agreed to hold further talks with the fishermen.",
        "The [O Relief Board] also agreed to open a second school.",
    ],
)
def test_what_a_body_decides(sentence: str) -> None:
    (fact,) = decided(sentence)
    assert fact.by == ("Relief Board",)
    assert fact.status == "adopted"
    assert 0 < len(fact.summary.split()) <= 15


@pytest.mark.parametrize(
    "sentence",
    [
        "The budget for the coming year was approved unanimously.",
        "It was agreed to raise the fee to ten crowns from 1 May 2021.",
        "The motion to sell the old pier was carried by six votes to two.",
        "RESOLVED that the Treasurer report on the sale of the pier.",
    ],
)
def test_what_nobody_by_name_decides(sentence: str) -> None:
    (fact,) = decided(sentence)
    assert fact.by == ()
    assert fact.status == "adopted"


@pytest.mark.parametrize(
    ("sentence", "by", "status"),
    [
        ("[P Ana Lopes] instructed the engineers to submit their findings by 15 October.", "Ana Lopes", "adopted"),
        ("The [O Relief Board] rescinded its resolution of 3 May on fees.", "Relief Board", "annulled"),
        ("The [O Relief Board] authorised the Treasurer to sign the lease of the house.", "Relief Board", "adopted"),
    ],
)
def test_instructions_and_annulments(sentence: str, by: str, status: str) -> None:
    (fact,) = decided(sentence)
    assert (fact.by, fact.status) == ((by,), status)


def test_a_decision_told_again_is_one_decision() -> None:
    clause = "The [O Relief Board] decided to close the eastern fishing pier beside the harbour"
    assert len(decided(f"{clause} in May.\n\nThat was all. {clause}.")) == 1
    assert len(decided(f"{clause} in May.\n\nThe [O Relief Board] decided to build a second school in Odense.")) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "The decision was hard.",
        "The crew carried out the work.",
        "[P Ana Lopes] spoke of a planned visit.",
        "[P Ana Lopes] was elected chairman.",
        "The [O Relief Board] remains committed to the highest standards.",
        "[P Ana Lopes] passed away in [L Odense].",
        "Everyone hopes that the pier will last.",
    ],
)
def test_what_is_no_decision(sentence: str) -> None:
    assert not decided(sentence)


def test_one_clause_is_one_decision() -> None:
    assert len(decided("The [O Relief Board] agreed on Monday and decided to close the eastern pier.")) == 1


def test_each_row_of_what_was_resolved() -> None:
    found = decided("The [O Relief Board] resolved:\n\n- to sell the old pier;\n\n- to build a new school in May.")
    assert [fact.summary for fact in found] == ["to sell the old pier", "to build a new school in May"]
    assert {fact.by for fact in found} == {("Relief Board",)}


def test_rows_that_nobody_resolved() -> None:
    assert not decided("The [O Relief Board] remembers:\n\n- to the left the old pier;\n\n- to the right a new school.")
