"""The list of documents."""

from __future__ import annotations

import msgspec

from chancery.gazette.pages.dates_in_words import date_in_words
from chancery.gazette.pages.outcomes import outcome_in_words
from chancery.gazette.pages.paging import Slice, page_address, slice_of
from chancery.gazette.pages.parts import Page, document_address
from chancery.register import RegisterReading
from chancery.register.views import DocumentListing, DocumentOutcome


class DocumentRow(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the list. `published` is in words."""

    sha: str
    href: str
    title: str
    source: str
    published: str | None
    language: str
    outcome: DocumentOutcome
    outcome_in_words: str
    claims: int


class DocumentsPage(Page, frozen=True, kw_only=True):
    list: Slice[DocumentRow]


def documents_page(register: RegisterReading, *, number: int = 1) -> DocumentsPage:
    """All documents, the newest first, those without a date last."""
    rows = sorted(register.documents(), key=_newest_first)
    return DocumentsPage(
        title="Documents",
        address=page_address("/documents", number),
        list=slice_of([document_row(row) for row in rows], number, "/documents"),
    )


def document_row(listing: DocumentListing) -> DocumentRow:
    document = listing.document
    return DocumentRow(
        sha=document.id,
        href=document_address(document.id),
        title=document.title or document.source,
        source=document.source,
        published=date_in_words(document.published) if document.published else None,
        language=listing.language,
        outcome=listing.outcome,
        outcome_in_words=outcome_in_words(listing.outcome, listing.language),
        claims=listing.claims,
    )


def _newest_first(listing: DocumentListing) -> tuple[int, str]:
    published = listing.document.published
    day = published.first if published else None
    return (-day.toordinal() if day else 1, listing.document.source)
