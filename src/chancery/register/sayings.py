"""What claims say of a person in a post, as events: a start, an attestation, an end, or an end on an unknown day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Literal

import msgspec

from chancery.register.rests import covers
from chancery.terms.claims import PostChange
from chancery.terms.dates import DateSpan
from chancery.terms.entities import Stretch

STARTS: frozenset[PostChange] = frozenset({"elected", "appointed"})
ENDS: frozenset[PostChange] = frozenset({"resigned", "dismissed", "former", "died"})
CANDIDACIES: frozenset[PostChange] = frozenset({"nominated", "candidate"})

EventKind = Literal["start", "attest", "end", "ended"]  # "ended": on a day unknown, no later than its date


class PostSaying(msgspec.Struct, frozen=True, kw_only=True):
    """What one claim says of a person in a post. `report` is the day that its document is of, if known."""

    claim: str
    change: PostChange
    role: str
    date: DateSpan | None = None
    since: DateSpan | None = None
    until: DateSpan | None = None
    report: DateSpan | None = None
    document: str = ""
    leave: bool = False  # on leave from the post then, and still its holder
    handed: bool = False  # it tells the end by telling of the next holder
    stood_in: bool = False  # who only acts in the post
    accepted: bool = False  # by a ruling


class Closing(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that ends a post without naming it: the person died, the body ended, an acting holder got the post."""

    claim: str
    date: DateSpan | None = None
    report: DateSpan | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """What a saying tells of one date. `stated`: it dates the holding itself, and not the appointment to it."""

    what: EventKind
    claim: str
    role: str
    date: DateSpan | None
    announced: bool = False  # beforehand
    stated: bool = False
    handed: bool = False
    accepted: bool = False
    document: str = ""
    report: DateSpan | None = None
    leave: Stretch | None = None
    term: DateSpan | None = None  # of a start: until when it is

    def order(self) -> tuple[bool, dt.date, int, dt.date, str]:
        day = self.date.first if self.date is not None and self.date.first is not None else dt.date.max
        last = self.date.last if self.date is not None and self.date.last is not None else dt.date.max
        rank = {"start": 0, "attest": 1, "end": 2, "ended": 3}[self.what]
        # "Over by the day of this report" comes after what happened earlier in a vague span of days.
        return (day == dt.date.max, last if self.what == "ended" else day, rank, last, self.claim)


def events_of(saying: PostSaying) -> list[Event]:
    """What the saying tells of holding; a candidacy tells nothing of it."""

    def event(what: EventKind, date: DateSpan | None, *, stated: bool = False, leave: Stretch | None = None) -> Event:
        ahead = what in ("start", "end") and is_ahead(date, saying.report)
        return Event(
            what=what, claim=saying.claim, role=saying.role, date=date, announced=ahead, stated=stated, leave=leave,
            handed=saying.handed, accepted=saying.accepted, document=saying.document, report=saying.report,
            term=saying.until if what == "start" else None,
        )  # fmt: skip

    # A day without a year dates nothing.
    report, date, since, until = map(_with_year, (saying.report, saying.date, saying.since, saying.until))
    saying = msgspec.structs.replace(saying, report=report)
    if saying.change in CANDIDACIES:
        return []
    if saying.leave and saying.change not in ENDS:
        first = since or date or report
        stretch = Stretch(first=first, last=until or (date if since is None else None) or report)
        told = [day for day in (first, until) if day is not None and not is_ahead(day, report)]
        return [event("attest", day, leave=stretch) for day in (told or (report,))]
    begun = [event("start", since, stated=True)] if since is not None else []
    if saying.change in ENDS:
        return [*begun, event("end", date) if date is not None else event("ended", report)]
    events = begun
    if saying.change in STARTS and date is not None:
        events.append(event("start", date))
    elif saying.until is not None and date is not None and not events:
        events.append(event("start", date, stated=True))  # "from 1920 to 1925"
    else:
        # "has been Head since 1921": still so on the day of the report.
        day = None if saying.until is None and date == since else date
        events.append(event("attest", report if is_ahead(day, report) else day or report))
    if until is not None:
        events.append(event("end", until))
    return events


def without_stand_ins(sayings: Sequence[PostSaying]) -> list[PostSaying]:
    """That somebody acts in the place of a holder on leave ends nothing, and proves the holder's post.

    The leave is told by the same document, or by another one for the same day.
    """
    away = [saying for saying in sayings if saying.leave]
    stretches = [event.leave for saying in away for event in events_of(saying) if event.leave is not None]
    documents = {saying.document for saying in away}

    def only_stands_in(saying: PostSaying) -> bool:
        day = (_with_year(saying.date) or _with_year(saying.report)) if saying.stood_in else None
        told = day is not None and day.first is not None and covers(stretches, day.first)
        return saying.stood_in and (told or saying.document in documents)

    return [
        msgspec.structs.replace(saying, change="holds", date=None, report=None, handed=False)
        if only_stands_in(saying)
        else saying
        for saying in sayings
    ]


def _with_year(date: DateSpan | None) -> DateSpan | None:
    return None if date is None or date.first is None else date


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
    """Whether being seen on `a` proves an earlier day than being seen on `b`: by the last day of each."""
    return a.last is not None and b.last is not None and (a.last, days_in(a)) < (b.last, days_in(b))


def is_after(a: DateSpan, b: DateSpan) -> bool:
    """Whether being seen on `a` proves a later day than being seen on `b`: by the first day of each."""
    return a.first is not None and b.first is not None and (a.first, -days_in(a)) > (b.first, -days_in(b))
