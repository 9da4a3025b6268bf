"""The small words that the grammar of acts looks at: pronouns, prepositions, auxiliaries, finite verbs."""

from __future__ import annotations

from functools import cache

import msgspec

from chancery.reader.wordlists import word_list


class Vocabulary(msgspec.Struct, frozen=True):
    """Sets of lower-case words of one language; see `languages/<language>/grammar.yaml`."""

    he: frozenset[str]
    they: frozenset[str]
    relatives: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    adjectives: frozenset[str]
    auxiliaries: frozenset[str]
    finite: frozenset[str]
    negations: frozenset[str]
    doubts: frozenset[str]
    spokesmen: frozenset[str]


@cache
def vocabulary(language: str) -> Vocabulary:
    """Raises FileNotFoundError where the language has no `grammar.yaml`, msgspec.ValidationError for a bad one."""
    return msgspec.convert(word_list(language, "grammar"), Vocabulary)
