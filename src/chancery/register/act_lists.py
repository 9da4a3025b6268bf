"""Lists of acts of one kind, a page at a time: what several documents tell of one act is one line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Literal

import msgspec

from chancery.register.acts import Facts
from chancery.register.citations import Shown
from chancery.register.lines import Lines
from chancery.register.merged_acts import ActView, ToldAct, act_saying, merge_acts
from chancery.register.same_act import ActSaying, annulled_by, one_acts
from chancery.register.store import Row, Store
from chancery.register.views import AgreementView, AwardView, DecisionView, MessageView
from chancery.terms.claims import Claim
from chancery.terms.dates import DateSpan
from chancery.terms.entities import Citation, EntityName

ActKind = Literal["agreement", "decision", "award", "message"]

ACT_KINDS: tuple[ActKind, ...] = ("agreement", "decision", "award", "message")

# How far from the days of a page other tellings of its acts are looked for: agreements and decisions go through stages.
_REACH = {
    "agreement": dt.timedelta(days=3 * 365), "decision": dt.timedelta(days=3 * 365),
    "award": dt.timedelta(days=45), "message": dt.timedelta(days=45),
}  # fmt: skip
_MOST = 4000  # tellings that are compared for one page

_ASSERTED = "claim.kind = ? AND claim.out = 0 AND claim.stance IN ('asserted', 'proposed')"
_ORDER = "claim.day IS NULL, claim.day, claim.seq, claim.place, claim.id"
_TOLD = f"""
    SELECT claim.id, claim.content, claim.document, claim.reading, reading.report
    FROM claim JOIN reading ON reading.seq = claim.reading WHERE {{where}} ORDER BY {_ORDER} LIMIT ?
