"""Dates as they are given to commands."""

from __future__ import annotations

from chancery.gazette.pages.asked import asked_instant, asked_span
from chancery.gazette.pages.dates_in_words import on_date_in_words
from chancery.terms.dates import DateSpan

__all__ = ["asked_instant", "asked_span", "when_in_words"]


def when_in_words(span: DateSpan) -> str:
    """ "on 3 July 1933", "in July 1933"."""
    return on_date_in_words(span).strip()
