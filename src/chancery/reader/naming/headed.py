"""Bodies that their last word shows where the model is silent or stops short: "Scholars and Fellows Committee"."""

from __future__ import annotations

import re

from chancery.reader.gazetteer import Gazetteer
from chancery.reader.naming.stretch import Line, Stretch
from chancery.reader.naming.vocabulary import WORDS

_AND = frozenset({"and", "&"})
_MOST_WORDS = 6
_NUMBER = re.compile(r"\d{1,3}(?:st|nd|rd|th)?|[IVXL]{1,6}")
_BEGINS_SENTENCE = frozenset(
    {"The", "A", "This", "That", "Our", "Its", "His", "Their", "Each", "In", "At", "For", "New"}
)


def widen_over_and(line: Line, lists: Gazetteer) -> None:
    """ "Legal and Economic Section" as one name, where the model begins it after "and"."""
    fields = lists.organisation_words["policy_fields"]
    words = line.words
    for stretch in list(line.stretches):
        first = stretch.first
        if (
            stretch.type != "organisation"
            or stretch.size < 2
            or first < 2
            or words[stretch.after - 1] not in WORDS.of_fields
            or words[first - 1] not in _AND
        ):
            continue
        field = words[first - 2]
        before = words[first - 3] if first > 2 else ""
        if (
            field[0].isupper()
            and not line.titled[first - 2]
            and not before[:1].isupper()
            and field not in lists.place_words
            and field not in lists.organisation_heads - fields
            and not line.taken()[first - 2]
            and (field in fields or any(word in fields for word in line.text(stretch)[:-1]))
        ):
            line.add(Stretch(first - 2, stretch.after, "organisation", "fields of a body"))


def add_headed_bodies(line: Line, lists: Gazetteer) -> None:
    """Capitalised words up to the head of a body, in running text, where no name covers any of them."""
    if line.headline:
        return
    taken = line.taken()
    words = line.words
    for at in range(1, len(words)):
        if (
            taken[at]
            or words[at] not in WORDS.sure_heads
            or (at + 1 < len(words) and words[at + 1] in ("of", "for", "on"))
        ):
            continue
        if at + 1 < len(words) and (taken[at + 1] or (words[at + 1][0].isupper() and not line.titled[at + 1])):
            continue  # "Broad Agency Announcement"
        first = at
        while (
            first > 0
            and at - first <= _MOST_WORDS
            and words[first - 1][0].isupper()
            and not (line.titled[first - 1] or taken[first - 1])
        ):
            first -= 1
        if words[first] in _BEGINS_SENTENCE:
            first += 1
        if 2 <= at + 1 - first <= _MOST_WORDS and not (
            first and taken[first - 1] and line.words[first - 1][0].isalpha()
        ):
            line.add(Stretch(first, at + 1, "organisation", "head of a body"))
            taken[first : at + 1] = [True] * (at + 1 - first)


def widen_over_number(line: Line) -> None:
    """ "41 Motorised Brigade", "13th Expeditionary Command": the number before a formation is part of its name."""
    words = line.words
    for stretch in list(line.stretches):
        first = stretch.first
        if (
            stretch.type == "organisation"
            and first
            and words[stretch.after - 1] in WORDS.formations
            and (_NUMBER.fullmatch(words[first - 1]) or words[first - 1].casefold() in WORDS.ordinals)
            and not line.taken()[first - 1]
        ):
            line.add(Stretch(first - 1, stretch.after, "organisation", stretch.rule, stretch.score))


def widen_over_rule(line: Line) -> None:
    """ "Hart administration", "SPD caucus": who rules and the noun in small letters are one body."""
    words = line.words
    for stretch in list(line.stretches):
        if (
            stretch.type != "place"
            and stretch.size <= 3
            and stretch.after < len(words)
            and words[stretch.after] in WORDS.small_rules
            and not line.titled[stretch.first]
        ):
            line.add(Stretch(stretch.first, stretch.after + 1, "organisation", "who rules"))
