"""What is known of a document: what its page says of itself, its versions, its capture and its digest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import PurePath

import msgspec

from chancery.gazette.pages.dates_in_words import date_in_words, day_in_words
from chancery.gazette.pages.languages import NAMES, language_name
from chancery.gazette.pages.numbers_in_words import number_in_words
from chancery.gazette.pages.parts import document_address
from chancery.gazette.tongue import gettext as _
from chancery.register.views import DocumentListing, DocumentView
from chancery.terms.dates import Instant

_LANGUAGE_ENDING = re.compile(r"[._-]([a-z]{2})$")


class Metadatum(msgspec.Struct, frozen=True):
    """One thing known of a document, and the page that it leads to, if any; `beside` shows both side by side."""

    name: str
    value: str
    href: str | None = None
    beside: str | None = None


def metadata_of(view: DocumentView, documents: Sequence[DocumentListing]) -> tuple[Metadatum, ...]:
    """In the order in which a reader asks; what is not known is left out."""
    document = view.document
    date = view.dated or document.published
    known = [
        (_("Dated"), date_in_words(date) if date else None),
        (_("Dateline"), document.dateline),
        (_("Publisher"), document.publisher),
        (_("Language"), language_name(document.language)),
        (_("Category"), document.category),
        (_("Tags"), ", ".join(document.tags)),
        (
            _("Says it is also in"),
            ", ".join(language_name(link) for link in document.links if link != document.language),
        ),
    ]
    found = [Metadatum(name, value) for name, value in known if value]
    found += [
        Metadatum(
            _("In {language}").format(language=language_name(listing.language)),
            listing.document.title or listing.document.source,
            href,
            f"{document_address(document.id)}/beside/{listing.document.id}",
        )
        for listing in language_versions(view, documents)
        if (href := document_address(listing.document.id))
    ]
    found += [Metadatum(_("From"), source.source + _since(source.current)) for source in view.sources]
    found.append(Metadatum(_("Captured"), instant_in_words(document.captured)))
    if view.reader:
        found.append(Metadatum(_("Read by"), f"{view.reader} {view.version}"))
    size = _("{size} bytes of {media_type}")
    found.append(Metadatum(_("Size"), size.format(size=number_in_words(document.size), media_type=document.media_type)))
    found.append(Metadatum("SHA-256", document.id))
    return tuple(found)


def names_in_languages(view: DocumentView) -> set[str]:
    """What a version of the document in another language, or in none that is named, would be called."""
    found = set()
    for source in view.sources:
        path = PurePath(source.source)
        # As it was written, and as paths are written: "a//b.txt" is "a/b.txt".
        folders = {source.source.removesuffix(path.name), str(path).removesuffix(path.name)}
        stem = PurePath(_without_language(source.source)).stem
        stems = [stem, *(f"{stem}{mark}{code}" for mark in "._-" for code in NAMES)]
        found |= {f"{folder}{each}{path.suffix}" for folder in folders for each in stems}
    return found


def language_versions(view: DocumentView, documents: Iterable[DocumentListing]) -> list[DocumentListing]:
    """Documents of the same folder and name but for a language's code, as report.fr.txt is to report.txt."""
    names = {_without_language(source.source) for source in view.sources}
    return [
        listing
        for listing in documents
        if listing.document.id != view.document.id
        and listing.language != view.document.language
        and _without_language(listing.document.source) in names
    ]


def _without_language(source: str) -> str:
    path = PurePath(source)
    ending = _LANGUAGE_ENDING.search(path.stem)
    stem = path.stem[: ending.start()] if ending and ending[1] in NAMES else path.stem
    return str(path.with_name(stem or path.name))


def instant_in_words(instant: Instant) -> str:
    """A moment as "3 July 2024, 14:05 UTC"."""
    return _("{day}, {time} UTC").format(day=day_in_words(instant.at.date()), time=f"{instant.at:%H:%M}")


def _since(current: bool) -> str:
    return "" if current else " " + _("(which has given something else since)")
