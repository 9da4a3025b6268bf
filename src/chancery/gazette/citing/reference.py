"""What a reference says, whatever form it is written in."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Sequence

import msgspec

from chancery.terms.dates import DateSpan, Instant
from chancery.terms.document import Document
from chancery.terms.entities import Citation


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """A passage of an archived document, or a page of the record as of a day.

    `key` has letters, digits and "-" only. `address` is one that a browser could open, `place` a path. `digest` is the
    SHA-256 of the archived bytes; `start` and `end` are half-open character offsets in its text layer. `as_of` and
    `known` say of which day a page of the record speaks, and as it was known when.
    """

    key: str
    title: str
    publisher: str | None = None
    issued: DateSpan | None = None
    address: str | None = None
    place: str | None = None
    accessed: dt.date | None = None  # when it was captured, or looked at
    digest: str | None = None
    quote: str | None = None
    start: int | None = None
    end: int | None = None
    language: str | None = None
    as_of: str | None = None
    known: str | None = None


def reference_of_passage(document: Document, citation: Citation) -> Reference:
    """The document that states a fact, at the sentence that states it."""
    at_address = document.source.startswith(("http://", "https://"))
    return Reference(
        key=f"chancery-{document.id[:12]}-{citation.start}",
        title=one_line(document.title or citation.title or document.source),
        publisher=one_line(document.publisher) if document.publisher else None,
        issued=document.published or citation.published,
        address=one_line(document.source) if at_address else None,
        place=None if at_address else one_line(document.source),
        accessed=document.captured.at.date(),
        digest=document.id,
        quote=one_line(citation.sentence or citation.quote),
        start=citation.start,
        end=citation.end,
        language=None if document.language == "und" else document.language,
    )


def reference_of_page(
    title: str, address: str, *, at: Instant, as_of: str | None = None, known: str | None = None
) -> Reference:
    """A page of the record. Where it is not asked for as known on a day, it is what was known at the moment `at`."""
    return Reference(
        key="chancery-" + "".join(c if c.isascii() and c.isalnum() else "-" for c in address).strip("-")[:60],
        title=one_line(title),
        address=address,
        accessed=at.at.date(),
        as_of=one_line(as_of) if as_of else None,
        known=one_line(known) if known else at.iso(),
    )


def one_line(text: str) -> str:
    """Text without line ends, controls, and marks that turn the direction of reading: no form holds them."""
    return " ".join("".join(c if unicodedata.category(c)[0] != "C" else " " for c in text).split())


def date_parts(date: DateSpan | None) -> Sequence[int]:
    """Year, month and day as far as the date knows them; nothing where it is a decade or has no year."""
    iso = None if date is None else date.iso()
    return [] if iso is None else [int(part) for part in iso.split("-")]
