"""What pages are made of: links, citations, facts with their proof, and tenures with their bars."""

from __future__ import annotations

from urllib.parse import quote

import msgspec

from chancery.gazette.pages.dates_in_words import date_in_words, tenure_in_words
from chancery.gazette.pages.facts_in_words import Line
from chancery.gazette.pages.timeline import Axis, BarPart, away_of, axis_of, bar_of
from chancery.terms.dates import DateSpan
from chancery.terms.entities import Citation, EntityName, Tenure

_FOLDERS = {"person": "people", "organisation": "bodies", "place": "places"}


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """What every page has: its heading and its address on this server, without ".json"."""

    title: str
    address: str


class Proof(msgspec.Struct, frozen=True, kw_only=True):
    """The sentence that states a fact, in three parts around the quoted words, and the way to its place."""

    href: str
    document: str  # title, or path
    published: str | None  # in words
    before: str
    quote: str
    following: str
    claim: str
    sha: str
    start: int  # half-open character offsets of the quote in the text layer
    end: int
    likely: int | None = None  # per cent that it was read rightly, where that is doubtful


class FactRow(msgspec.Struct, frozen=True, kw_only=True):
    """A fact as a line of words, with the sentences that state it."""

    kind: str
    line: Line
    proofs: tuple[Proof, ...]
    note: str | None = None  # why this is no plain fact: "denied", "proposed", "attributed"


class TenureRow(msgspec.Struct, frozen=True, kw_only=True):
    """A tenure with both ends in words and its bar; `away` are the days on leave, and those when the body rested."""

    person: EntityName
    role: str
    body: EntityName | None
    when: str
    note: str | None  # "acting", "candidate"
    tenure: Tenure
    bar: tuple[BarPart, ...]
    proofs: tuple[Proof, ...]
    away: tuple[BarPart, ...] = ()


class Timeline(msgspec.Struct, frozen=True):
    """Tenures on one axis, from the earliest; the axis is None where no tenure has a date with a year."""

    axis: Axis | None
    rows: tuple[TenureRow, ...]


def page_of(entity: EntityName) -> str:
    """The address of an entity's page."""
    return f"/{_FOLDERS[entity.type]}/{quote(entity.id, safe='')}"


def gathering_address(claim: str) -> str:
    """The address of a gathering's page, by the id of any claim of it."""
    return f"/gatherings/{quote(claim, safe='')}"


def inside(address: str) -> str:
    """A page of this server; whatever could lead elsewhere leads to the first page."""
    safe = address.startswith("/") and not address.startswith(("//", "/\\")) and address.isprintable()
    return address if safe else "/"


def document_address(sha: str) -> str:
    return f"/documents/{quote(sha, safe='')}"


def proof_of(citation: Citation) -> Proof:
    """The citation split around its quote; a quote that goes beyond its sentence is given alone."""
    offset = citation.start - citation.sentence_start
    inside = citation.sentence[offset : offset + len(citation.quote)] == citation.quote and offset >= 0
    published: DateSpan | None = citation.published
    return Proof(
        href=f"{document_address(citation.document)}#at-{citation.claim}",
        document=citation.title or citation.source,
        published=date_in_words(published) if published else None,
        before=citation.sentence[:offset] if inside else "",
        quote=citation.quote,
        following=citation.sentence[offset + len(citation.quote) :] if inside else "",
        claim=citation.claim,
        sha=citation.document,
        start=citation.start,
        end=citation.end,
        likely=percent_of(citation.likely),
    )


def percent_of(likely: float | None) -> int | None:
    return None if likely is None else round(likely * 100)


def tenure_row(tenure: Tenure) -> TenureRow:
    notes = [
        note for note, holds in (("acting", tenure.acting), ("candidate", tenure.standing == "candidate")) if holds
    ]
    return TenureRow(
        person=tenure.person,
        role=tenure.post.role,
        body=tenure.post.body,
        when=tenure_in_words(tenure),
        note=", ".join(notes) or None,
        tenure=tenure,
        bar=bar_of(tenure),
        away=away_of(tenure),
        proofs=tuple(proof_of(citation) for citation in tenure.citations),
    )


def timeline_of(tenures: tuple[Tenure, ...]) -> Timeline:
    """The tenures by their first day; those without one come last."""
    rows = [tenure_row(tenure) for tenure in tenures]
    dated = sorted((row for row in rows if row.bar), key=lambda row: (row.bar[0].first, row.role, row.person.name))
    undated = sorted((row for row in rows if not row.bar), key=lambda row: (row.role, row.person.name))
    return Timeline(axis_of(row.bar for row in dated), (*dated, *undated))
