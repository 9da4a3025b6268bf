"""Stints: the rows of one person in one post, those that follow one another without a day between joined into one.

Tables give a row to every re-appointment; the holding goes on all the same. The days of a stint are those of its rows.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import msgspec

from chancery.terms.claims import Evidence
from chancery.terms.dates import DateSpan


class Stint(msgspec.Struct, frozen=True, kw_only=True):
    """A time in a post; None for a start that is not told, or for an end that had not come when the data were made."""

    start: DateSpan | None
    end: DateSpan | None
    proof: tuple[Evidence, ...]


def joined_stints(stints: Iterable[Stint]) -> list[Stint]:
    """The stints of one person in one post in the order of their days, each no longer touching the next.

    Only days join: an end and a start in one month or year may lie apart.
    """
    joined: list[Stint] = []
    for stint in sorted(stints, key=lambda each: (_first(each), each.proof[0].start)):
        last = joined[-1] if joined else None
        if last is not None and _touch(last, stint):
            proof = tuple(dict.fromkeys((*last.proof, *stint.proof)))
            joined[-1] = Stint(start=last.start, end=_later(last.end, stint.end), proof=proof)
        else:
            joined.append(stint)
    return joined


def _first(stint: Stint) -> dt.date:
    return stint.start.first if stint.start is not None and stint.start.first is not None else dt.date.min


def _touch(before: Stint, after: Stint) -> bool:
    if after.start is None or (before.end is None and before.start is None):
        return False
    if before.end is None:
        return True
    exact = after.start.precision == before.end.precision == "day"
    return (
        exact
        and after.start.first is not None
        and before.end.last is not None
        and (after.start.first <= before.end.last)
    )


def _later(a: DateSpan | None, b: DateSpan | None) -> DateSpan | None:
    if a is None or b is None or a.last is None or b.last is None:
        return None
    return a if a.last >= b.last else b
