"""The units of a body as of a day, nested, each as sure as the claims make it."""

from __future__ import annotations

from collections.abc import Iterator

from chancery.register.body_views import Tree, TreeUnit
from chancery.register.holding import SURENESS
from chancery.register.lineage import Lineage
from chancery.register.standing import standing_in
from chancery.register.store import Store
from chancery.register.unit_sayings import EntityId
from chancery.terms.dates import DateSpan
from chancery.terms.entities import EntityName, Holding

_TOLD: tuple[Holding, ...] = ("held", "presumed", "possible")


class Places:
    """Which units stood in which bodies on the days of one span, under the roots of their lines."""

    def __init__(self, lineage: Lineage, on: DateSpan) -> None:
        self.lineage = lineage
        self.on = on
        self._units: dict[EntityId, dict[EntityId, Holding]] = {}
        self._existing: dict[EntityId, Holding] = {}

    def existing(self, body: EntityId) -> Holding:
        """Whether the body was there at all."""
        if body not in self._existing:
            self._existing[body] = standing_in(self.lineage.existences(body), self.on)
        return self._existing[body]

    def units(self, body: EntityId) -> dict[EntityId, Holding]:
        """The units that stood directly in the body, by the place and by the unit's own being."""
        if body not in self._units:
            found = {}
            near = self.lineage.units(body)
            self.lineage.prepare(near)
            for unit in near:
                place = standing_in(self.lineage.places(unit, body), self.on)
                found[unit] = max(place, self.existing(unit), key=SURENESS.index)
            self._units[body] = {unit: how for unit, how in found.items() if how in _TOLD}
        return self._units[body]

    def nearest_units(self, body: EntityId) -> dict[EntityId, Holding]:
        """`units`, without those that stand, as surely, in another unit of the body: which says more."""
        units = self.units(body)
        return {
            unit: how
            for unit, how in units.items()
            if not any(self._reaches(other, unit, how, {body, other}) for other in units if other != unit)
        }

    def _reaches(self, body: EntityId, unit: EntityId, how: Holding, seen: set[EntityId]) -> bool:
        for near, sure in self.units(body).items():
            if near in seen or SURENESS.index(sure) > SURENESS.index(how):
                continue
            if near == unit:
                return True
            seen.add(near)
            if self._reaches(near, unit, how, seen):
                return True
        return False


def tree_on(store: Store, body: EntityName, on: DateSpan) -> Tree:
    """The units of a body on a day, or on any day of a month or a year, by name.

    A body stands once with its units; where a circle of claims leads back to it, or it stands in several bodies, it is
    only named.
    """
    lineage = Lineage(store)
    places = Places(lineage, on)
    root = lineage.lines.root(body.id)
    seen = {root}

    def by_name(found: tuple[EntityId, Holding]) -> tuple[str, str]:
        name = lineage.shown.entity(lineage.name_then(found[0], on))
        return name.name.casefold(), name.id

    def nearest(unit: EntityId) -> list[tuple[EntityId, Holding]]:
        found = places.nearest_units(unit)
        lineage.shown.prepare_entities(lineage.name_then(near, on) for near in found)
        return sorted(found.items(), key=by_name)

    def grown(unit: EntityId, standing: Holding, parent: EntityId | None, above: frozenset[EntityId]) -> _Grown:
        units = []
        for near, how in nearest(unit):
            if near in above:
                continue
            if near in seen:
                units.append(_Grown(places, near, how, unit, shown_above=bool(places.units(near))))
            else:
                seen.add(near)
                units.append(grown(near, how, unit, above | {near}))
        return _Grown(places, unit, standing, parent, units=tuple(units))

    whole = grown(root, places.existing(root), None, frozenset({root}))
    lineage.shown.prepare_claims(whole.all_claims())
    return Tree(body=body, on=on, root=whole.shown())


class _Grown:
    """A unit of the tree before its proofs are looked up, which is done for all units together."""

    def __init__(
        self,
        places: Places,
        unit: EntityId,
        standing: Holding,
        parent: EntityId | None,
        *,
        units: tuple[_Grown, ...] = (),
        shown_above: bool = False,
    ) -> None:
        lineage = places.lineage
        stretches = lineage.existences(unit) if parent is None else lineage.places(unit, parent)
        self._claims = list(dict.fromkeys(claim for stretch in stretches for claim in stretch.claims))
        self._name = lineage.name_then(unit, places.on)
        self._suspended = standing_in(lineage.suspensions(unit), places.on) in _TOLD
        self._shown = lineage.shown
        self._standing = standing
        self._units = units
        self._shown_above = shown_above

    def all_claims(self) -> Iterator[str]:
        """The claims that prove it and its units."""
        yield from self._claims
        for unit in self._units:
            yield from unit.all_claims()

    def shown(self) -> TreeUnit:
        return TreeUnit(
            body=self._shown.entity(self._name),
            standing=self._standing,
            suspended=self._suspended,
            citations=self._shown.citations(self._shown.claims(self._claims)),
            units=tuple(unit.shown() for unit in self._units),
            shown_above=self._shown_above,
        )
