"""Rulings outlive the readings that they were made on: gone, they are told; come back, they hold."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from chancery.register import Register, rebuild
from chancery.register.ruling_views import RulingToReview
from chancery.terms.claims import Claim, PostFact
from chancery.terms.rulings import Ruling
from tests.register.world import NOON, Page, new_register

TEXT = "Ana Lopes was elected Head of the Relief Office.\nIvo Kovac spoke."


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path) as opened:
        yield opened


def report(version: str, *, head: bool = True, role: str = "Head", text: str = TEXT, people: int = 2) -> Page:
    page = Page(text, "1921-05-02", version=version, source="report.txt")
    names = [page.person(name) for name in ("Ana Lopes", "Ivo Kovac")[:people]]
    if head:
        fact = PostFact(person=names[0], role=role, organisation=page.body("Relief Office"))
        page.say(fact, "Ana Lopes was elected Head of the Relief Office.")
    return page


def rejected(register: Register, page: Page) -> Claim:
    [claim] = page.claims
    register.record_ruling(Ruling(judgement="reject", subjects=(claim.id,), by="Ada", why="a hoax"), at=NOON)
    return claim


def test_a_ruling_whose_fact_is_drawn_again_stays_and_is_no_orphan(register: Register) -> None:
    page = report("1")
    page.into(register)
    claim = rejected(register, page)
    report("2").into(register)
    assert register.claims_of(page.sha) == ()
    assert (register.orphaned_rulings(), register.orphaned_count()) == ([], 0)
    assert report("2").claims[0].id == claim.id


def test_one_whose_fact_is_gone_is_told_with_what_it_was_on_and_holds_again_when_it_comes_back(
    register: Register,
) -> None:
    page = report("1")
    page.into(register)
    claim = rejected(register, page)
    report("2", head=False).into(register)
    [orphan] = register.orphaned_rulings()
    assert register.orphaned_count() == 1
    [subject] = orphan.subjects
    assert (orphan.ruling.judgement, orphan.ruling.why) == ("reject", "a hoax")
    assert subject.claim == claim
    assert (subject.gone, subject.reader, subject.version) == ("not drawn", "test", "1")
    assert subject.citations[0].sentence == "Ana Lopes was elected Head of the Relief Office."
    assert [referent.name for referent in subject.referents] == ["Ana Lopes", "Relief Office"]
    assert orphan.offers == ()
    report("3").into(register)
    assert register.orphaned_rulings() == []
    assert register.claims_of(page.sha) == (), "it is rejected still"


def test_another_fact_on_the_same_sentence_is_offered(register: Register) -> None:
    report("1").into(register)
    rejected(register, report("1"))
    other = report("2", role="President")
    other.into(register)
    [orphan] = register.orphaned_rulings()
    [offer] = orphan.offers
    assert (offer.alike, offer.claim) == ("same sentence", other.claims[0])
    register.record_ruling(offer.ruling, at=NOON)
    assert register.claims_of(other.sha) == (), "taken up by recording it"
    [orphan] = register.orphaned_rulings()
    assert orphan.offers == (), "and then it is not offered again"


def test_claims_taken_back_one_by_one_are_rulings_to_reject_them(register: Register) -> None:
    page = report("1")
    page.into(register)
    register.withdraw(page.claims[0].id, by="Ada", why="misread", at=NOON)
    report("2", head=False).into(register)
    [orphan] = register.orphaned_rulings()
    assert (orphan.ruling.judgement, orphan.ruling.by, orphan.ruling.why) == ("reject", "Ada", "misread")
    assert orphan.subjects[0].claim == page.claims[0]


def test_of_several_on_one_fact_the_last_is_told_and_none_that_was_withdrawn(register: Register) -> None:
    page = report("1")
    page.into(register)
    rejected(register, page)
    last = register.record_ruling(
        Ruling(judgement="accept", subjects=(page.claims[0].id,), by="Bo", why="it is true"), at=NOON
    )
    report("2", head=False).into(register)
    assert [orphan.ruling.by for orphan in register.orphaned_rulings()] == ["Bo"]
    register.withdraw(last.id, by="Bo", at=NOON)
    assert [orphan.ruling.by for orphan in register.orphaned_rulings()] == ["Ada"]


def two_reports(register: Register) -> tuple[str, str]:
    """The ids of Ivo Kovac in two reports, ruled to be two men."""
    report("1").into(register)
    other = Page("Ivo Kovac sang.", source="other.txt")
    other.person("Ivo Kovac")
    other.into(register)
    first, second = register.entity("Ivo Kovac").members
    register.record_ruling(Ruling(judgement="not the same", subjects=(first, second), by="Ada"), at=NOON)
    assert [each.entity.name for each in register.people()] == ["Ana Lopes", "Ivo Kovac", "Ivo Kovac"]
    return first, second


def test_an_identity_ruling_whose_name_is_gone(register: Register) -> None:
    first, second = two_reports(register)
    report("2", people=1).into(register)
    [orphan] = register.orphaned_rulings()
    assert [(subject.id, subject.gone) for subject in orphan.subjects] == [(first, "not drawn"), (second, None)]
    assert [subject.referents[0].name for subject in orphan.subjects] == ["Ivo Kovac", "Ivo Kovac"]
    report("3").into(register)
    assert register.orphaned_rulings() == []
    assert len(register.people()) == 3, "two men again"


def test_a_reading_that_was_taken_back(register: Register) -> None:
    page = report("1")
    page.into(register)
    rejected(register, page)
    [reading] = [entry for entry in register.ledger.entries() if entry.kind == "reading"]
    register.withdraw(reading.id, by="Ada", at=NOON)
    assert [orphan.subjects[0].gone for orphan in register.orphaned_rulings()] == ["taken back"]


def test_a_page_captured_anew_that_says_the_same(register: Register) -> None:
    old = report("1")
    old.into(register)
    rejected(register, old)
    anew = report("1", text=f"Site under new management.\n{TEXT}")
    anew.into(register)
    assert register.orphaned_rulings() == [], "the old capture stays, and so does its fact"
    [case] = register.rulings_on_pages_captured_anew()
    [offer] = case.offers
    assert (offer.alike, offer.claim, offer.document.id) == ("same fact", anew.claims[0], anew.sha)
    assert register.claims_of(anew.sha) != (), "nothing is assumed"
    register.record_ruling(offer.ruling, at=NOON)
    assert register.claims_of(anew.sha) == ()
    assert register.rulings_on_pages_captured_anew() == []


def test_a_page_captured_anew_with_another_sentence_offers_nothing(register: Register) -> None:
    old = report("1")
    old.into(register)
    rejected(register, old)
    report("1", text=f"It is said: {TEXT}").into(register)
    assert register.rulings_on_pages_captured_anew() == []


def test_two_namesakes_are_offered_apart_in_the_page_captured_anew(register: Register) -> None:
    first, second = two_reports(register)
    anew = report("1", text=f"Site under new management.\n{TEXT}")
    anew.into(register)
    [case] = register.rulings_on_pages_captured_anew()
    [offer] = case.offers
    assert offer.ruling.judgement == "not the same"
    assert first not in offer.ruling.subjects
    assert second in offer.ruling.subjects
    register.record_ruling(offer.ruling, at=NOON)
    assert register.rulings_on_pages_captured_anew() == []


def test_it_is_the_same_after_a_rebuild(register: Register) -> None:
    pages = [report("1"), report("2", head=False), report("1", text=f"Anew.\n{TEXT}")]
    pages[0].into(register)
    rejected(register, pages[0])
    pages[1].into(register)
    pages[2].into(register)

    def told() -> tuple[list[RulingToReview], list[RulingToReview], int]:
        return register.orphaned_rulings(), register.rulings_on_pages_captured_anew(), register.orphaned_count()

    before = told()
    assert before[0][0].offers[0].document.id == pages[2].sha
    layers = {page.sha: page.layer for page in pages}
    rebuild(register, layers.__getitem__)
    assert told() == before
