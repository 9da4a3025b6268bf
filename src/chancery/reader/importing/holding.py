"""How a row with a start and an end becomes a claim of a post."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from chancery.reader.importing.conversion import DataFile
from chancery.terms.claims import PostFact, Ref
from chancery.terms.dates import DateSpan


def latest_day(dates: Iterable[DateSpan | None], file: DataFile) -> DateSpan | None:
    """The last day on which anything in a data set begins or ends, of a month or year the first: until then at least it
    was kept. What lies after the file's capture is left out: a plan, or a slip of the pen."""
    captured = file.document.captured.at.date()
    days = [date.first for date in dates if date is not None and date.first is not None]
    return DateSpan.of_day(max(known)) if (known := [day for day in days if day <= captured]) else None


def holding_fact(
    *,
    person: Ref,
    organisation: Ref | None,
    role: str,
    title: str | None = None,
    start: DateSpan | None,
    end: DateSpan | None,
    latest: DateSpan | None,
    acting: bool = False,
) -> PostFact:
    """The claim of one time in a post. One that has no end is seen on the latest day of the data set.

    What begins in a month or year that goes on after that day is told by its start alone.
    """
    over = end is not None
    begun = start is None or (latest is not None and start.last is not None and start.last <= _last(latest))
    seen = not over and begun
    return PostFact(
        person=person,
        organisation=organisation,
        role=role,
        title=title,
        change="holds" if seen or start is None else "appointed",
        date=latest if seen else start,
        since=start if seen else None,
        until=end,
        acting=acting,
    )


def _last(date: DateSpan) -> dt.date:
    return date.last or dt.date.min
