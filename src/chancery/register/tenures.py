"""From what documents say of one person in one post to tenures, as pure functions.

Sayings are put in the order of their days and walked through. A start opens a tenure, unless one is open: a second
start is then a re-election and continues it. An attestation opens one "at least from" its day. An end closes the open
one. Each end of a tenure is known no better than the sayings make it:

| end kind | means | its date |
|---|---|---|
| known | a document gives the day, month or year | that date |
| at least | attested then; of the end itself, or of the start, nothing is said | the last, or first, attested day |
| scheduled | announced beforehand | the announced date |
| ended, date unknown | said to be over, not since when | the day of the report that first says so, at the latest |
| silent since | as "at least", and reports went on naming the body for over a year | the last attested day |
| unknown | nothing dates it | None |
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal

import msgspec

from chancery.register.following import joined_sayings
from chancery.register.sayings import (
    CANDIDACIES,
    Abolition,
    Event,
    PostSaying,
    days_in,
    events_of,
    is_after,
    is_ahead,
    is_before,
)
from chancery.terms.dates import DateSpan
from chancery.terms.entities import TenureEnd

_UNKNOWN = TenureEnd(kind="unknown")
_ONE_ENDING = dt.timedelta(days=366)  # two ends told with nothing between them, closer than this, are one


class DerivedTenure(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of holding, or of being a candidate, and the claims that it rests on, in the order of their days."""

    role: str
    start: TenureEnd
    end: TenureEnd
    attested_first: DateSpan | None = None
    attested_last: DateSpan | None = None
    standing: Literal["held", "candidate"] = "held"
    claims: tuple[str, ...] = ()


class _Open:
    """A tenure that is being put together."""

    def __init__(self, role: str) -> None:
        self.role = role
        self.start = _UNKNOWN
        self.end = _UNKNOWN
        self.first: DateSpan | None = None
        self.last: DateSpan | None = None
        self.claims: dict[str, None] = {}

    @property
    def ended(self) -> bool:
        return self.end.kind in ("known", "ended, date unknown")

    def attest(self, date: DateSpan | None) -> None:
        if date is None or date.first is None:
            return
        if self.first is None or is_before(date, self.first):
            self.first = date
        if self.last is None or is_after(date, self.last):
            self.last = date

    def finished(self) -> DerivedTenure:
        start, end = self.start, self.end
        if start.kind == "unknown" and self.first is not None and not (self.ended and self.first == end.date):
            start = TenureEnd(kind="at least", date=self.first)
        if end.kind == "unknown" and self.last is not None:
            end = TenureEnd(kind="at least", date=self.last)
        return DerivedTenure(
            role=self.role, start=start, end=end, attested_first=self.first, attested_last=self.last,
            claims=tuple(self.claims),
        )  # fmt: skip


def derive_tenures(sayings: Sequence[PostSaying], abolitions: Sequence[Abolition] = ()) -> tuple[DerivedTenure, ...]:
    """The tenures of one person in one post, in the order of their days; candidacies come last."""
    events = sorted((event for saying in joined_sayings(sayings) for event in events_of(saying)), key=Event.order)
    tenures: list[_Open] = []
    for event in events:
        _take(event, tenures)
    for abolition in sorted(abolitions, key=lambda a: a.claim):
        for tenure in tenures:
            _abolish(tenure, abolition)
    return (*(tenure.finished() for tenure in tenures), *_candidacies(sayings))


