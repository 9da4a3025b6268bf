"""Units, in sentences of our own."""

from __future__ import annotations

import pytest

from chancery.reader.draft import Name
from chancery.reader.steps import units
from chancery.reader.wordlists import word_list
from chancery.terms.claims import EntityType, Referent, UnitFact
from tests.reader.marked import marked_draft


def units_in(marked: str, inner: tuple[tuple[str, EntityType], ...] = ()) -> list[UnitFact]:
    """What the reader states with the scorers that the package has; `inner` are names that stand inside the marked ones."""
    draft = marked_draft(marked)
    for text, kind in inner:
        start = draft.text.index(text)
        draft.names.append(Name(start, start + len(text), kind, level=1, entity=text))
        draft.referents.setdefault(text, Referent(id=text, type=kind, name=text))
    units.run(draft)
    return [finding.fact for finding in draft.findings if isinstance(finding.fact, UnitFact)]


def told(marked: str, inner: tuple[tuple[str, EntityType], ...] = ()) -> list[tuple[str, str | None, str]]:
    return [(fact.child, fact.parent, fact.change) for fact in units_in(marked, inner)]


def test_a_body_inside_the_name_of_another_is_its_parent() -> None:
    name = "Economic Department of the Relief Association"
    assert told(f"The [O {name}] met.", (("Relief Association", "organisation"),)) == [
        (name, "Relief Association", "exists")
    ]
    assert told("The [O RA Secretariat] met.", (("RA", "organisation"),)) == [("RA Secretariat", "RA", "exists")]


def test_bodies_of_a_state_are_its_units_and_others_are_not() -> None:
    ministry = "Ministry of Trade of Brazil"
    assert told(f"The [O {ministry}] met.", (("Brazil", "place"),)) == [(ministry, "Brazil", "exists")]
    assert told("The [O Chess Federation of Brazil] met.", (("Brazil", "place"),)) == []
    assert told("The [O Brazil Chess Federation] met.", (("Brazil", "place"),)) == []


@pytest.mark.xfail(strict=True, raises=AssertionError, reason="the body of the adjective's state is not stated")
def test_the_adjective_of_a_state_ties_a_body_of_state() -> None:
    assert told("[O Brazil] abstained.\nThe Brazilian [O Parliament] met.") == [("Parliament", "Brazil", "exists")]


def test_a_genitive_ties_two_bodies() -> None:
    assert told("The [O Relief Association]'s [O Youth Section] met.") == [
        ("Youth Section", "Relief Association", "exists")
    ]


def test_founding_and_ending_have_their_dates() -> None:
    facts = units_in("The [O Aid Board] was established on 3 July 1921.\nThe [O Aid Board] was dissolved in 1946.")
    assert [(fact.change, str(fact.date)) for fact in facts] == [("created", "1921-07-03"), ("abolished", "1946")]


def test_what_is_only_proposed_is_said_to_be() -> None:
    assert told("The [O Council] proposed that the [O Aid Board] be established.") == [("Aid Board", None, "proposed")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The [O Aid Board] was not dissolved.",
        "The [O Aid Board] was never founded.",
        "The [O Aid Board] may be dissolved.",
        "The [O Council] did not found the [O Aid Board].",
    ],
)
def test_what_is_denied_or_supposed_is_no_fact(sentence: str) -> None:
    assert told(sentence) == []


def test_an_end_that_is_only_proposed_has_not_come() -> None:
    changes = [change for *_, change in told("The [O Council] proposed that the [O Aid Board] be dissolved.")]
    assert "abolished" not in changes


def test_dependent_bodies_belong_to_the_body_the_document_is_about() -> None:
    text = "The [O Relief Association] met.\nThe [O Relief Association] ate.\nThe [O Relief Association] slept.\n"
    assert told(text + "The [O Publications Committee] spoke.") == [
        ("Publications Committee", "Relief Association", "exists")
    ]
    assert told("The [O Relief Association] met.\nThe [O Publications Committee] spoke.") == []


ENTRIES = word_list("en", "units")["changes"]


def changes_of(sentence: str) -> list[str]:
    return [change for *_, change in told(sentence.replace("Relief Committee", "[O Relief Committee]"))]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["change"])
def test_each_entry_matches_its_sentence(entry: dict[str, str]) -> None:
    assert entry["change"] in changes_of(entry["matches"])


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["change"])
def test_no_entry_matches_the_other_sentence(entry: dict[str, str]) -> None:
    assert entry["change"] not in changes_of(entry["not"])
