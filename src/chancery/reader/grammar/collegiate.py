"""Bodies of which people are members without a word for it: "was elected to the Board", "the Committee consists of"."""

from __future__ import annotations

from functools import cache

from chancery.reader.grammar.items import Item
from chancery.reader.grammar.words import says
from chancery.reader.wordlists import word_list


def is_collegiate(item: Item) -> bool:
    """Whether the name of the body says that it has members ("... Committee", "Board of Directors of ...")."""
    return says(item.word, _collegiate())


@cache
def _collegiate() -> frozenset[str]:
    return frozenset(word_list("en", "posts")["collegiate"])
