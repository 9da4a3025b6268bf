"""Gatherings across documents: which claims are of one, found around the days that are asked about."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeVar

import msgspec

from chancery.register.acts import Facts
from chancery.register.editions import telling_words
from chancery.register.gathering_sayings import GatheringSayings, spans_of
from chancery.register.same_gathering import REACH, GatheringSaying, one_gatherings
from chancery.register.sayings import days_in
from chancery.register.store import Store
from chancery.register.views import GatheringView
from chancery.terms.claims import Claim, GatheringKind

Group = tuple[GatheringSaying, ...]
_T = TypeVar("_T")

_WINDOW = 2 * REACH
_GENERAL_FORMS: tuple[GatheringKind, ...] = ("meeting", "other")


class Gatherings:
    """The gatherings of one register at one moment, worked out where they are asked for."""

    def __init__(self, store: Store, facts: Facts) -> None:
        self._store = store
        self._facts = facts
        self.sayings = GatheringSayings(store)
        self._group_of: dict[str, Group] = {}
        self._views: dict[str, GatheringView] = {}

    def between(self, first: dt.date, last: dt.date) -> list[Group]:
        """All gatherings of which a day lies within [first, last]; of one without a date, the report's day stands."""
        low, high = first - _WINDOW, last + _WINDOW
        while True:
            groups = one_gatherings(self.sayings.near(low, high))
            kept = [group for group in groups if _meets(group, first, last)]
            reach = [day for group in kept for day in _extent(group)]
            if all(low <= day - REACH and day + REACH < high for day in reach):
                break
            low, high = min([low, *(day - _WINDOW for day in reach)]), max([high, *(day + _WINDOW for day in reach)])
        for group in kept:
            for saying in group:
                self._group_of[saying.claim] = group
        return kept

    def all(self) -> list[Group]:
        """Every gathering of the record."""
        groups = one_gatherings(self.sayings.all())
        self._group_of |= {saying.claim: group for group in groups for saying in group}
        return groups

    def group(self, claim: str) -> Group:
        """The claims that are of one gathering with this one; none where it is not in the record."""
        if claim not in self._group_of:
            saying = self.sayings.of_claim(claim)
            if saying is None:
                return ()
            day = saying.stand_in()
            if day is None:
                self._group_of[claim] = (saying,)
            else:
                self.between(day, day)
            # What is told by a report of many years is near no day: it stands alone.
            self._group_of.setdefault(claim, (saying,))
        return self._group_of[claim]

    def prepare(self, claims: Iterable[str]) -> None:
        """Work out the gatherings of many claims at once."""
        found = (self.sayings.of_claim(claim) for claim in claims)
        days = [day for saying in found if saying is not None and (day := saying.stand_in()) is not None]
        for first, last in spans_of(days, 2 * _WINDOW):
            self.between(first, last)

    def view(self, claim: str) -> GatheringView | None:
        """The gathering of a claim, as all its documents tell it; None where the claim is not in the record."""
        group = self.group(claim)
        if not group:
            return None
        if group[0].claim not in self._views:
            self._views[group[0].claim] = _merged(group, self.stated(group))
        return self._views[group[0].claim]

    def stated(self, group: Sequence[GatheringSaying]) -> list[GatheringView]:
        """The gathering as each document states it."""
        views = []
        for saying in group:
            content = self._store.one("SELECT content FROM claim WHERE id = ?", (saying.claim,))[0]
            claim = msgspec.json.decode(content, type=Claim)
            view = self._facts.view(claim, self.sayings.reading_of(saying.claim))
            if isinstance(view, GatheringView):
                views.append(view)
        return views


def _meets(group: Group, first: dt.date, last: dt.date) -> bool:
    return any(days[0] <= last and days[1] >= first for saying in group if (days := _days(saying)))


def _extent(group: Group) -> list[dt.date]:
    return [days[0] for saying in group if (days := _days(saying))]


def _days(saying: GatheringSaying) -> tuple[dt.date, dt.date] | None:
    day = saying.stand_in()
    return saying.days() or (None if day is None else (day, day))


def _merged(group: Group, views: Sequence[GatheringView]) -> GatheringView:
    """One gathering of several claims: the fullest name, the most precise days, what most documents say of the rest."""
    named = [view.name for view in views if view.name]
    name = min(named, key=lambda each: (-len(telling_words(each)), -len(each), each), default=None)
    start = min((v.start for v in views if v.start), key=lambda d: (days_in(d), str(d)), default=None)
    dated = [v for v in views if v.start == start] or list(views)
    places = [v.place for v in views if v.place]
    forms = [v.form for v in views if v.form not in _GENERAL_FORMS] or [v.form for v in views]
    return GatheringView(
        id=group[0].claim,
        form=_most(forms) or "meeting",
        name=name,
        start=start,
        end=_most([v.end for v in dated if v.end]),
        place=_most(places),
        mode=_most([v.mode for v in views if v.mode]),
        part_of=_most([v.part_of for v in views if v.part_of]),
        organisers=tuple(dict.fromkeys(each for v in views for each in v.organisers)),
        citations=tuple(dict.fromkeys(citation for v in views for citation in v.citations)),
        claims=tuple(saying.claim for saying in group) if len(group) > 1 else (),
        names=tuple(sorted({each for each in named if each != name})),
    )


def _most(values: Sequence[_T]) -> _T | None:
    """What is said most often; of equals, what is said first in the order of claims."""
    counted = Counter(values)
    return max(counted, key=lambda each: counted[each], default=None)
