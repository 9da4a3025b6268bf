"""What recording does: once each, in order, and taken back singly."""

from __future__ import annotations

import random
from pathlib import Path

import msgspec
import pytest

from chancery.register import Register
from chancery.register.fold import rebuild
from chancery.terms.claims import PostFact, Reading, Refusal, UnitFact
from chancery.terms.errors import IntakeError, QuestionError, ReadingError
from chancery.terms.rulings import Ruling
from tests.register.world import NOON, Page, day, new_register


@pytest.fixture
def register(tmp_path: Path) -> Register:
    with new_register(tmp_path) as opened:
        yield opened  # type: ignore[misc]


def report(text: str = "Ana Lopes was elected Head of the Relief Office.", version: str = "1") -> Page:
    page = Page(text, "1921-05-02", version=version)
    person, body = page.person("Ana Lopes"), page.body("Relief Office")
    page.say(PostFact(person=person, role="Head", organisation=body, change="elected", date=day("1921-05-01")))
    return page


def kinds(register: Register) -> list[str]:
    return [entry.kind for entry in register.ledger.entries()]


def who(register: Register) -> list[str]:
    return [holder.tenure.person.name for holder in register.holders_on("Head", None, None)]


def test_reading_the_same_bytes_twice_adds_nothing(register: Register) -> None:
    page = report()
    first, second = page.into(register), page.into(register)
    assert (first.claims, first.refused, first.new) == (1, 0, True)
    assert (second.claims, second.refused, second.new) == (0, 0, False)
    assert kinds(register) == ["capture", "reading"]
    assert register.has_reading(page.sha, "test", "1")
    assert not register.has_reading(page.sha, "test", "2")
    assert not register.has_reading(page.sha, "other", "1")


def test_the_same_bytes_from_a_second_source(register: Register) -> None:
    page = report()
    page.into(register)
    copy = msgspec.structs.replace(page.document, source="copies/one.txt")
    assert not register.has_capture(page.sha, copy.source)
    assert register.record_capture(copy, at=NOON)
    assert not register.record_capture(copy, at=NOON)
    assert kinds(register) == ["capture", "reading", "capture"]
    assert [s.source for s in register.document(page.sha).sources] == [page.source, "copies/one.txt"]
    [view] = register.readings()
    assert view.sources == (page.source, "copies/one.txt")


def test_a_source_that_gives_other_bytes_and_then_the_first_again(register: Register) -> None:
    old, new = report(), report("Ana Lopes stays Head of the Relief Office.")
    new.source = old.source
    old.into(register)
    new.into(register)
    assert not register.has_capture(old.sha, old.source)
    assert [(view.document.id, view.sources) for view in register.readings()] == [
        (old.sha, ()),
        (new.sha, (old.source,)),
    ]
    assert [source.current for source in register.document(old.sha).sources] == [False]
    assert register.record_capture(old.document, at=NOON)
    assert register.has_capture(old.sha, old.source)


def test_a_newer_version_supersedes_the_older_reading(register: Register) -> None:
    report().into(register)
    newer = Page("Ana Lopes was elected Head of the Relief Office.", "1921-05-02", version="2")
    newer.person("Ana Lopes")
    newer.into(register)
    assert kinds(register) == ["capture", "reading", "supersession", "reading"]
    entries = list(register.ledger.entries())
    assert entries[2].subject == entries[1].id
    assert who(register) == []
    assert [listing.entity.name for listing in register.people()] == ["Ana Lopes"]
    assert register.bodies() == []
    assert not report().into(register).new, "and the older version does not come back"
    assert register.document(newer.sha).version == "2"


def test_a_refused_claim_is_kept_as_refused(register: Register) -> None:
    page = report()
    good = page.claims[0]
    bad = msgspec.structs.replace(
        good, id="bad", evidence=(msgspec.structs.replace(good.evidence[0], quote="made up"),)
    )
    page.claims.append(bad)
    recorded = page.into(register)
    assert (recorded.claims, recorded.refused) == (1, 1)
    view = register.document(page.sha)
    assert view.claims == (good,)
    assert [(r.claim, r.reason) for r in view.refused] == [(bad, "the quote is not what stands at [0, 48)")]
    assert register.counts().refused_claims == 1
    assert register.claims_of(page.sha) == (good,)


