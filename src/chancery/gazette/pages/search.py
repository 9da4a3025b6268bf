"""The answers to a search: names first, then sentences."""

from __future__ import annotations

from urllib.parse import urlencode

import msgspec

from chancery.gazette.pages.dates_in_words import date_in_words
from chancery.gazette.pages.parts import Page, document_address, page_of
from chancery.gazette.tongue import gettext as _
from chancery.register import RegisterReading
from chancery.register.views import Passage
from chancery.terms.entities import EntityName

LONGEST_QUESTION = 200  # characters; what is longer is a pasted text
MOST_HITS = 40  # names, and sentences


class FoundName(msgspec.Struct, frozen=True, kw_only=True):
    """An entity; `name` is the spelling that was found, where it is another than the entity's own."""

    entity: EntityName
    href: str | None
    name: str | None


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a sentence, and whether it is what was asked for."""

    text: str
    found: bool


class FoundSentence(msgspec.Struct, frozen=True, kw_only=True):
    href: str
    document: str
    published: str | None
    pieces: tuple[Piece, ...]
    start: int  # character offset in the text layer


class SearchPage(Page, frozen=True, kw_only=True):
    query: str
    names: tuple[FoundName, ...]
    sentences: tuple[FoundSentence, ...]


def search_page(register: RegisterReading, words: str) -> SearchPage:
    query = words.strip()[:LONGEST_QUESTION]
    hits = register.search(query, limit=MOST_HITS) if query else []
    return SearchPage(
        title=_("Search: {words}").format(words=query) if query else _("Search"),
        address=f"/search?{urlencode({'q': query})}" if query else "/search",
        query=query,
        names=tuple(
            FoundName(
                entity=hit.entity, href=page_of(hit.entity), name=hit.name if hit.name != hit.entity.name else None
            )
            for hit in hits
            if hit.entity is not None
        ),
        sentences=tuple(_found_sentence(hit.passage) for hit in hits if hit.passage is not None),
    )


def _found_sentence(passage: Passage) -> FoundSentence:
    document = passage.document
    return FoundSentence(
        href=document_address(document.id),
        document=document.title or document.source,
        published=date_in_words(document.published) if document.published else None,
        pieces=pieces_of(passage),
        start=passage.start,
    )


def pieces_of(passage: Passage) -> tuple[Piece, ...]:
    """The sentence cut where the found words begin and end."""
    pieces: list[Piece] = []
    done = passage.start
    for start, end in sorted(passage.matches):
        if start < done:
            continue
        pieces.append(Piece(passage.sentence[done - passage.start : start - passage.start], False))
        pieces.append(Piece(passage.sentence[start - passage.start : end - passage.start], True))
        done = end
    pieces.append(Piece(passage.sentence[done - passage.start :], False))
    return tuple(piece for piece in pieces if piece.text)
