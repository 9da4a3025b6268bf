"""The words of decisions: verbs in all their forms, by how surely they decide, and the nouns of what is decided."""

from __future__ import annotations

from functools import cache

import msgspec

from chancery.reader.grammar.inflected import forms_of
from chancery.reader.wordlists import word_list

_CLASSES = ("ruling", "binding", "acting", "light", "telling", "proposing")


class DecidingVerb(msgspec.Struct, frozen=True):
    """One form of a verb: its base, how surely it decides, and its shape (base, s, ing, past, part)."""

    verb: str
    strength: str
    shape: str


class DecidingWords(msgspec.Struct, frozen=True):
    """See `languages/<language>/decisions.yaml`."""

    verbs: dict[str, DecidingVerb]
    plural: frozenset[str]
    telling_nouns: frozenset[str]
    deeds: frozenset[str]
    nouns: frozenset[str]
    section: frozenset[str]
    bodies: frozenset[str]
    triggers: frozenset[str]
    """Every word that may decide something."""


@cache
def deciding_words(language: str) -> DecidingWords:
    """Raises FileNotFoundError, msgspec.ValidationError."""
    lists = word_list(language, "decisions")
    verbs: dict[str, DecidingVerb] = {}
    for strength in _CLASSES:
        for word, form in forms_of(lists[strength], lists["irregular"]).items():
            verbs.setdefault(word, DecidingVerb(form.verb, strength, form.shape))
    for word, strength in lists["modals"].items():
        verbs[word] = DecidingVerb(word, strength, "modal")
    rest = {name: lists[name] for name in DecidingWords.__struct_fields__ if name not in ("verbs", "triggers")}
    triggers = [*verbs, *lists["telling_nouns"], *lists["deeds"]]
    return msgspec.convert({"verbs": verbs, "triggers": triggers, **rest}, DecidingWords)
