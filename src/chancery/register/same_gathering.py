"""Which gatherings of several documents are one, as pure functions: what any order of reading gives alike.

Two are one where nothing speaks against it and something speaks for it. Against: one document tells both; kinds of
another family; days that do not meet; two places; two editions of a series. For, the strongest first:

- the same telling name (see `editions.is_telling`), on days that meet, or in the same month where no day is known;
  without any date, only an edition's or a long name, told within a month;
- on the same days, a telling name that is part of the other's;
- on the same days, no two telling names, and two or more who were at both, where nobody who was at the one with fewer
  people was not at the other. Who receives guests all day in one place holds many gatherings there: neither place nor
  host joins them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec

from chancery.register.editions import Word, numbered_words, telling_words
from chancery.terms.claims import GatheringKind
from chancery.terms.dates import DateSpan

_FAMILIES: dict[GatheringKind, str] = {
    "conference": "meeting", "meeting": "meeting", "talks": "meeting", "congress": "meeting", "summit": "meeting",
    "reception": "feast", "ceremony": "feast", "rally": "feast", "celebration": "feast",
    "visit": "visit", "call": "call", "vote": "vote",
}  # fmt: skip
REACH = dt.timedelta(days=31)  # how far apart the days of two gatherings that are one can be, at most
_LONG = 4  # telling words in a name that hardly comes twice


class GatheringSaying(msgspec.Struct, frozen=True, kw_only=True):
    """A gathering as one document states it, with entities in place of names."""

    claim: str
    document: str
    form: GatheringKind = "meeting"
    name: str | None = None
    start: DateSpan | None = None
    end: DateSpan | None = None
    place: str | None = None
    organisers: frozenset[str] = frozenset()
    attendees: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()  # the folded words of the names of people in the document
    report: DateSpan | None = None

    def days(self) -> tuple[dt.date, dt.date] | None:
        """Its first and last day, as far as they are dated; None where it is not."""
        if self.start is None or self.start.first is None or self.start.last is None:
            return None
        last = self.end.last if self.end is not None and self.end.last is not None else self.start.last
        return self.start.first, max(last, self.start.last)

    def stand_in(self) -> dt.date | None:
        """Its first day, or else the day of the report."""
        days = self.days()
        return days[0] if days else None if self.report is None else self.report.first

    def is_dated_to_days(self) -> bool:
        return self.start is not None and self.start.precision == "day"


def contradict(a: GatheringSaying, b: GatheringSaying) -> bool:
    """Whether something speaks against the two being one."""
    if a.document == b.document:
        return True
    if len({_FAMILIES.get(a.form), _FAMILIES.get(b.form)} - {None}) > 1:
        return True
    if a.place is not None and b.place is not None and a.place != b.place:
        return True
    days_a, days_b = a.days(), b.days()
    if days_a and days_b:
        if days_a[1] < days_b[0] or days_b[1] < days_a[0]:
            return True
    elif (near_a := a.stand_in()) is None or (near_b := b.stand_in()) is None or abs(near_a - near_b) > REACH:
        return True
    return not (_numbers(a) <= _numbers(b) or _numbers(b) <= _numbers(a))


def likeness(a: GatheringSaying, b: GatheringSaying) -> int:
    """How strongly it is said that two which do not contradict each other are one: 0 not, 3 most."""
    name_a, name_b = _telling_name(a), _telling_name(b)
    dated = a.days() is not None and b.days() is not None
    to_days = a.is_dated_to_days() and b.is_dated_to_days()
    if name_a and name_a == name_b:
        if dated:
            return 3 if to_days or _are_months(a, b) else 0
        return 2 if len(name_a) >= _LONG or any(isinstance(word, int) for word in name_a) else 0
    if not to_days:
        return 0
    if name_a and name_b:
        return 2 if name_a < name_b or name_b < name_a else 0
    fewer, more = sorted((a.attendees, b.attendees), key=len)
    return 1 if len(fewer) > 1 and fewer <= more and a.form != "visit" != b.form else 0


def one_gatherings(sayings: Iterable[GatheringSaying]) -> list[tuple[GatheringSaying, ...]]:
    """The sayings by gathering, each group and the list of them in the order of claims.

    The strongest likenesses join first; a group never holds two that contradict each other, and those that only people
    make alike are all alike.
    """
    ordered = sorted(sayings, key=lambda s: s.claim)
    group_of = {s.claim: [s] for s in ordered}
    pairs = [(-how, a.claim, b.claim) for a, b in _near_pairs(ordered) if (how := _joined(a, b))]
    for how, one, other in sorted(pairs):
        first, second = group_of[one], group_of[other]
        if first is second or any(contradict(a, b) for a in first for b in second):
            continue
        if how < -1 or all(likeness(a, b) for a in first for b in second):
            first += second
            for each in second:
                group_of[each.claim] = first
    groups = {id(group): tuple(sorted(group, key=lambda s: s.claim)) for group in group_of.values()}
    return sorted(groups.values(), key=lambda group: group[0].claim)


def _joined(a: GatheringSaying, b: GatheringSaying) -> int:
    return 0 if contradict(a, b) else likeness(a, b)


def _near_pairs(sayings: Sequence[GatheringSaying]) -> Iterator[tuple[GatheringSaying, GatheringSaying]]:
    """The pairs that `likeness` could find alike, each once: two that are dated to days which meet, and otherwise those
    of one telling name. Their number grows with what happens on one day, not with all that happens in a month."""
    precise = sorted(
        ((days, s.claim, s) for s in sayings if s.is_dated_to_days() and (days := s.days())), key=lambda each: each[:2]
    )
    for place, ((_, last), _, a) in enumerate(precise):
        for (first, _), _, b in precise[place + 1 :]:
            if first > last:
                break
            yield (a, b) if a.claim < b.claim else (b, a)
    named: dict[frozenset[Word], list[tuple[dt.date, str, GatheringSaying]]] = {}
    for each in sayings:
        day, name = each.stand_in(), _telling_name(each)
        if day is not None and name:
            named.setdefault(name, []).append((day, each.claim, each))
    for several in named.values():
        several.sort(key=lambda each: each[:2])
        for place, (day, _, a) in enumerate(several):
            days = a.days()
            last = max(day + REACH, days[1] if days else day)
            for other_day, _, b in several[place + 1 :]:
                if other_day > last:
                    break
                if not (a.is_dated_to_days() and b.is_dated_to_days()):  # those are told above
                    yield (a, b) if a.claim < b.claim else (b, a)


def _are_months(a: GatheringSaying, b: GatheringSaying) -> bool:
    kept = ("day", "part of month", "month")
    return all(s.start is not None and s.start.precision in kept for s in (a, b))


def _telling_name(saying: GatheringSaying) -> frozenset[Word]:
    return _telling_words(saying.name, saying.people) if saying.name else frozenset()


def _numbers(saying: GatheringSaying) -> frozenset[int]:
    return _numbers_in(saying.name) if saying.name else frozenset()


_telling_words = lru_cache(maxsize=65536)(telling_words)


@lru_cache(maxsize=65536)
def _numbers_in(name: str) -> frozenset[int]:
    return frozenset(word for word in numbered_words(name) if isinstance(word, int))
