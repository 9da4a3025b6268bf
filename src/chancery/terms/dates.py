"""`DateSpan`, the only date of the world, and `Instant`, the only time of recording."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

Precision = Literal["day", "part of month", "month", "season", "year", "decade", "yearless"]

_ONE_DAY = dt.timedelta(days=1)


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
        elif self.first is None or self.after is None or self.first >= self.after:
            raise ValueError("a date span needs a first day before the day after it")

    @classmethod
    def of_day(cls, day: dt.date) -> DateSpan:
        return cls(precision="day", first=day, after=day + _ONE_DAY)

    @classmethod
    def of_month(cls, year: int, month: int) -> DateSpan:
        """Raises ValueError for a month that does not exist."""
        after = dt.date(year + 1, 1, 1) if month == 12 else dt.date(year, month + 1, 1)
        return cls(precision="month", first=dt.date(year, month, 1), after=after)

    @classmethod
    def of_year(cls, year: int) -> DateSpan:
        return cls(precision="year", first=dt.date(year, 1, 1), after=dt.date(year + 1, 1, 1))

    @classmethod
    def of_decade(cls, year: int) -> DateSpan:
        """The ten years from `year`, which ends in 0."""
        return cls(precision="decade", first=dt.date(year, 1, 1), after=dt.date(year + 10, 1, 1))

    @classmethod
    def without_year(cls, month: int, day: int | None = None) -> DateSpan:
        return cls(precision="yearless", month=month, day=day)

    @classmethod
    def parse(cls, text: str) -> DateSpan:
        """From "2024-08-13", "2024-08", "2024", "193X" or "--08-13". Raises ValueError for anything else."""
        if text.startswith("--"):
            month, _, day = text[2:].partition("-")
            return cls.without_year(int(month), int(day) if day else None)
        if len(text) == 4 and text.endswith("X"):
            return cls.of_decade(int(text[:3]) * 10)
        parts = text.split("-")
        if not all(part.isdecimal() for part in parts) or len(parts[0]) != 4:
            raise ValueError(f"not a date: {text!r}")
        numbers = [int(part) for part in parts]
        match numbers:
            case [y]:
                return cls.of_year(y)
            case [y, m]:
                return cls.of_month(y, m)
            case [y, m, d]:
                return cls.of_day(dt.date(y, m, d))
            case _:
                raise ValueError(f"not a date: {text!r}")

    @property
    def last(self) -> dt.date | None:
        """The last day of the span."""
        return None if self.after is None else self.after - _ONE_DAY

    def iso(self) -> str | None:
        """ISO 8601 as `gold/FORMAT.md` wants it: day, month or year; None where there is no year or only a decade."""
        if self.first is None or self.precision == "decade":
            return None
        if self.precision == "day":
            return self.first.isoformat()
        return f"{self.first:%Y-%m}" if self.precision in ("month", "part of month") else f"{self.first:%Y}"

    def edtf(self) -> str:
        """Extended Date/Time Format (ISO 8601-2): "2024-08-13", "2024-08", "193X", "XXXX-08-13"."""
        if self.precision == "yearless":
            return f"XXXX-{self.month:02}" + (f"-{self.day:02}" if self.day else "")
        assert self.first is not None and self.last is not None
        if self.precision == "decade":
            return f"{self.first.year // 10}X"
        if self.precision in ("part of month", "season"):
            return f"{self.first.isoformat()}..{self.last.isoformat()}"
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
        return cls(dt.datetime.fromisoformat(text).astimezone(dt.UTC))

    def iso(self) -> str:
        return self.at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
