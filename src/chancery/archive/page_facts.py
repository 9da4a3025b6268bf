"""What a page says about itself, read from its furniture."""

from __future__ import annotations

import re
from collections.abc import Sequence

import msgspec

from chancery.archive.datelines import dateline_at
from chancery.archive.footers import footer_fields
from chancery.archive.marks import languages_named
from chancery.archive.written_dates import date_in, written_date
from chancery.terms.dates import DateSpan
from chancery.terms.document import Furniture

_MARKUP = re.compile(r"^\s*#{1,6}\s+|^\s*(\*\*|__)(?=\S)|(\*\*|__)\s*$|\\$")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!-])")
_SPACE = re.compile(r"\s+")
_DASHES = " \t\xa0-–—"
_PUBLISHER = re.compile(r"[*_ ]*([^|*\n]{2,60}?)[*_ ]*\|")


class PageFacts(msgspec.Struct, frozen=True, kw_only=True):
    """The metadata of one page, as far as it says any; fields as in `terms.document.Document`."""

    title: str | None = None
    dateline: str | None = None
    publisher: str | None = None
    published: DateSpan | None = None
    category: str | None = None
    tags: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


def page_facts(text: str, furniture: Sequence[Furniture]) -> PageFacts:
    """The title without marks of Markdown, the dateline as it stands, the day where its year is written, and so on."""
    title = dateline = publisher = None
    published: DateSpan | None = None
    dated: DateSpan | None = None
    fields: dict[str, str] = {}
    links: list[str] = []
    for piece in furniture:
        content = text[piece.start : piece.end]
        if piece.kind == "title" and title is None:
            title = plain_title(content)
        elif piece.kind == "date line" and published is None:
            found = written_date().search(content)
            published = date_in(found) if found else None
            named = _PUBLISHER.match(content)
            publisher = named.group(1).strip() if named else publisher
        elif piece.kind == "dateline" and dateline is None:
            dateline = content.strip(_DASHES)
            parts = dateline_at(text, piece.start)
            if parts:
                publisher = publisher or parts.agency
                dated = parts.date
        elif piece.kind == "language marks":
            links.extend(languages_named(content))
        elif piece.kind == "footer":
            fields = footer_fields(content) | fields
    if published is None and dated is not None and dated.precision == "day":
        published = dated
    tags = fields.get("tags") or fields.get("tag") or ""
    return PageFacts(
        title=title,
        dateline=dateline,
        publisher=publisher,
        published=published,
        category=fields.get("category") or fields.get("categories"),
        tags=tuple(tag.strip() for tag in tags.split(",") if tag.strip()),
        links=tuple(dict.fromkeys(links)),
    )


def plain_title(title: str) -> str:
    """The title without heading marks, bold signs and Markdown's backslashes, white space folded."""
    return _SPACE.sub(" ", _ESCAPE.sub(r"\1", _MARKUP.sub("", title.strip()))).strip()
