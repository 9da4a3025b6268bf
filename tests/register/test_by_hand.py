"""Claims by hand: laid into the document's reading, kept by every later one, and singly taken back."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from chancery.register import Register, rebuild
from chancery.register.by_hand import borne_out
from chancery.register.ledger import ReadingTaken
from chancery.register.views import DocumentView
from chancery.terms.by_hand import Statement
from chancery.terms.claims import AttendanceFact, Claim, Evidence, Fact, GatheringFact, PostFact, Referent, UnitFact
from chancery.terms.errors import QuestionError
from tests.register.derived import derived_state
from tests.register.world import NOON, Page, day, new_register

TEXT = "Ana Lopes was elected Head of the Harbour Council.\nThe council met on 1 May 1920. Ivo Kovac took the minutes."


def minutes(version: str = "1", *, wrong: bool = True) -> Page:
    """Minutes in which the reader finds a meeting, and mistakes who was elected to what."""
    page = Page(TEXT, "1920-05-02", version=version)
    ana, council = page.person("Ana Lopes"), page.body("Harbour Council")
    if wrong:
        page.say(PostFact(person=ana, role="Member", organisation=council), TEXT.split("\n")[0])
    page.say(GatheringFact(gathering="g1", start=day("1920-05")), "The council met on 1 May 1920.")
    return page


def state(
    register: Register,
    page: Page,
    fact: Fact,
    *names: tuple[str, str, str],
    quote: str = TEXT,
    instead_of: str | None = None,
    why: str = "",
    entities: dict[str, str] | None = None,
) -> str:
    start = page.text.index(quote)
    statement = Statement(
        document=page.sha,
        fact=fact,
        referents=tuple(Referent(id=ref, type=kind, name=name) for ref, kind, name in names),  # type: ignore[arg-type]
        spans=((start, start + len(quote)),),
        instead_of=instead_of,
        entities=entities or {},
    )
    return register.add_claim(statement, by="Mira", why=why, at=NOON)


ANA, IVO, COUNCIL = ("a", "person", "Ana Lopes"), ("i", "person", "Ivo Kovac"), ("c", "organisation", "Harbour Council")
HEAD = PostFact(person="a", role="Head", organisation="c", change="elected")
CLERK = PostFact(person="i", role="Clerk", organisation="c")


def facts(view: DocumentView) -> list[Fact]:
    return [claim.fact for claim in view.claims]


def test_a_claim_by_hand_stands_beside_what_was_read(tmp_path: Path) -> None:
    page = minutes(wrong=False)
    with new_register(tmp_path) as register:
        page.into(register)
        claim = state(register, page, CLERK, IVO, COUNCIL, quote="Ivo Kovac took the minutes.", why="her own hand")
        view = register.document(page.sha)
        assert [referent.referent.name for referent in view.referents] == ["Ana Lopes", "Harbour Council", "Ivo Kovac"]
        [*_, post] = facts(view)
        assert post == PostFact(person=view.referents[2].referent.id, role="Clerk", organisation="o2")
        assert [tenure.post.role for tenure in register.entity("Ivo Kovac").tenures] == ["Clerk"]
        told = register.claim(page.sha, claim)
        assert (told.reader, told.by, told.why) == ("by hand", "Mira", "her own hand")
        assert told.claim.rule == "by hand: Mira"
        assert told.claim.evidence[0].quote == "Ivo Kovac took the minutes."
        assert register.counts().claims["post"] == 1


def test_a_wrong_claim_is_rejected_in_the_same_step_and_names_who_and_why(tmp_path: Path) -> None:
    page = minutes()
    with new_register(tmp_path) as register:
        page.into(register)
        wrong = page.claims[0].id
        right = state(
            register, page, HEAD, ANA, COUNCIL, quote=TEXT.split("\n")[0], instead_of=wrong, why="Head it says"
        )
        assert [claim.id for claim in register.claims_of(page.sha)] == [page.claims[1].id, right]
        [ruling] = register.rulings()
        assert (ruling.judgement, ruling.subjects, ruling.by, ruling.why) == (
            "reject",
            (wrong,),
            "Mira",
            "Head it says",
        )
        assert register.claim(page.sha, right).instead_of == wrong


def test_a_newer_reading_keeps_it_and_a_rebuild_too(tmp_path: Path) -> None:
    page, newer = minutes(), minutes("2")
    with new_register(tmp_path) as register:
        page.into(register)
        clerk = state(register, page, CLERK, IVO, COUNCIL)
        newer.into(register)
        assert clerk in {claim.id for claim in register.claims_of(page.sha)}
        assert register.has_reading(page.sha, "test", "2")
        folded = derived_state(register)
        rebuild(register, lambda sha: page.layer)
        assert derived_state(register) == folded


def test_taking_one_back_takes_only_it_with_the_names_that_only_it_knows(tmp_path: Path) -> None:
    page = minutes()
    with new_register(tmp_path) as register:
        page.into(register)
        before = register.document(page.sha)
        head = state(register, page, HEAD, ANA, COUNCIL)
        clerk = state(register, page, CLERK, IVO, COUNCIL)
        register.withdraw(clerk, by="Mira", at=NOON)
        assert [c.id for c in register.claims_of(page.sha)] == [*(c.id for c in page.claims), head]
        register.withdraw(head, by="Mira", at=NOON)
        after = register.document(page.sha)
        assert (after.claims, after.referents) == (before.claims, before.referents)


def test_what_was_taken_back_can_be_stated_again_and_what_stands_cannot(tmp_path: Path) -> None:
    page = minutes()
    with new_register(tmp_path) as register:
        page.into(register)
        first = state(register, page, CLERK, IVO, COUNCIL)
        with pytest.raises(QuestionError) as caught:
            state(register, page, CLERK, IVO, COUNCIL)
        assert caught.value.code == "Q009"
        register.withdraw(first, by="Mira", at=NOON)
        second = state(register, page, CLERK, IVO, COUNCIL)
        assert second != first
        assert second in {claim.id for claim in register.claims_of(page.sha)}


def test_who_was_there_by_hand_is_at_the_gathering_that_was_read(tmp_path: Path) -> None:
    page = minutes()
    with new_register(tmp_path) as register:
        page.into(register)
        met = page.claims[1].id
        state(register, page, AttendanceFact(who="i", gathering=met, capacity="speaker"), IVO)
        record = register.gathering(met)
        assert [(view.who.name, view.capacity) for view in record.attendance] == [("Ivo Kovac", "speaker")]
        assert register.counts().gatherings == 1


def test_and_when_it_is_read_anew_otherwise_or_not_at_all(tmp_path: Path) -> None:
    page = minutes()
    with new_register(tmp_path) as register:
        page.into(register)
        state(register, page, AttendanceFact(who="i", gathering=page.claims[1].id), IVO)
        other = Page(TEXT, "1920-05-02", version="2")
        other.say(GatheringFact(gathering="g7", start=day("1920-05-01")), "council met on 1 May 1920")
        other.into(register)
        [met] = [view.gathering for view in register.entity("Ivo Kovac").attended]
        assert met.start == day("1920-05-01") and register.counts().gatherings == 1
        Page(TEXT, "1920-05-02", version="3").into(register)
        [met] = [view.gathering for view in register.entity("Ivo Kovac").attended]
        assert met.start == day("1920-05") and register.counts().gatherings == 1, "as it was when it was stated"


def test_a_corrected_gathering_keeps_who_was_there(tmp_path: Path) -> None:
    page = minutes()
    page.say(AttendanceFact(who="p1", gathering="g1", capacity="chair"))
    with new_register(tmp_path) as register:
        page.into(register)
        state(register, page, AttendanceFact(who="i", gathering=page.claims[1].id), IVO)
        once = GatheringFact(gathering="g", start=day("1920-05-01"))
        first = state(register, page, once, instead_of=page.claims[1].id)
        twice = GatheringFact(gathering="g", start=day("1920-05-01"), form="conference")
        state(register, page, twice, instead_of=first)
        for name in ("Ana Lopes", "Ivo Kovac"):
            [met] = [view.gathering for view in register.entity(name).attended]
            assert (met.start, met.form) == (day("1920-05-01"), "conference")
        assert register.counts().gatherings == 1


def test_a_session_by_hand_is_part_of_the_gathering_that_was_read(tmp_path: Path) -> None:
    page = minutes()
    with new_register(tmp_path) as register:
        page.into(register)
        met = page.claims[1].id
        session = GatheringFact(gathering="g", name="Opening", start=day("1920-05-01"), part_of=met)
        claim = state(register, page, session)
        state(register, page, AttendanceFact(who="i", gathering=claim), IVO)
        assert [view.name for view in register.gathering(met).sessions] == ["Opening"]
        assert [view.who.name for view in register.gathering(claim).attendance] == ["Ivo Kovac"]
        register.withdraw(claim, by="Mira", at=NOON)
        assert not any(isinstance(fact, AttendanceFact) for fact in facts(register.document(page.sha)))


def test_a_name_of_the_record_is_tied_to_the_one_that_was_chosen(tmp_path: Path) -> None:
    """ "The council" of another town's minutes is a general name, which names alone join to nothing."""
    page, other = minutes(), Page("The Council sent a letter.\nAna Lopes signed.", "1921")
    other.body("Council")
    with new_register(tmp_path) as register:
        other.into(register)
        page.into(register)
        [council] = [row.entity for row in register.bodies() if row.entity.name == "Council"]
        fact = UnitFact(child="c", parent="o")
        state(register, page, fact, COUNCIL, ("o", "organisation", "Council"), entities={"o": council.id})
        [parent] = register.entity("Harbour Council").parents
        assert parent.parent is not None and parent.parent.id == council.id
        [ruling] = register.rulings()
        assert (ruling.judgement, ruling.by) == ("same", "Mira")


