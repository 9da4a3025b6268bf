"""Small scorers of our own for posts and units, so that a test stands on no learned weights."""

from __future__ import annotations

import pytest

from chancery.reader.grammar.scoring import Weights
from chancery.reader.linking.drawing import Scorers
from chancery.reader.linking.structure import UnitScorers
from chancery.reader.steps import posts, units

POSTS = Scorers(
    links=Weights({"role before person 0": 2.0, "untied": -1.5, "site membership": -4.0}, bias=-0.5),
    seats=Weights({"said in the role": 3.0, "none": 0.5}),
    tellings=Weights({"elected: gap=elected": 2.0, "holds: any": 0.3}),
    posts=Weights({"link 0.5": 1.5, "change=elected": 0.5, "no body": -0.25}, bias=-0.5),
)
UNITS = UnitScorers(
    pairs=Weights({"nested": 2.0}, bias=-1.0), fates=Weights({"trigger=founded": 2.0, "not": -3.0}, bias=-1.0)
)


def use_small_scorers(patch: pytest.MonkeyPatch, *, posts_threshold: float = 0.5) -> None:
    """Let the steps for posts and units judge by these; the other steps keep what was learned."""
    judge = Weights(POSTS.posts.features, bias=POSTS.posts.bias, threshold=posts_threshold)
    patch.setattr(posts, "scorers", lambda language: POSTS._replace(posts=judge))
    patch.setattr(units, "scorers", lambda language: UNITS)