def test_what_the_reader_refused_is_kept_as_refused(register: Register) -> None:
    page = report()
    own = (Refusal(page.claims[0], "the quote stands nowhere"), Refusal(None, "the name stands nowhere", "Bo Dahl"))
    reading = msgspec.structs.replace(page.reading, refused=own)
    recorded = register.record(page.document, page.layer, reading, at=NOON)
    assert (recorded.claims, recorded.refused) == (1, 2)
    assert [(r.claim, r.reason, r.said) for r in register.document(page.sha).refused] == [
        (refusal.claim, refusal.reason, refusal.said) for refusal in own
    ]
    assert register.counts().refused_claims == 2
    [view] = register.readings()
    assert view.reading.refused == (), "once in the ledger, beside the reading"
    rebuild(register, lambda sha: page.layer)
    assert len(register.document(page.sha).refused) == 2


def test_another_reader_takes_the_place_and_gives_it_back(register: Register) -> None:
    page = report()
    other = msgspec.structs.replace(page.reading, reader="other", claims=())
    page.into(register)
    assert register.record(page.document, page.layer, other, at=NOON).new
    assert not register.has_reading(page.sha, "test", "1")
    assert page.into(register).new
    assert not register.has_reading(page.sha, "other", "1")
    assert who(register) == ["Ana Lopes"]
    assert register.document(page.sha).reader == "test"
    rebuild(register, lambda sha: page.layer)
    assert who(register) == ["Ana Lopes"]


def test_refused_and_failed_sources_until_they_are_taken_in(register: Register) -> None:
    page = report()
    refused, failed = IntakeError("A003", path=page.source), ReadingError("R001", path="b.txt", reason="x")
    assert register.record_refusal(page.source, refused, at=NOON)
    assert not register.record_refusal(page.source, refused, at=NOON), "the same again is no news"
    assert register.record_refusal("b.txt", failed, at=NOON)
    assert [(r.source, r.code) for r in register.refused()] == [("b.txt", "R001"), (page.source, "A003")]
    assert register.refused()[1].what == f"{page.source} is empty"
    assert (register.counts().refused, register.counts().failed) == (1, 1)
    page.into(register)
    assert [r.source for r in register.refused()] == ["b.txt"]
    assert register.record_refusal(page.source, refused, at=NOON), "and refused anew it is news"


def test_a_document_goes_with_its_own_text_and_reading_only(register: Register) -> None:
    page, other = report(), report("Ana Lopes of the Relief Office.")
    with pytest.raises(ValueError, match="its own document"):
        register.record(page.document, other.layer, page.reading, at=NOON)
    with pytest.raises(ValueError, match="its own document"):
        register.record(page.document, page.layer, other.reading, at=NOON)
    assert kinds(register) == []


def test_outcomes_not_read_and_nothing_found_differ(register: Register) -> None:
    page, empty = report("Rapport."), Page("Nothing.")
    unread = Reading(document=page.sha, reader="test", version="1", language="fr", read=False)
    register.record(page.document, page.layer, unread, at=NOON)
    empty.into(register)
    assert [listing.outcome for listing in register.documents()] == ["not read", "nothing found"]
    counts = register.counts()
    assert (counts.documents, counts.read, counts.not_read, counts.nothing_found) == (2, 0, 1, 1)


