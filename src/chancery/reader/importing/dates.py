"""Dates as data sets write them."""

from __future__ import annotations

import re

from chancery.terms.dates import DateSpan
from chancery.terms.errors import DataError

_WRITTEN = re.compile(r"([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)(?:[T ][0-9:.]+(?:Z|[+-][0-9:]+)?)?")


def date_in(text: str, *, where: str) -> DateSpan | None:
    """A day, month or year in ISO 8601, a time of day left off; None where there is none.

    Raises DataError D003 for anything else; `where` stands in its message. "0000-00-00" is no date.
    """
    if not text:
        return None
    found = _WRITTEN.fullmatch(text)
    try:
        if found is not None:
            return DateSpan.parse(found[1])
    except ValueError:
        pass
    raise DataError("D003", where=where, text=repr(text[:40]))


def check_order(start: DateSpan | None, end: DateSpan | None, *, where: str) -> None:
    """Raises DataError D006 where the end lies wholly before the start."""
    if start is not None and end is not None and start.first and end.last and end.last < start.first:
        raise DataError("D006", where=where, start=start, end=end)
