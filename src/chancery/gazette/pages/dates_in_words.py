"""Dates and the ends of tenures as people write them, saying no more than is known."""

from __future__ import annotations

import datetime as dt

from chancery.terms.dates import DateSpan
from chancery.terms.entities import Stretch, Tenure, TenureEnd

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def day_in_words(day: dt.date) -> str:
    """A day as "3 July 1933"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def date_in_words(date: DateSpan) -> str:
    """A date as "3 July 1933", "late July 1933", "July 1933", "1933", "the 1930s", "22 September, year not stated"."""
    if date.first is None or date.last is None:
        assert date.month is not None
        month = MONTHS[date.month - 1]
        return f"{date.day} {month}, year not stated" if date.day else f"{month}, year not stated"
    match date.precision:
        case "day":
            return day_in_words(date.first)
        case "month":
            return f"{MONTHS[date.first.month - 1]} {date.first.year}"
        case "part of month":
            return f"{_part_of_month(date.first, date.last)} {MONTHS[date.first.month - 1]} {date.first.year}"
        case "year":
            return str(date.first.year)
        case "decade":
            return f"the {date.first.year}s"
        case _:
            return f"between {day_in_words(date.first)} and {day_in_words(date.last)}"


def _part_of_month(first: dt.date, last: dt.date) -> str:
    if last.day <= 10:
        return "early"
    return "late" if first.day > 20 else "mid"


def start_in_words(end: TenureEnd) -> str:
    """How a tenure began: "from 3 July 1933", "at least from 1933", "start not stated"."""
    if end.date is None:
        return "start not stated"
    date = date_in_words(end.date)
    match end.kind:
        case "known":
            return f"from {date}"
        case "scheduled":
            return f"to begin on {date}" if end.date.precision == "day" else f"to begin in {date}"
        case _:
            return f"at least from {date}"


def finish_in_words(end: TenureEnd) -> str:
    """How a tenure ended: "until 30 June 1940", "at least until 1940", "ended, date unknown"."""
    if end.date is None:
        return "ended, date unknown" if end.kind == "ended, date unknown" else "end not stated"
    date = date_in_words(end.date)
    match end.kind:
        case "known":
            return f"until {date}"
        case "ended, date unknown":
            return f"ended by {date}, date unknown"
        case "scheduled":
            return f"term due to end {date}"
        case "silent since":
            return f"nothing said since {date}"
        case _:
            return f"at least until {date}"


def tenure_in_words(tenure: Tenure) -> str:
    """Both ends in one line; a single attestation is said as such."""
    start, end = tenure.start, tenure.end
    rests = "".join(f"; on leave {_stretch_in_words(each)}" for each in tenure.leave)
    rests += "".join(f"; the body suspended {_stretch_in_words(each)}" for each in tenure.suspended)
    if start.date is not None and start.date == end.date and end.kind in ("at least", "silent since"):
        seen = f"attested {date_in_words(start.date)}" if start.kind == "at least" else start_in_words(start)
        return seen + rests
    if start.date is None and end.date is None and end.kind == "unknown":
        return "dates not stated" + rests
    return f"{start_in_words(start)}, {finish_in_words(end)}{rests}"


def _stretch_in_words(stretch: Stretch) -> str:
    if stretch.first is not None and stretch.first == stretch.last:
        return ("on " if stretch.first.precision == "day" else "in ") + date_in_words(stretch.first)
    dates = (("from ", stretch.first), ("to ", stretch.last))
    return " ".join(word + date_in_words(date) for word, date in dates if date is not None) or "at times not stated"


def role_in_words(tenure: Tenure) -> str:
    """The role, with what is said of the holding if the role does not say it itself: "candidate for", "acting"."""
    role = tenure.post.role
    if tenure.standing == "candidate":
        return f"candidate for {role}"
    return f"acting {role}" if tenure.acting and not role.casefold().startswith(("acting", "interim")) else role


def on_date_in_words(date: DateSpan | None) -> str:
    """A date at the end of a line: " on 3 July 1933", " in 1933", and nothing for None."""
    if date is None:
        return ""
    return (" on " if date.precision in ("day", "yearless") else " in ") + date_in_words(date)


def period_in_words(start: DateSpan | None, end: DateSpan | None) -> str:
    """Days from one to another: "on 3 July 1933", "from 3 July 1933 to 5 July 1933", and "without a date"."""
    if start is None:
        return "without a date" if end is None else f"until {date_in_words(end)}"
    if end is None or end == start:
        return on_date_in_words(start).strip()
    return f"from {date_in_words(start)} to {date_in_words(end)}"
