"""What changed between two days: appointments, departures, bodies, gatherings and acts, in the order of their days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator

import msgspec

from chancery.register.acts import Facts
from chancery.register.careers import StoredTenure, stored_tenures
from chancery.register.change_views import CHANGE_KINDS, Change, ChangeKind, Changes, DayKnown
from chancery.register.citations import Shown
from chancery.register.gatherings import Gatherings
from chancery.register.lineage import Lineage
from chancery.register.merged_acts import ToldAct, act_saying, merge_acts
from chancery.register.post_changes import post_changes
from chancery.register.sayings import is_ahead
from chancery.register.store import Listed, Row, Store
from chancery.register.unit_changes import ToldUnit, unit_changes
from chancery.register.unit_sayings import EntityId
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
from chancery.terms.claims import Claim
from chancery.terms.dates import DateSpan, Instant
from chancery.terms.entities import EntityName

_TOGETHER = 500  # tenures whose claims are looked up at once
_DECADE = dt.timedelta(days=3653)  # the vaguest of dates, so far before a day may it begin

_COLUMNS = (
    "claim.seq, claim.place, claim.id, claim.content, claim.reading, claim.document, claim.stance, reading.report"
)
_WHOLE = f"""
    SELECT {_COLUMNS} FROM claim JOIN reading ON reading.seq = claim.reading
    WHERE claim.kind IN ('unit', 'gathering', 'agreement', 'award', 'decision', 'message') AND claim.out = 0
        AND claim.stance IN ('asserted', 'proposed') AND {{where}}
    ORDER BY claim.seq, claim.place, claim.id
"""
_BY_DAY = _WHOLE.format(where="claim.day >= ? AND claim.day <= ?")
_BY_REPORT = _WHOLE.format(where="claim.day IS NULL AND reading.report_last >= ? AND reading.report_last <= ?")
_ABOUT = f"""
    SELECT DISTINCT {_COLUMNS}
    FROM referent CROSS JOIN claim_ref ON claim_ref.member = referent.member
    CROSS JOIN claim ON claim.id = claim_ref.claim JOIN reading ON reading.seq = claim.reading
    WHERE referent.entity IN (SELECT value FROM json_each(?))
        AND claim.kind <> 'post' AND claim.stance IN ('asserted', 'proposed')
    ORDER BY claim.seq, claim.place, claim.id
"""
_RECORDED = """
    SELECT claim.id FROM claim LEFT JOIN by_hand ON by_hand.claim = claim.id
    JOIN reading ON reading.seq = coalesce(by_hand.reading, claim.reading) JOIN entry ON entry.id = reading.entry
    WHERE entry.recorded >= ?
