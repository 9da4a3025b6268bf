"""Where a line may decide something: verbs and nouns of decision, without those that are something else."""

from __future__ import annotations

from collections.abc import Iterator

from chancery.reader.grammar.deciding_words import DecidingVerb, DecidingWords
from chancery.reader.grammar.items import Item
from chancery.reader.grammar.scene import Line
from chancery.reader.grammar.words import BE

_NOUN_REACH = 8  # items behind a light verb in which its noun stands
_NO_VERB_AFTER = frozenset(["a", "an", "the", "its", "their", "his", "her", "previously", "in", "of", "this", "free"])
_OTHER_VERBS = {
    ("pass", "away"), ("carry", "forward"), ("carry", "out"), ("carry", "on"), ("set", "up"), ("find", "that"),
}  # fmt: skip
_OF_MIND = frozenset({"commit", "assign", "determine", "direct", "dedicate"})
_WHO = frozenset(["he", "she", "it", "who", "which", "that", "also", "hereby", "now", "and", ",", ")"])
_GENITIVES = frozenset({"'s", "’s", "its", "their", "his", "her", "our", "my"})


def places_of(line: Line, words: DecidingWords) -> list[int]:
    """Where words stand that may decide something."""
    return [at for at, item in enumerate(line.items) if item.word in words.triggers and item.kind == "W"]


def deciding_verbs(line: Line, places: list[int], words: DecidingWords) -> Iterator[tuple[int, DecidingVerb]]:
    """Which of some places of a line are verbs of decision, with what the word list says of them."""
    items = line.items
    for at in places:
        verb = words.verbs.get(items[at].word)
        if verb is None or _adjectival(items, at, verb):
            continue
        before = items[at - 1] if at else None
        if verb.shape == "base" and (
            verb.verb not in words.plural or before is None or before.kind not in "OLW" or before.word in ("to", "will")
            or not (before.kind in "OL" or before.word in words.bodies or before.word.endswith("ly"))
        ):  # fmt: skip
            continue
        if verb.shape == "ing" and (verb.strength not in ("ruling", "light") or before is None):
            continue
        if verb.shape == "s" and verb.strength in ("acting", "binding"):
            continue  # mostly a noun, or a habit
        if verb.shape == "s" and not _after_who(before, words):
            continue  # "six votes to two"
        if verb.strength == "light" and not any(
            i.word in words.nouns or i.word in words.deeds for i in items[at + 1 : at + _NOUN_REACH]
        ):
            continue
        yield at, verb


def deciding_nouns(line: Line, places: list[int], words: DecidingWords) -> Iterator[int]:
    """Which of the places are nouns that tell a decision: "its decision to sell", "the court's ruling"."""
    items = line.items
    for at in places:
        item = items[at]
        after = items[at + 1].word if at + 1 < len(items) else ""
        if (item.word in words.telling_nouns and after in ("to", "that")) or (
            item.word in words.deeds
            and (after in ("of", "on", "by") or any(i.word in _GENITIVES for i in items[max(0, at - 3) : at]))
        ):
            yield at


def _after_who(before: Item | None, words: DecidingWords) -> bool:
    """Whether what stands before a form in "-s" may be who does it."""
    return before is not None and (
        before.kind in "POLT" or before.word in words.bodies or before.word in _WHO or before.word.endswith("ly")
    )


def _adjectival(items: list[Item], at: int, verb: DecidingVerb) -> bool:
    """ "previously agreed groups", "a planned visit", "we are committed to": no verb that decides."""
    after = items[at + 1].word if at + 1 < len(items) else ""
    if (verb.verb, after) in _OTHER_VERBS:
        return True
    before = items[at - 1].word if at else ""
    if before in _NO_VERB_AFTER and not (verb.shape == "ing" and before in ("in", "of")):
        return True
    return verb.shape == "past" and verb.verb in _OF_MIND and (
        before in BE | {"remain", "remains", "remained"}
        or (at > 1 and items[at - 2].word in BE and verb.verb != "commit")
        or after in ("toward", "towards")
    )  # fmt: skip
