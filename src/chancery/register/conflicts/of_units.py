"""Conflicts over what a body belongs to, and when it came, changed and went."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

import msgspec

from chancery.register.choosing import MORE_DOCUMENTS, NEWER_REPORT, OF_A_DATE, Said, Side, choose, sides_of
from chancery.register.conflicts.found import EntityId, Found, FoundSide, Naming, Told, dates_in_words
from chancery.terms.claims import UnitChange, UnitFact
from chancery.terms.dates import DateSpan
from chancery.terms.wording import Wording, worded

_ONCE: frozenset[UnitChange] = frozenset({"created", "abolished", "merged", "split", "renamed"})
_DATES = {
    "created": worded("{count} dates on which {body} was created").sentence,
    "abolished": worded("{count} dates on which {body} was abolished").sentence,
    "merged": worded("{count} dates on which {body} was merged").sentence,
    "split": worded("{count} dates on which {body} was split up").sentence,
    "renamed": worded("{count} dates on which {body} was renamed").sentence,
}
_ANEW: frozenset[UnitChange] = frozenset({"created", "resumed"})
_APART: frozenset[UnitChange] = frozenset({"proposed", "abolished", "merged", "split", "suspended"})


def two_parents(units: Sequence[Told], one_body: Callable[[EntityId], set[EntityId]], name: Naming) -> Iterable[Found]:
    """Two bodies of both of which it is said, for the same days, that a third is part of them.

    No conflict is a body above a body above, nor a parent under its old and its new name, nor a transfer, nor what one
    document says of one day: it knows that there are two. The Security Force Monitor lets a unit have several parents
    at once (Research Handbook, "Establishing Contiguous or Non-Contiguous Claims", Relations), for military units serve
    a chain of command and an area of operations. Bodies of organisations mostly have one; where one truly has two, the
    conflict shows both, and that is the truth.
    """
    told: dict[EntityId, dict[EntityId, list[Said]]] = defaultdict(lambda: defaultdict(list))
    above: dict[EntityId, set[EntityId]] = defaultdict(set)
    for unit in units:
        fact = unit.claim.fact
        child, parent = _one(unit, "child"), _one(unit, "parent")
        if not isinstance(fact, UnitFact) or unit.claim.stance != "asserted" or child is None or parent is None:
            continue
        if fact.change not in _APART:
            date = unit.said.date or unit.said.report
            told[child][parent].append(msgspec.structs.replace(unit.said, date=date))
            above[child].add(parent)
    for child, parents in sorted(told.items()):
        for a, b in combinations(sorted(parents), 2):
            related = b in one_body(a) or b in _all_above(a, above) or a in _all_above(b, above)
            days = None if related else _both(parents[a], parents[b])
            if days is not None:
                sides = (Side(said=tuple(parents[a])), Side(said=tuple(parents[b])))
                yield Found(
                    kind="two parents",
                    words=worded(
                        "{body} is said to be part of {a} and of {b} at once: {days}",
                        body=name(child),
                        a=name(a),
                        b=name(b),
                        days=days,
                    ),
                    entities=(child, a, b),
                    sides=tuple(
                        FoundSide(says=worded("part of {body}", body=name(parent)), side=side, entity=parent)
                        for parent, side in zip((a, b), sides, strict=True)
                    ),
                    choice=choose(sides, (MORE_DOCUMENTS, NEWER_REPORT)),
                )


def two_dates_of_a_change(units: Sequence[Told], name: Naming) -> Iterable[Found]:
    """Two dates of what happens to a body once: its creation, its end, its renaming to one name.

    What ended and was founded anew may end twice.
    """
    several: dict[tuple[EntityId, UnitChange, tuple[EntityId, ...]], list[Said]] = defaultdict(list)
    anew: dict[EntityId, list[Said]] = defaultdict(list)
    for unit in units:
        fact, child = unit.claim.fact, _one(unit, "child")
        if not isinstance(fact, UnitFact) or unit.claim.stance != "asserted" or child is None:
            continue
        if unit.said.date is None or unit.said.date.first is None:
            continue
        if fact.change in _ONCE:
            into = tuple(sorted(unit.named.get("into", ()))) if fact.change == "renamed" else ()
            several[child, fact.change, into].append(unit.said)
        if fact.change in _ANEW:
            anew[child].append(unit.said)
    ends = {child: said for (child, change, _), said in several.items() if change in ("abolished", "merged", "split")}
    for (child, change, _), said in sorted(several.items()):
        between = ends.get(child, []) if change == "created" else anew[child]
        sides = sides_of(said)
        if len(sides) > 1 and not any(_lies_between(s.date, sides) for s in between):
            yield Found(
                kind="two dates",
                words=Wording(_DATES[change], {"count": str(len(sides)), "body": name(child)}),
                entities=(child,),
                sides=tuple(FoundSide(says=worded("on {date}", date=str(side.date)), side=side) for side in sides),
                choice=choose(sides, OF_A_DATE),
            )


def _one(unit: Told, field: str) -> EntityId | None:
    return next(iter(unit.named.get(field, ())), None)


def _all_above(body: EntityId, above: Mapping[EntityId, set[EntityId]]) -> set[EntityId]:
    found, left = set[EntityId](), [body]
    while left:
        for parent in above.get(left.pop(), set()) - found:
            found.add(parent)
            left.append(parent)
    return found


def _both(a: Sequence[Said], b: Sequence[Said]) -> str | Wording | None:
    """The days for which both are said, in words; None where they only meet, one ending when the other begins."""
    days_a, days_b = _days(a), _days(b)
    if days_a is None or days_b is None:
        return None
    first, last = max(days_a[0], days_b[0]), min(days_a[1], days_b[1])
    handed_over = days_a != days_b and first == last and (days_a[1] == days_b[0] or days_b[1] == days_a[0])
    shared = {(s.document, s.date) for s in a} & {(s.document, s.date) for s in b}
    if first > last or shared or handed_over:
        return None
    return dates_in_words((DateSpan.of_day(first), DateSpan.of_day(last)))


def _days(told: Sequence[Said]) -> tuple[dt.date, dt.date] | None:
    """From the first to the last day that they surely speak of; a year says nothing of a single day."""
    lasts = [s.date.last for s in told if s.date is not None and s.date.last is not None]
    firsts = [s.date.first for s in told if s.date is not None and s.date.first is not None]
    if not lasts or not firsts or min(lasts) > max(firsts):
        return None
    return min(lasts), max(firsts)


def _lies_between(date: DateSpan | None, sides: Sequence[Side]) -> bool:
    first, last = sides[0].date, sides[-1].date
    if date is None or date.first is None or first is None or last is None:
        return False
    return first.first is not None and last.last is not None and first.first <= date.first <= last.last
