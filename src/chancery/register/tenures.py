"""From what documents say of one person in one post to tenures, as pure functions.

Sayings are put in the order of their days and walked through. A start opens a tenure, unless one is open: a second
start is then a re-election and continues it, or, within half a year, another date of the same start. An attestation
opens one "at least from" its day. An end closes the open one. Two attestations are of one tenure unless something that
a document says lies between them and ended it; how long the silence was does not matter (so does the Security Force
Monitor: Research Handbook, "Establishing Contiguous or Non-Contiguous Claims", Postings). Each end of a tenure is known
no better than the sayings make it:

| end kind | means | its date |
|---|---|---|
| known | a document gives the day, month or year | that date; of several, the one that `choosing` prefers |
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

from chancery.register.choosing import OF_AN_END, Choice, Said, Side, choose, choose_start, sides_of
from chancery.register.following import joined_sayings
from chancery.register.rests import joined, within, without
from chancery.register.sayings import (
    CANDIDACIES,
    Closing,
    Event,
    PostSaying,
    days_in,
    events_of,
    is_after,
    is_ahead,
    is_before,
    without_stand_ins,
)
from chancery.terms.dates import DateSpan
from chancery.terms.entities import Stretch, TenureEnd

_UNKNOWN = TenureEnd(kind="unknown")
_ONE_ENDING = dt.timedelta(days=366)  # two ends told with nothing between them, closer than this, are one
# Two starts closer than this are one, dated twice (an appointment, and the day it was taken up): few terms of office
# are shorter than half a year, and an office is seldom taken up later than that.
_ONE_START = dt.timedelta(days=183)


class Dispute(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Dates of one start or one end that do not overlap, and which of them the tenure follows."""

    what: Literal["start", "end"]
    sides: tuple[Side, ...]
    choice: Choice


