"""Entities, posts and tenures: what the register makes of many documents, never stored as truth."""

from __future__ import annotations

import datetime as dt
from typing import Literal

import msgspec

from chancery.terms.claims import EntityType
from chancery.terms.dates import DateSpan, Instant

# How an end of a tenure is known. "at least": first or last attested day; "scheduled": a term that was announced.
EndKind = Literal["known", "at least", "scheduled", "ended, date unknown", "silent since", "unknown"]

# What the record can say of a post on a day.
Holding = Literal["held", "presumed", "possible", "not held", "unknown"]


class Citation(msgspec.Struct, frozen=True, kw_only=True):
    """The proof of one fact: the sentence in the archived copy."""

    claim: str
    document: str  # SHA-256
    source: str
    title: str | None
    captured: Instant
    published: DateSpan | None
    sentence: str  # the whole sentence, white space as in the text layer
    sentence_start: int
    quote: str
    start: int  # character offsets of the quote in the text layer
    end: int
    likely: float | None = None  # that it was read rightly, from 0 to 1, where that is doubtful and nobody accepted it


class EntityName(msgspec.Struct, frozen=True, kw_only=True):
    """An entity of the register, as far as a link to it needs."""

    id: str
    type: EntityType
    name: str


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """A role in a body; the body is None for a rank or where no document states it."""

    role: str
    body: EntityName | None


class TenureEnd(msgspec.Struct, frozen=True, kw_only=True):
    """One end of a tenure: how it is known, and the date, if any."""

    kind: EndKind
    date: DateSpan | None = None


class Stretch(msgspec.Struct, frozen=True, kw_only=True):
    """A time within a tenure, its last day included; None on a side of which nothing is said."""

    first: DateSpan | None
    last: DateSpan | None


class Tenure(msgspec.Struct, frozen=True, kw_only=True):
    """A person in a post between two ends, each as known as the evidence makes it."""

    person: EntityName
    post: Post
    start: TenureEnd
    end: TenureEnd
    acting: bool = False
    standing: Literal["held", "candidate"] = "held"  # nominated and candidate are not holding
    attested_first: DateSpan | None = None  # the first and the last date on which a document sees the person in it
    attested_last: DateSpan | None = None
    leave: tuple[Stretch, ...] = ()  # when the holder was on leave, and still the holder
    suspended: tuple[Stretch, ...] = ()  # when the body was, and no document sees the person in the post
    citations: tuple[Citation, ...] = ()


class Holder(msgspec.Struct, frozen=True, kw_only=True):
    """An answer to "who held the post on that day"."""

    tenure: Tenure
    holding: Holding
    on: dt.date | None
    body_then: EntityName | None = None  # the name that the body bore then, where the tenure has it under another
    disputed: tuple[EntityName, ...] = ()  # who is said to have held the single seat at the same time
