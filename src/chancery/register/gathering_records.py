"""One gathering with all that belongs to it, and lists of gatherings by their days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from chancery.register.acts import Facts
from chancery.register.attendances import CAPACITIES, attended_once
from chancery.register.citations import Shown
from chancery.register.gathering_views import GatheringRecord
from chancery.register.gatherings import Gatherings, Group
from chancery.register.merged_acts import ActView, ToldAct, act_saying, merge_acts
from chancery.register.names import folded_words
from chancery.register.series import series_place
from chancery.register.store import Store
from chancery.register.views import (
    AgreementView,
    AttendanceView,
    AwardView,
    DecisionView,
    FactView,
    GatheringView,
    MessageView,
)
from chancery.terms.claims import Claim, GatheringFact
from chancery.terms.dates import DateSpan
from chancery.terms.entities import EntityName
from chancery.terms.errors import QuestionError

_CHOICES = 8
_TOLD = """
    SELECT claim.content, claim.document, reading.report FROM claim JOIN reading ON reading.seq = claim.reading
    WHERE claim.reading = ? AND claim.out = 0 AND claim.stance IN ('asserted', 'proposed') ORDER BY claim.place
"""
_BY = """
    SELECT DISTINCT claim.id, claim.content, claim.document, claim.reading, reading.report
    FROM referent JOIN claim_ref ON claim_ref.member = referent.member
    JOIN claim ON claim.id = claim_ref.claim JOIN reading ON reading.seq = claim.reading
    WHERE referent.entity = ? AND claim.day >= ? AND claim.day <= ?
        AND claim.kind IN ('agreement', 'award', 'decision', 'message') AND claim.stance IN ('asserted', 'proposed')
    ORDER BY claim.id
