"""What the register answers when it is asked what changed."""

from __future__ import annotations

from typing import Literal, TypeAlias

import msgspec

from chancery.register.views import AgreementView, AwardView, DecisionView, GatheringView, MessageView, UnitView
from chancery.terms.dates import DateSpan
from chancery.terms.entities import Citation, EntityName, Tenure

ChangeKind = Literal[
    "appointment", "departure", "candidacy", "unit", "gathering", "agreement", "award", "decision", "message"
]

# In the order in which they are told of one day.
CHANGE_KINDS: tuple[ChangeKind, ...] = (
    "appointment", "departure", "candidacy", "unit", "gathering", "agreement", "decision", "award", "message"
)  # fmt: skip

# How the day is known. "dated": a document states it. "reported": none does; it is the day of the first report.
# "announced": told before its day. "proposed": told as a plan.
DayKnown = Literal["dated", "reported", "announced", "proposed"]

ChangedFact: TypeAlias = Tenure | UnitView | GatheringView | AgreementView | AwardView | DecisionView | MessageView


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """One change, with what it changed. `how` is the verb: "elected", "left", "renamed", "signed".

    `partly`: its date is so vague, or it lasted so long, that it may lie outside the days that were asked about.
    """

    date: DateSpan
    known: DayKnown
    kind: ChangeKind
    how: str
    fact: ChangedFact
    citations: tuple[Citation, ...]
    partly: bool = False


class Changes(msgspec.Struct, frozen=True, kw_only=True):
    """The changes of the days that were asked about, in their order; `about` None: of the whole record."""

    about: EntityName | None
    first: str | None  # ISO days, both included; None: no bound
    last: str | None
    changes: tuple[Change, ...]
