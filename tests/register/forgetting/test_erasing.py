"""Forgetting in the ledger: nothing of the person is left, what is said of others is, and the state is a fold still."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from chancery.register import Register, rebuild
from chancery.register.forgetting.erasing import Forgotten
from chancery.register.ledger import Forgetting
from chancery.register.schema import DERIVED_TABLES
from chancery.terms.claims import (
    AgreementFact,
    DecisionFact,
    Evidence,
    Fact,
    MessageFact,
    PostFact,
    UnitFact,
    claim_id,
)
from chancery.terms.dates import Instant
from chancery.terms.document import TextLayer
from chancery.terms.errors import IntakeError, QuestionError
from chancery.terms.rulings import Ruling
from tests.register.derived import derived_rows, derived_state
from tests.register.world import NOON, Page, new_register, passing_register

NAME = "Ana Lopes"
PEOPLE = [NAME, "Ivo Kovac", "Bo Lind"]
FORMS = ("Ana", "Lopes", "LOPES")


class World:
    """A register, and the pages that its documents were made of."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.pages: dict[str, Page] = {}

    def read(self, page: Page, at: Instant = NOON) -> None:
        self.pages[page.sha] = page
        page.into(self.register, at=at)

    def layer_of(self, sha: str) -> TextLayer:
        return self.register.masked_text(sha) or self.pages[sha].layer

    def forget(self, name: str = NAME, at: Instant = NOON) -> Forgotten:
        return self.register.forget(name, self.layer_of, by="Ada", at=at)

    def rule(self, judgement: str, *subjects: str, why: str = "") -> str:
        ruling = Ruling(judgement=judgement, subjects=subjects, by="Ada", why=why)  # type: ignore[arg-type]
        return self.register.record_ruling(ruling, at=NOON).id

    def written(self) -> list[str]:
        """Everything that stands in the database, as text."""
        rows = [row[0] for row in self.register.store.rows("SELECT content FROM payload WHERE content IS NOT NULL")]
        texts = [content.decode("utf-8", "replace") for content in rows]
        for table in (*DERIVED_TABLES, "suggestion"):
            for row in self.register.store.rows(f"SELECT * FROM {table}"):
                texts += [v.decode("utf-8", "replace") if isinstance(v, bytes) else str(v) for v in row]
        return texts

    def names_her(self) -> bool:
        return any(form in text for text in self.written() for form in FORMS)


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with new_register(tmp_path) as register:
        yield World(register)


@st.composite
def pages(draw: st.DrawFn, number: int) -> Page:
    named = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=3, unique=True))
    page = Page(
        f"Report {number}.\n" + "".join(f"{name} spoke to the Council.\n" for name in named),
        "1920-05-01",
        source=draw(st.sampled_from([f"{number}.txt", f"{number} on ana lopes.txt"])),
        version=draw(st.sampled_from(["1", "2"])),
    )
    people = [page.person(name, *(["Lopes"] if name == NAME and draw(st.booleans()) else [])) for name in named]
    body = page.body("Council")
    person = st.sampled_from(people)
    several = st.lists(person, max_size=2, unique=True).map(tuple)
    facts: st.SearchStrategy[Fact] = (
        st.builds(PostFact, person=person, role=st.just("Head"), organisation=st.just(body), predecessor=person)
        | st.builds(UnitFact, child=st.just(body))
        | st.builds(AgreementFact, title=st.sampled_from(["Pact", "Pact of Ana Lopes"]), signatories=several)
        | st.builds(MessageFact, senders=several, recipients=several)
    )
    for fact in draw(st.lists(facts, max_size=4, unique_by=repr)):
        page.say(fact, page.text.split("\n")[draw(st.integers(0, len(named)))])
    page.claims = list({claim.id: claim for claim in page.claims}.values())
    return page


