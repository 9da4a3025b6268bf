"""Posts: who holds, gets or leaves a role, and in which body."""

from __future__ import annotations

from functools import cache

from chancery.reader.draft import Draft
from chancery.reader.grammar.scoring import weights
from chancery.reader.linking.drawing import Scorers, drawn_posts


def run(draft: Draft) -> None:
    """State the posts of the document that are likelier than the threshold."""
    read(draft, scorers(draft.layer.language))


def read(draft: Draft, learned: Scorers) -> None:
    """State the posts whose probability by `learned` reaches its threshold."""
    for post in drawn_posts(draft, learned, learned.posts.threshold):
        confidence = round(post.probability, 3)
        draft.state(post.fact, post.start, post.end, rule=post.rule, confidence=confidence, because=post.because)


@cache
def scorers(language: str) -> Scorers:
    """What was learned for the posts of a language, as the package has it."""
    return Scorers(
        weights(language, "post_links"), weights(language, "post_seats"), weights(language, "post_changes"),
        weights(language, "posts"),
    )  # fmt: skip
