"""What a comparison of two names gives: a score, and the findings that it is made of."""

from __future__ import annotations

import msgspec


class Finding(msgspec.Struct, frozen=True):
    """One thing that two names have in common or that tells them apart.

    `code` is stable ("same words", "transliteration", "different words" …: the keys of `tables/weights.yaml`), `words`
    says it to a reader with the words of the names, `weight` is what it adds to the log-odds of the score.
    """

    code: str
    words: str
    weight: float


class Comparison(msgspec.Struct, frozen=True):
    """How likely two names are names of one and the same, from 0 to 1 (0.7: taken for the same), and why.

    The score is the logistic function of the sum of the findings' weights.
    """

    score: float
    findings: tuple[Finding, ...]
