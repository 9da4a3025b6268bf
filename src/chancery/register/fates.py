"""What became of bodies, as tenures need it: what ended them, when their work rested, what they were renamed to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable

import msgspec

from chancery.register.sayings import Closing
from chancery.register.store import Store
from chancery.terms.claims import Claim, UnitChange, UnitFact
from chancery.terms.dates import DateSpan
from chancery.terms.entities import Stretch

EntityId = str

# What ends the posts of a body. A body renamed goes on, and so do they.
ENDING: frozenset[UnitChange] = frozenset({"abolished", "merged", "split"})

# CROSS JOIN fixes the order in which the tables are gone through: from one entity outwards.
_FATES = """
    SELECT DISTINCT claim.content, reading.report
    FROM referent CROSS JOIN claim_ref USING (member) CROSS JOIN claim ON claim.id = claim_ref.claim
    CROSS JOIN reading ON reading.seq = claim.reading
    WHERE referent.entity = ? AND claim_ref.field IN ('child', 'into')
        AND claim.kind = 'unit' AND claim.stance = 'asserted'
"""


class Fate(msgspec.Struct, frozen=True, kw_only=True):
    """A change of a body as one claim tells it; `into` are the entities that it became."""

    claim: str
    change: UnitChange
    child: EntityId
    into: tuple[EntityId, ...] = ()
    date: DateSpan | None = None
    report: DateSpan | None = None


_Step = Callable[[Fate, EntityId], tuple[EntityId, ...]]


class Fates:
    """Looks up what became of bodies, each once; good for as long as nothing is written."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._known: dict[EntityId, tuple[Fate, ...]] = {}

    def of(self, body: EntityId) -> tuple[Fate, ...]:
        """Every change of the body, and every change that became it, by claim."""
        if body not in self._known:
            self._known[body] = tuple(sorted(self._read(body), key=lambda fate: fate.claim))
        return self._known[body]

    def _read(self, body: EntityId) -> Iterable[Fate]:
        for content, report in self._store.rows(_FATES, (body,)):
            claim = msgspec.json.decode(content, type=Claim)
            if isinstance(claim.fact, UnitFact) and claim.fact.change != "exists":
                named = self._store.rows(
                    "SELECT field, entity FROM claim_ref JOIN referent USING (member)"
                    " WHERE claim = ? AND field IN ('child', 'into') ORDER BY field, claim_ref.place",
                    (claim.id,),
                )
                yield Fate(
                    claim=claim.id, change=claim.fact.change, date=claim.fact.date,
                    child=next(entity for field, entity in named if field == "child"),
                    into=tuple(entity for field, entity in named if field == "into"),
                    report=None if report is None else msgspec.json.decode(report, type=DateSpan),
                )  # fmt: skip

    def later_names(self, body: EntityId) -> list[EntityId]:
        """The bodies that it goes on as after renames, itself first, the last one last."""
        return self._reached(body, lambda fate, at: fate.into if fate.child == at else ())

    def one_body(self, body: EntityId) -> set[EntityId]:
        """The body under all its names, earlier and later ones."""
        return set(self._reached(body, lambda fate, at: (fate.child, *fate.into)))

    def _reached(self, body: EntityId, step: _Step) -> list[EntityId]:
        found = [body]
        for at in found:
            for fate in self.of(at):
                if fate.change == "renamed":
                    found += [next_ for next_ in step(fate, at) if next_ not in found]
        return found

    def closings(self, bodies: Iterable[EntityId]) -> list[Closing]:
        """What ended the body, under any of these names."""
        return [
            Closing(claim=fate.claim, date=fate.date, report=fate.report)
            for body in bodies
            for fate in self.of(body)
            if fate.change in ENDING and fate.child == body and body not in fate.into
        ]

    def suspensions(self, bodies: Iterable[EntityId]) -> list[Stretch]:
        """When its work rested: from each suspension to the first resumption after it, or with no end."""
        fates = [fate for body in bodies for fate in self.of(body) if fate.child == body]
        resumed = sorted(
            (date for fate in fates if fate.change == "resumed" and (date := _when(fate)) is not None), key=_first
        )
        found = []
        for fate in fates:
            begun = _when(fate)
            if fate.change == "suspended" and begun is not None:
                over = next((date for date in resumed if _first(date) > _first(begun)), None)
                last = None if over is None else DateSpan.of_day(_first(over) - dt.timedelta(days=1))
                found.append(Stretch(first=begun, last=last))
        return found


def _when(fate: Fate) -> DateSpan | None:
    date = fate.date if fate.date is not None and fate.date.first is not None else fate.report
    return None if date is None or date.first is None else date


def _first(date: DateSpan) -> dt.date:
    assert date.first is not None
    return date.first