class DerivedTenure(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A stretch of holding, or of being a candidate, and the claims that it rests on, in the order of their days."""

    role: str
    start: TenureEnd
    end: TenureEnd
    attested_first: DateSpan | None = None
    attested_last: DateSpan | None = None
    standing: Literal["held", "candidate"] = "held"
    claims: tuple[str, ...] = ()
    leave: tuple[Stretch, ...] = ()
    suspended: tuple[Stretch, ...] = ()
    disputes: tuple[Dispute, ...] = ()


class _Open:
    """A tenure that is being put together."""

    def __init__(self, role: str) -> None:
        self.role = role
        self.start = _UNKNOWN
        self.end = _UNKNOWN
        self.starts: list[Said] = []
        self.term: DateSpan | None = None  # until when the last start is
        self.renewed: DateSpan | None = None  # the last re-election
        self.ends: list[Said] = []
        self.seen: list[DateSpan] = []
        self.leave: list[Stretch] = []
        self.suspended: tuple[Stretch, ...] = ()
        self.disputes: list[Dispute] = []
        self.claims: dict[str, None] = {}

    @property
    def ended(self) -> bool:
        return self.end.kind in ("known", "ended, date unknown")

    @property
    def first(self) -> DateSpan | None:
        found = None
        for date in self.seen:
            found = date if found is None or is_before(date, found) else found
        return found

    @property
    def last(self) -> DateSpan | None:
        found = None
        for date in self.seen:
            found = date if found is None or is_after(date, found) else found
        return found

    def attest(self, date: DateSpan | None) -> None:
        if date is not None and date.first is not None:
            self.seen.append(date)

    def begin(self, event: Event) -> None:
        self.starts.append(_said(event))
        self.term = event.term or self.term
        self.start = self.start if self.start.date is not None else _end_of(event)

    def finish(self, event: Event) -> None:
        self.ends.append(_said(event))
        if self.end.kind != "known" or days_in(event.date) < days_in(self.end.date):
            self.end = _end_of(event)

    def settle(self) -> None:
        """Choose among the dates of the start and of the end; the chosen ones are days in the post."""
        starts, ends = sides_of(self.starts), sides_of(self.ends)
        for what, sides, choice in (
            ("start", starts, choose_start(starts, self.first)),
            ("end", ends, choose(ends, OF_AN_END)),
        ):
            if not sides:
                continue
            side = sides[choice.chosen or 0]
            announced = all(said.announced for said in side.said)
            end = TenureEnd(kind="scheduled" if announced else "known", date=side.date)
            if what == "start":
                self.start = end
            else:
                self.end = end
            for said in side.said:
                if not said.announced:
                    self.attest(said.date)
            if len(sides) > 1 and what == "start":
                self.disputes.append(Dispute(what="start", sides=sides, choice=choice))
            elif len(sides) > 1 and not _is_gap(sides):
                self.disputes.append(Dispute(what="end", sides=sides, choice=choice))

    def finished(self) -> DerivedTenure:
        start, end, first, last = self.start, self.end, self.first, self.last
        if start.kind == "unknown" and first is not None and not (self.ended and first == end.date):
            start = TenureEnd(kind="at least", date=first)
        if end.kind == "unknown" and last is not None:
            end = TenureEnd(kind="at least", date=last)
        return DerivedTenure(
            role=self.role, start=start, end=end, attested_first=first, attested_last=last,
            claims=tuple(self.claims), leave=joined(self.leave), suspended=self.suspended,
            disputes=tuple(self.disputes),
        )  # fmt: skip


def derive_tenures(
    sayings: Sequence[PostSaying], closings: Sequence[Closing] = (), suspensions: Sequence[Stretch] = ()
) -> tuple[DerivedTenure, ...]:
    """The tenures of one person in one post, in the order of their days; candidacies come last.

    `closings` end those that are still open then. `suspensions` are the times when the body's work rested: they end
    nothing, and within them nothing is presumed.
    """
    sayings = joined_sayings(without_stand_ins(sayings))
    events = sorted((event for saying in sayings for event in events_of(saying)), key=Event.order)
    tenures: list[_Open] = []
    for event in events:
        _take(event, tenures)
    for tenure in tenures:
        tenure.settle()
    for closing in sorted(closings, key=lambda c: ((c.date or c.report or _FAR).first or dt.date.max, c.claim)):
        for tenure in tenures:
            _close(tenure, closing)
    for tenure in tenures:
        rested = [part for part in suspensions if within(part, tenure.first, tenure.end, ended=tenure.ended)]
        tenure.suspended = without(rested, tenure.seen)
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
                current.begin(event)
            elif _is_same_start(current, event):
                current.begin(event)
            else:
                if current.end.kind == "scheduled" and not (current.end.date or _dated(event)).overlaps(_dated(event)):
                    current.end, current.ends = _UNKNOWN, []  # elected anew: the earlier term's end is not the end
                current.renewed, current.term = event.date, event.term
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
            current = current or _opened(event, tenures)
            if current.end.kind == "scheduled":
                current.end, current.ends = _UNKNOWN, []  # what came to pass goes before what was planned
            if not (event.announced and current.renewed is not None and not is_after(_dated(event), current.renewed)):
                current.finish(event)  # a term that ends when the next one begins ends nothing
        case "ended":
            if current is None and last is not None:
                current = last
            else:
                current = current or _opened(event, tenures)
                current.end, current.ends = TenureEnd(kind="ended, date unknown", date=event.date), []
    if event.leave is not None:
        current.leave.append(event.leave)
    current.claims[event.claim] = None


def _opened(event: Event, tenures: list[_Open]) -> _Open:
    tenures.append(_Open(event.role))
    return tenures[-1]


def _said(event: Event) -> Said:
    return Said(
        claim=event.claim, document=event.document, date=event.date, report=event.report, accepted=event.accepted,
        announced=event.announced, stated=event.stated, handed=event.handed,
    )  # fmt: skip


def _end_of(event: Event) -> TenureEnd:
    return TenureEnd(kind="scheduled" if event.announced else "known", date=event.date)


def _is_same_start(tenure: _Open, event: Event) -> bool:
    """Whether a start dates again the one that opened the tenure, and is not of the term after it."""
    known, date = tenure.start.date, _dated(event)
    if not tenure.starts or known is None or known.first is None or date.first is None:
        return False
    if known.overlaps(date):
        return True
    over = None if tenure.term is None else tenure.term.first
    return abs(date.first - known.first) <= _ONE_START and not (over is not None and date.first >= over)


def _is_same_ending(last: _Open, event: Event) -> bool:
    if event.announced or last.end.date is None or last.end.date.first is None:
        return last.ended and not event.announced
    first = _dated(event).first
    return first is not None and abs(first - last.end.date.first) <= _ONE_ENDING


def _is_gap(sides: Sequence[Side]) -> bool:
    """Whether the person left and the next holder came later: the post was vacant, and nothing contradicts it."""
    own = [side.date for side in sides if not all(said.handed for said in side.said)]
    came = [side.date for side in sides if all(said.handed for said in side.said)]
    return len(own) == 1 and all(a is not None and b is not None and is_after(b, a) for a in own for b in came)


def _lies_within(date: DateSpan, tenure: _Open) -> bool:
    """Before a known end, or on its day; a post said to be over by a report was held no later than that."""
    end = tenure.end.date
    return end is not None and end.after is not None and date.first is not None and date.first < end.after


def _close(tenure: _Open, closing: Closing) -> None:
    """A person's death is the end of all posts, and a body's end of all its posts, that had not ended before.

    Of a holder who was not heard of in the year before, it says only that the holding was over by then; of one who was
    heard of afterwards, nothing.
    """
    date = closing.date if closing.date is not None and closing.date.first is not None else None
    by = date or closing.report
    if tenure.ended or by is None or by.after is None or is_ahead(date, closing.report):
        return
    last = tenure.last
    if last is not None and last.first is not None and last.first >= by.after:
        return
    known = date is not None and date.first is not None and _heard_of_lately(last, date.first)
    tenure.end = TenureEnd(kind="known" if known else "ended, date unknown", date=by)
    tenure.claims[closing.claim] = None


def _heard_of_lately(last: DateSpan | None, day: dt.date) -> bool:
    return last is not None and last.first is not None and day - last.first <= _ONE_ENDING


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
