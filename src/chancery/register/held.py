"""All that is held on a day, and who came and went between two days, in all posts of all bodies or of one."""

from __future__ import annotations

import datetime as dt

from chancery.register.careers import stored_tenures
from chancery.register.citations import Shown
from chancery.register.holding import holding_on
from chancery.register.store import Store
from chancery.terms.entities import Holder, Tenure, TenureEnd


def held_on(store: Store, on: dt.date, *, cited: bool = True) -> list[Holder]:
    """Everyone of whom the record proves that they held a post on the day ("held", not "presumed"), and the post.

    In the order in which they came. Where several hold one post, or one several, each is told. Without `cited` the
    proofs are left out, which take most of the time.
    """
    shown = Shown(store)
    begun = stored_tenures(store, "standing = 'held' AND (first IS NULL OR first <= ?)", (on.isoformat(),))
    return [
        Holder(tenure=shown.tenure(each, cited=cited), holding="held", on=on)
        for each in begun
        if not _is_over(each.tenure.end, on) and holding_on(shown.tenure(each, cited=False), on) == "held"
    ]


def moves_between(
    store: Store, first: dt.date, last: dt.date, *, cited: bool = True
) -> tuple[list[Tenure], list[Tenure]]:
    """The tenures that are known to begin within the days, and those that are known to end within them, both included.

    A holding that goes on with a re-appointment neither begins nor ends with it. For `cited` see `held_on`.
    """
    shown = Shown(store)
    came: list[Tenure] = []
    went: list[Tenure] = []
    for each in stored_tenures(store, "standing = 'held' AND (first IS NULL OR first <= ?)", (last.isoformat(),)):
        for end, moves in ((each.tenure.start, came), (each.tenure.end, went)):
            if _falls_within(end, first, last):
                moves.append(shown.tenure(each, cited=cited))
    return came, went


def _is_over(end: TenureEnd, on: dt.date) -> bool:
    return end.kind == "known" and end.date is not None and end.date.last is not None and end.date.last < on


def _falls_within(end: TenureEnd, first: dt.date, last: dt.date) -> bool:
    date = end.date if end.kind == "known" else None
    if date is None or date.first is None or date.last is None:
        return False
    return first <= date.first and date.last <= last
