"""The words for gatherings of one language, ready for use."""

from __future__ import annotations

from functools import cache

import msgspec

from chancery.reader.wordlists import word_list
from chancery.terms.claims import GatheringKind


class GatheringWords(msgspec.Struct, frozen=True):
    """See `languages/<language>/gatherings.yaml`. `heads` gives each word, singular or plural, its kind."""

    heads: dict[str, GatheringKind]
    plurals: frozenset[str]
    generic: frozenset[str]
    alike: tuple[frozenset[str], ...]
    verb_like: frozenset[str]
    verbs: dict[str, GatheringKind]
    held: frozenset[str]
    holding: frozenset[tuple[str, ...]]

    def akin(self, one: str, other: str) -> bool:
        """Whether two kinds may be words for the same gathering."""
        return one == other or any(one in group and other in group for group in self.alike)


@cache
def gathering_words(language: str) -> GatheringWords:
    """Raises FileNotFoundError, msgspec.ValidationError for a kind that there is not."""
    lists = word_list(language, "gatherings")
    heads: dict[str, str] = {}
    plurals: set[str] = set()
    listed = {word for words in lists["kinds"].values() for word in words}
    for kind, words in lists["kinds"].items():
        for word in words:
            heads[word] = kind
            plural = word[:-1] + "ies" if word.endswith(("ny", "ty", "ly")) else word + "s"
            if not word.endswith("s") and plural not in listed:
                heads.setdefault(plural, kind)
                plurals.add(plural)
    return msgspec.convert(
        {
            "heads": heads,
            "plurals": plurals,
            "generic": lists["generic"],
            "alike": lists["alike"],
            "verb_like": lists["verb_like"],
            "verbs": lists["verbs"],
            "held": lists["held"],
            "holding": [phrase.split() for phrase in lists["holding"]],
        },
        GatheringWords,
    )
