"""Words as search compares them: without case, accents and compatibility forms, the same on every database."""

from __future__ import annotations

import unicodedata

import regex

_WORD = regex.compile(r"[\p{L}\p{N}\p{M}]+")
_ACCENTS = regex.compile(r"\P{ccc=0}+")  # what combines with the letter before it; "é" is "e" and one of these


def plain_text(text: str) -> str:
    """A text as it is indexed: "Café Society" gives "cafe society"."""
    folded = text.casefold()
    return folded if folded.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFKD", folded)).casefold()


def search_words(text: str) -> list[str]:
    """The words of a text, in order."""
    found: list[str] = _WORD.findall(plain_text(text))
    return found


def word_spans(text: str) -> list[tuple[str, int, int]]:
    """Each word as it is compared, and its offsets in the text."""
    return [(plain_text(match.group()), match.start(), match.end()) for match in _WORD.finditer(text)]