"""


def changes_between(
    store: Store,
    about: EntityName | None,
    first: dt.date | None,
    last: dt.date | None,
    *,
    kinds: Collection[ChangeKind] = CHANGE_KINDS,
    units: bool = False,
    recorded_since: Instant | None = None,
) -> Changes:
    """What changed from the day `first` to `last`, both included, about a person, a body or a place, or at all.

    Only changes of `kinds` are told. A body is followed under all its names; `units` follows its units too. With
    `recorded_since`, only what the record has learned since: changes that every claim about was recorded then or later.
    """
    span = _Days(first or dt.date(1, 1, 1), last or dt.date(9999, 12, 30))
    found = [*_posts(store, about, units=units), *_told(store, about, span, units=units)]
    inside = [msgspec.structs.replace(c, partly=not span.holds(c)) for c in found if c.kind in kinds and span.meets(c)]
    if recorded_since is not None:
        new = {row[0] for row in store.rows(_RECORDED, (recorded_since.iso(),))}
        inside = [c for c in inside if all(citation.claim in new for citation in c.citations)]
    return Changes(
        about=about,
        first=None if first is None else first.isoformat(),
        last=None if last is None else last.isoformat(),
        changes=tuple(sorted(inside, key=_order)),
    )


class _Days(msgspec.Struct, frozen=True):
    """The days that were asked about, both ends included."""

    first: dt.date
    last: dt.date

    def meets(self, change: Change) -> bool:
        begun, over = _extent(change)
        return begun <= self.last and over >= self.first

    def holds(self, change: Change) -> bool:
        begun, over = _extent(change)
        return self.first <= begun and over <= self.last


def _extent(change: Change) -> tuple[dt.date, dt.date]:
    assert change.date.first is not None and change.date.last is not None
    over = change.date.last
    if isinstance(change.fact, GatheringView) and change.fact.end is not None and change.fact.end.last is not None:
        over = max(over, change.fact.end.last)
    return change.date.first, over


def _order(change: Change) -> tuple[dt.date, dt.date, int, str, str]:
    """By days; of one day people first, then bodies, gatherings, and acts."""
    assert change.date.first is not None and change.date.last is not None
    citation = min((c.claim for c in change.citations), default="")
    return change.date.first, change.date.last, CHANGE_KINDS.index(change.kind), change.how, citation


def _entities(lineage: Lineage, about: EntityName, *, units: bool) -> list[EntityId]:
    """The entity under all its names, and with `units` those of all that were ever part of it."""
    if about.type == "person":
        return [about.id]
    seen: dict[EntityId, None] = {}
    left = [lineage.lines.root(about.id)]
    while left:
        root = left.pop(0)
        if root not in seen:
            seen[root] = None
            left += lineage.units(root) if units else []
    return [name for root in seen for name in lineage.lines.of(root)]


def _posts(store: Store, about: EntityName | None, *, units: bool) -> Iterator[Change]:
    shown = Shown(store)
    stored: list[StoredTenure] = []
    if about is None:
        stored = stored_tenures(store, "1 = 1", ())
    elif about.type == "person":
        stored = stored_tenures(store, "person = ?", (about.id,))
    else:
        bodies = Listed(_entities(Lineage(store), about, units=units))
        stored = stored_tenures(store, "body IN (SELECT value FROM json_each(?))", (bodies,))
    for begin in range(0, len(stored), _TOGETHER):
        yield from post_changes(store, shown, stored[begin : begin + _TOGETHER])


def _told(store: Store, about: EntityName | None, span: _Days, *, units: bool) -> Iterator[Change]:
    lineage = Lineage(store)
    facts = Facts(store, lineage.shown)
    gatherings = Gatherings(store, facts)
    told_units: list[ToldUnit] = []
    told_acts: list[ToldAct] = []
    met: dict[str, tuple[bool, DateSpan | None]] = {}  # claims of gatherings: whether planned, day of the report
    rows = list(_rows(store, lineage, about, span, units=units))
    claims = [msgspec.json.decode(row[3], type=Claim) for row in rows]
    facts.prepare(claims)
    for claim, (*_, reading, document, stance, report_json) in zip(claims, rows, strict=True):
        view = facts.view(claim, reading)
        report = None if report_json is None else msgspec.json.decode(report_json, type=DateSpan)
        planned = stance == "proposed"
        match view:
            case None:
                continue
            case UnitView():
                told_units.append(ToldUnit(view, report, planned or view.change == "proposed"))
            case GatheringView():
                met[view.id] = (planned, report)
            case AttendanceView():
                met.setdefault(view.gathering.id, (planned, report))
            case _:
                saying = act_saying(view, document=document, report=report)
                if saying is not None:
                    told_acts.append(ToldAct(saying, view))
    yield from unit_changes(told_units, lineage.lines)
    yield from _met(gatherings, met)
    yield from _done(told_acts)


def _rows(store: Store, lineage: Lineage, about: EntityName | None, span: _Days, *, units: bool) -> Iterable[Row]:
    if about is not None:
        return store.rows(_ABOUT, (Listed(_entities(lineage, about, units=units)),))
    early = span.first - _DECADE if span.first > dt.date(20, 1, 1) else span.first
    by_day = store.rows(_BY_DAY, (early.isoformat(), span.last.isoformat()))
    return [*by_day, *store.rows(_BY_REPORT, (span.first.isoformat(), span.last.isoformat()))]


def _met(gatherings: Gatherings, met: dict[str, tuple[bool, DateSpan | None]]) -> Iterator[Change]:
    gatherings.prepare(met)
    seen: set[str] = set()
    for claim, (planned, report) in met.items():
        view = gatherings.view(claim)
        if view is None or view.id in seen:
            continue
        seen.add(view.id)
        dated = view.start if view.start is not None and view.start.first is not None else None
        yield from _change("gathering", view.form, view, dated, report, planned=planned)


def _done(told: list[ToldAct]) -> Iterator[Change]:
    reports = {each.saying.claim: each.saying.report for each in told}
    for view in merge_acts(told):
        first = min((r for c in view.citations if (r := reports.get(c.claim)) is not None), key=str, default=None)
        match view:
            case AgreementView(history=stages) if stages:
                for stage in stages:
                    at = msgspec.structs.replace(view, status=stage.status, date=stage.date, citations=stage.citations)
                    said = [r for c in stage.citations if (r := reports.get(c.claim)) is not None]
                    yield from _change("agreement", stage.status, at, stage.date, min(said, key=str, default=None))
            case AgreementView():
                yield from _change("agreement", view.status, view, view.date, first)
            case DecisionView():
                yield from _change("decision", view.status, view, view.date, first)
            case AwardView():
                yield from _change("award", "awarded", view, view.date, first)
            case MessageView():
                yield from _change("message", view.form, view, view.date, first)


def _change(
    kind: ChangeKind,
    how: str,
    view: FactView,
    date: DateSpan | None,
    report: DateSpan | None,
    *,
    planned: bool = False,
) -> Iterator[Change]:
    """The change, if any day of it is known."""
    assert not isinstance(view, AttendanceView)
    dated = date if date is not None and date.first is not None else None
    when = dated or (report if report is not None and report.first is not None else None)
    if when is None:
        return
    known: DayKnown = "reported" if dated is None else "announced" if is_ahead(dated, report) else "dated"
    if planned or how in ("proposed", "in preparation"):
        known = "proposed"
    yield Change(date=when, known=known, kind=kind, how=how, fact=view, citations=view.citations)