"""


class ActList(msgspec.Struct, frozen=True, kw_only=True):
    """One page of acts, by their days, those without a day last.

    `tellings` counts the claims that were asked for: an act that several documents tell is in `acts` once, on the page
    of its first telling. The page holds the acts of the tellings from `offset` on, at most `limit` of them.
    """

    kind: ActKind
    about: EntityName | None
    acts: tuple[AgreementView | AwardView | DecisionView | MessageView, ...]
    tellings: int
    offset: int
    limit: int


def act_list(
    store: Store,
    kind: ActKind,
    *,
    about: EntityName | None = None,
    first: dt.date | None = None,
    last: dt.date | None = None,
    limit: int = 100,
    offset: int = 0,
) -> ActList:
    """The acts of a kind that name an entity (a body under any of its names), with their first day in [first, last]."""
    where, values = _asked(store, kind, about, first, last)
    total = int(store.one(f"SELECT count(*) FROM claim WHERE {where}", values)[0])
    rows = store.rows(
        "SELECT claim.id, claim.day, reading.report_last FROM claim JOIN reading ON reading.seq = claim.reading"
        f" WHERE {where} ORDER BY {_ORDER} LIMIT ? OFFSET ?",
        (*values, limit, offset),
    )
    asked = {str(row[0]): place for place, row in enumerate(rows)}
    acts = _acts(store, kind, asked, [row[1] or row[2] for row in rows]) if asked else ()
    return ActList(kind=kind, about=about, acts=acts, tellings=total, offset=offset, limit=limit)


def _asked(
    store: Store, kind: ActKind, about: EntityName | None, first: dt.date | None, last: dt.date | None
) -> tuple[str, tuple[str, ...]]:
    """The condition on claims, and the values in it."""
    where, values = [_ASSERTED], [str(kind)]
    if about is not None:
        names = Lines(store).of(about.id)
        marks = ", ".join("?" for _ in names)
        where.append(
            "EXISTS (SELECT 1 FROM claim_ref JOIN referent ON referent.member = claim_ref.member"
            f" WHERE claim_ref.claim = claim.id AND referent.entity IN ({marks}))"
        )
        values += names
    for bound, sign in ((first, ">="), (last, "<=")):
        if bound is not None:
            where.append(f"claim.day {sign} ?")
            values.append(bound.isoformat())
    return " AND ".join(where), tuple(values)


def _acts(store: Store, kind: ActKind, asked: dict[str, int], days: list[str | None]) -> tuple[ActView, ...]:
    """The acts of which no telling comes before those that were asked for."""
    near = _near(store, kind, asked, days)
    sayings = [saying for saying, _ in near.values()]
    order = {claim: place for place, claim in enumerate(near)}
    chosen: dict[str, tuple[ActSaying, ...]] = {}
    group_of: dict[str, tuple[ActSaying, ...]] = {}
    groups = one_acts(sayings)
    for group in groups:
        group_of |= {saying.claim: group for saying in group}
        opening = min((saying.claim for saying in group), key=lambda claim: order[claim])
        if opening in asked:
            chosen[opening] = group
    beside = annulled_by([group[0] for group in groups]) if kind == "decision" else {}
    partners = beside | {annulment: undone for undone, annulment in beside.items()}
    shown = {saying.claim: saying for group in chosen.values() for saying in group}
    for group in chosen.values():
        if group[0].claim in partners:
            shown |= {saying.claim: saying for saying in group_of[partners[group[0].claim]]}
    facts = Facts(store, Shown(store))
    told = [ToldAct(saying, view) for saying in shown.values() if (view := _view(facts, near[saying.claim][1]))]
    merged = {view.id: view for view in merge_acts(told)}
    return tuple(merged[group[0].claim] for opening, group in sorted(chosen.items(), key=lambda pair: asked[pair[0]]))


def _near(
    store: Store, kind: ActKind, asked: dict[str, int], days: list[str | None]
) -> dict[str, tuple[ActSaying, Row]]:
    """The tellings of the page and those near its days, in the order of the list; without a day, by their reports."""
    known = sorted(day for day in days if day is not None)
    rows: list[Row] = []
    if known:
        span = (_moved(known[0], -_REACH[kind]), _moved(known[-1], _REACH[kind]))
        rows += store.rows(
            _TOLD.format(where=f"{_ASSERTED} AND claim.day >= ? AND claim.day <= ?"), (kind, *span, _MOST)
        )
        undated = f"{_ASSERTED} AND claim.day IS NULL AND reading.report_last >= ? AND reading.report_last <= ?"
        rows += store.rows(_TOLD.format(where=undated), (kind, *span, _MOST))
    found = {str(row[0]) for row in rows}
    for claim in asked:
        if claim not in found:
            rows += store.rows(_TOLD.format(where="claim.id = ?"), (claim, 1))
    return _sayings(store, rows)


def _moved(day: str, by: dt.timedelta) -> str:
    ordinal = dt.date.fromisoformat(day).toordinal() + by.days
    return dt.date.fromordinal(min(max(ordinal, 1), dt.date.max.toordinal())).isoformat()


class _Unproved(Shown):
    """Without the sentences, which are looked up only for the acts that are told: that takes most of the time."""

    def citations(self, claims: Iterable[Claim]) -> tuple[Citation, ...]:
        return ()


def _sayings(store: Store, rows: Iterable[Row]) -> dict[str, tuple[ActSaying, Row]]:
    facts = Facts(store, _Unproved(store))
    found: dict[str, tuple[ActSaying, Row]] = {}
    for row in rows:
        view = _view(facts, row)
        report = None if row[4] is None else msgspec.json.decode(row[4], type=DateSpan)
        saying = None if view is None else act_saying(view, document=row[2], report=report)
        if saying is not None:
            found[saying.claim] = (saying, row)
    return found


def _view(facts: Facts, row: Row) -> ActView | None:
    view = facts.view(msgspec.json.decode(row[1], type=Claim), row[3])
    return view if isinstance(view, AgreementView | AwardView | DecisionView | MessageView) else None
