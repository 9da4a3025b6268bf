"""The words that the rules for names look at, from `languages/en/name_words.yaml`, where each set says what it is."""

from __future__ import annotations

import msgspec

from chancery.reader.wordlists import word_list


class NameWords(msgspec.Struct, frozen=True):
    """Sets of words as they are written in texts."""

    governing: frozenset[str]
    locative: frozenset[str]
    partners: frozenset[str]
    no_verb: frozenset[str]
    mayors: frozenset[str]
    ordinals: frozenset[str]
    company_tails: frozenset[str]
    of_fields: frozenset[str]
    particles: frozenset[str]
    state_organs: frozenset[str]
    units: frozenset[str]
    suffixes: frozenset[str]
    company_suffixes: frozenset[str]
    peers: frozenset[str]
    unions: frozenset[str]
    small_organs: frozenset[str]
    after_names: frozenset[str]
    no_bodies: frozenset[str]
    titles_of_bodies: frozenset[str]
    no_names: frozenset[str]
    short_given_names: frozenset[str]
    parts_of_places: frozenset[str]
    bodies_at_places: frozenset[str]
    directions: frozenset[str]
    owning_people: frozenset[str]
    glued_after: frozenset[str]
    leading: frozenset[str]
    sure_heads: frozenset[str]
    small_rules: frozenset[str]
    formations: frozenset[str]
    ties: frozenset[str]
    kinds_of_places: frozenset[str]
    sure_places: frozenset[str]
    sitting: frozenset[str]
    small_bodies: frozenset[str]


def name_words(language: str) -> NameWords:
    """Raises FileNotFoundError for a language without the list, msgspec.ValidationError for one that lacks a set."""
    lists = word_list(language, "name_words")
    return msgspec.convert(
        {name: [word.strip() for word in words.split(", ")] for name, words in lists.items()}, NameWords
    )


WORDS = name_words("en")