def test_a_withdrawn_reading_takes_along_what_rests_on_it_alone(register: Register) -> None:
    first, second = report(), report("Ana Lopes, newly elected Head of the Relief Office, spoke.")
    first.into(register)
    second.into(register)
    [tenure] = register.entity("Ana Lopes").tenures
    assert len(tenure.citations) == 2
    readings = [entry for entry in register.ledger.entries() if entry.kind == "reading"]
    register.withdraw(readings[0].id, by="Ada", why="a forgery", at=NOON)
    [tenure] = register.entity("Ana Lopes").tenures
    assert [citation.document for citation in tenure.citations] == [second.sha]
    assert register.document(first.sha).outcome == "withdrawn"
    register.withdraw(readings[1].id, by="Ada", at=NOON)
    assert who(register) == []
    assert register.counts().people == 0
    assert first.into(register).new, "what was withdrawn may be read again"


def test_a_claim_is_withdrawn_singly(register: Register) -> None:
    page = report()
    page.say(PostFact(person="p1", role="Member", organisation="o2"))
    page.into(register)
    register.withdraw(page.claims[0].id, by="Ada", at=NOON)
    assert who(register) == []
    assert [claim.id for claim in register.claims_of(page.sha)] == [page.claims[1].id]
    newer = report(version="2")
    newer.into(register)
    assert who(register) == [], "it stays withdrawn when a newer reader draws it again"


def test_a_rejected_claim_comes_back_with_its_ruling_withdrawn(register: Register) -> None:
    page = report()
    page.into(register)
    ruling = register.record_ruling(Ruling(judgement="reject", subjects=(page.claims[0].id,), by="Ada"), at=NOON)
    assert who(register) == []
    register.withdraw(ruling.id, by="Ada", at=NOON)
    assert who(register) == ["Ana Lopes"]


def test_only_what_there_is_can_be_withdrawn(register: Register) -> None:
    report().into(register)
    capture = next(register.ledger.entries())
    for subject in ("no such", capture.id):
        with pytest.raises(QuestionError, match="Q001"):
            register.withdraw(subject, by="Ada", at=NOON)


def member(register: Register, name: str, number: int = 0) -> str:
    rows = register.store.rows("SELECT member FROM referent WHERE name = ? ORDER BY seq", (name,))
    return str(rows[number][0])


def test_rulings_join_and_part_and_are_withdrawn_singly(register: Register) -> None:
    one, two, three = report("One."), report("Two."), Page("Three.")
    three.person("Anna Lopez")
    for page in (one, two, three):
        page.into(register)
    people = [member(register, "Ana Lopes", 0), member(register, "Ana Lopes", 1), member(register, "Anna Lopez")]

    def rule(judgement: str, *subjects: str) -> str:
        ruling = Ruling(judgement=judgement, subjects=subjects, by="Ada")  # type: ignore[arg-type]
        return register.record_ruling(ruling, at=NOON).id

    def together() -> list[int]:
        return [len({register.entity(e.entity.id).members for e in register.people()}), len(register.people())]

    before = register.people()
    apart = rule("not the same", people[0], people[1])
    assert together() == [3, 3]
    assert [len(register.entity(e.entity.id).tenures) for e in register.people()] == [1, 1, 0]
    same = rule("same", people[1], people[2])
    assert together() == [2, 2]
    assert register.entity("Anna Lopez").members == (people[1], people[2])
    register.withdraw(apart, by="Ada", at=NOON)
    assert together() == [1, 1], "what was ruled later still holds"
    assert {n.name for n in register.entity("Ana Lopes").names} == {"Ana Lopes", "Anna Lopez"}
    register.withdraw(same, by="Ada", at=NOON)
    assert register.people() == before


def test_a_name_that_joined_by_an_alias_parts_when_the_alias_goes(register: Register) -> None:
    full, short = Page("Full."), Page("Short.")
    full.person("Viktor Ivanovich Lopes", "Viktor Lopes")
    short.person("Viktor Lopes")
    full.into(register)
    short.into(register)
    [one] = register.people()
    assert (one.entity.name, one.documents) == ("Viktor Ivanovich Lopes", 2)
    second = Page("Second.")
    second.person("Viktor Pavlovich Lopes", "Viktor Lopes")
    second.into(register)
    assert len(register.people()) == 3, "two claim the short name, so it joins neither"
    readings = [entry.id for entry in register.ledger.entries() if entry.kind == "reading"]
    register.withdraw(readings[2], by="Ada", at=NOON)
    assert register.people() == [one]
    register.withdraw(readings[0], by="Ada", at=NOON)
    [left] = register.people()
    assert left.entity.name == "Viktor Lopes"
    assert left.entity.id != one.entity.id


