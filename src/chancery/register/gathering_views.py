"""What the register answers of a gathering."""

from __future__ import annotations

import msgspec

from chancery.register.views import (
    AgreementView,
    AttendanceView,
    AwardView,
    DecisionView,
    GatheringView,
    MessageView,
)


class SeriesPlace(msgspec.Struct, frozen=True, kw_only=True):
    """The place of a gathering in a series: "Seventh Assembly" comes after "6th Assembly". `name` has no number."""

    id: str
    name: str
    number: int
    before: GatheringView | None = None  # the nearest editions that the record knows
    after: GatheringView | None = None


class GatheringRecord(msgspec.Struct, frozen=True, kw_only=True):
    """All that the record says of one gathering. `stated` is how each document states it, where several do.

    Attendance is ordered by capacity. Acts are those of its days by its organisers, and those by anyone who was there
    that the same documents tell.
    """

    gathering: GatheringView
    stated: tuple[GatheringView, ...] = ()
    part_of: GatheringView | None = None
    sessions: tuple[GatheringView, ...] = ()
    attendance: tuple[AttendanceView, ...] = ()
    series: SeriesPlace | None = None
    agreements: tuple[AgreementView, ...] = ()
    awards: tuple[AwardView, ...] = ()
    decisions: tuple[DecisionView, ...] = ()
    messages: tuple[MessageView, ...] = ()
