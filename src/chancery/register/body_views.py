"""What the register answers of bodies over time: lives, rosters, trees; each fact with its citations."""

from __future__ import annotations

import msgspec

from chancery.terms.claims import UnitChange
from chancery.terms.dates import DateSpan
from chancery.terms.entities import Citation, EntityName, Holder, Holding, TenureEnd


class StretchView(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of time between two ends, each as known as the evidence makes it; `fate` is what ended it."""

    start: TenureEnd
    end: TenureEnd
    attested_first: DateSpan | None
    attested_last: DateSpan | None
    fate: UnitChange | None
    citations: tuple[Citation, ...]


class NameStretch(msgspec.Struct, frozen=True, kw_only=True):
    """A name that a body bore, as the entity of that name, and when."""

    name: EntityName
    when: StretchView


class PlaceStretch(msgspec.Struct, frozen=True, kw_only=True):
    """A body that another was part of, and when."""

    parent: EntityName
    when: StretchView


class Succession(msgspec.Struct, frozen=True, kw_only=True):
    """A body that became others, or another: merged or split, or abolished with a successor that is named."""

    before: EntityName
    after: EntityName
    change: UnitChange
    date: DateSpan | None
    citations: tuple[Citation, ...]


class BodyLife(msgspec.Struct, frozen=True, kw_only=True):
    """The life of a body under all its names. A body that was abolished and created anew has two `existences`.

    `predecessors` and `successors` are the next ones each way; renamings are no succession: see `names`.
    """

    body: EntityName
    existences: tuple[StretchView, ...] = ()
    names: tuple[NameStretch, ...] = ()
    parents: tuple[PlaceStretch, ...] = ()
    suspensions: tuple[StretchView, ...] = ()
    predecessors: tuple[Succession, ...] = ()
    successors: tuple[Succession, ...] = ()


class RosterPost(msgspec.Struct, frozen=True, kw_only=True):
    """A post and who had it then, surest first."""

    role: str
    single: bool  # a post that one person holds at a time, as far as its words tell
    holders: tuple[Holder, ...]


class RosterPart(msgspec.Struct, frozen=True, kw_only=True):
    """The posts of one body or unit. `depth` is 0 for the body that was asked for."""

    body: EntityName
    depth: int
    standing: Holding  # of the body's existence, or of the unit's being part of the one above
    posts: tuple[RosterPost, ...]


class Roster(msgspec.Struct, frozen=True, kw_only=True):
    """Who was what in a body on a day, or on any day of a month or a year."""

    body: EntityName  # as it was asked for
    then: EntityName  # under the name that it bore
    on: DateSpan
    parts: tuple[RosterPart, ...]


class TreeUnit(msgspec.Struct, frozen=True, kw_only=True):
    """A unit as of a day. `standing` is the surest that can be said; `shown_above`: its own units stand at its first
    place in the tree."""

    body: EntityName
    standing: Holding
    suspended: bool = False
    citations: tuple[Citation, ...] = ()
    units: tuple[TreeUnit, ...] = ()
    shown_above: bool = False


class Tree(msgspec.Struct, frozen=True, kw_only=True):
    """The units of a body as of a day. `root.body` is the body under the name that it bore then."""

    body: EntityName
    on: DateSpan
    root: TreeUnit
