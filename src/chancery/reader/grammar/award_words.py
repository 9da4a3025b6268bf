"""What was given: the words for awards, and how far the name of one reaches."""

from __future__ import annotations

from functools import cache

import msgspec

from chancery.reader.draft import Draft
from chancery.reader.grammar.inflected import forms_of
from chancery.reader.grammar.items import Item
from chancery.reader.grammar.scene import Scene
from chancery.reader.wordlists import word_list

_LONGEST = 16  # items of an object's name
_NOT_OF_A_NAME = frozenset({"and", "awarded", "presented", "won", "wins"})
_STOPS = frozenset({".", ",", ";", ":", "(", ")"})
_VERBS = ("giving", "honouring", "getting", "naming", "thanking")


class AwardWords(msgspec.Struct, frozen=True):
    """See `languages/<language>/awards.yaml`; the verbs in all forms but the base, which is mostly a noun."""

    objects: frozenset[str]
    weak: frozenset[str]
    giving: frozenset[str]
    getting: frozenset[str]
    thanking: frozenset[str]
    thanks: frozenset[str]
    honouring: frozenset[str]
    holders: frozenset[str]
    medallists: frozenset[str]
    naming: frozenset[str]
    section: frozenset[str]
    sure: frozenset[str]
    verbs: dict[str, tuple[str, str]]
    """The base and the list of each verb form."""


@cache
def award_words(language: str) -> AwardWords:
    """Raises FileNotFoundError, msgspec.ValidationError."""
    lists = word_list(language, "awards")
    found = {name: lists[name] for name in AwardWords.__struct_fields__ if name not in ("verbs", *_VERBS)}
    verbs: dict[str, tuple[str, str]] = {}
    for name in _VERBS:
        forms = forms_of(lists[name], lists["irregular"])
        found[name] = [word for word, form in forms.items() if form.shape != "base" or name == "thanking"]
        for word in found[name]:
            verbs.setdefault(word, (forms[word].verb, name))
    return msgspec.convert({**found, "verbs": verbs}, AwardWords)


def object_head(words: AwardWords, items: list[Item], first: int, after: int, *, last: bool = True) -> int | None:
    """The item that says what was given: the first award word on the right, the last one on the left."""
    found = None
    for index in range(first, after):
        item = items[index]
        if item.text in (".", ";", ":") and not last:
            found = None
        elif item.text in (".", ";", ":"):
            break
        if item.kind in "WO" and (item.word in words.objects or item.word.rsplit(" ", 1)[-1] in words.objects):
            found = index
            if last:
                break
    if found is not None and last:  # "the Lifetime Achievement Award": the head is the last word of the phrase
        while found + 1 < after and items[found + 1].word in words.objects:
            found += 1
    return found


def object_name(draft: Draft, scene: Scene, items: list[Item], head: int) -> str:
    """The award's name: from its first word to what "of" adds."""
    words = scene.words
    first = head
    while first > 0 and head - first < _LONGEST:
        item = items[first - 1]
        if item.text in _STOPS or item.kind == "P" or item.word in words.determiners or (
            item.kind == "W" and (item.word in words.prepositions - {"'s", "’s"} or item.word in words.finite
                                  or item.word in words.auxiliaries or item.word in _NOT_OF_A_NAME)
        ):  # fmt: skip
            break
        first -= 1
    last = head
    if head + 1 < len(items) and items[head + 1].word in ("of", "for"):
        while last + 1 < len(items) and last - head < _LONGEST and items[last + 1].text not in _STOPS:
            if items[last + 1].word in ("to", "by", "at", "during", "from", "on", "in") or items[last + 1].kind in "PD":
                break
            last += 1
        while last > head and items[last].word in ("of", "for", "the"):  # "Peace Prize for 1922": the year is no part
            last -= 1
    return " ".join(draft.text[items[first].start : items[last].end].split()).strip('“”" ')
