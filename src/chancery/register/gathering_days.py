"""On which days anybody met, as documents tell it: what a calendar is cut into pages by."""

from __future__ import annotations

import datetime as dt

from chancery.register.store import Store


def gathering_days(store: Store) -> list[tuple[dt.date, int]]:
    """The first days of gatherings in their order (of a month or a year, its first day), each with how many tellings
    it has; several documents may tell of one gathering."""
    rows = store.rows(
        "SELECT day, count(*) FROM claim WHERE kind = 'gathering' AND out = 0 AND day IS NOT NULL"
        " AND stance IN ('asserted', 'proposed') GROUP BY day ORDER BY day"
    )
    return [(dt.date.fromisoformat(day), count) for day, count in rows]
