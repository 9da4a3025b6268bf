"""A log-linear scorer that can be read: named features, one weight each, and the probability they add up to."""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache

import msgspec

from chancery.reader.wordlists import word_list


class Weights(msgspec.Struct, frozen=True):
    """What `train/acts.py` learned for one kind of claim; `threshold` is the least probability that is stated."""

    bias: float
    threshold: float
    features: dict[str, float]
    note: str = ""

    def probability(self, features: Iterable[str]) -> float:
        """Between 0 and 1; a feature that is not listed weighs nothing."""
        total = self.bias + sum(self.features.get(feature, 0.0) for feature in features)
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def weights(language: str, kind: str) -> Weights:
    """From `languages/<language>/weights/<kind>.yaml`. Raises FileNotFoundError, msgspec.ValidationError."""
    return msgspec.convert(word_list(language, f"weights/{kind}"), Weights)
