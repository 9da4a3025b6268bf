"""Log-linear scorers that can be read: named features, one weight each, and the probability they add up to."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

import msgspec


class Weights(msgspec.Struct, frozen=True, omit_defaults=True):
    """What was learned for one choice; `threshold` is the least probability that is stated."""

    features: dict[str, float]
    bias: float = 0.0
    threshold: float = 0.5
    note: str = ""

    def probability(self, features: Iterable[str]) -> float:
        """Between 0 and 1; a feature counts once, and one that is not listed weighs nothing."""
        total = self.bias + self.total(features)
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))

    def total(self, features: Iterable[str]) -> float:
        """The sum of the weights of the features, the bias left out; the same whatever order they come in."""
        known = self.features
        return math.fsum(map(known.__getitem__, known.keys() & set(features)))

    def shares(self, candidates: Sequence[Iterable[str]]) -> list[float]:
        """The probability of each of several candidates, one of which is right; they add up to 1."""
        totals = [self.total(features) for features in candidates]
        top = max(totals)
        parts = [math.exp(total - top) for total in totals]
        whole = sum(parts)
        return [part / whole for part in parts]


_STEPS = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99)


def steps_of(name: str, probability: float) -> list[str]:
    """A probability as features: one for each of some steps that it reaches, so that weights can bend its scale."""
    return [f"{name} {step}" for step in _STEPS[: bisect_right(_STEPS, probability)]]


@cache
def weights(language: str, kind: str) -> Weights:
    """From `languages/<language>/weights/<kind>.json`. Raises FileNotFoundError, msgspec.ValidationError."""
    return msgspec.json.decode(_file(language, kind), type=Weights)


def _file(language: str, kind: str) -> bytes:
    return files("chancery.reader").joinpath("languages", language, "weights", f"{kind}.json").read_bytes()
