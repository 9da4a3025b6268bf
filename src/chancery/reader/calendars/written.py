"""`Written`: a date as it stands in the text, before the document tells what it leaves out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from chancery.reader.calendars.parts import part_of_month, part_of_year, season_of
from chancery.terms.dates import DateSpan

Part = Literal["early", "mid", "late"]


@dataclass(slots=True, frozen=True, kw_only=True)
class Parts:
    """What one date says of itself; None for what it leaves out.

    `shift` counts years from the report's ("June next year": 1); `towards` is -1 for "last June" and 1 for "next June".
    `weekday` is Monday 0. `fixed` is a date that needs nothing more: a decade, a year of another calendar.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: Part | None = None
    season: str | None = None
    weekday: int | None = None
    shift: int | None = None
    towards: int | None = None
    fixed: DateSpan | None = None

    @property
    def complete(self) -> bool:
        return self.fixed is not None or self.year is not None

    @property
    def full_day(self) -> dt.date | None:
        """The day, if year, month and day are all written."""
        if self.fixed is not None:
            return self.fixed.first if self.fixed.precision == "day" else None
        if self.year is None or self.month is None or self.day is None:
            return None
        return dt.date(self.year, self.month, self.day)

    def span(self, year: int | None = None) -> DateSpan | None:
        """The date with its own year, else the one given. None where no such day is in the calendar (30 February)."""
        if self.fixed is not None:
            return self.fixed
        year = self.year if self.year is not None else year
        if year is None:
            return None if self.month is None else DateSpan.without_year(self.month, self.day)
        try:
            if self.month is None:
                if self.season:
                    return season_of(year, self.season)
                return part_of_year(year, self.part) if self.part else DateSpan.of_year(year)
            if self.day is None:
                return part_of_month(year, self.month, self.part) if self.part else DateSpan.of_month(year, self.month)
            return DateSpan.of_day(dt.date(year, self.month, self.day))
        except ValueError:
            return None


@dataclass(slots=True, frozen=True)
class Written:
    """A stretch of text (half-open offsets) with the date in it, and the last one of a range."""

    start: int
    end: int
    first: Parts
    last: Parts | None = None
    bare: bool = False  # a year alone, which may be part of a name
