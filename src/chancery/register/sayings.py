"""What claims say of a person in a post, as events: a start, an attestation, an end, or an end on an unknown day."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from chancery.terms.claims import PostChange
from chancery.terms.dates import DateSpan

_STARTS = frozenset({"elected", "appointed"})
_ENDS = frozenset({"resigned", "dismissed", "former"})
CANDIDACIES = frozenset({"nominated", "candidate"})


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


class Event(msgspec.Struct, frozen=True, kw_only=True):
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


def events_of(saying: PostSaying) -> list[Event]:
    """What the saying tells of holding; a candidacy tells nothing of it."""

    def event(what: Literal["start", "attest", "end", "ended"], date: DateSpan | None) -> Event:
        ahead = what in ("start", "end") and is_ahead(date, saying.report)
        return Event(what=what, claim=saying.claim, role=saying.role, date=date, announced=ahead)

    if saying.report is not None and saying.report.first is None:  # a day without a year dates nothing
        saying = msgspec.structs.replace(saying, report=None)
    date = None if saying.date is not None and saying.date.first is None else saying.date
    if saying.change in CANDIDACIES:
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
        events.append(event("attest", saying.report if is_ahead(day, saying.report) else day or saying.report))
    if saying.until is not None and saying.until.first is not None:
        events.append(event("end", saying.until))
    return events


def days_in(date: DateSpan | None) -> int:
    if date is None or date.first is None or date.after is None:
        return 1_000_000
    return (date.after - date.first).days


def is_ahead(date: DateSpan | None, report: DateSpan | None) -> bool:
    """Whether the date lies wholly after the report that tells it."""
    return (
        date is not None
        and date.first is not None
        and report is not None
        and report.after is not None
        and date.first >= report.after
    )


def is_before(a: DateSpan, b: DateSpan) -> bool:
    return a.first is not None and b.first is not None and (a.first, days_in(a)) < (b.first, days_in(b))


def is_after(a: DateSpan, b: DateSpan) -> bool:
    return a.first is not None and b.first is not None and (a.first, -days_in(a)) > (b.first, -days_in(b))