def test_a_document_in_which_nothing_was_found_is_kept_by_hand(tmp_path: Path) -> None:
    page = Page(TEXT)
    with new_register(tmp_path) as register:
        page.into(register)
        assert register.counts().nothing_found == 1
        state(register, page, CLERK, IVO, COUNCIL)
        assert register.document(page.sha).outcome == "read"
        assert [row.outcome for row in register.documents()] == ["read"]
        counts = register.counts()
        assert (counts.read, counts.nothing_found) == (1, 0)
        [reading] = register.readings()
        assert len(reading.reading.claims) == 1 and len(reading.reading.referents) == 2


def test_withdrawing_the_document_ends_it_and_nothing_is_added_then(tmp_path: Path) -> None:
    page = minutes()
    with new_register(tmp_path) as register:
        page.into(register)
        state(register, page, CLERK, IVO, COUNCIL)
        register.withdraw_document(page.sha, by="Mira", why="forged", at=NOON)
        assert register.people() == [] and register.claims_of(page.sha) == ()
        assert register.was_withdrawn(page.sha)
        with pytest.raises(QuestionError) as caught:
            state(register, page, HEAD, ANA, COUNCIL)
        assert caught.value.code == "Q008"


def test_a_claim_is_not_borne_out_where_a_text_that_proves_it_is_not_kept(tmp_path: Path) -> None:
    page, table = minutes(), Page("Ivo Kovac: clerk")
    claim = page.claims[0]
    beside = Evidence(document=table.sha, start=0, end=9, quote="Ivo Kovac")
    of_both = msgspec.structs.replace(claim, id="of both", evidence=(*claim.evidence, beside))
    reading = msgspec.structs.replace(page.reading, claims=(*page.reading.claims, of_both))
    taken = ReadingTaken(reading=reading, layer="an earlier one")
    with new_register(tmp_path) as register:
        page.into(register)
        assert borne_out(register.store, taken).claims == page.reading.claims
        table.into(register)
        assert borne_out(register.store, taken).claims == reading.claims
        unread = msgspec.structs.replace(taken, reading=msgspec.structs.replace(reading, document="0" * 64))
        assert borne_out(register.store, unread).claims == reading.claims, "of a document without any text all is taken"


