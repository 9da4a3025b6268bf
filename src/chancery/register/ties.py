"""Who is tied to whom: people and bodies that met at gatherings, held posts in each other, or made agreements."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Literal

import msgspec

from chancery.register.acts import Facts
from chancery.register.careers import stored_tenures
from chancery.register.citations import Shown
from chancery.register.gatherings import Gatherings
from chancery.register.lookup import find_entity
from chancery.register.store import Store
from chancery.terms.claims import AttendanceFact, Claim, GatheringFact
from chancery.terms.entities import Citation, EntityName

TieKind = Literal["gathering", "post", "agreement"]
TIE_KINDS: tuple[TieKind, ...] = ("gathering", "post", "agreement")

# Of the calendar's days those that leave room for the month in which tellings of one gathering are looked for.
_EARLIEST, _LATEST = dt.date(2, 1, 1), dt.date(9997, 1, 1)

MOST_PRESENT = 40  # of one gathering: in a crowd, presence ties nobody
_MOST_PROOFS = 3

_PRESENT = """
    SELECT claim.id, claim.content, referent.entity
    FROM claim JOIN claim_ref ON claim_ref.claim = claim.id AND claim_ref.field = 'who'
    JOIN referent ON referent.member = claim_ref.member
    WHERE claim.reading = ? AND claim.kind = 'attendance' AND claim.out = 0 AND claim.stance = 'asserted'
    ORDER BY claim.id
"""
# From an entity to the gatherings at which it was, as one document states both.
_AT = """
    SELECT claim.reading, claim.content FROM referent CROSS JOIN claim_ref USING (member)
    CROSS JOIN claim ON claim.id = claim_ref.claim
    WHERE entity = ? AND field = 'who' AND claim.kind = 'attendance' AND claim.out = 0 AND claim.stance = 'asserted'
"""
_AGREEMENTS = """
    SELECT claim.id, claim.day, referent.entity
    FROM claim JOIN claim_ref ON claim_ref.claim = claim.id AND claim_ref.field IN ('parties', 'signatories')
    JOIN referent ON referent.member = claim_ref.member
    WHERE claim.kind = 'agreement' AND claim.out = 0 AND claim.stance = 'asserted' {and_so}
    ORDER BY claim.id, referent.entity
"""
_OF = """
    AND claim.id IN (SELECT claim_ref.claim FROM referent CROSS JOIN claim_ref USING (member)
        WHERE entity = ? AND field IN ('parties', 'signatories'))
