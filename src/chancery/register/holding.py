"""What the record can say of a post on a day.

For one tenure and one day:

- *held*: on or after a known start (its last possible day) or the first attested day, and on or before the last
  attested day or a known end (its first possible day). The last day of office is included, so a hand-over day belongs
  to both holders.
- *presumed*: after the last attested day, at most a year later, while nothing tells of an end, of the body's end, or,
  for a post with a single seat, of another holder; or up to a scheduled end; or from a start that was only announced.
- *possible*: within the vagueness of a start or an end; between the last attested day and the report that says the post
  is over; up to a year before the first attested day; longer after the last one than presumed.
- *not held*: before a known start, or after an end.
- *unknown*: anything else. Being a candidate is never holding.

Who is on leave is still the holder. Of a month or a year, the best of its days is told; and who is attested "in 1920"
held it in 1920, though of no single day of that year more than *possible* can be said.
"""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from chancery.register.rests import covers, first_day, last_day
from chancery.terms.dates import DateSpan
from chancery.terms.entities import Holding, Tenure, TenureEnd

YEAR = dt.timedelta(days=366)  # how long silence is taken for continuing: a term of office is seldom shorter

SURENESS: tuple[Holding, ...] = ("held", "presumed", "possible", "unknown", "not held")  # surest first


class Times(Protocol):
    """What is known of the two ends of a tenure, or of a stretch in the life of a body."""

    @property
    def start(self) -> TenureEnd: ...

    @property
    def end(self) -> TenureEnd: ...

    @property
    def attested_first(self) -> DateSpan | None: ...

    @property
    def attested_last(self) -> DateSpan | None: ...


def holding_in(tenure: Tenure, span: DateSpan, *, succeeded: dt.date | None = None) -> Holding:
    """The surest that can be said for any day of the span; a span without a year says nothing.

    `succeeded` is the first day on which another is known in the same single seat, after this one was last attested.
    """
    if span.first is None or span.last is None:
        return "unknown"
    days = {span.first, span.last}
    for date in (tenure.start.date, tenure.end.date, tenure.attested_first, tenure.attested_last):
        if date is not None and date.first is not None and date.last is not None:
            days |= {date.first, date.last, date.last + dt.timedelta(days=1)}
    for stretch in tenure.suspended:
        days |= {day for day in (first_day(stretch), last_day(stretch)) if dt.date.min < day < dt.date.max}
        days |= {day + dt.timedelta(days=1) for day in (last_day(stretch),) if day < dt.date.max}
    inside = [day for day in days if span.first <= day <= span.last]
    if tenure.standing == "held" and any(lies_in(date, span) for date in (tenure.attested_first, tenure.attested_last)):
        return "held"
    return min((holding_on(tenure, day, succeeded=succeeded) for day in inside), key=SURENESS.index)


def lies_in(date: DateSpan | None, span: DateSpan) -> bool:
    """Whether a date lies wholly within the days of a span."""
    if date is None or date.first is None or date.after is None or span.first is None or span.after is None:
        return False
    return span.first <= date.first and date.after <= span.after


def holding_on(tenure: Tenure, day: dt.date, *, succeeded: dt.date | None = None) -> Holding:
    """What the record can say of the tenure on the day."""
    if tenure.standing == "candidate":
        return "unknown"
    beginning, over = begun(tenure, day, silence=YEAR), _over(tenure, day, succeeded)
    rested: Holding = "possible" if covers(tenure.suspended, day) else "held"
    return max(beginning, over, rested, key=SURENESS.index)


def begun(times: Times, day: dt.date, *, silence: dt.timedelta, unseen: Holding = "unknown") -> Holding:
    """What can be said of the beginning. `silence` is how long before it is first seen it may have been; `unseen` is
    said where nothing dates it."""
    start, first = times.start, times.attested_first
    if first is not None and first.last is not None and day >= first.last:
        return "held"
    begin = start.date if start.kind in ("known", "scheduled") else None
    if begin is not None and begin.first is not None and begin.last is not None:
        if day < begin.first:
            return "not held"
        if day < begin.last:
            return "possible"
        return "held" if start.kind == "known" else "presumed"
    if first is None or first.first is None:
        return unseen
    return "possible" if day >= first.first - silence else "unknown"


def _over(tenure: Tenure, day: dt.date, succeeded: dt.date | None) -> Holding:
    end, last = tenure.end, tenure.attested_last
    over = end.date.last if end.kind in ("known", "ended, date unknown") and end.date is not None else None
    if over is not None and day > over:
        return "not held"
    if last is not None and last.first is not None and day <= last.first:
        return "held"
    if end.kind == "known" and end.date is not None and end.date.first is not None:
        return "held" if day <= end.date.first else "possible"
    if end.kind == "ended, date unknown" or (succeeded is not None and day >= succeeded):
        return "possible"
    if end.kind == "scheduled" and end.date is not None and end.date.first is not None:
        return "presumed" if day <= end.date.first else "possible"
    if last is None or last.last is None:
        begun = tenure.start.date.last if tenure.start.kind == "scheduled" and tenure.start.date is not None else None
        return "presumed" if begun is not None and day <= begun + YEAR else "unknown" if begun is None else "possible"
    return "presumed" if day <= last.last + YEAR else "possible"
