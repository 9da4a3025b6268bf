"""The list of documents."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from chancery.gazette.pages.dates_in_words import date_in_words
from chancery.gazette.pages.outcomes import outcome_in_words
from chancery.gazette.pages.paging import Slice, page_address, slice_from
from chancery.gazette.pages.parts import Page, document_address
from chancery.gazette.tongue import gettext as _
from chancery.register import RegisterReading
from chancery.register.listings import Listed
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
    return DocumentsPage(
        title=_("Documents"),
        address=page_address("/documents", number),
        list=slice_from(register.documents_listed, _rows, number, "/documents"),
    )


def _rows(listed: Listed[DocumentListing]) -> Iterable[DocumentRow]:
    return map(document_row, listed.rows)


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
