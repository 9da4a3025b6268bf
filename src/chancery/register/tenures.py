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

from chancery.terms.claims import PostChange
from chancery.terms.dates import DateSpan
from chancery.terms.entities import TenureEnd

_STARTS = frozenset({"elected", "appointed"})
_ENDS = frozenset({"resigned", "dismissed", "former"})
_CANDIDATES = frozenset({"nominated", "candidate"})
_UNKNOWN = TenureEnd(kind="unknown")
_ONE_ENDING = dt.timedelta(days=366)  # two ends told with nothing between them, closer than this, are one


class PostSaying(msgspec.Struct, frozen=True, kw_only=True):
    """What one claim says of a person in a post. `report` is the day that its document is of, if known."""

    claim: str
    change: PostChange
    role: str
    date: DateSpan | None = None
    since: DateSpan | None = None
    until: DateSpan | None = None
    report: DateSpan | None = None


class Abolition(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that the body ended."""

    claim: str
    date: DateSpan | None = None
    report: DateSpan | None = None


class DerivedTenure(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of holding, or of being a candidate, and the claims that it rests on, in the order of their days."""

    role: str
    start: TenureEnd
    end: TenureEnd
    attested_first: DateSpan | None = None
    attested_last: DateSpan | None = None
    standing: Literal["held", "candidate"] = "held"
    claims: tuple[str, ...] = ()


class _Event(msgspec.Struct, frozen=True, kw_only=True):
    what: Literal["start", "attest", "end", "ended"]  # "ended": on a day unknown, no later than `date`
    claim: str
    role: str
    date: DateSpan | None
    announced: bool = False  # beforehand

    def order(self) -> tuple[bool, dt.date, int, dt.date, str]:
        day = self.date.first if self.date is not None and self.date.first is not None else dt.date.max
        last = self.date.last if self.date is not None and self.date.last is not None else dt.date.max
        rank = {"start": 0, "attest": 1, "end": 2, "ended": 3}[self.what]
        # "Over by the day of this report" comes after what happened earlier in a vague span of days.
        return (day == dt.date.max, last if self.what == "ended" else day, rank, last, self.claim)


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
        if self.first is None or _before(date, self.first):
            self.first = date
        if self.last is None or _after(date, self.last):
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
    events = sorted((event for saying in sayings for event in _events(saying)), key=_Event.order)
    tenures: list[_Open] = []
    for event in events:
        _take(event, tenures)
    for abolition in sorted(abolitions, key=lambda a: a.claim):
        for tenure in tenures:
            _abolish(tenure, abolition)
    return (*(tenure.finished() for tenure in tenures), *_candidacies(sayings))


def _events(saying: PostSaying) -> list[_Event]:
    def event(what: Literal["start", "attest", "end", "ended"], date: DateSpan | None) -> _Event:
        ahead = what in ("start", "end") and _is_ahead(date, saying.report)
        return _Event(what=what, claim=saying.claim, role=saying.role, date=date, announced=ahead)

    if saying.report is not None and saying.report.first is None:  # a day without a year dates nothing
        saying = msgspec.structs.replace(saying, report=None)
    date = None if saying.date is not None and saying.date.first is None else saying.date
    if saying.change in _CANDIDATES:
        return []
    begun = [event("start", saying.since)] if saying.since is not None and saying.since.first is not None else []
    if saying.change in _ENDS:
        return [*begun, event("end", date) if date is not None else event("ended", saying.report)]
    events = begun
    if saying.change in _STARTS and date is not None:
        events.append(event("start", date))
    elif saying.until is not None and date is not None and not events:
        events.append(event("start", date))  # "from 1920 to 1925"
    else:
        # "has been Head since 1921": still so on the day of the report.
        day = None if saying.until is None and date == saying.since else date
        events.append(event("attest", saying.report if _is_ahead(day, saying.report) else day or saying.report))
    if saying.until is not None and saying.until.first is not None:
        events.append(event("end", saying.until))
    return events


def _take(event: _Event, tenures: list[_Open]) -> None:
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
                if last.end.kind != "known" or _days(event.date) < _days(last.end.date):
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


def _opened(event: _Event, tenures: list[_Open]) -> _Open:
    tenures.append(_Open(event.role))
    return tenures[-1]


def _more_precise(start: TenureEnd, event: _Event) -> TenureEnd:
    """Of two documents that date one start, the one that knows better."""
    if event.announced or start.kind == "at least":
        return start
    if start.kind == "scheduled" or _days(event.date) < _days(start.date):
        return TenureEnd(kind="known", date=event.date)
    return start


def _is_same_ending(last: _Open, event: _Event) -> bool:
    if event.announced or last.end.date is None or last.end.date.first is None:
        return last.ended and not event.announced
    first = _dated(event).first
    return first is not None and abs(first - last.end.date.first) <= _ONE_ENDING


def _lies_within(date: DateSpan, tenure: _Open) -> bool:
    """Before a known end, or on its day; a post said to be over by a report was held no later than that."""
    end = tenure.end.date
    return end is not None and end.after is not None and date.first is not None and date.first < end.after


def _abolish(tenure: _Open, abolition: Abolition) -> None:
    """A body's end is the end of its posts that had not ended before."""
    date = abolition.date if abolition.date is not None and abolition.date.first is not None else None
    by = date or abolition.report
    if tenure.ended or by is None or by.after is None or _is_ahead(date, abolition.report):
        return
    if tenure.last is not None and tenure.last.first is not None and tenure.last.first >= by.after:
        return
    tenure.end = TenureEnd(kind="known" if date else "ended, date unknown", date=by)
    tenure.claims[abolition.claim] = None


def _candidacies(sayings: Sequence[PostSaying]) -> tuple[DerivedTenure, ...]:
    found = sorted(
        (s for s in sayings if s.change in _CANDIDATES),
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


def _dated(event: _Event) -> DateSpan:
    assert event.date is not None
    return event.date


def _days(date: DateSpan | None) -> int:
    if date is None or date.first is None or date.after is None:
        return 1_000_000
    return (date.after - date.first).days


def _is_ahead(date: DateSpan | None, report: DateSpan | None) -> bool:
    """Whether the date lies wholly after the report that tells it."""
    return (
        date is not None
        and date.first is not None
        and report is not None
        and report.after is not None
        and date.first >= report.after
    )


def _before(a: DateSpan, b: DateSpan) -> bool:
    return a.first is not None and b.first is not None and (a.first, _days(a)) < (b.first, _days(b))


def _after(a: DateSpan, b: DateSpan) -> bool:
    return a.first is not None and b.first is not None and (a.first, -_days(a)) > (b.first, -_days(b))
