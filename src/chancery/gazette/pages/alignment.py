"""Which paragraphs of two language versions belong together: by their lengths alone, in order.

After Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora" (Computational Linguistics 19, 1993),
with paragraphs in place of sentences; the variance and the likelihood of each step are theirs.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import msgspec

_VARIANCE = 6.8  # of a length in characters, per character
_STEPS = {(1, 1): 0.89, (1, 0): 0.005, (0, 1): 0.005, (2, 1): 0.0445, (1, 2): 0.0445, (2, 2): 0.011}
_MOST = 2000  # paragraphs of a text that are aligned: some three seconds
_REACH = 40  # how far from the straight line through both texts a pair may lie, in paragraphs: keeps the work linear


class Pair(msgspec.Struct, frozen=True):
    """Half-open ranges of paragraphs that say the same; one of the two may be empty."""

    first: int
    after: int
    other_first: int
    other_after: int


def aligned(lengths: Sequence[int], others: Sequence[int]) -> list[Pair]:
    """The likeliest way through both texts, given the lengths of their paragraphs in characters. Every paragraph is in
    just one pair, in order; all are in one where the texts are too long or too unlike."""
    size, width = len(lengths), len(others)
    if max(size, width) > _MOST:
        return [Pair(0, size, 0, width)]
    ratio = (sum(others) or 1) / (sum(lengths) or 1)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(size + 1):
        middle = round(i * width / size) if size else 0
        low, high = (0, width) if not size else (max(0, middle - _REACH), min(width, middle + _REACH))
        for j in range(low, high + 1):
            reached = [
                (best[i - a, j - b][0] + _cost(lengths[i - a : i], others[j - b : j], ratio, likely), (a, b))
                for (a, b), likely in _STEPS.items()
                if (i - a, j - b) in best
            ]
            if reached:
                best[i, j] = min(reached)
    if (size, width) not in best:  # texts so unlike that the way leaves the reach: side by side, and no more
        return [Pair(0, size, 0, width)]
    pairs: list[Pair] = []
    i, j = size, width
    while (i, j) != (0, 0):
        a, b = best[i, j][1]
        pairs.append(Pair(i - a, i, j - b, j))
        i, j = i - a, j - b
    return pairs[::-1]


def _cost(some: Sequence[int], others: Sequence[int], ratio: float, likely: float) -> float:
    """How unlikely it is that these translate each other, in nats."""
    length, other = sum(some), sum(others)
    mean = (length + other / ratio) / 2
    delta = abs(other - length * ratio) / math.sqrt(max(mean, 1.0) * _VARIANCE)
    return -math.log(likely) - math.log(max(math.erfc(delta / math.sqrt(2)), 1e-300))
