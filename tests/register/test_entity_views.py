"""All that the record says of one entity, each fact with its citation."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from chancery.register import Register
from chancery.register.views import EntityView
from chancery.terms.claims import (
    AgreementFact,
    AttendanceFact,
    AwardFact,
    DecisionFact,
    GatheringFact,
    MessageFact,
    PostFact,
    UnitFact,
)
from chancery.terms.entities import Citation
from tests.register.world import Page, day, new_register


def meeting() -> Page:
    page = Page(
        "The Council of the Ruritanian Union met in Strelsau.\nAna Lopes took the chair.\n"
        "The Union and Borduria signed the Treaty of Strelsau.",
        "1921-05-02",
    )
    ana, council, union = (
        page.person("Ana Lopes", "Lopes"),
        page.body("Council"),
        page.body("Ruritanian Union", "Union"),
    )
    borduria, strelsau = page.body("Borduria"), page.place("Strelsau")
    page.say(UnitFact(child=council, parent=union), "Council of the Ruritanian Union")
    page.say(
        GatheringFact(gathering="g1", start=day("1921-05-01"), place=strelsau, organisers=(union,)),
        "The Council of the Ruritanian Union met in Strelsau.",
    )
    page.say(AttendanceFact(who=ana, gathering="g1", capacity="chair"), "Ana Lopes took the chair.")
    page.say(AgreementFact(title="Treaty of Strelsau", parties=(union, borduria)), "signed the Treaty of Strelsau")
    page.say(PostFact(person=ana, role="President", organisation=council), "Ana Lopes took the chair.")
    return page


def later() -> Page:
    page = Page("The Council of the Ruritanian Union thanked Ana Lopes in a letter, resolved to act, and ended.")
    ana, council, union = page.person("Ana Lopes"), page.body("Council"), page.body("Ruritanian Union")
    page.say(UnitFact(child=council, parent=union), "Council of the Ruritanian Union")
    page.say(UnitFact(child=council, change="abolished", date=day("1930")), "ended")
    page.say(AwardFact(givers=(council,), recipients=(ana,), object="thanks"), "thanked Ana Lopes")
    page.say(DecisionFact(by=(council,), summary="to act"), "resolved to act")
    page.say(MessageFact(form="letter", senders=(council,), recipients=(ana,)), "letter")
    return page


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with new_register(tmp_path) as opened:
        meeting().into(opened)
        later().into(opened)
        yield opened


def test_a_person(register: Register) -> None:
    view = register.entity("Ana Lopes")
    assert (view.type, view.name, len(view.members)) == ("person", "Ana Lopes", 2)
    assert [(n.name, n.own, len(n.documents)) for n in view.names] == [("Ana Lopes", True, 2), ("Lopes", False, 1)]
    [attended] = view.attended
    assert (attended.capacity, attended.gathering.form, attended.who.name) == ("chair", "meeting", "Ana Lopes")
    assert attended.gathering.place is not None
    assert [(award.object, award.givers[0].name) for award in view.awards] == [("thanks", "Council")]
    assert [(message.form, message.recipients[0].name) for message in view.messages] == [("letter", "Ana Lopes")]
    assert [(t.post.role, t.post.body and t.post.body.name) for t in view.tenures] == [("President", "Council")]


def test_a_body_and_its_units_each_told_once_with_all_citations(register: Register) -> None:
    union = register.entity("Ruritanian Union")
    [unit] = union.children
    assert (unit.child.name, unit.change, len(unit.citations)) == ("Council", "exists", 2)
    assert [(a.title, [p.name for p in a.parties]) for a in union.agreements] == [
        ("Treaty of Strelsau", ["Ruritanian Union", "Borduria"])
    ]
    assert [(a.capacity, a.gathering.form) for a in union.attended] == [("organiser", "meeting")]
    council = register.entity(unit.child.id)
    assert [parent.parent and parent.parent.name for parent in council.parents] == ["Ruritanian Union"]
    assert [(change.change, str(change.date)) for change in council.changes] == [("abolished", "1930")]
    assert register.became([union.id, council.id]) == [*union.changes, *council.changes]
    assert [holder.person.name for holder in council.holders] == ["Ana Lopes"]
    assert [decision.summary for decision in council.decisions] == ["to act"]


def test_a_place(register: Register) -> None:
    assert [gathering.form for gathering in register.entity("Strelsau").hosted] == ["meeting"]


def test_every_fact_is_cited_to_the_sentence_that_states_it(register: Register) -> None:
    for listing in (*register.people(), *register.bodies(), *register.places()):
        for citation in citations(register.entity(listing.entity.id)):
            text = register.text_of(citation.document)
            assert text[citation.start : citation.end] == citation.quote
            start = citation.sentence_start
            assert text[start : start + len(citation.sentence)] == citation.sentence
            assert citation.quote in citation.sentence
            assert "\n" not in citation.sentence


def citations(view: EntityView) -> Iterator[Citation]:
    facts = (
        *view.tenures, *view.holders, *view.parents, *view.children, *view.changes, *view.attended, *view.hosted,
        *view.agreements, *view.awards, *view.decisions, *view.messages,
    )  # fmt: skip
    for fact in facts:
        assert fact.citations
        yield from fact.citations


def test_a_quote_over_two_sentences_is_shown_in_both(tmp_path: Path) -> None:
    page = Page("Ana Lopes\nHead of Relief\nThe end")
    page.say(PostFact(person=page.person("Ana Lopes"), role="Head"), "Lopes\nHead")
    with new_register(tmp_path) as register:
        page.into(register)
        [citation] = register.entity("Ana Lopes").tenures[0].citations
        assert (citation.sentence, citation.sentence_start) == ("Ana Lopes\nHead of Relief", 0)


def test_what_is_denied_or_attributed_is_no_fact_of_the_entity(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        page = Page("Ana Lopes denies that she wrote.")
        ana = page.person("Ana Lopes")
        page.say(MessageFact(senders=(ana,)), stance="denied")
        page.say(MessageFact(form="letter", senders=(ana,)), stance="attributed")
        page.say(MessageFact(form="toast", senders=(ana,)), stance="proposed")
        page.into(register)
        assert [message.form for message in register.entity("Ana Lopes").messages] == ["toast"]


def test_every_view_goes_to_json_and_back(register: Register) -> None:
    view = register.entity("Ana Lopes")
    assert msgspec.json.decode(msgspec.json.encode(view), type=EntityView) == view


def test_a_document_is_known_by_its_whole_digest(register: Register) -> None:
    sha = register.documents()[0].document.id
    assert [register.knows_document(each) for each in (sha, sha[:8], "0" * 64)] == [True, False, False]


def test_lists_count_documents_tenures_and_claims(register: Register) -> None:
    assert [(p.entity.name, p.documents, p.tenures, p.claims) for p in register.people()] == [("Ana Lopes", 2, 1, 4)]
    assert [b.entity.name for b in register.bodies()] == ["Borduria", "Council", "Ruritanian Union"]
    assert [p.entity.name for p in register.places()] == ["Strelsau"]


def test_find_entities_by_words_of_their_names(register: Register) -> None:
    assert [e.name for e in register.find_entities("ruritanian")] == ["Ruritanian Union"]
    assert [e.name for e in register.find_entities("lop")] == ["Ana Lopes"]
    assert register.find_entities("lop", "place") == []
    assert register.find_entities("") == []
