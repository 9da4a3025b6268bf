"""Bodies and states named inside the name of a body: "Central Committee of the People's Party", "US Cabinet"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from chancery.reader.gazetteer import Gazetteer
from chancery.reader.naming.vocabulary import WORDS

# Heads of bodies that a state has: only these tie the state named beside them to the body.
# Heads of bodies that are parts of others.
_LINKS = frozenset({"of", "under", "at", "within"})
_WHOLES = frozenset({"Party", "League", "Union", "Movement", "Front"})
_BOARDS = frozenset(("Board", "of", who) for who in ("Directors", "Governors", "Trustees", "Regents", "Management"))


@dataclass(frozen=True, slots=True)
class Inner:
    """A name inside another: half-open range of its words, and whether it is a state."""

    first: int
    after: int
    state: bool


def inner_names(words: Sequence[str], known: frozenset[tuple[str, ...]], lists: Gazetteer) -> list[Inner]:
    """The names inside one body's name, from the outside inwards. `known` are the names of bodies found elsewhere."""
    return _after_of(words, known, lists) or _before_unit(words, known, lists)


@lru_cache(maxsize=8)
def _short_forms(known: frozenset[tuple[str, ...]]) -> frozenset[tuple[str, ...]]:
    """ "Party", where a body of that head is named: the first word of "Party Central Committee" is its parent."""
    heads = {words[-1] for words in known if len(words) > 1}
    heads |= {before for words in known for before, word in pairwise(words) if word == "of"}
    return frozenset((word,) for word in _WHOLES & heads)


def _after_of(words: Sequence[str], known: frozenset[tuple[str, ...]], lists: Gazetteer) -> list[Inner]:
    size = len(words)
    for index in range(1, size - 1):
        if words[index] not in _LINKS and not (words[index] == "," and words[index - 1] in ("C.C.", "CC")):
            continue
        head = next((word for word in reversed(words[:index]) if word[0].isalnum()), "")
        first = index + 1
        definite = words[first] in ("the", "The")
        if definite:
            first += 1
        rest = tuple(words[first:])
        if not rest:
            continue
        place = lists.places.longest(rest, 0, len(rest))
        if place and place[1] == "state" and place[0] == len(rest):
            if head in WORDS.state_organs or head in ("Bureau",):
                return [Inner(first, size, True)]
            continue
        if rest in known or _begins_with_letters(rest, lists):
            if head in WORDS.units or rest in known:
                return [Inner(first, size, False)]
            continue
        phrase_end = next(
            (at for at in range(len(rest)) if rest[at] in ("of", "in", "for", "on", "to", "with", ",")), len(rest)
        )
        if index > 2 and words[index] == "of" and tuple(words[index - 3 : index]) in _BOARDS and rest[0][0].isupper():
            return [Inner(first, size, False)]  # "Board of Directors of Seedline"
        ends_in_head = phrase_end > 0 and (
            rest[phrase_end - 1] in lists.organisation_heads or rest[phrase_end - 1] in WORDS.company_suffixes
        )
        if head in WORDS.units and rest[phrase_end - 1] in lists.organisation_words["company"] and phrase_end > 1:
            return [Inner(first, size, False)]  # "Board of Seedline AG"
        if (
            ends_in_head
            and rest[0][0].isupper()
            and head in WORDS.units
            and (definite or phrase_end < len(rest) or head in ("Committee", "Directors", "Presidium"))
        ):
            return [Inner(first, size, False)]
    return []


def _begins_with_letters(rest: tuple[str, ...], lists: Gazetteer) -> bool:
    """ "EPA", "EPA of the US", "SPD Central Committee": a body known by its letters, with a state or a unit."""
    if not rest[0].isupper() or len(rest[0]) < 2 or not rest[0].isalpha():
        return False
    return len(rest) == 1 or rest[1] == "of" or rest[1].isupper() or rest[-1] in lists.organisation_heads


def _before_unit(words: Sequence[str], known: frozenset[tuple[str, ...]], lists: Gazetteer) -> list[Inner]:
    """ "SPD Central Committee", "Peru's Ministry of Education", "US Cabinet": a known name, then a unit of it."""
    size = len(words)
    short_forms = _short_forms(known)
    for end in range(min(size - 1, 8), 0, -1):
        front = tuple(words[:end])
        owner = words[end] in ("'s", "’s")
        rest = words[end + 1 :] if owner else words[end:]
        if not rest or not any(word[0].isupper() or word in WORDS.state_organs for word in rest):
            continue
        heads = [word for word in rest if word in WORDS.units or word in WORDS.state_organs]
        place = lists.places.longest(front, 0, end)
        if place and place[0] == end and place[1] == "state":
            first_phrase = rest[: next((at for at, word in enumerate(rest) if word in ("of", "for", "on")), len(rest))]
            if (
                first_phrase
                and first_phrase[-1] in WORDS.state_organs
                and (
                    owner
                    or len(first_phrase) <= 2
                    or (front[0].isupper() and len(front) == 1 and front[0] == front[0].upper())
                )
            ):
                return [Inner(0, end, True)]
        elif (
            (front in known and (heads or owner))
            or (end == 1 and front in short_forms and heads and rest[-1] in WORDS.units)
            or (owner and heads and front[-1] in lists.organisation_heads)
            or (
                end == 1
                and len(front[0]) > 1
                and front[0].isupper()
                and front[0].isalpha()
                and rest[-1] in WORDS.units
                and len(rest) > 1
                and not place
            )
        ):
            return [Inner(0, end, False)]
    return []