@pytest.mark.parametrize(
    ("fact", "span", "instead_of"),
    [
        (CLERK, (0, 0), None),
        (CLERK, (0, 10_000), None),
        (CLERK, (-3, 4), None),
        (PostFact(person="c", role="Clerk"), (0, 9), None),
        (AttendanceFact(who="i", gathering="0" * 24), (0, 9), None),
        (PostFact(person="nobody", role="Clerk"), (0, 9), None),
    ],
)
def test_what_does_not_hold_is_refused_and_nothing_is_kept(
    tmp_path: Path, fact: Fact, span: tuple[int, int], instead_of: str | None
) -> None:
    page = minutes()
    referents = tuple(Referent(id=r, type=t, name=n) for r, t, n in (IVO, COUNCIL))  # type: ignore[arg-type]
    with new_register(tmp_path) as register:
        page.into(register)
        before = len(list(register.ledger.entries()))
        with pytest.raises(QuestionError) as caught:
            register.add_claim(
                Statement(document=page.sha, fact=fact, referents=referents, spans=(span,)), by="Mira", why="", at=NOON
            )
        assert caught.value.code == "Q009"
        assert len(list(register.ledger.entries())) == before


def test_instead_of_another_documents_claim_is_refused(tmp_path: Path) -> None:
    page, other = minutes(), Page("Ana Lopes spoke.")
    other.say(PostFact(person=other.person("Ana Lopes"), role="Head"))
    with new_register(tmp_path) as register:
        page.into(register)
        other.into(register)
        elsewhere: Claim = other.claims[0]
        with pytest.raises(QuestionError):
            state(register, page, HEAD, ANA, COUNCIL, instead_of=elsewhere.id)
        assert register.rulings() == []


def test_a_name_that_the_newer_reading_finds_is_the_same_member(tmp_path: Path) -> None:
    """So rulings on it go on."""
    page = minutes()
    with new_register(tmp_path) as register:
        page.into(register)
        state(register, page, CLERK, IVO, COUNCIL)
        before = register.entity("Ivo Kovac").members
        newer = minutes("2")
        newer.person("Ivo Kovac")
        newer.into(register)
        assert register.entity("Ivo Kovac").members == before