def _act(world: World, draw: st.DrawFn) -> None:
    store = world.register.store
    claims = [row[0] for row in store.rows("SELECT id FROM claim ORDER BY id")]
    members = [row[0] for row in store.rows("SELECT member FROM referent ORDER BY member")]
    what = draw(st.sampled_from(["accept", "reject", "same", "not the same", "withdraw"]))
    if what in ("accept", "reject") and claims:
        world.rule(what, draw(st.sampled_from(claims)), why=draw(st.sampled_from(["", "as Ana Lopes said"])))
    elif what in ("same", "not the same"):
        world.rule(what, *draw(st.lists(st.sampled_from(members), min_size=2, max_size=2)))
    elif what == "withdraw" and claims:
        world.register.withdraw(draw(st.sampled_from(claims)), by="Ada", why="Ana Lopes asked", at=NOON)


@pytest.mark.slow_on_postgresql
@settings(max_examples=40, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@given(st.data())
def test_nothing_of_her_is_left_and_all_of_the_others_is(data: st.DataObject) -> None:
    with passing_register() as register:
        world = World(register)
        sure = Page(f"{NAME} spoke.", source="sure.txt")
        sure.person(NAME)
        world.read(sure)
        for number in data.draw(st.lists(st.integers(0, 2), min_size=1, max_size=5)):
            world.read(data.draw(pages(number)))
        for _ in range(data.draw(st.integers(0, 3))):
            _act(world, data.draw)
        rows = register.store.rows(
            "SELECT DISTINCT entity FROM referent JOIN naming USING (member) WHERE naming.name = ?", (NAME,)
        )
        if len(rows) > 1:
            return  # a ruling has made two of her, and each is forgotten by itself
        hers = set(register.entity(rows[0][0]).members)
        kept = _claims_of_others(world, hers)
        world.forget(rows[0][0])
        assert not world.names_her()
        assert kept <= {claim.id for page in world.pages for claim in register.claims_of(page)}
        state = derived_state(register)
        rebuild(register, world.layer_of)
        assert derived_state(register) == state
        with pytest.raises(QuestionError) as caught:
            register.entity(NAME)
        assert caught.value.code == "Q006"


def _claims_of_others(world: World, hers: set[str]) -> set[str]:
    marks = ", ".join("?" for _ in hers)
    rows = world.register.store.rows(
        f"SELECT id, content FROM claim WHERE out = 0 AND id NOT IN"
        f" (SELECT claim FROM claim_ref WHERE member IN ({marks}))",
        tuple(hers),
    )
    return {claim for claim, content in rows if b"Pact of Ana" not in content}


def council(*names: str, text: str = "", version: str = "1") -> tuple[Page, list[str], str]:
    page = Page(text or f"{' and '.join(names)} spoke to the Council.", "1920-05-01", version=version)
    return page, [page.person(name) for name in names], page.body("Council")


def test_as_known_before_the_others_are_as_they_were(world: World, tmp_path: Path) -> None:
    page, (ana, ivo), body = council(NAME, "Ivo Kovac")
    page.say(PostFact(person=ana, role="Head", organisation=body))
    page.say(PostFact(person=ivo, role="Clerk", organisation=body))
    world.read(page)
    later = Instant(NOON.at + dt.timedelta(days=2))
    world.read(Page("Nobody spoke.", source="other.txt"), at=later)
    with world.register.known(NOON, folder=tmp_path / "known") as past:
        before = derived_rows(past)
    world.forget(at=Instant(NOON.at + dt.timedelta(days=4)))
    for _ in range(2):
        with world.register.known(NOON, folder=tmp_path / "known") as past:
            assert [holder.tenure.person.name for holder in past.holders_on("Clerk", None, None)] == ["Ivo Kovac"]
            assert past.holders_on("Head", None, None) == []
            assert [len(past.documents()), len(past.people())] == [1, 1]
            with pytest.raises(QuestionError) as caught:
                past.entity(NAME)
            assert caught.value.code == "Q006"
            assert derived_rows(past) != before
            assert "Lopes" not in repr(derived_rows(past))


def test_a_fact_of_several_goes_on_without_her_and_its_ruling_with_it(world: World) -> None:
    page, (ana, ivo), _ = council(NAME, "Ivo Kovac")
    claim = page.say(AgreementFact(title="Pact", signatories=(ana, ivo)))
    world.read(page)
    world.rule("reject", claim.id)
    world.rule("accept", claim.id)
    world.rule("reject", claim.id)
    world.forget()
    assert world.register.claims_of(page.sha) == (), "it is rejected still"
    [content] = [row[0] for row in world.register.store.rows("SELECT content FROM claim")]
    [ref] = [r.referent.id for r in world.register.document(page.sha).referents if r.referent.name == "Ivo Kovac"]
    assert f'"signatories":["{ref}"]'.encode() in content
    assert claim.id.encode() not in content


def test_rulings_on_her_go_and_those_on_others_stay(world: World) -> None:
    page, people, body = council(NAME, "Ivo Kovac", "Bo Lind")
    hers = page.say(PostFact(person=people[0], role="Head", organisation=body))
    his = page.say(PostFact(person=people[1], role="Clerk", organisation=body))
    world.read(page)
    ivo, bo, ana = (world.register.entity(name).members[0] for name in ("Ivo Kovac", "Bo Lind", NAME))
    gone = [world.rule("accept", hers.id), world.rule("not the same", ana, ivo)]
    kept = [world.rule("reject", his.id, why="so says Ana Lopes"), world.rule("not the same", ivo, bo)]
    world.forget()
    ledger = world.register.ledger
    payloads = [ledger.payload(entry) for entry in map(ledger.entry, (*gone, *kept)) if entry is not None]
    assert payloads[:2] == [None, None]
    assert b"so says \xe2\x96\x88" in (payloads[2] or b"")
    assert payloads[3] is not None
    assert world.register.claims_of(page.sha) == ()


def test_a_claim_that_was_taken_back_does_not_come_back_in_another_form(world: World) -> None:
    page, (ana, ivo), _ = council(NAME, "Ivo Kovac")
    claim = page.say(MessageFact(senders=(ana, ivo)))
    world.read(page)
    world.register.withdraw(claim.id, by="Ada", at=NOON)
    world.forget()
    assert world.register.claims_of(page.sha) == ()


def test_readings_that_were_superseded_forget_too(world: World) -> None:
    for version, name in (("1", NAME), ("2", "Ana M. Lopes")):
        page, (ana,), body = council(name, text="Ana Lopes spoke; Ana M. Lopes left.", version=version)
        page.say(PostFact(person=ana, role="Head", organisation=body))
        world.read(page)
    world.forget("Ana M. Lopes")
    assert not world.names_her()


def test_words_about_her_in_facts_of_others_are_masked(world: World) -> None:
    page, (_, ivo), _ = council(NAME, "Ivo Kovac")
    page.body("Ana Lopes Fund")
    page.say(DecisionFact(by=(ivo,), summary="thanks Lopes"))
    world.read(page)
    world.forget()
    assert not world.names_her()
    [claim] = world.register.claims_of(page.sha)
    assert isinstance(claim.fact, DecisionFact)
    assert claim.fact.summary == "thanks █████"
    assert claim.evidence[0].quote == "█████████ and Ivo Kovac spoke to the Council."


def test_others_keep_their_own_names(world: World) -> None:
    page, (_, weiss), _ = council(NAME, "Ana Weiss", text="Ana Lopes and Ana Weiss spoke to the Council. Ana left.")
    page.say(DecisionFact(by=(weiss,), summary="Ana Weiss thanks Ana"))
    world.read(page)
    world.forget()
    assert [person.entity.name for person in world.register.people()] == ["Ana Weiss"]
    assert world.register.text_of(page.sha) == "█████████ and Ana Weiss spoke to the Council. ███ left."
    [claim] = world.register.claims_of(page.sha)
    assert isinstance(claim.fact, DecisionFact)
    assert claim.fact.summary == "Ana Weiss thanks ███"


def test_a_document_that_only_speaks_of_her_is_masked_too(world: World) -> None:
    named, _, _ = council(NAME)
    world.read(named)
    page = Page("Le discours d'Ana Lopes.", source="fr.txt")
    world.pages[page.sha] = page
    reading = msgspec.structs.replace(page.reading, read=False, language="fr")
    world.register.record(page.document, page.layer, reading, at=NOON)
    assert len(world.forget().plan.documents) == 2
    assert not world.names_her()


def test_another_of_the_same_name_is_left_alone_where_she_is_known_to_be_another(world: World) -> None:
    first, _, _ = council(NAME)
    second = Page(f"{NAME} sang.", source="second.txt")
    second.person(NAME)
    world.read(first)
    world.read(second)
    one, other = world.register.entity(NAME).members
    world.rule("not the same", one, other)
    [mine] = [
        each.entity.id for each in world.register.people() if one in world.register.entity(each.entity.id).members
    ]
    forgotten = world.forget(mine)
    assert (forgotten.plan.documents, forgotten.plan.namesakes) == ((first.sha,), 1)
    assert world.register.text_of(second.sha) == f"{NAME} sang."


def test_a_second_person_of_the_same_document(world: World) -> None:
    page, (ana, ivo, bo), body = council(*PEOPLE)
    page.say(MessageFact(senders=(ana, ivo, bo)))
    page.say(PostFact(person=bo, role="Head", organisation=body))
    world.read(page)
    world.forget()
    world.forget("Ivo Kovac")
    assert not world.names_her()
    assert not any("Kovac" in text for text in world.written())
    assert [person.entity.name for person in world.register.people()] == ["Bo Lind"]
    assert len(world.register.claims_of(page.sha)) == 2
    state = derived_state(world.register)
    rebuild(world.register, world.layer_of)
    assert derived_state(world.register) == state


def test_the_tombstone_tells_when_and_by_whom_and_not_who(world: World) -> None:
    page, _, _ = council(NAME)
    world.read(page)
    entry = world.register.forget(NAME, world.layer_of, by="Ada", why="Ana Lopes asked for it", at=NOON).entry
    tombstone = msgspec.json.decode(world.register.ledger.payload(entry) or b"", type=Forgetting)
    assert (entry.kind, tombstone.by, tombstone.why) == ("forgetting", "Ada", "█████████ asked for it")
    assert tombstone.documents == (page.sha,)
    assert world.register.unfinished()
    world.register.scrub()
    world.register.finished()
    assert not world.register.unfinished()


def test_what_was_forgotten_does_not_come_in_again(world: World) -> None:
    page, _, _ = council(NAME)
    world.read(page)
    world.forget()
    with pytest.raises(IntakeError) as caught:
        page.into(world.register)
    assert caught.value.code == "A013"
    other, (ana, ivo), body = council(
        "Dr. Ana Lopes", "Ivo Kovac", text="Dr. Ana Lopes met Ivo Kovac. Lopes left.\nBye."
    )
    other.say(PostFact(person=ana, role="Head", organisation=body))
    kept = other.say(PostFact(person=ivo, role="Clerk", organisation=body), "met Ivo Kovac. Lopes left.")
    world.read(other)
    assert [claim.id for claim in world.register.claims_of(other.sha)] == [kept.id]
    assert world.register.text_of(other.sha) == "█████████████ met Ivo Kovac. █████ left.\nBye."
    world.register.record_refusal("ana lopes.bin", IntakeError("A007", path="ana lopes.bin"), at=NOON)
    assert not world.names_her()
    assert not any("ana lopes" in text for text in world.written())
    state = derived_state(world.register)
    rebuild(world.register, world.layer_of)
    assert derived_state(world.register) == state


def test_evidence_in_another_document_is_masked_there_too(world: World) -> None:
    names = Page("1 Ana Lopes\n2 Ivo Kovac", source="names.csv")
    posts = Page("1 Head\n2 Clerk", source="posts.csv")
    ana, ivo = posts.person(NAME), posts.person("Ivo Kovac")
    posts.say(PostFact(person=ana, role="Head"), "1 Head")
    posts.say(PostFact(person=ivo, role="Clerk"), "2 Clerk")
    for number, quote in enumerate(("1 Ana Lopes", "2 Ivo Kovac")):
        start = names.text.index(quote)
        there = Evidence(document=names.sha, start=start, end=start + len(quote), quote=quote)
        claim = posts.claims[number]
        evidence = (*claim.evidence, there)
        of_names = {ref: (r.type, r.name) for ref, r in posts.referents.items()}
        posts.claims[number] = msgspec.structs.replace(
            claim, id=claim_id(claim.fact, evidence, of_names), evidence=evidence
        )
    world.pages |= {names.sha: names, posts.sha: posts}
    world.register.record_capture(names.document, at=NOON)
    world.register.record(posts.document, posts.layer, posts.reading, beside={names.sha: names.layer}, at=NOON)
    assert set(world.forget().plan.documents) == {names.sha, posts.sha}
    assert not world.names_her()
    assert world.layer_of(names.sha).text == "1 █████████\n2 Ivo Kovac"
    assert [claim.id for claim in world.register.claims_of(posts.sha)] == [posts.claims[1].id]


def test_a_captured_text_that_nothing_is_read_in_is_kept_masked(world: World) -> None:
    page, _, _ = council(NAME)
    world.read(page)
    world.forget()
    names = Page("1 Ana Lopes\n2 Ivo Kovac", source="names.csv")
    world.register.record_capture(names.document, at=NOON)
    world.register.withhold_text(names.layer, at=NOON)
    kept = world.register.masked_text(names.sha)
    assert kept is not None
    assert kept.text == "1 █████████\n2 Ivo Kovac"
    assert not world.register.keeps_bytes(names.sha)
    assert not world.names_her()


def test_the_key_is_of_each_register(tmp_path: Path) -> None:
    tokens = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        with new_register(tmp_path / name) as register:
            world = World(register)
            page, _, _ = council(NAME)
            world.read(page)
            world.forget()
            tokens.append({row[0] for row in register.store.rows("SELECT token FROM withheld_name")})
    assert tokens[0]
    assert not tokens[0] & tokens[1]


def test_names_that_run_on_from_hers_are_told_and_left(world: World) -> None:
    page, _, _ = council(NAME, "Ana Lopesspoke", "Ivo Kovac")
    world.read(page)
    plan = world.forget().plan
    assert [other.name for other in plan.run_on] == ["Ana Lopesspoke"]
    assert [person.entity.name for person in world.register.people()] == ["Ana Lopesspoke", "Ivo Kovac"]


def test_a_namesake_left_alone_is_masked_when_a_newer_reader_reads_her_document(world: World) -> None:
    first, _, _ = council(NAME)
    world.read(first)
    world.read(sang("1"))
    one, other = world.register.entity(NAME).members
    world.rule("not the same", one, other)
    [mine] = [
        each.entity.id for each in world.register.people() if one in world.register.entity(each.entity.id).members
    ]
    world.forget(mine)
    entries = len(list(world.register.ledger.entries()))
    world.read(sang("1"))
    assert len(list(world.register.ledger.entries())) == entries, "reading again adds nothing"
    world.read(sang("2"))
    assert NAME not in world.register.text_of(sang("2").sha)
    assert not world.register.search("lopes")
    state = derived_state(world.register)
    rebuild(world.register, world.layer_of)
    assert derived_state(world.register) == state


def sang(version: str) -> Page:
    page = Page(f"{NAME} sang.", source="second.txt", version=version)
    page.person(NAME)
    return page


@pytest.mark.parametrize("field", ["publisher", "category", "dateline", "title"])
def test_what_a_page_says_of_itself_does_not_bring_her_in_again(world: World, field: str) -> None:
    page, _, _ = council(NAME)
    world.read(page)
    world.forget()
    other = Page("Bo Lind spoke.", source="other.txt")
    other.person("Bo Lind")
    document = msgspec.structs.replace(other.document, **{field: f"Records of {NAME}"})
    world.register.record_capture(document, at=NOON)
    assert not world.names_her()
    world.register.record(document, other.layer, other.reading, at=NOON)
    assert not world.names_her()
