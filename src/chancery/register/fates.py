"""What became of bodies, as tenures need it: what ended them, and when their work rested."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from chancery.register.lines import Lines
from chancery.register.sayings import Closing
from chancery.register.store import Store
from chancery.register.unit_sayings import UnitSaying, ends_child, unit_sayings
from chancery.terms.dates import DateSpan
from chancery.terms.entities import Stretch

EntityId = str


class Fates:
    """Looks up what became of bodies, each once; good for as long as nothing is written.

    A body is one under all its names; see `lines`.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lines = Lines(store)
        self._known: dict[EntityId, list[UnitSaying]] = {}

    def root(self, body: EntityId) -> EntityId:
        """One id for the body under all its names."""
        return self._lines.root(body)

    def one_body(self, body: EntityId) -> set[EntityId]:
        """The body under all its names, earlier and later ones."""
        return set(self._lines.of(body))

    def prepare_names(self, bodies: Iterable[EntityId]) -> None:
        """Look up all names of all of these together, for `root` and `one_body`."""
        self._lines.prepare(bodies)

    def prepare(self, bodies: Iterable[EntityId]) -> None:
        """Look up what became of all of these together: a few questions to the database, however many they are."""
        bodies = set(bodies)
        self._lines.prepare(bodies)
        asked = {self.root(body) for body in bodies} - self._known.keys()
        if asked:
            told: dict[EntityId, list[UnitSaying]] = {root: [] for root in asked}
            names = [name for root in sorted(asked) for name in self._lines.of(root)]
            for said in unit_sayings(self._store, names, as_child=True):
                told[self.root(said.child)].append(said)
            self._known |= told

    def _of(self, body: EntityId) -> list[UnitSaying]:
        if self.root(body) not in self._known:
            self.prepare([body])
        return self._known[self.root(body)]

    def closings(self, body: EntityId) -> list[Closing]:
        """What ended the body: abolished, merged or split, and none of what it became is itself."""
        ended = (said for said in self._of(body) if ends_child(said, self.root))
        return [Closing(claim=said.claim, date=said.date, report=said.report) for said in ended]

    def suspensions(self, body: EntityId) -> list[Stretch]:
        """When its work rested: from each suspension to the first resumption after it, or with no end."""
        resumed = [date for said in self._of(body) if said.change == "resumed" and (date := _when(said)) is not None]
        found = []
        for said in self._of(body):
            begun = _when(said)
            if said.change == "suspended" and begun is not None:
                over = min((day for date in resumed if (day := _first(date)) > _first(begun)), default=None)
                last = None if over is None else DateSpan.of_day(over - dt.timedelta(days=1))
                found.append(Stretch(first=begun, last=last))
        return found


def _when(said: UnitSaying) -> DateSpan | None:
    date = said.date or said.report
    return None if date is None or date.first is None else date


def _first(date: DateSpan) -> dt.date:
    assert date.first is not None
    return date.first
