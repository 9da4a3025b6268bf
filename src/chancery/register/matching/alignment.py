"""Which words of one name stand for which of the other."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import OSA

from chancery.register.matching.likeness import ALIKE, SAME, likeness
from chancery.register.matching.words import Likeness, Word

Pair = tuple[int, int, Likeness]  # places in the one and the other name
_JOINED_ALIKE: Final = 0.85  # of letters, for words that are written as one here and as several there


def align(a: Sequence[Word], b: Sequence[Word]) -> tuple[list[Pair], list[int], list[int]]:
    """The best pairs of words, and the places of the words left over in each name.

    Greedy, likest and nearest first: names are short, and a word has rarely two likely partners.
    """
    pairs: list[Pair] = []
    left_a: list[int] = []
    left_b = list(range(len(b)))
    for i, word in enumerate(a):
        for j in left_b:
            if b[j] is word:
                pairs.append((i, j, SAME))
                left_b.remove(j)
                break
        else:
            left_a.append(i)
    if not left_a or not left_b:
        return pairs, left_a, left_b
    near: list[tuple[float, int, int, int, Likeness]] = []
    for i in left_a:
        known = a[i].like
        for j in left_b:
            like = known.get(b[j]) or likeness(a[i], b[j])
            if like[0] > ALIKE:
                near.append((-like[0], abs(i - j), i, j, like))
    if near:
        near.sort()
        for _, _, i, j, like in near:
            if i in left_a and j in left_b:
                pairs.append((i, j, like))
                left_a.remove(i)
                left_b.remove(j)
    return pairs, left_a, left_b


def join(
    a: Sequence[Word], left_a: list[int], b: Sequence[Word], left_b: list[int]
) -> tuple[str, float, list[int], list[int]] | None:
    """Words left over that are the same letters cut otherwise: the letters, how like, and the places still left over.

    Either all that is left over on both sides, or two neighbours of one side that are one word of the other.
    """
    if len(left_a) == len(left_b) == 1:
        return None
    if any(a[i].country for i in left_a) and any(b[j].country for j in left_b):
        return None  # South Africa is no other spelling of southern Africa
    one, other = "".join([a[i].text for i in left_a]), "".join([b[j].text for j in left_b])
    if len(one) > 3 < len(other):
        value = OSA.normalized_similarity(one, other, score_cutoff=_JOINED_ALIKE)
        if value:
            return min(one, other), value, [], []
    found = _neighbours(a, left_a, b, left_b)
    if found:
        return found
    turned = _neighbours(b, left_b, a, left_a)
    return (turned[0], turned[1], turned[3], turned[2]) if turned else None


def _neighbours(
    a: Sequence[Word], left_a: list[int], b: Sequence[Word], left_b: list[int]
) -> tuple[str, float, list[int], list[int]] | None:
    for place, after in pairwise(left_a):
        if after != place + 1:
            continue
        text = a[place].text + a[after].text
        for j in left_b:
            if len(text) > 4 and b[j].text == text:
                return text, 1.0, [i for i in left_a if i not in (place, after)], [k for k in left_b if k != j]
    return None
