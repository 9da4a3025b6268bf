"""Appointments and departures: the ends of tenures as changes, each with the claims that tell it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from chancery.register.careers import StoredTenure
from chancery.register.change_views import Change, ChangeKind, DayKnown
from chancery.register.citations import Shown
from chancery.register.sayings import is_ahead
from chancery.register.store import Listed, Store
from chancery.terms.claims import Claim, PostFact
from chancery.terms.dates import DateSpan
from chancery.terms.entities import Tenure

_COMING = frozenset({"elected", "appointed"})
_GOING = frozenset({"resigned", "dismissed", "died"})
_ASKING = frozenset({"nominated", "candidate"})

_REPORTS = """
    SELECT claim.id, reading.report FROM claim CROSS JOIN reading ON reading.seq = claim.reading
    WHERE claim.id IN (SELECT value FROM json_each(?))
"""
_OWN = """
    SELECT claim_ref.claim, referent.entity FROM claim_ref CROSS JOIN referent ON referent.member = claim_ref.member
    WHERE claim_ref.claim IN (SELECT value FROM json_each(?)) AND claim_ref.field = 'person'
"""


class _Said(msgspec.Struct, frozen=True):
    claim: Claim
    fact: PostFact | None  # None: the body's end
    report: DateSpan | None
    own: bool  # of this person; otherwise of the one before or after


def post_changes(store: Store, shown: Shown, several: Sequence[StoredTenure]) -> Iterator[Change]:
    """The changes that tenures consist of: their starts, reappointments and ends, or the days of candidacies."""
    shown.prepare_tenures(several)
    asked = Listed({claim for stored in several for claim in stored.tenure.claims})
    reports: dict[str, bytes | None] = dict(store.rows(_REPORTS, (asked,)))
    own = set(store.rows(_OWN, (asked,)))
    for stored in several:
        claims = shown.claims(stored.tenure.claims)
        said = [_said(claim, reports[claim.id], own=(claim.id, stored.person) in own) for claim in claims]
        yield from _changes_of(shown, stored, said)


def _changes_of(shown: Shown, stored: StoredTenure, said: Sequence[_Said]) -> Iterator[Change]:
    tenure = shown.tenure(stored)

    def change(kind: ChangeKind, how: str, date: DateSpan, known: DayKnown, by: Sequence[_Said]) -> Change:
        cited = shown.citations([each.claim for each in by or said])
        return Change(date=date, known=known, kind=kind, how=how, fact=tenure, citations=cited)

    if tenure.standing == "candidate":
        for each in said:
            if (when := _when(each)) and each.fact is not None and each.fact.change in _ASKING:
                yield change("candidacy", each.fact.change, when[0], when[1], [each])
        return
    yield from (change("appointment", *each) for each in _coming(tenure, said))
    for each in said:
        if each.own and each.fact is not None and each.fact.change == "reappointed" and (when := _when(each)):
            yield change("appointment", "reappointed", when[0], when[1], [each])
    yield from (change("departure", *each) for each in _going(tenure, said))


def _coming(tenure: Tenure, said: Sequence[_Said]) -> Iterator[tuple[str, DateSpan, DayKnown, list[_Said]]]:
    start = tenure.start
    told = [each for each in said if each.own and each.fact is not None and each.fact.change in _COMING]
    if start.kind in ("known", "scheduled") and start.date is not None and start.date.first is not None:
        by = [each for each in said if each.fact is not None and start.date in (each.fact.date, each.fact.since)]
        how = next((e.fact.change for e in by if e.own and e.fact and e.fact.change in _COMING), "took office")
        yield how, start.date, "announced" if start.kind == "scheduled" else "dated", by
        return
    undated = [each for each in told if each.report is not None and each.report.first is not None]
    if undated:
        first = min(undated, key=lambda each: (str(each.report), each.claim.id))
        assert first.fact is not None and first.report is not None
        yield first.fact.change, first.report, "reported", undated


def _going(tenure: Tenure, said: Sequence[_Said]) -> Iterator[tuple[str, DateSpan, DayKnown, list[_Said]]]:
    end = tenure.end
    if end.date is None or end.date.first is None:
        return
    told = [each for each in said if each.own and each.fact is not None and each.fact.change in _GOING]
    if end.kind in ("known", "scheduled"):
        dated = [each for each in said if each.fact is None or end.date in (each.fact.date, each.fact.until)]
        by = [each for each in dated if not _is_coming(each, end.date)] or dated
        how = next((e.fact.change for e in by if e.own and e.fact and e.fact.change in _GOING), None)
        abolished = any(each.fact is None for each in by)
        known: DayKnown = "announced" if end.kind == "scheduled" else "dated"
        yield how or ("left, with the end of the body" if abolished else "left"), end.date, known, by
    elif end.kind == "ended, date unknown" and told:
        assert told[0].fact is not None
        yield told[0].fact.change, end.date, "reported", told


def _is_coming(said: _Said, day: DateSpan) -> bool:
    """Whether it tells of the person's coming on that day, and not of the going."""
    return said.own and said.fact is not None and said.fact.change in _COMING and said.fact.date == day


def _when(said: _Said) -> tuple[DateSpan, DayKnown] | None:
    date = said.fact.date if said.fact is not None else None
    if date is not None and date.first is not None:
        return date, "announced" if is_ahead(date, said.report) else "dated"
    return (said.report, "reported") if said.report is not None and said.report.first is not None else None


def _said(claim: Claim, report_json: bytes | None, *, own: bool) -> _Said:
    report = None if report_json is None else msgspec.json.decode(report_json, type=DateSpan)
    return _Said(claim, claim.fact if isinstance(claim.fact, PostFact) else None, report, own)
