"""An account says what a probability is made of, and adds up to it."""

from __future__ import annotations

import math

import pytest

from chancery.reader.account import account, account_of_choice
from chancery.reader.grammar.scoring import Weights

LEARNED = Weights({"tied": 2.0, "far": -3.0, "near": 0.5, "idle": 0.0}, bias=-0.25)


def test_the_heaviest_stand_first_and_what_weighs_nothing_is_left_out() -> None:
    told = account("holder", LEARNED, ["near", "tied", "far", "idle", "never seen", "near"])
    assert told.features == (("far", -3.0), ("tied", 2.0), ("near", 0.5))
    assert (told.name, told.bias, told.among) == ("holder", -0.25, ())


def test_it_adds_up_to_the_probability() -> None:
    told = account("holder", LEARNED, ["near", "tied"])
    assert told.total == pytest.approx(2.25)
    assert told.probability == LEARNED.probability(["near", "tied"]) == pytest.approx(1 / (1 + math.exp(-2.25)))


def test_of_a_choice_it_names_the_others() -> None:
    told = account_of_choice("body", LEARNED, [["far"], ["tied"], ["near"]], ["Fund", "Board", "none is said"], 2)
    assert [label for label, _ in told.among] == ["Board", "none is said", "Fund"]
    assert told.features == (("near", 0.5),)
    assert told.probability == dict(told.among)["none is said"]
    assert sum(share for _, share in told.among) == pytest.approx(1.0)
