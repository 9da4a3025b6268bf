"""The life of a body: when it came to be and ended, its names, the bodies it was part of, what it came from and became.

Everything is worked out from the claims when it is asked. Renamed is still the same body (`lines`); merged, split and
abolished-into are successions between bodies.
"""

from __future__ import annotations

from collections.abc import Iterable

from chancery.register.body_views import BodyLife, NameStretch, PlaceStretch, StretchView, Succession
from chancery.register.careers import StoredTenure, stored_tenures
from chancery.register.citations import Shown
from chancery.register.holding import SURENESS
from chancery.register.lines import Lines
from chancery.register.sayings import days_in
from chancery.register.standing import standing_in
from chancery.register.store import Listed, Store
from chancery.register.stretches import Stretch, Turn, stretches_of
from chancery.register.unit_sayings import (
    EntityId,
    UnitSaying,
    life_turns,
    name_turns,
    place_turns,
    posts_named,
    suspension_turns,
    unit_sayings,
)
from chancery.terms.dates import DateSpan
from chancery.terms.entities import EntityName

Pair = tuple[EntityId, EntityId, UnitSaying]  # before, after (roots of lines), and what says so


class Lineage:
    """Bodies and their units, for one answer: what was looked up once is kept."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.shown = Shown(store)
        self.lines = Lines(store)
        self._sayings: dict[EntityId, tuple[UnitSaying, ...]] = {}
        self._own: dict[EntityId, tuple[UnitSaying, ...]] = {}
        self._held: dict[EntityId, list[StoredTenure]] = {}
        self._existences: dict[EntityId, tuple[Stretch, ...]] = {}
        self._name_stretches: dict[EntityId, tuple[Stretch, ...]] = {}
        self._names_then: dict[tuple[EntityId, DateSpan], EntityId] = {}

    def prepare(self, bodies: Iterable[EntityId]) -> None:
        """Look up what is said of all of these together: a few questions to the database, however many they are."""
        bodies = set(bodies)
        self.lines.prepare(bodies)
        root = self.lines.root
        told: dict[EntityId, list[UnitSaying]] = {root(body): [] for body in bodies if root(body) not in self._sayings}
        if not told:
            return
        sayings = unit_sayings(self._store, [name for each in sorted(told) for name in self.lines.of(each)])
        self.lines.prepare(entity for saying in sayings for entity in saying.bodies)
        for saying in sayings:
            for each in {root(entity) for entity in saying.bodies} & told.keys():
                told[each].append(saying)
        self._sayings |= {each: tuple(several) for each, several in told.items()}

    def sayings(self, body: EntityId) -> tuple[UnitSaying, ...]:
        """All that is said of the body under any of its names, each claim once."""
        root = self.lines.root(body)
        if root not in self._sayings:
            self.prepare([root])
        return self._sayings[root]

    def _own_sayings(self, body: EntityId) -> tuple[UnitSaying, ...]:
        """Those of the sayings that tell of the body itself."""
        root = self.lines.root(body)
        if root not in self._own:
            self._own[root] = tuple(s for s in self.sayings(root) if self.lines.root(s.child) == root)
        return self._own[root]

    def existences(self, body: EntityId) -> tuple[Stretch, ...]:
        """When the body existed: by what is said of it as a body, and by those who held its posts."""
        root = self.lines.root(body)
        if root not in self._existences:
            turns = life_turns(self.sayings(body), body, self.lines.root)
            self._existences[root] = stretches_of([*turns, *self._post_turns(root)])
        return self._existences[root]

    def name_stretches(self, entity: EntityId) -> tuple[Stretch, ...]:
        """When the body bore the name of this entity."""
        if len(self.lines.of(entity)) == 1:
            return self.existences(entity)
        if entity not in self._name_stretches:
            for name, posts in posts_named(self._store, self.lines.of(entity)).items():
                turns = name_turns(self.sayings(entity), name, self.lines.root)
                self._name_stretches[name] = stretches_of([*turns, *posts])
        return self._name_stretches[entity]

    def places(self, unit: EntityId, parent: EntityId) -> tuple[Stretch, ...]:
        """When the unit was part of the parent."""
        sayings = (*self.sayings(unit), *self._own_sayings(parent))
        return stretches_of(place_turns(sayings, unit, parent, self.lines.root))

    def suspensions(self, body: EntityId) -> tuple[Stretch, ...]:
        """When the body did not work."""
        return stretches_of(suspension_turns(self.sayings(body), body, self.lines.root))

    def parents(self, unit: EntityId) -> list[EntityId]:
        """The roots of all bodies that it was ever said to be part of."""
        root = self.lines.root
        found = {
            root(parent)
            for s in self.sayings(unit)
            if root(s.child) == root(unit) or (s.change == "split" and any(root(i) == root(unit) for i in s.into))
            for parent in (s.parent, s.left)
            if parent is not None
        }
        return sorted(found - {root(unit)})

    def units(self, body: EntityId) -> list[EntityId]:
        """The roots of all bodies that were ever said to be part of it."""
        root = self.lines.root
        found: set[EntityId] = set()
        for s in self.sayings(body):
            if root(body) in {root(parent) for parent in (s.parent, s.left) if parent is not None}:
                found |= {root(s.child)} | ({root(i) for i in s.into} if s.change == "split" else set())
        return sorted(found - {root(body)})

    def successions(self, body: EntityId) -> list[Pair]:
        """The steps from the body to the next ones, and from earlier ones to it."""
        root = self.lines.root
        found = [
            (root(s.child), root(after), s)
            for s in self.sayings(body)
            if s.change in ("merged", "split", "abolished", "renamed")
            for after in s.into
        ]
        return [step for step in found if step[0] != step[1] and root(body) in step[:2]]

    def name_then(self, body: EntityId, on: DateSpan) -> EntityId:
        """The entity whose name the body bore: the surest for the span; of equals the one that began last.

        Where nothing is known of any of its names then, the body as it was asked for.
        """
        if (body, on) not in self._names_then:
            self._names_then[body, on] = self._name_then(body, on)
        return self._names_then[body, on]

    def _name_then(self, body: EntityId, on: DateSpan) -> EntityId:
        names = self.lines.of(body)
        told = {entity: self.name_stretches(entity) for entity in names}

        def order(entity: EntityId) -> tuple[int, int, bool, str]:
            stretches = told[entity]
            sureness = SURENESS.index(standing_in(stretches, on))
            begun = [s.start.date.first.toordinal() for s in stretches if s.start.date and s.start.date.first]
            before = [day for day in begun if on.last is not None and day <= on.last.toordinal()]
            return sureness, -max(before, default=0), entity != body, entity

        best = min(names, key=order)
        return body if standing_in(told[best], on) in ("unknown", "not held") else best

    def latest_name(self, body: EntityId) -> EntityId:
        """The entity whose name the body bore last."""

        def last(entity: EntityId) -> tuple[int, str]:
            ends = [s.attested_last or s.start.date for s in self.name_stretches(entity)]
            return max((e.first.toordinal() for e in ends if e and e.first), default=0), entity

        return max(self.lines.of(body), key=last)

    def _post_turns(self, root: EntityId) -> list[Turn]:
        """Whoever held a post in a body proves the body, from the first day on which it is seen to the last."""
        if root not in self._held:
            # Of all bodies that were looked up: where one is asked for, so are the others.
            asked = self._sayings.keys() - self._held.keys()
            self._held |= {each: [] for each in asked}
            names = Listed(name for each in sorted(asked) for name in self.lines.of(each))
            where = "body IN (SELECT value FROM json_each(?)) AND standing = 'held'"
            for stored in stored_tenures(self._store, where, (names,)):
                self._held[self.lines.root(stored.body or "")].append(stored)
        turns = []
        for each in self._held[root]:
            claims = each.tenure.claims or (each.id,)
            for claim, date in ((claims[0], each.tenure.attested_first), (claims[-1], each.tenure.attested_last)):
                if date is not None:
                    turns.append(Turn(what="attest", claim=claim, date=date))
        return turns


def life_of(store: Store, body: EntityName) -> BodyLife:
    """The life of a body under all its names, with every citation."""
    lineage = Lineage(store)
    names = [
        NameStretch(name=lineage.shown.entity(entity), when=_view(lineage, stretch))
        for entity in lineage.lines.of(body.id)
        for stretch in lineage.name_stretches(entity)
    ]
    parents = [
        PlaceStretch(parent=lineage.shown.entity(lineage.latest_name(parent)), when=_view(lineage, stretch))
        for parent in lineage.parents(body.id)
        for stretch in lineage.places(body.id, parent)
    ]
    root = lineage.lines.root(body.id)
    steps = _told_once(lineage, lineage.successions(body.id))
    return BodyLife(
        body=body,
        existences=tuple(_view(lineage, stretch) for stretch in lineage.existences(body.id)),
        names=tuple(sorted(names, key=lambda each: _order(each.when))),
        parents=tuple(sorted(parents, key=lambda each: _order(each.when))),
        suspensions=tuple(_view(lineage, stretch) for stretch in lineage.suspensions(body.id)),
        predecessors=tuple(step for step in steps if lineage.lines.root(step.after.id) == root),
        successors=tuple(step for step in steps if lineage.lines.root(step.before.id) == root),
    )


def predecessors_of(store: Store, body: EntityId) -> list[Succession]:
    """Every body from which it came, step by step backwards, the nearest first; each step once."""
    return _traced(Lineage(store), body, backwards=True)


def successors_of(store: Store, body: EntityId) -> list[Succession]:
    """Every body that came of it, step by step, the nearest first; each step once."""
    return _traced(Lineage(store), body, backwards=False)


def _traced(lineage: Lineage, body: EntityId, *, backwards: bool) -> list[Succession]:
    found: list[Succession] = []
    root = lineage.lines.root(body)
    seen, front = {root}, [root]
    while front:
        here = front.pop(0)
        steps = [(a, b, s) for a, b, s in lineage.successions(here) if (b if backwards else a) == here]
        found += _told_once(lineage, steps)
        for near in sorted({before if backwards else after for before, after, _ in steps} - seen):
            seen.add(near)
            front.append(near)
    return found


def _told_once(lineage: Lineage, steps: Iterable[Pair]) -> list[Succession]:
    """Steps between two bodies by one change, told by several claims, as one with the most precise date."""
    grouped: dict[tuple[EntityId, EntityId, str], list[UnitSaying]] = {}
    for before, after, saying in steps:
        grouped.setdefault((before, after, saying.change), []).append(saying)
    found = []
    for (_, after, _), sayings in grouped.items():
        first = min(sayings, key=lambda s: (days_in(s.date), s.claim))
        became = next(entity for entity in first.into if lineage.lines.root(entity) == after)
        found.append(
            Succession(
                before=lineage.shown.entity(first.child),
                after=lineage.shown.entity(became),
                change=first.change,
                date=first.date,
                citations=lineage.shown.citations(lineage.shown.claims([s.claim for s in sayings])),
            )
        )
    return sorted(found, key=lambda s: (_first(s.date), s.before.id, s.after.id))


def _first(date: DateSpan | None) -> str:
    return "9999" if date is None or date.first is None else date.first.isoformat()


def _order(view: StretchView) -> tuple[str, str]:
    return _first(view.start.date or view.attested_first or view.end.date), _first(view.end.date)


def _view(lineage: Lineage, stretch: Stretch) -> StretchView:
    return StretchView(
        start=stretch.start,
        end=stretch.end,
        attested_first=stretch.attested_first,
        attested_last=stretch.attested_last,
        fate=stretch.fate,
        citations=lineage.shown.citations(lineage.shown.claims(stretch.claims)),
    )
