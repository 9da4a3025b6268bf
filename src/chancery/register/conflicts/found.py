"""What the rules of conflict are given, and what they find, in ids; names come when it is shown."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from chancery.register.choosing import Choice, Said, Side
from chancery.register.tenures import DerivedTenure
from chancery.register.views import ConflictKind
from chancery.terms.claims import Claim
from chancery.terms.dates import DateSpan
from chancery.terms.wording import Wording, worded

EntityId = str
Naming = Callable[[EntityId], str]  # the name under which an entity is shown


class Seat(msgspec.Struct, frozen=True, kw_only=True):
    """A tenure with what it rests on. `post` tells posts apart: the role, and the body under all its names.

    `seen` are the dates on which a document sees the person in the post, `ended` those that tell its end.
    """

    id: str  # of the tenure
    person: EntityId
    body: EntityId | None
    role: str  # folded
    post: tuple[str, EntityId | None]
    acting: bool
    tenure: DerivedTenure
    seen: tuple[Said, ...] = ()
    ended: tuple[Said, ...] = ()


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that is no tenure's: its content, and the entities that it names by field."""

    claim: Claim
    said: Said  # `date` is that of the fact, if it has one
    named: dict[str, tuple[EntityId, ...]]


class FoundSide(msgspec.Struct, frozen=True, kw_only=True):
    """One side of a conflict: what it says, and the claims that say it."""

    says: Wording
    side: Side
    entity: EntityId | None = None


class Found(msgspec.Struct, frozen=True, kw_only=True):
    kind: ConflictKind
    words: Wording
    entities: tuple[EntityId, ...]
    sides: tuple[FoundSide, ...]
    choice: Choice


def post_in_words(seat: Seat, name: Naming) -> Wording:
    """The post as "President of the Relief Committee"."""
    role = (
        worded("acting {role}", role=seat.tenure.role) if seat.acting else Wording("{role}", {"role": seat.tenure.role})
    )
    return worded("{role} of {body}", role=role, body=name(seat.body)) if seat.body else role


def entities_of(*several: Seat) -> tuple[EntityId, ...]:
    """The people and the bodies, each once."""
    named = [*(seat.person for seat in several), *(seat.body for seat in several)]
    return tuple(dict.fromkeys(entity for entity in named if entity is not None))


def dates_in_words(dates: tuple[DateSpan | None, ...]) -> str | Wording:
    """Their first and last as "1920-05-01" or "1920-05-01 to 1922"; "" where none has a year."""
    known = sorted((d for d in dates if d is not None and d.first is not None), key=lambda d: (d.first, d.last))
    if not known:
        return ""
    first, last = str(known[0]), str(known[-1])
    return first if first == last else worded("{first} to {last}", first=first, last=last)
