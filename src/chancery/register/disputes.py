"""Tenures of a single seat that are doubtful because another is *held* in it at the same time."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from chancery.register.careers import StoredTenure
from chancery.register.conflicts.gathered import Seats
from chancery.register.conflicts.of_posts import held_at_once
from chancery.register.fates import Fates
from chancery.register.roles import is_single_seat
from chancery.register.rulings import accepted_claims
from chancery.register.store import Store
from chancery.terms.dates import DateSpan

EntityId = str
TenureId = str
_Window = tuple[dt.date, dt.date]


def disputed_by(
    store: Store, tenures: Sequence[StoredTenure], span: DateSpan | None, *, root: Callable[[EntityId], EntityId]
) -> dict[TenureId, tuple[EntityId, ...]]:
    """For each of the tenures, all of one role, that is in conflict with others on a day of the span, their persons.

    Without a span, on any day. `root` gives one id for a body under all its names. The side that a ruling of a person
    chose is not disputed. What each tenure rests on is looked up only where two meet for more than the day of a
    hand-over.
    """
    meeting = _meeting(tenures, span, root)
    if not meeting:
        return {}
    gathered = Seats(store, Fates(store), accepted_claims(store))
    people = sorted({each.person for each in tenures if each.id in meeting})
    seats = [seat for held, _ in gathered.of(people, lambda each: each.id in meeting) for seat in held]
    found: dict[TenureId, dict[EntityId, None]] = defaultdict(dict)
    for both in held_at_once(seats):
        if span is not None and not _falls_in(both.days, span):
            continue
        for place, (seat, other) in enumerate((both.seats, both.seats[::-1])):
            if both.choice.accepted is None or both.choice.chosen != place:
                found[seat.id][other.person] = None
    return {tenure: tuple(others) for tenure, others in found.items()}


def _meeting(
    tenures: Iterable[StoredTenure], span: DateSpan | None, root: Callable[[EntityId], EntityId]
) -> set[TenureId]:
    """Those that may be held in the span, and on more than one day on which another of the same seat may be."""
    posts: dict[object, list[tuple[_Window, StoredTenure]]] = defaultdict(list)
    for each in tenures:
        window = _window(each)
        if window is None or (span is not None and not _falls_in(window, span)):
            continue
        if each.tenure.standing == "held" and each.body is not None and is_single_seat(each.role):
            posts[root(each.body), each.acting].append((window, each))
    found: set[TenureId] = set()
    for several in posts.values():
        several.sort(key=lambda pair: (pair[0], pair[1].id))
        latest: tuple[_Window, StoredTenure] | None = None  # of those before, the one that lasts longest
        for window, each in several:
            if latest is not None and window[0] < latest[0][1]:
                found |= {each.id, latest[1].id}
            if latest is None or window[1] > latest[0][1]:
                latest = (window, each)
    return found


def _window(stored: StoredTenure) -> _Window | None:
    first, last = stored.tenure.attested_first, stored.tenure.attested_last
    if first is None or last is None or first.first is None or last.last is None:
        return None
    return first.first, last.last


def _falls_in(days: _Window, span: DateSpan) -> bool:
    return span.first is not None and span.last is not None and span.first <= days[1] and days[0] <= span.last
