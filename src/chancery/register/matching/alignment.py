"""Which words of one name stand for which of the other."""

from __future__ import annotations

from collections.abc import Sequence

from chancery.register.matching.words import ALIKE, Likeness, Word, likeness

Pair = tuple[int, int, Likeness]  # places in the one and the other name


def align(a: Sequence[Word], b: Sequence[Word]) -> tuple[list[Pair], list[int], list[int]]:
    """The best pairs of words, likest first, and the places of the words left over in each name.

    Greedy: names are short, and a word has rarely two likely partners.
    """
    pairs: list[Pair] = []
    left_b = list(range(len(b)))
    left_a = []
    for i, word in enumerate(a):
        for j in left_b:
            if b[j] is word:
                pairs.append((i, j, (1.0, "same", "")))
                left_b.remove(j)
                break
        else:
            left_a.append(i)
    if left_a and left_b:
        near = []
        for i in left_a:
            for j in left_b:
                like = likeness(a[i], b[j])
                if like[0] > ALIKE:
                    near.append((-like[0], abs(i - j), i, j, like))
        near.sort(key=lambda pair: pair[:4])
        for _, _, i, j, like in near:
            if i in left_a and j in left_b:
                pairs.append((i, j, like))
                left_a.remove(i)
                left_b.remove(j)
    return pairs, left_a, left_b
