"""The state is a fold of the ledger: folded entry by entry or from nothing, it is the same."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.register import Register, rebuild
from chancery.register.grouping import entity_id, linked_nodes
from chancery.terms.by_hand import Statement
from chancery.terms.claims import (
    AttendanceFact,
    Fact,
    GatheringFact,
    MessageFact,
    PostFact,
    Referent,
    UnitFact,
    refs_of,
)
from chancery.terms.dates import Instant
from chancery.terms.document import TextLayer
from chancery.terms.errors import QuestionError
from chancery.terms.rulings import Ruling
from tests.register.derived import derived_state
from tests.register.world import NOON, Page, day, new_register, passing_register

PEOPLE = [("Ana Lopes",), ("Ana Maria Lopes", "Ana Lopes"), ("Ana Rosa Lopes", "Ana Lopes"), ("Dr. Ana Lopes", "Lopes")]
BODIES = ["Council", "Ruritanian Union", "Council of the Ruritanian Union"]
CHANGES = ["exists", "abolished", "renamed", "renamed", "merged", "split", "suspended", "resumed"]
DATES = [None, "1920", "1920-05-01", "1921-01-01", "1930"]

names = st.lists(st.sampled_from(PEOPLE), min_size=1, max_size=2)
bodies = st.lists(st.sampled_from(BODIES), min_size=1, max_size=2)


@st.composite
def pages(draw: st.DrawFn, number: int | None = None) -> Page:
    """A report; those of one number are readings of the same bytes. Someone in it holds a post."""
    number = draw(st.integers(0, 3)) if number is None else number
    page = Page(
        f"Report {number} of the Head.\nAna Lopes spoke to the Council.",
        draw(st.sampled_from(DATES)),
        version=draw(st.sampled_from(["1", "2"])),
    )
    people = [page.person(*name) for name in draw(names)]
    at = [page.body(name) for name in draw(bodies)]
    for fact in draw(st.lists(facts(people, at), max_size=4)):
        page.say(fact)
    page.say(PostFact(person=people[0], role="Head", organisation=at[0]))
    if draw(st.booleans()):
        page.say(GatheringFact(gathering="g1", start=draw(st.none() | st.just(day("1920-05-01"))), organisers=(at[0],)))
        page.say(AttendanceFact(who=people[0], gathering="g1"))
    return page


def facts(people: list[str], at: list[str]) -> st.SearchStrategy[Fact]:
    dates = st.sampled_from(DATES).map(lambda d: day(d) if d else None)
    person, body = st.sampled_from(people), st.sampled_from(at)
    change = st.sampled_from(["holds", "elected", "resigned", "former", "candidate", "died"])
    roles = st.sampled_from(["Head", "Member"])
    posts = st.builds(
        PostFact, person=person, role=roles, organisation=st.none() | body, change=change, date=dates,
        predecessor=st.none() | person, successor=st.none() | person, acting=st.booleans(), leave=st.booleans(),
    )  # fmt: skip
    units = st.builds(
        UnitFact, child=body, parent=st.none() | body, change=st.sampled_from(CHANGES), date=dates,
        into=st.lists(body, max_size=2).map(tuple),
    )  # fmt: skip
    return posts | posts | units | st.builds(MessageFact, senders=person.map(lambda p: (p,)))


@dataclass
class Session:
    """A register and what was put into it, for one run of Hypothesis."""

    register: Register
    layers: dict[str, TextLayer] = field(default_factory=dict)
    now: Instant = NOON

    def read(self, page: Page) -> None:
        page.into(self.register, at=self.now)
        self.layers[page.sha] = page.layer

    def layer_of(self, sha: str) -> TextLayer:
        return self.layers[self.register.document(sha).document.id]

    def ids(self, sql: str) -> list[str]:
        return [row[0] for row in self.register.store.rows(sql)]


def act(session: Session, draw: st.DrawFn) -> None:
    what = draw(st.sampled_from(["read", "read", "rule", "withdraw", "state"]))
    members = session.ids("SELECT member FROM referent ORDER BY member")
    if what == "read" or not members:
        session.read(draw(pages()))
    elif what == "state":
        state_by_hand(session, draw)
    elif what == "rule":
        judgement = draw(st.sampled_from(["same", "not the same", "unsure", "accept", "reject"]))
        claims = session.ids("SELECT id FROM claim ORDER BY id")
        if judgement in ("accept", "reject"):
            subjects = draw(st.lists(st.sampled_from(claims or ["none"]), min_size=1, max_size=1))
        else:
            subjects = draw(st.lists(st.sampled_from(members), min_size=2, max_size=2))
        session.register.record_ruling(
            Ruling(judgement=judgement, subjects=tuple(subjects), by="a tester"), at=session.now
        )
    else:
        kinds = [
            "SELECT entry FROM ruling ORDER BY seq",
            "SELECT entry FROM reading WHERE state = 'current' ORDER BY seq",
            "SELECT id FROM claim ORDER BY id",
            "SELECT claim FROM by_hand ORDER BY claim",
            "SELECT id FROM entry WHERE kind IN ('ruling', 'reading') ORDER BY seq",
        ]
        subjects = session.ids(draw(st.sampled_from(kinds)))
        if subjects:
            with suppress(QuestionError):  # a claim by hand that left with its document
                session.register.withdraw(draw(st.sampled_from(subjects)), by="a tester", at=session.now)


def state_by_hand(session: Session, draw: st.DrawFn) -> None:
    """A person states something of one of the documents, perhaps in place of one of its claims."""
    register = session.register
    sha = draw(st.sampled_from(sorted(session.layers)))
    claims = register.claims_of(sha)
    people = [Referent(id=f"p{n}", type="person", name=names[0]) for n, names in enumerate([*PEOPLE, ("Ivo Kovac",)])]
    at = [Referent(id=f"o{n}", type="organisation", name=name) for n, name in enumerate([*BODIES, "Port Office"])]
    met = [claim.id for claim in claims if isinstance(claim.fact, GatheringFact)]
    dates = st.sampled_from(DATES).map(lambda d: day(d) if d else None)
    gatherings = st.builds(
        GatheringFact, gathering=st.just("g"), start=dates, part_of=st.none() | st.sampled_from(met or [None]),
        organisers=st.sampled_from(at).map(lambda r: (r.id,)),
    )  # fmt: skip
    kinds = [facts([r.id for r in people], [r.id for r in at]), gatherings]
    if met:
        person, gathering = st.sampled_from(people).map(lambda r: r.id), st.sampled_from(met)
        kinds.append(st.builds(AttendanceFact, who=person, gathering=gathering))
    fact = draw(st.one_of(kinds))
    chosen = draw(st.none() | st.sampled_from(session.ids("SELECT id FROM entity WHERE type = 'person'") or [None]))
    whom = next((ref for ref in refs_of(fact) if ref.startswith("p")), None)
    statement = Statement(
        document=sha, fact=fact, referents=(*people, *at), spans=((0, draw(st.integers(1, 20))),),
        entities={whom: chosen} if whom and chosen else {},
        instead_of=draw(st.none() | st.sampled_from([claim.id for claim in claims] or [None])),
    )  # fmt: skip
    with suppress(QuestionError):  # the document was taken back, or the same is stated already
        register.add_claim(statement, by="a tester", why="", at=session.now)


@pytest.mark.sqlite
@settings(max_examples=50)
@given(st.data(), st.integers(1, 6))
def test_folded_step_by_step_or_from_nothing_it_is_the_same(data: st.DataObject, steps: int) -> None:
    _fold_law(data, steps)


@pytest.mark.sqlite
@settings(max_examples=50)
@given(st.data(), st.integers(1, 6))
def test_so_it_is_where_tenures_are_derived_once_for_many_steps(data: st.DataObject, steps: int) -> None:
    with passing_register() as register:
        session = Session(register)
        session.read(data.draw(pages(0)))
        for _ in range(2):
            with register.in_bulk():
                for _ in range(steps):
                    act(session, data.draw)
            folded = derived_state(register)
            rebuild(register, session.layer_of)
            assert derived_state(register) == folded


@pytest.mark.slow
@pytest.mark.postgresql
@settings(max_examples=10)  # the law is the same, and the way to a server is long
@given(st.data(), st.integers(1, 6))
def test_so_it_is_on_a_server(data: st.DataObject, steps: int) -> None:
    _fold_law(data, steps)


def _fold_law(data: st.DataObject, steps: int) -> None:
    with passing_register() as register:
        session = Session(register)
        for number in range(3):
            session.read(data.draw(pages(number)))
        for _ in range(steps):
            act(session, data.draw)
        folded = derived_state(register)
        rebuild(register, session.layer_of)
        assert derived_state(register) == folded
        act(session, data.draw)
        folded = derived_state(register)
        rebuild(register, session.layer_of)
        assert derived_state(register) == folded, "and it goes on from a rebuilt state"


@pytest.mark.sqlite
@settings(max_examples=30)
@given(st.lists(pages(), max_size=6), st.randoms(use_true_random=False))
def test_who_is_one_does_not_depend_on_the_order_of_reading(several: list[Page], chance: object) -> None:
    several = list({page.sha: page for page in several}.values())
    found = []
    for _ in range(2):
        with passing_register() as register:
            for page in several:
                page.into(register)
            assert _entities(register) == _from_scratch(register)
            rows = register.store.rows("SELECT entity, member FROM referent ORDER BY member")
            clusters: dict[str, set[str]] = {}
            for entity, member in rows:
                clusters.setdefault(entity, set()).add(member)
            found.append({frozenset(cluster) for cluster in clusters.values()})
        chance.shuffle(several)  # type: ignore[attr-defined]
    assert found[0] == found[1]


def _entities(register: Register) -> dict[str, str]:
    return dict(register.store.rows("SELECT member, entity FROM referent"))


def _from_scratch(register: Register) -> dict[str, str]:
    """The entity of every member by the rule of `identity` alone, over all names at once."""
    rows = register.store.rows("SELECT type, key, member FROM referent ORDER BY seq, place, member")
    found = {}
    for kind in {row[0] for row in rows}:
        links: dict[str, set[str]] = {}
        for node, other in register.store.rows("SELECT node, other FROM link WHERE type = ?", (kind,)):
            links.setdefault(other, set()).add(node)
        nodes = {row[1] for row in rows if row[0] == kind}
        for group in linked_nodes(nodes, {name: frozenset(by) for name, by in links.items()}):
            members = [member for type_, key, member in rows if type_ == kind and key in group]
            found |= {member: entity_id(kind, members[0]) for member in members}
    return found


def test_a_rebuild_that_fails_leaves_all_as_it_was(tmp_path: Path) -> None:
    page = Page("Ana Lopes spoke.")
    page.person("Ana Lopes")
    with new_register(tmp_path) as register:
        page.into(register)
        before = derived_state(register)

        def lost(sha: str) -> TextLayer:
            raise FileNotFoundError(sha)

        with pytest.raises(FileNotFoundError):
            rebuild(register, lost)
        assert derived_state(register) == before


def test_after_a_new_extractor_claims_that_its_text_does_not_bear_out_are_not_shown(tmp_path: Path) -> None:
    page = Page("Ana Lopes was elected Head.\nIvo Kovac spoke.")
    page.say(PostFact(person=page.person("Ana Lopes"), role="Head"), "Ana Lopes was elected Head.")
    page.say(MessageFact(senders=(page.person("Ivo Kovac"),)), "Ivo Kovac spoke.")
    other = TextLayer(
        document=page.sha, version="text/2", text=page.text.replace("Kovac", "K"), language="en",
        sentences=page.layer.sentences[:1],
    )  # fmt: skip
    with new_register(tmp_path) as register:
        page.into(register)
        rebuild(register, lambda sha: other)
        assert [claim.fact for claim in register.claims_of(page.sha)] == [page.claims[0].fact]