def test_the_end_of_a_body_ends_posts_that_other_documents_tell(register: Register) -> None:
    report().into(register)
    ending = Page("The Relief Office was dissolved.", "1930-01-02")
    ending.say(UnitFact(child=ending.body("Relief Office"), change="abolished", date=day("1930-01-01")))
    ending.into(register)
    [tenure] = register.entity("Ana Lopes").tenures
    assert (tenure.end.kind, str(tenure.end.date)) == ("ended, date unknown", "1930-01-01")
    assert [citation.document for citation in tenure.citations][-1] == ending.sha


def test_a_body_that_moves_to_another_id_keeps_its_posts(register: Register) -> None:
    first = Page("The Relief Office was founded.")
    first.body("Relief Office")
    first.into(register)
    report().into(register)
    before = register.bodies()[0].entity.id
    reading = next(entry.id for entry in register.ledger.entries() if entry.kind == "reading")
    register.withdraw(reading, by="Ada", at=NOON)
    [body] = register.bodies()
    assert body.entity.id != before
    assert [t.person.name for t in register.entity(body.entity.id).holders] == ["Ana Lopes"]


def test_a_successor_ends_and_a_predecessor_is_ended(register: Register) -> None:
    page = Page("Ivo Kovac succeeded Ana Lopes as Head of the Relief Office.", "1925-03-02")
    ivo, ana, body = page.person("Ivo Kovac"), page.person("Ana Lopes"), page.body("Relief Office")
    page.say(
        PostFact(person=ivo, role="Head", organisation=body, change="elected", date=day("1925-03-01"), predecessor=ana)
    )
    report().into(register)
    page.into(register)
    [tenure] = register.entity("Ana Lopes").tenures
    assert (tenure.end.kind, str(tenure.end.date)) == ("known", "1925-03-01")
    leaving = Page("Ivo Kovac gives way to Eva Nagy.", "1930-01-01")
    ivo, eva, body = leaving.person("Ivo Kovac"), leaving.person("Eva Nagy"), leaving.body("Relief Office")
    leaving.say(PostFact(person=ivo, role="Head", organisation=body, successor=eva))
    leaving.into(register)
    [tenure] = register.entity("Ivo Kovac").tenures
    assert (tenure.end.kind, str(tenure.end.date)) == ("ended, date unknown", "1930-01-01")
    [tenure] = register.entity("Eva Nagy").tenures
    assert (tenure.start.kind, tenure.end.kind) == ("unknown", "unknown"), "when she took over is not said"


def test_only_what_is_asserted_makes_a_tenure(register: Register) -> None:
    for stance in ("denied", "proposed", "attributed"):
        page = Page(f"It is {stance} that Ana Lopes is Head.")
        page.say(PostFact(person=page.person("Ana Lopes"), role="Head"), stance=stance)  # type: ignore[arg-type]
        page.into(register)
        assert len(register.claims_of(page.sha)) == 1
    assert who(register) == []


def test_what_is_longer_than_any_name_is_kept_by_its_beginning(tmp_path: Path) -> None:
    """No index holds rows of any length, and a hostile document may call anything a name."""
    chance = random.Random(1)
    endless = "".join(chance.choice("宮本武蔵樋口一葉夏目漱石") for _ in range(20_000))
    page = Page(f"{endless} spoke.")
    page.person(f"Ana {endless}", f"Lopes {endless}")
    page.body(endless, f"{endless}s")
    with new_register(tmp_path) as register:
        assert page.into(register).new
        [person] = register.people()
        assert person.entity.name == f"Ana {endless}"[:200]
        assert register.text_of(page.sha) == page.text
        assert register.document(page.sha).referents[0].referent.name == f"Ana {endless}", "as the reader gave it"
