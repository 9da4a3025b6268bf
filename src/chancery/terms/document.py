"""Documents, their text layers, and the spans that are taken apart before anything is read."""

from __future__ import annotations

from typing import Literal

import msgspec

from chancery.terms.dates import DateSpan, Instant

FurnitureKind = Literal["title", "date line", "dateline", "language marks", "photo mark", "footer", "boilerplate"]

# Furniture that is metadata only: nothing in it is read for facts. A title and a dateline are read.
UNREAD_FURNITURE: frozenset[str] = frozenset({"date line", "language marks", "photo mark", "footer", "boilerplate"})


class Sentence(msgspec.Struct, frozen=True):
    """A sentence, a heading or a list item: half-open character offsets in the text layer.

    `block` numbers the paragraph (list item, heading, table row) that it stands in, from 0.
    """

    start: int
    end: int
    block: int = 0


class Furniture(msgspec.Struct, frozen=True):
    """A stretch of the page that is not running text, and what it is."""

    kind: FurnitureKind
    start: int
    end: int


class TextLayer(msgspec.Struct, frozen=True, kw_only=True):
    """The text of one document, to which every offset in Chancery points.

    For plain text the decoded file, character for character; otherwise what the extractor named in `version` gave.
    """

    document: str  # SHA-256 of the bytes, in hexadecimal
    version: str  # e.g. "text/1", "html/1 trafilatura 2.0.0"
    text: str
    language: str  # ISO 639-1, or "und"
    furniture: tuple[Furniture, ...] = ()
    sentences: tuple[Sentence, ...] = ()


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """One capture of one publication, and what the page says about itself."""

    id: str  # SHA-256 of the bytes, in hexadecimal
    source: str  # the path or address that it was read from, as given
    media_type: str
    size: int  # bytes
    captured: Instant
    title: str | None = None
    dateline: str | None = None
    publisher: str | None = None
    published: DateSpan | None = None
    language: str = "und"
    category: str | None = None
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()  # language versions: a language code or an address each
