"""Gatherings, in sentences of our own."""

from __future__ import annotations

import pytest

from chancery.reader.steps import gatherings
from chancery.terms.claims import GatheringFact
from tests.reader.marked import marked_draft


def gatherings_in(marked: str) -> list[GatheringFact]:
    draft = marked_draft(marked)
    gatherings.run(draft)
    for finding in draft.findings:
        assert draft.evidence(finding).quote == draft.text[finding.start : finding.end]
    return [finding.fact for finding in draft.findings if isinstance(finding.fact, GatheringFact)]


@pytest.mark.parametrize(
    ("sentence", "form"),
    [
        ("A seminar of fishermen was held in [L Odense] on 3 May 2021.", "conference"),
        ("The annual meeting of the [O Relief Board] took place in [L Odense] on 3 May 2021.", "meeting"),
        ("[P Ana Lopes] met with [P Juri Tamm] in [L Odense] on 3 May 2021.", "meeting"),
        ("An award ceremony was held in [L Odense] on 3 May 2021.", "ceremony"),
        ("The talks between [P Ana Lopes] and [P Juri Tamm] were held in [L Odense] on 3 May 2021.", "talks"),
        ("The [O Relief Board] hosted an award ceremony in [L Odense] on 3 May 2021.", "ceremony"),
        ("Talks between [P Ana Lopes] and [P Juri Tamm] were held in [L Odense] on 3 May 2021.", "talks"),
        ("[P Ana Lopes] and [P Juri Tamm] held talks in [L Odense] on 3 May 2021.", "talks"),
    ],
)
def test_what_was_held_when_and_where(sentence: str, form: str) -> None:
    (fact,) = gatherings_in(sentence)
    assert fact.form == form
    assert fact.start is not None
    assert fact.start.iso() == "2021-05-03"
    assert fact.place == "Odense"


def test_the_same_gathering_is_stated_once() -> None:
    text = (
        "A seminar of fishermen was held in [L Odense] on 3 May 2021.\n"
        "[P Ana Lopes] spoke at the seminar.\nThe event was opened by [P Juri Tamm]."
    )
    assert len(gatherings_in(text)) == 1


def test_two_editions_are_two() -> None:
    text = (
        "The 4th congress of the [O Relief Board] was held in [L Odense] on 3 May 2021.\n"
        "The 5th congress of the [O Relief Board] will be held in [L Aarhus] on 4 May 2022."
    )
    assert [fact.place for fact in gatherings_in(text)] == ["Odense", "Aarhus"]


def test_the_headline_and_the_report_tell_one() -> None:
    text = "Seminar of Fishermen Held\n\nA seminar of fishermen took place in [L Odense] on 3 May 2021."
    assert len(gatherings_in(text)) == 1


@pytest.mark.parametrize(
    "sentence",
    ["[P Ana Lopes] was a member of Congress.", "It will visit nobody.", "[P Ana Lopes] was born in [L Odense]."],
)
def test_nothing_was_held(sentence: str) -> None:
    assert not gatherings_in(sentence)


def test_many_gatherings_cost_in_proportion() -> None:
    """Each mention is compared with the latest gatherings only."""
    text = "\n".join(f"The {n}th meeting of board {n} was held on 3 May 2021." for n in range(4, 400))
    assert len(gatherings_in(text)) > 300


def test_the_mode() -> None:
    (fact,) = gatherings_in("The annual meeting of the [O Relief Board] was held online on 3 May 2021.")
    assert fact.mode == "online"
