"""Lines of words in which every name can be a link, made from whole sentences with {placeholders}."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

import msgspec

from chancery.gazette.tongue import gettext as _
from chancery.gazette.tongue import language
from chancery.terms.entities import EntityName

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
# "de Ana" is written "d’Ana": of French words before a placeholder only "de" may be shortened in the catalogue's
# sentences. An h is left alone, since names with an aspirated one are as common.
_SHORTENED = re.compile(r"(?<!\w)([Dd])e $")
_VOWELS = "aeiouàâäéèêëîïôöùûüœæ"


class Phrase(msgspec.Struct, frozen=True, omit_defaults=True):
    """Some words, and whom they name, if anyone, or the page that they lead to."""

    text: str
    entity: EntityName | None = None
    href: str | None = None


Line: TypeAlias = tuple[Phrase, ...]
Words: TypeAlias = Phrase | Line | str


def line_of(sentence: str, **parts: Words) -> Line:
    """The sentence with its {placeholders} filled; neighbours without a link become one phrase.

    What fills a placeholder is never searched for placeholders itself.
    """
    line: list[Phrase] = []
    for place, piece in enumerate(_PLACEHOLDER.split(sentence)):
        words = phrases_of(piece if place % 2 == 0 else parts[piece])
        if place % 2 and words and line:
            line[-1] = _shortened(line[-1], words[0])
        line += words
    return joined(line)


def listed(phrases: Sequence[Phrase]) -> Line:
    """ "A", "A and B", "A, B and C"."""
    if len(phrases) < 2:
        return tuple(phrases)
    some: list[Phrase] = [phrases[0]]
    for phrase in phrases[1:-1]:
        some += [Phrase(", "), phrase]
    return line_of(_("{some} and {last}"), some=tuple(some), last=phrases[-1])


def text_of(line: Iterable[Phrase]) -> str:
    """The words without their links."""
    return "".join(phrase.text for phrase in line)


def capital(words: str) -> str:
    """The words with a capital letter, as they begin a line."""
    return words[:1].upper() + words[1:]


def phrases_of(words: Words) -> Line:
    if isinstance(words, str):
        return (Phrase(words),) if words else ()
    return (words,) if isinstance(words, Phrase) else words


def joined(phrases: Iterable[Phrase]) -> Line:
    """The same words, with neighbours that lead nowhere made one phrase."""
    line: list[Phrase] = []
    for phrase in phrases:
        if line and _is_plain(line[-1]) and _is_plain(phrase):
            line[-1] = Phrase(line[-1].text + phrase.text)
        else:
            line.append(phrase)
    return tuple(line)


def _is_plain(phrase: Phrase) -> bool:
    return phrase.entity is None and phrase.href is None


def _shortened(before: Phrase, following: Phrase) -> Phrase:
    if language() == "fr" and _is_plain(before) and following.text[:1].casefold() in _VOWELS:
        return Phrase(_SHORTENED.sub(r"\1’", before.text))
    return before
