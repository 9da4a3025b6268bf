"""Agreements, in sentences of our own."""

from __future__ import annotations

from chancery.reader.steps import agreements
from chancery.terms.claims import AgreementFact
from tests.reader.marked import marked_draft


def agreed(marked: str) -> list[AgreementFact]:
    draft = marked_draft(marked)
    agreements.run(draft)
    return [finding.fact for finding in draft.findings if isinstance(finding.fact, AgreementFact)]


def test_a_memorandum_between_two() -> None:
    (fact,) = agreed(
        "A memorandum of understanding between the [O Port] and the [O Relief Board] was signed on 3 May 2021."
    )
    assert fact.parties == ("Port", "Relief Board")
    assert fact.status == "signed"
    assert fact.title.startswith("memorandum of understanding")


def test_it_is_stated_once() -> None:
    text = (
        "The [O Harbour Office] and the [O Relief Board] signed a treaty on fishing rights on 3 May 2021.\n"
        "The treaty on fishing rights was read aloud."
    )
    assert len(agreed(text)) == 1


def test_what_is_signed_is_agreed_whatever_it_is_called() -> None:
    (fact,) = agreed(
        "The [O Harbour Office] and the [O Relief Board] signed a plan of cooperation for two years on 3 May 2021."
    )
    assert fact.title.startswith("plan of cooperation")
    assert fact.parties == ("Harbour Office", "Relief Board")
    assert not agreed("The [O Harbour Office] has a plan of the pier.")


def test_what_was_only_spoken_of() -> None:
    assert not agreed("There was agreement that the soup was cold.")
    assert not agreed("A partnership of minds grew between them.")


def test_how_far_it_has_come() -> None:
    (planned,) = agreed(
        "They discussed the possibility of signing a treaty of friendship between the [O Port] and the [O Relief Board]."
    )
    assert planned.status == "proposed"
    (valid,) = agreed(
        "The Treaty of Alliance between the [O Port] and the [O Relief Board] entered into force on 3 May 2021."
    )
    assert valid.status == "in force"
    assert valid.title == "Treaty of Alliance between the Port and the Relief Board"


def test_a_title_ends_where_its_words_do() -> None:
    (fact,) = agreed(
        "The [O Port] and the [O Relief Board] signed a treaty of friendship, in order to continue, on 3 May 2021."
    )
    assert fact.title == "treaty of friendship"
    (fact,) = agreed("The [O Port] and the [O Relief Board] signed a treaty of peace and of trade in the near future.")
    assert fact.title == "treaty of peace and of trade"
