"""Times in a post that follow one another: re-appointed on the day on which the earlier time ends, the holding goes on.

Tables and lists give every appointment its own beginning and end. Taken one by one, the end of the earlier would close
the tenure that the later one continues, for both are told of one day.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import msgspec

from chancery.register.sayings import STARTS, PostSaying, is_ahead
from chancery.terms.claims import PostChange
from chancery.terms.dates import DateSpan


def joined_sayings(sayings: Sequence[PostSaying]) -> list[PostSaying]:
    """The sayings, those of times that touch on a day told without the end and the start of that day.

    Only times that are told to the day touch, and only on one day: where two overlap, documents may contradict each
    other, and nothing is joined.
    """
    times = [_Time(saying) for saying in sayings]
    begun = {time.begin for time in times if time.begin is not None and time.end != time.begin}
    ended = {time.end for time in times if time.end is not None and time.begin is not None and time.begin < time.end}
    seams = begun & ended
    return [part for time in times for part in time.parts(seams)]


class _Time:
    """What a saying states of a beginning and of an end, where it does so to the day."""

    def __init__(self, saying: PostSaying) -> None:
        self.saying = saying
        self.begin = self.end = None
        if saying.leave:
            return  # its days are those of the leave
        if saying.change in STARTS or (saying.change == "holds" and (saying.since or saying.until)):
            self.begin = _day(saying.since or (saying.date if saying.change in STARTS or saying.until else None))
            self.end = None if is_ahead(saying.until, saying.report) else _day(saying.until)

    def parts(self, seams: set[dt.date]) -> list[PostSaying]:
        """The saying, or what is left of it between seams."""
        said = self.saying
        on, off = self.begin in seams, self.end in seams
        if self.begin is None or not (on or off):
            return [said]
        begin = DateSpan.of_day(self.begin)
        parts = [_only(said, "holds" if on else "appointed", begin)]
        if said.since is not None and said.date is not None and said.date != said.since:
            parts.append(_only(said, "holds", said.date))
        if said.until is not None:
            parts.append(_only(said, "holds" if off else "former", said.until))
        return parts


def _only(saying: PostSaying, change: PostChange, date: DateSpan) -> PostSaying:
    return msgspec.structs.replace(saying, change=change, date=date, since=None, until=None)


def _day(date: DateSpan | None) -> dt.date | None:
    return date.first if date is not None and date.precision == "day" else None
