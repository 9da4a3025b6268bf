"""Gatherings of one name with a number ("5th", "Sixth", "VII") as the editions of one series."""

from __future__ import annotations

import hashlib

import msgspec

from chancery.register.editions import Word, edition_of, is_general_word
from chancery.register.gathering_views import SeriesPlace
from chancery.register.gatherings import Gatherings, Group
from chancery.register.names import folded_words
from chancery.register.same_gathering import GatheringSaying

_Key = tuple[tuple[Word, ...], tuple[str, ...]]  # the words without the number, and organisers where those are general


def edition(saying: GatheringSaying) -> tuple[_Key, int] | None:
    """The series and the number in it. A name of general words is a series of its organisers only: "fifth session"."""
    found = edition_of(saying.name) if saying.name else None
    if found is None:
        return None
    words, number = found
    if any(not is_general_word(word) for word in words):
        return (words, ()), number
    return ((words, tuple(sorted(saying.organisers))), number) if saying.organisers else None


def series_place(gatherings: Gatherings, group: Group) -> SeriesPlace | None:
    """The series that a gathering is in, with the editions next to it; None where it is in none."""
    known = next(((saying, found) for saying in group if (found := edition(saying))), None)
    if known is None:
        return None
    saying, (key, number) = known
    claims: dict[int, list[str]] = {}
    for other in gatherings.sayings.all():
        placed = edition(other)
        if placed is not None and placed[0] == key:
            claims.setdefault(placed[1], []).append(other.claim)
    before = max((n for n in claims if n < number), default=None)
    after = min((n for n in claims if n > number), default=None)
    return SeriesPlace(
        id="s" + hashlib.sha256(msgspec.json.encode(key)).hexdigest()[:16],
        name=_without_number(saying.name or ""),
        number=number,
        before=None if before is None else gatherings.view(min(claims[before])),
        after=None if after is None else gatherings.view(min(claims[after])),
    )


def _without_number(name: str) -> str:
    """The name as it is written, without the word or two that are its number."""
    whole = edition_of(name)
    words = name.split()
    for length in (1, 2):
        for place in range(len(words)):
            rest = " ".join([*words[:place], *words[place + length :]])
            if whole is not None and edition_of(" ".join(words[place : place + length]) + " x") == (("x",), whole[1]):
                return rest
    return " ".join(word for word in words if folded_words(word))
