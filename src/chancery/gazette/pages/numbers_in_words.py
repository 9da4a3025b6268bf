"""Numbers as people write them, and how many there are of what."""

from __future__ import annotations

from chancery.gazette.tongue import ENGLISH, language, ngettext


def number_in_words(number: int) -> str:
    """A whole number with its thousands apart: "12,345" in English, by CLDR in others."""
    if language() == ENGLISH:
        return f"{number:,}"
    from babel.numbers import format_decimal  # heavy, and never needed on the command line

    return str(format_decimal(number, locale=language()))


def documents_counted(count: int) -> str:
    """ "1 document", "12 documents"."""
    return ngettext("{count} document", "{count} documents", count).format(count=count)