"""


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """What ties two people or bodies: how many gatherings, posts and agreements, and some of the sentences."""

    first: EntityName
    second: EntityName
    gatherings: int = 0
    posts: int = 0
    agreements: int = 0
    citations: tuple[Citation, ...] = ()

    @property
    def strength(self) -> int:
        return self.gatherings + self.posts + self.agreements


def ties_between(
    store: Store,
    first: dt.date | None = None,
    last: dt.date | None = None,
    *,
    about: str | None = None,
    kinds: Iterable[TieKind] = TIE_KINDS,
    most: int = 250,
) -> list[Tie]:
    """The strongest ties of the days within [first, last], both included, at most `most`; those of one entity with
    `about`. What has no date counts only where no days are asked about. Raises QuestionError Q001 or Q003.

    Of one entity only what it was part in is looked up; of some days, only what may lie within them.
    """
    days = _Days(first, last)
    centre = None if about is None else find_entity(store, about).id
    found: dict[tuple[str, str], dict[TieKind, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    told: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for kind, what, claims, entities in _occasions(store, days, set(kinds), centre):
        for pair in combinations(sorted(set(entities)), 2):
            found[pair][kind][what] = None
            told[pair].update(dict.fromkeys(claims.get(entity, what) for entity in pair))
    shown = Shown(store)
    told_of = found if centre is None else [pair for pair in found if centre in pair]
    ordered = sorted(told_of, key=lambda pair: (-sum(map(len, found[pair].values())), pair))
    return [
        Tie(
            first=shown.entity(pair[0]), second=shown.entity(pair[1]), gatherings=len(found[pair]["gathering"]),
            posts=len(found[pair]["post"]), agreements=len(found[pair]["agreement"]),
            citations=shown.citations(shown.claims(list(told[pair])[:_MOST_PROOFS])),
        )
        for pair in ordered[:most]
    ]  # fmt: skip


def latest_day(store: Store, until: dt.date) -> dt.date | None:
    """The last day up to this one of which anything that may tie tells; None where nothing is dated."""
    rows = [
        store.first("SELECT max(day) FROM claim WHERE kind = ? AND out = 0 AND day <= ?", (kind, until.isoformat()))
        for kind in TIE_KINDS
    ]
    return max((dt.date.fromisoformat(row[0]) for row in rows if row and row[0]), default=None)


_Occasion = tuple[TieKind, str, dict[str, str], Sequence[str]]  # kind, its id, a claim for each entity, the entities


def _occasions(store: Store, days: _Days, kinds: set[TieKind], centre: str | None) -> Iterable[_Occasion]:
    if "gathering" in kinds:
        yield from _gathered(store, days, centre)
    if "post" in kinds:
        yield from _in_posts(store, days, centre)
    if "agreement" in kinds:
        yield from _agreed(store, days, centre)


def _in_posts(store: Store, days: _Days, centre: str | None) -> Iterable[_Occasion]:
    where, values = "standing = 'held' AND body IS NOT NULL", list[str]()
    if centre is not None:
        where, values = f"{where} AND (person = ? OR body = ?)", [centre, centre]
    if days.asked:
        where, values = f"{where} AND (first IS NULL OR first <= ?)", [*values, days.last.isoformat()]
    for stored in stored_tenures(store, where, tuple(values)):
        derived = stored.tenure
        spans = (derived.start.date, derived.attested_first, derived.attested_last, derived.end.date)
        dates = [day for span in spans if span is not None for day in (span.first, span.last) if day is not None]
        if stored.body is not None and days.meet(min(dates, default=None), max(dates, default=None)):
            claims = dict.fromkeys((stored.person, stored.body), derived.claims[0])
            yield "post", stored.id, claims, (stored.person, stored.body)


def _agreed(store: Store, days: _Days, centre: str | None) -> Iterable[_Occasion]:
    and_so, values = "", list[str]()
    if days.asked:
        and_so, values = "AND claim.day >= ? AND claim.day <= ?", [days.first.isoformat(), days.last.isoformat()]
    if centre is not None:
        and_so, values = and_so + _OF, [*values, centre]
    parties: dict[str, list[str]] = defaultdict(list)
    for claim, _day, entity in store.rows(_AGREEMENTS.format(and_so=and_so), tuple(values)):
        parties[claim].append(entity)
    for claim, entities in parties.items():
        yield "agreement", claim, dict.fromkeys(entities, claim), entities


def _gathered(store: Store, days: _Days, centre: str | None) -> Iterable[_Occasion]:
    """Each gathering, as all documents tell it, with those who were there."""
    gatherings, rolls = Gatherings(store, Facts(store, Shown(store))), _Rolls(store)
    if centre is not None:
        stated = rolls.of(centre)
        gatherings.prepare(stated)
        groups = list({group[0].claim: group for claim in stated if (group := gatherings.group(claim))}.values())
    else:
        groups = gatherings.between(days.first, days.last) if days.asked else gatherings.all()
    for group in sorted(groups, key=lambda each: each[0].claim):
        dates = [day for saying in group for day in (saying.days() or ())]
        if not days.meet(min(dates, default=None), max(dates, default=None)):
            continue
        present: dict[str, str] = {}
        for saying in group:
            for entity, claim in rolls.at(gatherings.sayings.reading_of(saying.claim), saying.claim).items():
                present[entity] = min(claim, present.get(entity, claim))
        if 1 < len(present) <= MOST_PRESENT:
            yield "gathering", group[0].claim, present, sorted(present)


class _Rolls:
    """Who was at the gatherings of readings: for each entity the first claim that says so."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._stated: dict[int, dict[str, str]] = {}
        self._present: dict[int, dict[str, dict[str, str]]] = {}

    def of(self, entity: str) -> list[str]:
        """The claims of gatherings at which it was."""
        rows = self._store.rows(_AT, (entity,))
        return sorted({claim for reading, content in rows for claim in [self._claim(reading, content)] if claim})

    def at(self, reading: int, gathering: str) -> dict[str, str]:
        """Those who were at the gathering that a claim of the reading states."""
        if reading not in self._present:
            found: dict[str, dict[str, str]] = defaultdict(dict)
            for claim, content, entity in self._store.rows(_PRESENT, (reading,)):
                if stated := self._claim(reading, content):
                    found[stated].setdefault(entity, claim)
            self._present[reading] = found
        return self._present[reading].get(gathering, {})

    def _claim(self, reading: int, attendance: bytes) -> str | None:
        """The claim of the reading that states the gathering of an attendance."""
        if reading not in self._stated:
            rows = self._store.rows(
                "SELECT id, content FROM claim WHERE reading = ? AND kind = 'gathering' AND out = 0 ORDER BY id",
                (reading,),
            )
            self._stated[reading] = {_gathering(content): claim for claim, content in rows}
        return self._stated[reading].get(_gathering(attendance))


def _gathering(content: bytes) -> str:
    fact = msgspec.json.decode(content, type=Claim).fact
    assert isinstance(fact, GatheringFact | AttendanceFact)
    return fact.gathering


class _Days:
    """The days that are asked about; unbounded where no bound is given."""

    def __init__(self, first: dt.date | None, last: dt.date | None) -> None:
        self.asked = first is not None or last is not None
        self.first, self.last = max(first or _EARLIEST, _EARLIEST), min(last or _LATEST, _LATEST)

    def meet(self, first: dt.date | None, last: dt.date | None) -> bool:
        if first is None or last is None:
            return not self.asked
        return first <= self.last and last >= self.first
