"""What stands between two items of a sentence, as features."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from chancery.reader.grammar.items import Item
from chancery.reader.wordlists import word_list

_NEAR = 6  # items around a mention that are looked at
_WHOLE = 6  # items of a gap that is a feature as a whole
_FAR = (1, 2, 3, 5, 8, 12, 20, 40)
_SMALL = frozenset(
    "a an the of in at on for from to by with and or as also that which who whom whose is are was were be been being has "
    "have had will would shall may might can could not no it its he she they his her their our this these those both "
    "following including along together alongside between under over after before during until since while where when "
    "other others same such than then former current new late one two three four five six all each well".split()
)


def code_of(item: Item) -> str:
    """One item as a symbol: a kind, a sign, a small or telling word, or only whether it has a capital."""
    if item.kind == "W":
        if item.word in _known_words():
            return item.word
        return "0" if item.text[0].isdigit() else "W" if item.text[0].isupper() else "w"
    return item.text if item.kind == "X" else item.kind


def codes_between(items: Sequence[Item], first: int, after: int) -> list[str]:
    """The symbols of the items from `first` up to `after`; runs of plain words are one symbol."""
    codes: list[str] = []
    for item in items[first:after]:
        code = code_of(item)
        if code in ("w", "W") and codes and codes[-1] == code:
            continue
        codes.append(code)
    return codes


def gap_features(items: Sequence[Item], first: int, after: int, name: str) -> list[str]:
    """Features of the items from `first` up to `after`, each beginning with `name`."""
    codes = codes_between(items, first, after)
    length = after - first
    far = sum(length >= step for step in _FAR)
    found = [f"{name} far={far}"]
    if len(codes) <= _WHOLE:
        found.append(f"{name} [{' '.join(codes)}]")
    if codes:
        found.append(f"{name} first={codes[0]}")
        found.append(f"{name} last={codes[-1]}")
        found.append(f"{name} ends={codes[0]}..{codes[-1]}")
        found.extend(f"{name} has {code}" for code in sorted(set(codes)))
    return found


def surroundings(items: Sequence[Item], first: int, last: int, name: str = "") -> set[str]:
    """The symbols of the items around those from `first` to `last` (inclusive), each with its side, as features."""
    left = ["^", *(code_of(item) for item in items[max(0, first - _NEAR) : first])]
    right = [*(code_of(item) for item in items[last + 1 : last + 1 + _NEAR]), "$"]
    found = {f"{name}left {left[-1]}", f"{name}right {right[0]}", f"{name}{left[-1]} _ {right[0]}"}
    found.add(f"{name}left two {' '.join(left[-2:])}")
    found.add(f"{name}right two {' '.join(right[:2])}")
    found |= {f"{name}left has {code}" for code in left if len(code) > 1}
    found |= {f"{name}right has {code}" for code in right if len(code) > 1}
    return found


@cache
def _known_words() -> frozenset[str]:
    """Small words, and every word that a list of verbs or changes knows."""
    found = set(_SMALL)
    lists = word_list("en", "posts")
    for entry in (*lists["passive"], *lists["active"]):
        found.update(entry["words"])
    found.update(lists["between"], lists["consists"], lists["joins"], lists["headed_by"])
    found.update(word for phrase in lists["replacing"] for word in phrase.split())
    for words in word_list("en", "verbs").values():
        found.update(words)
    return frozenset(word.casefold() for word in found)
