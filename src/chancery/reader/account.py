"""`Account`: how a learned scorer came to a probability, feature by feature. Made only while a reading is traced."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from chancery.reader.grammar.scoring import Weights


class Account(msgspec.Struct, frozen=True, omit_defaults=True):
    """What one scorer made of one candidate.

    `features` are those that weigh anything, the heaviest first; those above 0 speak for it. Where one of several had
    to be chosen, `among` names them with their probabilities, the likeliest first; the bias is then the same for all,
    and 0.
    """

    name: str
    bias: float
    features: tuple[tuple[str, float], ...]
    probability: float
    among: tuple[tuple[str, float], ...] = ()

    @property
    def total(self) -> float:
        """Bias and weights together: what the probability is made of."""
        return self.bias + sum(weight for _, weight in self.features)


def account(name: str, learned: Weights, features: Iterable[str]) -> Account:
    """How `learned` judges a candidate with these features by itself: see `Weights.probability`."""
    found = tuple(features)
    return Account(name, learned.bias, _weighed(learned, found), learned.probability(found))


def account_of_choice(
    name: str, learned: Weights, candidates: Sequence[Iterable[str]], labels: Sequence[str], chosen: int
) -> Account:
    """How `learned` judges one of several candidates, one of which is right: see `Weights.shares`."""
    shares = learned.shares(candidates)
    among = sorted(zip(labels, shares, strict=True), key=lambda choice: -choice[1])
    return Account(name, 0.0, _weighed(learned, candidates[chosen]), shares[chosen], tuple(among))


def _weighed(learned: Weights, features: Iterable[str]) -> tuple[tuple[str, float], ...]:
    known = {feature: learned.features.get(feature, 0.0) for feature in features}
    heaviest = sorted(known.items(), key=lambda entry: (-abs(entry[1]), entry[0]))
    return tuple((feature, weight) for feature, weight in heaviest if weight)
