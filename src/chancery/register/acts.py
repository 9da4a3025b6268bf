"""Claims as views, with entities in place of the names of one document, and the same said twice told once."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from chancery.register.citations import Shown
from chancery.register.store import Listed, Store
from chancery.register.views import (
    AgreementView,
    AttendanceView,
    AwardView,
    DecisionView,
    FactView,
    GatheringView,
    MessageView,
    UnitView,
)
from chancery.terms.claims import (
    AgreementFact,
    AttendanceFact,
    AwardFact,
    Claim,
    DecisionFact,
    GatheringFact,
    MessageFact,
    UnitFact,
)
from chancery.terms.entities import Citation, EntityName

_NAMED = """
    SELECT claim, field, entity FROM claim_ref CROSS JOIN referent ON referent.member = claim_ref.member
    WHERE claim IN (SELECT value FROM json_each(?)) ORDER BY claim, field, claim_ref.place
"""


class Facts:
    """Makes the views of claims for one answer."""

    def __init__(self, store: Store, shown: Shown) -> None:
        self._store = store
        self._shown = shown
        self._known: dict[str, dict[str, list[EntityName]]] = {}

    def prepare(self, claims: Iterable[Claim]) -> None:
        """Look up whom all of these name, and their citations, with a few questions to the database."""
        asked = {claim.id: claim for claim in claims if claim.id not in self._known}
        rows = self._store.rows(_NAMED, (Listed(asked),)) if asked else []
        self._shown.prepare_entities(entity for *_, entity in rows)
        self._shown.prepare_evidence(asked.values())
        self._known |= {claim: {} for claim in asked}
        for claim, field, entity in rows:
            self._known[claim].setdefault(field, []).append(self._shown.entity(entity))

    def view(self, claim: Claim, reading: int) -> FactView | None:
        """The claim as a view; None for a post, which tenures tell, and for a gathering that is not in the record."""
        if claim.id not in self._known:
            self.prepare([claim])
        named = self._known[claim.id]
        cited = self._shown.citations([claim])

        def one(field: str) -> EntityName | None:
            return next(iter(named.get(field, ())), None)

        def several(field: str) -> tuple[EntityName, ...]:
            return tuple(named.get(field, ()))

        match claim.fact:
            case UnitFact(change=change, date=date):
                child = one("child")
                assert child is not None
                return UnitView(
                    child=child, parent=one("parent"), change=change, date=date, citations=cited, into=several("into"),
                    left=one("left"),
                )  # fmt: skip
            case GatheringFact() as fact:
                return GatheringView(
                    id=claim.id, form=fact.form, name=fact.name, start=fact.start, end=fact.end, place=one("place"),
                    mode=fact.mode, part_of=self._gathering_id(fact.part_of, reading),
                    organisers=several("organisers"), citations=cited,
                )  # fmt: skip
            case AttendanceFact() as fact:
                gathering, who = self.gathering(fact.gathering, reading), one("who")
                if gathering is None or who is None:
                    return None
                return AttendanceView(who=who, gathering=gathering, capacity=fact.capacity, citations=cited)
            case AgreementFact() as fact:
                return AgreementView(
                    id=claim.id, title=fact.title, parties=several("parties"), signatories=several("signatories"),
                    date=fact.date, status=fact.status, citations=cited,
                )  # fmt: skip
            case AwardFact() as fact:
                return AwardView(
                    id=claim.id, givers=several("givers"), recipients=several("recipients"), object=fact.object,
                    date=fact.date, citations=cited,
                )  # fmt: skip
            case DecisionFact() as fact:
                return DecisionView(
                    id=claim.id, by=several("by"), summary=fact.summary, date=fact.date, status=fact.status,
                    deadline=fact.deadline, citations=cited,
                )  # fmt: skip
            case MessageFact() as fact:
                return MessageView(
                    id=claim.id, form=fact.form, senders=several("senders"), recipients=several("recipients"),
                    date=fact.date, citations=cited,
                )  # fmt: skip
        return None

    def gathering(self, local: str, reading: int) -> GatheringView | None:
        """The gathering that a reading knows by a local id."""
        claim = self._gathering_claim(local, reading)
        view = None if claim is None else self.view(claim, reading)
        return view if isinstance(view, GatheringView) else None

    def _gathering_id(self, local: str | None, reading: int) -> str | None:
        claim = None if local is None else self._gathering_claim(local, reading)
        return None if claim is None else claim.id

    def _gathering_claim(self, local: str, reading: int) -> Claim | None:
        rows = self._store.rows(
            "SELECT content FROM claim WHERE reading = ? AND kind = 'gathering' AND out = 0 ORDER BY place", (reading,)
        )
        claims = (msgspec.json.decode(row[0], type=Claim) for row in rows)
        return next((c for c in claims if isinstance(c.fact, GatheringFact) and c.fact.gathering == local), None)


def told_once(views: Iterable[FactView]) -> list[FactView]:
    """Views that differ in their citations only are one with all citations; the first keeps its place and id.

    Gatherings and messages stay apart: two of one kind on one day may well be two.
    """
    found: dict[object, FactView] = {}
    for view in views:
        content: object = msgspec.json.encode(_bare(view)) if not _is_single(view) else object()
        known = found.get(content)
        found[content] = view if known is None else _with(known, (*known.citations, *view.citations))
    return list(found.values())


def _is_single(view: FactView) -> bool:
    return isinstance(view, GatheringView | MessageView)


def _bare(view: FactView) -> FactView:
    bare = _with(view, ())
    return bare if isinstance(bare, UnitView | AttendanceView) else msgspec.structs.replace(bare, id="")


def _with(view: FactView, citations: tuple[Citation, ...]) -> FactView:
    return msgspec.structs.replace(view, citations=tuple(dict.fromkeys(citations)))
