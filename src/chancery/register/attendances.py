"""Who was at a gathering that several documents tell of: each once, in the most telling capacity."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from chancery.register.gatherings import Gatherings
from chancery.register.views import AttendanceView

# The most telling first: "was there" says less than any part in it, "was invited" least.
CAPACITIES = ("organiser", "chair", "host", "speaker", "remote", "attendee", "invited")


def attended_once(views: Iterable[AttendanceView], gatherings: Gatherings) -> list[AttendanceView]:
    """The attendances with each gathering as all documents tell it, one for each person or body and gathering."""
    found: dict[tuple[str, str], list[AttendanceView]] = {}
    for view in views:
        whole = gatherings.view(view.gathering.id) or view.gathering
        found.setdefault((view.who.id, whole.id), []).append(msgspec.structs.replace(view, gathering=whole))
    return [_joined(several) for several in found.values()]


def _joined(several: list[AttendanceView]) -> AttendanceView:
    best = min(several, key=lambda view: CAPACITIES.index(view.capacity))
    ordered = sorted(several, key=lambda view: CAPACITIES.index(view.capacity))
    citations = dict.fromkeys(citation for view in ordered for citation in view.citations)
    return msgspec.structs.replace(best, citations=tuple(citations))
