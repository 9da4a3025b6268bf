"""`DateSpan`, the only date of the world, and `Instant`, the only time of recording."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal

import msgspec

Precision = Literal["day", "part of month", "month", "season", "year", "decade", "yearless"]

_ONE_DAY = dt.timedelta(days=1)
_A_LEAP_YEAR = 2000
_CALENDAR = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_YEARLESS = re.compile(r"(?:-|XXXX)-([0-9]{2})(?:-([0-9]{2}))?")
_DECADE = re.compile(r"([0-9]{3})X")
_ONE_OF = re.compile(r"\[([0-9]{4}-[0-9]{2}-[0-9]{2})\.\.([0-9]{4}-[0-9]{2}-[0-9]{2})\]")


class DateSpan(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A date as far as it is known: the half-open interval of days in which it lies, and how precise it is.

    `first` is the earliest day, `after` the day after the last one. A date without a year ("September 22" in a text
    that tells no year) has precision "yearless", both bounds None, and keeps `month` and `day`. Unknown dates are no
    DateSpan but None; nothing here is open-ended. Half-open intervals make spans of any precision comparable.
    """

    precision: Precision
    first: dt.date | None = None
    after: dt.date | None = None
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.precision == "yearless":
            if self.month is None or self.first is not None or self.after is not None:
                raise ValueError("a yearless date has a month, perhaps a day, and no bounds")
            dt.date(_A_LEAP_YEAR, self.month, 1 if self.day is None else self.day)  # raises for no such day
        elif self.first is None or self.after is None or self.first >= self.after:
            raise ValueError("a date span needs a first day before the day after it")
        elif self.precision == "day" and self.after - self.first != _ONE_DAY:
            raise ValueError("a day is one day")

    @classmethod
    def of_day(cls, day: dt.date) -> DateSpan:
        """Raises ValueError for the last day that a date can be, which no day is after."""
        if day == dt.date.max:
            raise ValueError("no day comes after 9999-12-31")
        return cls(precision="day", first=day, after=day + _ONE_DAY)

    @classmethod
    def of_month(cls, year: int, month: int) -> DateSpan:
        """Raises ValueError for a month that does not exist, and for the last one, which no day is after."""
        after = dt.date(year + 1, 1, 1) if month == 12 else dt.date(year, month + 1, 1)
        return cls(precision="month", first=dt.date(year, month, 1), after=after)

    @classmethod
    def of_year(cls, year: int) -> DateSpan:
        return cls(precision="year", first=dt.date(year, 1, 1), after=dt.date(year + 1, 1, 1))

    @classmethod
    def of_decade(cls, year: int) -> DateSpan:
        """The ten years from `year`. Raises ValueError for a year that does not end in 0."""
        if year % 10:
            raise ValueError(f"a decade begins with a year that ends in 0, not {year}")
        return cls(precision="decade", first=dt.date(year, 1, 1), after=dt.date(year + 10, 1, 1))

    @classmethod
    def without_year(cls, month: int, day: int | None = None) -> DateSpan:
        return cls(precision="yearless", month=month, day=day)

    @classmethod
    def parse(cls, text: str) -> DateSpan:
        """From "2024-08-13", "2024-08", "2024", "193X", "--08-13" or what `edtf` writes. Raises ValueError if not."""
        if match := _YEARLESS.fullmatch(text):
            return cls.without_year(int(match[1]), int(match[2]) if match[2] else None)
        if match := _DECADE.fullmatch(text):
            return cls.of_decade(int(match[1]) * 10)
        if match := _ONE_OF.fullmatch(text):
            first, last = dt.date.fromisoformat(match[1]), cls.of_day(dt.date.fromisoformat(match[2]))
            within = (first.year, first.month) == (last.first.year, last.first.month) if last.first else False
            return cls(precision="part of month" if within else "season", first=first, after=last.after)
        match = _CALENDAR.fullmatch(text)
        if match is None:
            raise ValueError(f"not a date: {text!r}")
        if match[3]:
            return cls.of_day(dt.date(int(match[1]), int(match[2]), int(match[3])))
        return cls.of_month(int(match[1]), int(match[2])) if match[2] else cls.of_year(int(match[1]))

    @property
    def last(self) -> dt.date | None:
        """The last day of the span."""
        return None if self.after is None else self.after - _ONE_DAY

    def iso(self) -> str | None:
        """ISO 8601 as `gold/FORMAT.md` wants it: day, month or year; None where there is no year or only a decade.

        A week over the turn of a month gives its year, one over the turn of a year None.
        """
        if self.first is None or self.last is None or self.precision == "decade":
            return None
        if self.precision == "day":
            return self.first.isoformat()
        if self.precision in ("month", "part of month") and self.first.month == self.last.month:
            return self.first.isoformat()[:7]
        if self.precision == "part of month" and self.first.year != self.last.year:
            return None
        return self.first.isoformat()[:4]

    def edtf(self) -> str:
        """Extended Date/Time Format (ISO 8601-2), level 2: "2024-08-13", "2024-08", "193X", "XXXX-08-13"; for a part of
        a month or of a year one of its days, "[2024-08-21..2024-08-31]"."""
        if self.precision == "yearless":
            return f"XXXX-{self.month:02}" + (f"-{self.day:02}" if self.day else "")
        assert self.first is not None and self.last is not None
        if self.precision == "decade":
            return f"{self.first.year // 10:03}X"
        if self.precision in ("part of month", "season") or (self.precision == "year" and self.first.day != 1):
            return f"[{self.first.isoformat()}..{self.last.isoformat()}]"
        return self.iso() or ""

    def __str__(self) -> str:
        return self.iso() or self.edtf()

    def contains(self, day: dt.date) -> bool:
        return self.first is not None and self.after is not None and self.first <= day < self.after

    def overlaps(self, other: DateSpan) -> bool:
        if self.first is None or self.after is None or other.first is None or other.after is None:
            return False
        return self.first < other.after and other.first < self.after


class Instant(msgspec.Struct, frozen=True, order=True):
    """A moment of recording, in UTC."""

    at: dt.datetime

    def __post_init__(self) -> None:
        if self.at.utcoffset() != dt.timedelta(0):
            raise ValueError("an instant is in UTC")

    @classmethod
    def parse(cls, text: str) -> Instant:
        """From ISO 8601 with an offset. Raises ValueError otherwise."""
        at = dt.datetime.fromisoformat(text)
        if at.utcoffset() is None:
            raise ValueError(f"an instant needs its offset from UTC: {text!r}")
        return cls(at.astimezone(dt.UTC))

    def iso(self) -> str:
        return self.at.isoformat(timespec="microseconds").removesuffix("+00:00") + "Z"
