"""A reference as a footnote: the sentence, its document, when it was captured, and the digest that proves it."""

from __future__ import annotations

from chancery.gazette.citing.reference import Reference
from chancery.gazette.pages.dates_in_words import date_in_words, day_in_words
from chancery.gazette.tongue import gettext as _


def footnote(reference: Reference) -> str:
    """One line that ends with a full stop."""
    parts = [
        _("“{words}”").format(words=reference.quote) if reference.quote else None,
        reference.publisher,
        _("“{words}”").format(words=reference.title),
        date_in_words(reference.issued) if reference.issued else None,
        _("as of {date}").format(date=reference.as_of) if reference.as_of else None,
        _("as known on {moment}").format(moment=reference.known) if reference.known else None,
        reference.address or reference.place,
        _when(reference),
        f"SHA-256 {reference.digest}" if reference.digest else None,
        _("characters {start}–{end}").format(start=reference.start, end=reference.end) if reference.end else None,
    ]
    return ", ".join(part for part in parts if part) + "."


def _when(reference: Reference) -> str | None:
    if reference.accessed is None:
        return None
    day = day_in_words(reference.accessed)
    return _("captured {day}").format(day=day) if reference.digest else _("seen {day}").format(day=day)
