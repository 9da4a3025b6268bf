"""The claims of gatherings with entities in place of the names of one document, by the days that they are near."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from chancery.register.names import folded_words
from chancery.register.same_gathering import GatheringSaying
from chancery.register.store import Row, Store
from chancery.terms.claims import AttendanceFact, Claim, GatheringFact
from chancery.terms.dates import DateSpan

_LONGEST_REPORT = dt.timedelta(days=366)

_CLAIMS = """
    SELECT claim.id, claim.reading, claim.document, claim.content, reading.report
    FROM claim JOIN reading ON reading.seq = claim.reading
    WHERE claim.kind = 'gathering' AND claim.out = 0 AND claim.stance IN ('asserted', 'proposed') AND {where}
"""
_BY_DAY = _CLAIMS.format(where="claim.day >= ? AND claim.day < ?")
_BY_REPORT = _CLAIMS.format(where="claim.day IS NULL AND reading.report_last >= ? AND reading.report_last < ?")
_BY_ID = _CLAIMS.format(where="claim.id = ?")
_ALL = _CLAIMS.format(where="1 = 1")
_REFS = """
    SELECT claim_ref.field, referent.entity FROM claim_ref JOIN referent ON referent.member = claim_ref.member
    WHERE claim_ref.claim = ? ORDER BY claim_ref.field, claim_ref.place
"""
_PRESENT = """
    SELECT claim.content, referent.entity FROM claim
    JOIN claim_ref ON claim_ref.claim = claim.id AND claim_ref.field = 'who'
    JOIN referent ON referent.member = claim_ref.member
    WHERE claim.reading = ? AND claim.kind = 'attendance' AND claim.out = 0 AND claim.stance = 'asserted'
"""


class GatheringSayings:
    """Looks gatherings up for one answer; what was looked up once is kept."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[str, tuple[GatheringSaying, int]] = {}
        self._present: dict[int, dict[str, set[str]]] = {}
        self._people: dict[int, frozenset[str]] = {}

    def near(self, first: dt.date, after: dt.date) -> list[GatheringSaying]:
        """Those that begin in the days [first, after), or, without a date, are told in reports that begin in them."""
        dated = self._store.rows(_BY_DAY, (first.isoformat(), after.isoformat()))
        # A report may be dated by its month or year: the table has the last day of it.
        told = self._store.rows(_BY_REPORT, (first.isoformat(), (after + _LONGEST_REPORT).isoformat()))
        undated = (self._saying(row) for row in told)
        return [
            *map(self._saying, dated),
            *(saying for saying in undated if (day := saying.stand_in()) is not None and first <= day < after),
        ]

    def all(self) -> list[GatheringSaying]:
        return [self._saying(row) for row in self._store.rows(_ALL)]

    def of_claim(self, claim: str) -> GatheringSaying | None:
        row = self._store.first(_BY_ID, (claim,))
        return None if row is None else self._saying(row)

    def reading_of(self, claim: str) -> int:
        """The reading of a claim that was looked up before."""
        return self._known[claim][1]

    def _saying(self, row: Row) -> GatheringSaying:
        claim_id, reading, document, content, report_json = row
        if claim_id not in self._known:
            fact = msgspec.json.decode(content, type=Claim).fact
            assert isinstance(fact, GatheringFact)
            named: dict[str, list[str]] = {}
            for field, entity in self._store.rows(_REFS, (claim_id,)):
                named.setdefault(field, []).append(entity)
            saying = GatheringSaying(
                claim=claim_id,
                document=document,
                form=fact.form,
                name=fact.name,
                start=fact.start,
                end=fact.end,
                place=next(iter(named.get("place", ())), None),
                organisers=frozenset(named.get("organisers", ())),
                attendees=frozenset(self._at(reading).get(fact.gathering, ())),
                people=self._named_people(reading),
                report=None if report_json is None else msgspec.json.decode(report_json, type=DateSpan),
            )
            self._known[claim_id] = (saying, reading)
        return self._known[claim_id][0]

    def _named_people(self, reading: int) -> frozenset[str]:
        if reading not in self._people:
            rows = self._store.rows("SELECT name FROM referent WHERE reading = ? AND type = 'person'", (reading,))
            self._people[reading] = frozenset(word for (name,) in rows for word in folded_words(name))
        return self._people[reading]

    def _at(self, reading: int) -> dict[str, set[str]]:
        """Who was at each gathering of a reading, by the gatherings' ids in it."""
        if reading not in self._present:
            found: dict[str, set[str]] = {}
            for content, entity in self._store.rows(_PRESENT, (reading,)):
                fact = msgspec.json.decode(content, type=Claim).fact
                if isinstance(fact, AttendanceFact):
                    found.setdefault(fact.gathering, set()).add(entity)
            self._present[reading] = found
        return self._present[reading]


def spans_of(days: Iterable[dt.date], gap: dt.timedelta) -> list[tuple[dt.date, dt.date]]:
    """Days as stretches [first, last] with more than `gap` between them."""
    found: list[tuple[dt.date, dt.date]] = []
    for day in sorted(set(days)):
        if found and day - found[-1][1] <= gap:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found
