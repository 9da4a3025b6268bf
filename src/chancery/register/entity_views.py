"""Everything that the record says of one entity, and lists of entities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

import msgspec

from chancery.register.acts import Facts, told_once
from chancery.register.attendances import attended_once
from chancery.register.careers import stored_tenures
from chancery.register.citations import Shown
from chancery.register.gatherings import Gatherings
from chancery.register.lines import Lines
from chancery.register.lookup import find_entity, namesakes
from chancery.register.merged_acts import ToldAct, act_saying, merge_acts
from chancery.register.searching import entities_named
from chancery.register.store import Listed, Store
from chancery.register.views import (
    AgreementView,
    AttendanceView,
    AwardView,
    DecisionView,
    EntityView,
    FactView,
    GatheringView,
    MessageView,
    NameView,
    UnitView,
)
from chancery.terms.claims import Claim, EntityType
from chancery.terms.dates import DateSpan
from chancery.terms.entities import EntityName

_V = TypeVar("_V")

_BECAME = """
    SELECT DISTINCT entity, claim.day IS NULL, claim.day, claim.seq, claim.place, claim.reading, claim.content
    FROM referent CROSS JOIN claim_ref USING (member) CROSS JOIN claim ON claim.id = claim
    WHERE entity IN (SELECT value FROM json_each(?)) AND field = 'child' AND kind = 'unit'
        AND stance IN ('asserted', 'proposed') ORDER BY 2, 3, 4, 5
"""


def entity_view(store: Store, name_or_id: str) -> EntityView:
    """The entity with its names, tenures, units, gatherings and acts. Raises QuestionError Q001 or Q003."""
    entity = find_entity(store, name_or_id)
    shown = Shown(store)
    facts = Facts(store, shown)
    told = list(_told(store, facts, entity))
    views = [each.view for each in told]
    units = [unit for unit in told_once(_of(views, UnitView)) if isinstance(unit, UnitView)]
    gatherings = Gatherings(store, facts)
    seen = _of(views, GatheringView)
    organised = [
        AttendanceView(who=entity, gathering=g, capacity="organiser", citations=g.citations)
        for g in seen
        if entity in g.organisers
    ]
    attended = [*_of(views, AttendanceView), *organised]
    gatherings.prepare([*(g.id for g in seen), *(a.gathering.id for a in attended)])
    whole = {view.id: view for g in seen if (view := gatherings.view(g.id)) is not None}
    acts = merge_acts(list(_acts(told)))
    names = Lines(store).of(entity.id)  # a renamed body is one body, whose holders are its holders under any name
    tenures = stored_tenures(store, "person = ?", (entity.id,))
    holders = stored_tenures(store, "body IN (SELECT value FROM json_each(?))", (Listed(names),))
    shown.prepare_tenures((*tenures, *holders))
    members = store.rows("SELECT member FROM referent WHERE entity = ? ORDER BY seq, place, member", (entity.id,))
    return EntityView(
        id=entity.id,
        type=entity.type,
        name=entity.name,
        names=_names(store, shown, entity),
        namesakes=namesakes(store, entity),
        members=tuple(member for (member,) in members),
        tenures=tuple(shown.tenure(each) for each in tenures),
        holders=tuple(shown.tenure(each) for each in holders),
        parents=tuple(unit for unit in units if unit.child == entity and unit.parent is not None),
        children=tuple(unit for unit in units if unit.parent == entity),
        changes=tuple(unit for unit in units if unit.child == entity and unit.change != "exists"),
        attended=tuple(attended_once(attended, gatherings)),
        hosted=tuple(g for g in whole.values() if g.place == entity),
        agreements=_of(acts, AgreementView),
        awards=_of(acts, AwardView),
        decisions=_of(acts, DecisionView),
        messages=_of(acts, MessageView),
    )


def find_entities(store: Store, text: str, kind: EntityType | None = None, *, limit: int = 50) -> list[EntityName]:
    """The entities with a name that begins with, or holds, the words; those named exactly so come first."""
    return [entity for entity, _ in entities_named(store, text, kind, limit=limit)]


def became(store: Store, bodies: Sequence[str]) -> list[UnitView]:
    """What became of each of the bodies, under the name of its own alone, as `EntityView.changes` tells it."""
    shown = Shown(store)
    facts = Facts(store, shown)
    rows = store.rows(_BECAME, (Listed(bodies),))
    claims = [msgspec.json.decode(content, type=Claim) for *_, content in rows]
    facts.prepare(claims)
    told: dict[str, list[FactView]] = {body: [] for body in bodies}
    for claim, (entity, *_, reading, _) in zip(claims, rows, strict=True):
        view = facts.view(claim, reading)
        if isinstance(view, UnitView) and view.change != "exists":
            told[entity].append(view)
    return [unit for views in told.values() for unit in _of(told_once(views), UnitView)]


class _Told(msgspec.Struct, frozen=True):
    """A fact as one document states it."""

    view: FactView
    document: str
    report: DateSpan | None


def _told(store: Store, facts: Facts, entity: EntityName) -> Iterable[_Told]:
    rows = store.rows(
        "SELECT DISTINCT claim.day IS NULL, claim.day, claim.seq, claim.place, claim.reading, claim.content,"
        " claim.document, reading.report"
        " FROM referent CROSS JOIN claim_ref USING (member) CROSS JOIN claim ON claim.id = claim"
        " JOIN reading ON reading.seq = claim.reading"
        " WHERE entity = ? AND kind <> 'post' AND stance IN ('asserted', 'proposed') ORDER BY 1, 2, 3, 4",
        (entity.id,),
    )
    claims = [msgspec.json.decode(content, type=Claim) for *_, content, _, _ in rows]
    facts.prepare(claims)
    for claim, (*_, reading, _, document, report_json) in zip(claims, rows, strict=True):
        view = facts.view(claim, reading)
        if view is not None:
            report = None if report_json is None else msgspec.json.decode(report_json, type=DateSpan)
            yield _Told(view, document, report)


def _acts(told: Iterable[_Told]) -> Iterable[ToldAct]:
    for each in told:
        saying = act_saying(each.view, document=each.document, report=each.report)
        if saying is not None and isinstance(each.view, AgreementView | AwardView | DecisionView | MessageView):
            yield ToldAct(saying, each.view)


def _names(store: Store, shown: Shown, entity: EntityName) -> tuple[NameView, ...]:
    found: dict[str, tuple[bool, dict[str, None]]] = {}
    for name, own, document in store.rows(
        "SELECT naming.name, own, document FROM referent JOIN naming USING (member) WHERE entity = ?"
        " ORDER BY own DESC, seq, referent.place",
        (entity.id,),
    ):
        found.setdefault(name, (bool(own), {}))[1][document] = None
    shown.prepare_documents(sha for _, documents in found.values() for sha in documents)
    return tuple(
        NameView(name=name, own=own, documents=tuple(shown.document(sha) for sha in documents))
        for name, (own, documents) in found.items()
    )


def _of(views: Iterable[FactView], kind: type[_V]) -> tuple[_V, ...]:
    return tuple(view for view in views if isinstance(view, kind))
