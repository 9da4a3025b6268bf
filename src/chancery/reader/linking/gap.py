"""What stands between two items of a sentence, as features."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, cached_property
from itertools import accumulate, pairwise

from chancery.reader.grammar.items import Item
from chancery.reader.wordlists import word_list

_NEAR = 6  # items around a mention that are looked at
_WHOLE = 6  # items of a gap that is a feature as a whole
_FAR = (1, 2, 3, 5, 8, 12, 20, 40)
_SMALL = """
    a an the of in at on for from to by with and or as also that which who whom whose is are was were be been being has
    have had will would shall may might can could not no it its he they she his her their our this these those both
    following including along together alongside between under over after before during until since while where when
    other others same such than then former current new late one two three four five six all each well
"""
_SAME_SIGNS = {"'": "’", "'s": "’s", "—": "–"}  # signs that say the same, typed otherwise
_REMEMBERED = 64  # lines whose outlines are kept
_outlines: dict[int, tuple[Sequence[Item], Outline]] = {}


class Outline:
    """The symbols of a line's items, and running counts, so that a gap of any length costs the same.

    A running count has one entry more than the line has items: how many of the items before each place are such.
    """

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = items
        self.codes = [code_of(item) for item in items]

    @cached_property
    def runs(self) -> list[int]:
        """Running count of the symbols, runs of plain words being one."""
        return _running([code not in ("w", "W") or before != code for before, code in pairwise(["", *self.codes])])

    @cached_property
    def people(self) -> list[int]:
        """The places of the people that are referents."""
        return [at for at, item in enumerate(self._items) if item.kind == "P" and item.ref is not None]

    @cached_property
    def bodies(self) -> list[int]:
        """The places of the bodies and places that are referents."""
        return [at for at, item in enumerate(self._items) if item.kind in "OL" and item.ref is not None]

    @cached_property
    def named(self) -> list[int]:
        """Running count of the bodies and places that are referents."""
        return _running([item.kind in "OL" and item.ref is not None for item in self._items])

    @cached_property
    def persons(self) -> list[int]:
        """Running count of all people."""
        return _running([item.kind == "P" for item in self._items])

    @cached_property
    def titles(self) -> list[int]:
        """Running count of titles."""
        return _running([item.kind == "T" for item in self._items])

    @cached_property
    def semicolons(self) -> list[int]:
        """Running count of semicolons."""
        return _running([item.word == ";" for item in self._items])

    @cached_property
    def breaks(self) -> list[int]:
        """Running count of texts with a line break in them."""
        return _running(["\n" in item.text for item in self._items])


def outline_of(items: Sequence[Item]) -> Outline:
    """The outline of a line, which must not change afterwards: the last ones are kept."""
    kept = _outlines.get(id(items))
    if kept is not None and kept[0] is items:
        return kept[1]
    if len(_outlines) >= _REMEMBERED:
        _outlines.clear()
    outline = Outline(items)
    _outlines[id(items)] = items, outline
    return outline


def _running(marks: Sequence[bool]) -> list[int]:
    return list(accumulate(marks, initial=0))


def among(running: Sequence[int], first: int, after: int) -> int:
    """How many of the items from `first` up to `after` are such as the running count counts."""
    return running[after] - running[first] if after > first else 0


def code_of(item: Item) -> str:
    """One item as a symbol: a kind, a sign, a small or telling word, or only whether it has a capital."""
    if item.kind == "W":
        if item.word in _known_words():
            return item.word
        return "0" if item.text[0].isdigit() else "W" if item.text[0].isupper() else "w"
    return _SAME_SIGNS.get(item.text, item.text) if item.kind == "X" else item.kind


def nearest(places: Sequence[int], at: int) -> int:
    """Of some places in order, the nearest to `at`; the one before it where two are as near. There must be one."""
    behind = bisect_left(places, at)
    if behind == len(places) or (behind and at - places[behind - 1] <= places[behind] - at):
        return places[behind - 1]
    return places[behind]


def codes_between(items: Sequence[Item], first: int, after: int) -> list[str]:
    """The symbols of the items from `first` up to `after`; runs of plain words are one symbol."""
    return _without_runs(outline_of(items).codes[first:after])


def _without_runs(symbols: Sequence[str]) -> list[str]:
    codes: list[str] = []
    for code in symbols:
        if code in ("w", "W") and codes and codes[-1] == code:
            continue
        codes.append(code)
    return codes


def gap_features(items: Sequence[Item], first: int, after: int, name: str) -> list[str]:
    """Features of the items from `first` up to `after`, each beginning with `name`."""
    outline = outline_of(items)
    codes = outline.codes[first:after]
    found = [f"{name} far={bisect_right(_FAR, after - first)}"]
    if not codes:
        found.append(f"{name} []")
        return found
    if outline.runs[first + len(codes)] - outline.runs[first + 1] < _WHOLE:
        found.append(f"{name} [{' '.join(_without_runs(codes))}]")
    found.append(f"{name} first={codes[0]}")
    found.append(f"{name} last={codes[-1]}")
    found.append(f"{name} ends={codes[0]}..{codes[-1]}")
    found.extend([f"{name} has {code}" for code in sorted(set(codes))])
    return found


def surroundings(items: Sequence[Item], first: int, last: int, name: str = "") -> set[str]:
    """The symbols of the items around those from `first` to `last` (inclusive), each with its side, as features."""
    codes = outline_of(items).codes
    left = ["^", *codes[max(0, first - _NEAR) : first]]
    right = [*codes[last + 1 : last + 1 + _NEAR], "$"]
    found = {f"{name}left {left[-1]}", f"{name}right {right[0]}", f"{name}{left[-1]} _ {right[0]}"}
    found.add(f"{name}left two {' '.join(left[-2:])}")
    found.add(f"{name}right two {' '.join(right[:2])}")
    found |= {f"{name}left has {code}" for code in left if len(code) > 1}
    found |= {f"{name}right has {code}" for code in right if len(code) > 1}
    return found


@cache
def _known_words() -> frozenset[str]:
    """Small words, and every word that a list of verbs or changes knows."""
    found = set(_SMALL.split())
    lists = word_list("en", "posts")
    for entry in (*lists["passive"], *lists["active"]):
        found.update(entry["words"])
    found.update(lists["between"], lists["consists"], lists["joins"], lists["headed_by"])
    found.update(word for phrase in lists["replacing"] for word in phrase.split())
    for words in word_list("en", "verbs").values():
        found.update(words)
    return frozenset(word.casefold() for word in found)