"""


def gathering_record(store: Store, name_or_id: str) -> GatheringRecord:
    """The gathering with that id, of any of its claims, or with those words in a name.

    Raises QuestionError Q001 where there is none, Q003 where there are several.
    """
    facts = Facts(store, Shown(store))
    gatherings = Gatherings(store, facts)
    group = _found(gatherings, name_or_id)
    whole = gatherings.view(group[0].claim)
    assert whole is not None
    part_of, sessions = _nested(store, gatherings, group)
    told = _told(store, facts, gatherings, group)
    claims = {saying.claim for saying in group}
    present = [v for v, _ in told if isinstance(v, AttendanceView) and v.gathering.id in claims]
    organisers = [
        AttendanceView(who=who, gathering=whole, capacity="organiser", citations=whole.citations)
        for who in whole.organisers
    ]
    attendance = attended_once([*organisers, *present], gatherings)
    acts = _acts(store, facts, whole, told, {view.who for view in attendance})
    return GatheringRecord(
        gathering=whole,
        stated=tuple(gatherings.stated(group)) if len(group) > 1 else (),
        part_of=part_of,
        sessions=tuple(sessions),
        attendance=tuple(
            sorted(attendance, key=lambda v: (CAPACITIES.index(v.capacity), v.who.name.casefold(), v.who.id))
        ),
        series=series_place(gatherings, group),
        agreements=tuple(act for act in acts if isinstance(act, AgreementView)),
        awards=tuple(act for act in acts if isinstance(act, AwardView)),
        decisions=tuple(act for act in acts if isinstance(act, DecisionView)),
        messages=tuple(act for act in acts if isinstance(act, MessageView)),
    )


def gathering_list(store: Store, first: dt.date | None, last: dt.date | None) -> list[GatheringView]:
    """The gatherings that are dated, with a day within [first, last], in the order of their days."""
    gatherings = Gatherings(store, Facts(store, Shown(store)))
    if first is None and last is None:
        groups = gatherings.all()
    else:
        days = store.one("SELECT min(day), max(day) FROM claim WHERE kind = 'gathering' AND out = 0")
        if days[0] is None:
            return []
        first = max(first or dt.date.min, dt.date.fromisoformat(days[0]) - dt.timedelta(days=366))
        last = min(last or dt.date.max, dt.date.fromisoformat(days[1]) + dt.timedelta(days=366))
        groups = gatherings.between(first, last) if first <= last else []
    views = [view for group in groups if (view := gatherings.view(group[0].claim)) is not None]
    return sorted((v for v in views if v.start is not None and v.start.first is not None), key=_by_days)


def _by_days(view: GatheringView) -> tuple[str, str, bool, str, str]:
    """By its days, a whole before its parts."""
    start = view.start
    assert start is not None and start.first is not None and start.last is not None
    return start.first.isoformat(), start.last.isoformat(), view.part_of is not None, view.name or "", view.id


def _found(gatherings: Gatherings, name_or_id: str) -> Group:
    group = gatherings.group(name_or_id)
    if group:
        return group
    asked = set(folded_words(name_or_id))
    named = [s for s in gatherings.sayings.all() if s.name and asked and asked <= set(folded_words(s.name))]
    exact = [s for s in named if set(folded_words(s.name or "")) == asked]
    gatherings.prepare(s.claim for s in named)
    groups = list({gatherings.group(s.claim)[0].claim: gatherings.group(s.claim) for s in exact or named}.values())
    if not groups:
        raise QuestionError("Q001", kind="gathering", name=repr(name_or_id))
    if len(groups) > 1:
        shown = [view for group in groups[:_CHOICES] if (view := gatherings.view(group[0].claim))]
        choices = ", ".join(f"{view.name} ({view.start or 'no date'}, {view.id})" for view in shown)
        more = f" and {len(groups) - _CHOICES} more" if len(groups) > _CHOICES else ""
        raise QuestionError("Q003", name=repr(name_or_id), choices=choices + more)
    return groups[0]


def _nested(store: Store, gatherings: Gatherings, group: Group) -> tuple[GatheringView | None, list[GatheringView]]:
    """The gathering that this one is part of, and those that are part of it, by what any of its documents says."""
    above: dict[str, GatheringView] = {}
    below: dict[str, GatheringView] = {}
    for saying in group:
        reading = gatherings.sayings.reading_of(saying.claim)
        claims = [msgspec.json.decode(row[0], type=Claim) for row in store.rows(_TOLD, (reading,))]
        local = {c.fact.gathering: c.id for c in claims if isinstance(c.fact, GatheringFact)}
        for claim in claims:
            if not isinstance(claim.fact, GatheringFact) or claim.fact.part_of not in local:
                continue
            pair = gatherings.view(claim.id), gatherings.view(local[claim.fact.part_of])
            if claim.id == saying.claim and pair[1] is not None:
                above[pair[1].id] = pair[1]
            elif local[claim.fact.part_of] == saying.claim and pair[0] is not None:
                below[pair[0].id] = pair[0]
    own = group[0].claim
    above.pop(own, None)
    below.pop(own, None)
    order = sorted(below.values(), key=lambda v: (v.start is None or v.start.first is None, str(v.start), v.id))
    return next((above[key] for key in sorted(above)), None), order


def _told(
    store: Store, facts: Facts, gatherings: Gatherings, group: Group
) -> list[tuple[FactView, tuple[str, DateSpan | None]]]:
    """All facts of the documents that tell of the gathering, each with its document and the day of its report."""
    found = []
    for saying in group:
        reading = gatherings.sayings.reading_of(saying.claim)
        for content, document, report_json in store.rows(_TOLD, (reading,)):
            view = facts.view(msgspec.json.decode(content, type=Claim), reading)
            if view is not None:
                report = None if report_json is None else msgspec.json.decode(report_json, type=DateSpan)
                found.append((view, (document, report)))
    return found


def _acts(
    store: Store,
    facts: Facts,
    whole: GatheringView,
    told: Iterable[tuple[FactView, tuple[str, DateSpan | None]]],
    present: set[EntityName],
) -> list[ActView]:
    if whole.start is None or whole.start.first is None or whole.start.last is None:
        return []
    first, last = whole.start.first, (whole.end.last if whole.end and whole.end.last else whole.start.last)
    acts: dict[str, ToldAct] = {}

    def take(view: FactView, document: str, report: DateSpan | None, by: set[EntityName]) -> None:
        saying = act_saying(view, document=document, report=report)
        if saying is None or not isinstance(view, AgreementView | AwardView | DecisionView | MessageView):
            return
        day = None if view.date is None else view.date.first
        if day is not None and first <= day <= last and by & set(_doers(view)):
            acts[view.id] = ToldAct(saying, view)

    for view, (document, report) in told:
        take(view, document, report, present)
    for organiser in whole.organisers:
        for _, content, document, reading, report_json in store.rows(
            _BY, (organiser.id, first.isoformat(), last.isoformat())
        ):
            report = None if report_json is None else msgspec.json.decode(report_json, type=DateSpan)
            found = facts.view(msgspec.json.decode(content, type=Claim), reading)
            if found is not None:
                take(found, document, report, {organiser})
    return merge_acts([acts[key] for key in sorted(acts)])


def _doers(view: ActView) -> tuple[EntityName, ...]:
    match view:
        case AgreementView():
            return (*view.parties, *view.signatories)
        case AwardView():
            return view.givers
        case DecisionView():
            return view.by
        case MessageView():
            return view.senders
