"""Awards, in sentences of our own."""

from __future__ import annotations

import pytest

from chancery.reader.steps import awards
from chancery.terms.claims import AwardFact
from tests.reader.marked import marked_draft


def awarded(marked: str) -> list[tuple[tuple[str, ...], tuple[str, ...], str]]:
    draft = marked_draft(marked)
    awards.run(draft)
    facts = [finding.fact for finding in draft.findings if isinstance(finding.fact, AwardFact)]
    return [(fact.givers, fact.recipients, fact.object) for fact in facts]


@pytest.mark.parametrize(
    ("sentence", "recipients", "thing"),
    [
        ("[P Ana Lopes] was awarded the Golden Oar Award by the [O Relief Board].", ("Ana Lopes",), "Golden Oar Award"),
        ("The Golden Oar Award was presented to [P Ana Lopes].", ("Ana Lopes",), "Golden Oar Award"),
        ("The [O Relief Board] presented [P Ana Lopes] with a Silver Medal.", ("Ana Lopes",), "Silver Medal"),
        ("[P Ana Lopes], recipient of the Golden Oar Award for rowing.", ("Ana Lopes",), "Golden Oar Award for rowing"),
        (
            "Certificates were awarded to [P Ana Lopes] and [P Juri Tamm].",
            ("Ana Lopes", "Juri Tamm"),
            "Certificates",
        ),
    ],
)
def test_who_got_what(sentence: str, recipients: tuple[str, ...], thing: str) -> None:
    ((_, found, named),) = awarded(sentence)
    assert (found, named) == (recipients, thing)


def test_who_gave_it() -> None:
    ((givers, _, _),) = awarded("The [O Relief Board] presented [P Ana Lopes] with a Silver Medal.")
    assert givers == ("Relief Board",)


def test_rows_of_a_list_of_awards() -> None:
    text = "Golden Oar Award – [P Ana Lopes]\n\nSilver Oar Award – [P Juri Tamm]"
    assert [recipients for _, recipients, _ in awarded(text)] == [("Ana Lopes",), ("Juri Tamm",)]


def test_rows_under_a_heading() -> None:
    rows = "\n\n* Best Rower – [P Ana Lopes]\n* Fair Play – [P Juri Tamm]"
    assert (("Ana Lopes",), "Best Rower") in [tuple(award[1:]) for award in awarded("Prizes and awards" + rows)]
    assert awarded("Rowers" + rows) == []


def test_a_row_under_a_heading_needs_no_word_of_awards() -> None:
    text = "Prizes and awards\n\n* Best Rower – [P Ana Lopes]\n* Fair Play – [P Juri Tamm]"
    assert (("Juri Tamm",), "Fair Play") in [tuple(award[1:]) for award in awarded(text)]


def test_verb_left_out() -> None:
    text = "The Golden Oar Award was presented to [P Ana Lopes], the Silver Medal for youth to [P Juri Tamm]."
    assert ("Juri Tamm",) in [recipients for _, recipients, _ in awarded(text)]


def test_named_of_the_year() -> None:
    ((_, recipients, thing),) = awarded("[P Ana Lopes] was named Rower of the Year.")
    assert (recipients, thing) == (("Ana Lopes",), "Rower of the Year")


def test_the_award_is_none_of_its_own() -> None:
    text = (
        "The [O Relief Board] conferred the Golden Oar Award on [P Ana Lopes].\n\n"
        "The award was presented to [P Ana Lopes] on Monday."
    )
    ((_, recipients, thing),) = awarded(text)
    assert (recipients, thing) == (("Ana Lopes",), "Golden Oar Award")


def test_a_sentence_that_lists_awards() -> None:
    found = awarded(
        "[P Ana Lopes] rows.\nHer awards include the Golden Oar Prize (1983), the Order of the Pier and a boat."
    )
    assert [thing for _, _, thing in found] == ["Golden Oar Prize", "Order of the Pier"]
    assert {recipients for _, recipients, _ in found} == {("Ana Lopes",)}


def test_who_was_described_won_it() -> None:
    ((_, recipients, _),) = awarded("[P Ana Lopes] was a [O Relief Board] clerk who won the Golden Oar Prize in 1943.")
    assert recipients == ("Ana Lopes",)


@pytest.mark.parametrize(
    ("sentence", "candidates"),
    [
        ("The [O Harbour Office] presented [P Ana Lopes] with a carved paddle.", {"Harbour Office", "Ana Lopes"}),
        ("A medal for [P Ana Lopes] came by post.", {"Ana Lopes"}),
        ("[P Ana Lopes] came by post.", set()),
    ],
)
def test_everybody_beside_a_word_of_giving_is_a_candidate(sentence: str, candidates: set[str]) -> None:
    found = awards.candidates(marked_draft(sentence))
    assert {ref for awarding, _ in found for ref in awarding.recipients} == candidates


def test_thanks_are_awards() -> None:
    ((givers, recipients, _),) = awarded("[P Juri Tamm] thanked [P Ana Lopes] for ten years of work.")
    assert (givers, recipients) == (("Juri Tamm",), ("Ana Lopes",))


def test_no_award() -> None:
    assert not awarded("[P Ana Lopes] presented a paper to the [O Relief Board].")
    assert not awarded("In order to save time, [P Ana Lopes] took the train.")