def _take(event: Event, tenures: list[_Open]) -> None:
    last = tenures[-1] if tenures else None
    current = last if last is not None and not last.ended else None
    if event.date is None and last is not None and event.what == "attest":
        current = last  # undated: it proves the post, and no day of it
    match event.what:
        case "start":
            if current is None:
                current = _opened(event, tenures)
                current.start = TenureEnd(kind="scheduled" if event.announced else "known", date=event.date)
            elif current.start.date is not None and current.start.date.overlaps(_dated(event)):
                current.start = _more_precise(current.start, event)
            if current.end.kind == "scheduled" and not (current.end.date or _dated(event)).overlaps(_dated(event)):
                current.end = _UNKNOWN  # elected anew: the earlier term's end is not the end
            if not event.announced:
                current.attest(event.date)
        case "attest":
            if last is not None and last.ended and event.date is not None and _lies_within(event.date, last):
                current = last
            current = current or _opened(event, tenures)
            current.attest(event.date)
        case "end":
            if current is None and last is not None and _is_same_ending(last, event):
                current = last
                if last.end.kind != "known" or days_in(event.date) < days_in(last.end.date):
                    last.end = TenureEnd(kind="known", date=event.date)
            else:
                current = current or _opened(event, tenures)
                current.end = TenureEnd(kind="scheduled" if event.announced else "known", date=event.date)
            if not event.announced:
                current.attest(current.end.date)
        case "ended":
            if current is None and last is not None:
                current = last
            else:
                current = current or _opened(event, tenures)
                current.end = TenureEnd(kind="ended, date unknown", date=event.date)
    current.claims[event.claim] = None


def _opened(event: Event, tenures: list[_Open]) -> _Open:
    tenures.append(_Open(event.role))
    return tenures[-1]


def _more_precise(start: TenureEnd, event: Event) -> TenureEnd:
    """Of two documents that date one start, the one that knows better."""
    if event.announced or start.kind == "at least":
        return start
    if start.kind == "scheduled" or days_in(event.date) < days_in(start.date):
        return TenureEnd(kind="known", date=event.date)
    return start


def _is_same_ending(last: _Open, event: Event) -> bool:
    if event.announced or last.end.date is None or last.end.date.first is None:
        return last.ended and not event.announced
    first = _dated(event).first
    return first is not None and abs(first - last.end.date.first) <= _ONE_ENDING


def _lies_within(date: DateSpan, tenure: _Open) -> bool:
    """Before a known end, or on its day; a post said to be over by a report was held no later than that."""
    end = tenure.end.date
    return end is not None and end.after is not None and date.first is not None and date.first < end.after


def _abolish(tenure: _Open, abolition: Abolition) -> None:
    """A body's end is the end of its posts that had not ended before.

    Of a holder who was not heard of in the year before, it says only that the holding was over by then.
    """
    date = abolition.date if abolition.date is not None and abolition.date.first is not None else None
    by = date or abolition.report
    if tenure.ended or by is None or by.after is None or is_ahead(date, abolition.report):
        return
    if tenure.last is not None and tenure.last.first is not None and tenure.last.first >= by.after:
        return
    known = date is not None and date.first is not None and _heard_of_lately(tenure, date.first)
    tenure.end = TenureEnd(kind="known" if known else "ended, date unknown", date=by)
    tenure.claims[abolition.claim] = None


def _heard_of_lately(tenure: _Open, day: dt.date) -> bool:
    last = tenure.last.first if tenure.last is not None else None
    return last is not None and day - last <= _ONE_ENDING


def _candidacies(sayings: Sequence[PostSaying]) -> tuple[DerivedTenure, ...]:
    found = sorted(
        (s for s in sayings if s.change in CANDIDACIES),
        key=lambda s: ((s.date or s.report or _FAR).first or dt.date.max, s.claim),
    )
    if not found:
        return ()
    dates = [date for s in found if (date := s.date or s.report) is not None and date.first is not None]
    start = TenureEnd(kind="at least", date=dates[0]) if dates else _UNKNOWN
    end = TenureEnd(kind="at least", date=dates[-1]) if dates else _UNKNOWN
    return (
        DerivedTenure(
            role=found[0].role, start=start, end=end, standing="candidate", claims=tuple(s.claim for s in found),
            attested_first=dates[0] if dates else None, attested_last=dates[-1] if dates else None,
        ),
    )  # fmt: skip


_FAR = DateSpan.of_day(dt.date(9999, 12, 30))


def _dated(event: Event) -> DateSpan:
    assert event.date is not None
    return event.date
