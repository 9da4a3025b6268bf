"""The scorer adds up its features, and every step has weights that say where they come from."""

from __future__ import annotations

import pytest

from chancery.reader.grammar.scoring import Weights, weights


def test_a_feature_pulls_the_probability_its_way() -> None:
    scorer = Weights(bias=0.0, threshold=0.5, features={"for": 2.0, "against": -2.0})
    assert scorer.probability([]) == 0.5
    assert scorer.probability(["for"]) > 0.8
    assert scorer.probability(["against"]) < 0.2
    assert scorer.probability(["for", "against"]) == 0.5


def test_an_unknown_feature_weighs_nothing() -> None:
    assert Weights(bias=0.0, threshold=0.5, features={}).probability(["never seen"]) == 0.5


def test_great_sums_stay_probabilities() -> None:
    scorer = Weights(bias=0.0, threshold=0.5, features={"huge": 1e6})
    assert 0.99 < scorer.probability(["huge"]) <= 1.0


@pytest.mark.parametrize("kind", ["gatherings", "attendance", "agreements", "awards", "decisions", "messages"])
def test_each_step_for_acts_has_learned_weights(kind: str) -> None:
    learned = weights("en", kind)
    assert 0.0 < learned.threshold < 1.0
    assert learned.features
    assert "train/acts.py" in learned.note
