"""States, places and name words of a language as sets to ask: what its lists say of a word."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from chancery.reader.wordlists import Phrases, word_list


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """What the lists say. Phrases are matched over the texts of tokens; sets hold single words as written."""

    state_of: dict[str, str]  # any name of a state, as written -> the state's first name
    state_of_adjective: dict[str, str]  # "Chinese" -> "China"
    state_of_capital: dict[str, str]
    places: Phrases  # value "state", "city", "region" ...
    place_words: frozenset[str]
    organisation_heads: frozenset[str]
    organisation_words: dict[str, frozenset[str]]
    given_names: dict[str, str]  # name -> people; of several the first listed
    short_forms: frozenset[str]
    place_names: dict[str, str] = field(default_factory=dict)
    long_form: dict[str, str] = field(default_factory=dict)  # "NJ" -> "New Jersey"


def _entries(text: str) -> list[str]:
    return [entry for entry in (part.strip() for part in text.replace("\n", " ").split(",")) if entry]


@cache
def gazetteer(language: str) -> Gazetteer:
    """Raises FileNotFoundError for a language without lists."""
    # Only the tokenizer knows how a name becomes tokens; it itself asks no gazetteer.
    from chancery.reader.words import word_texts

    state_of: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    capitals: dict[str, str] = {}
    for name, entry in word_list(language, "states").items():
        peoples, cities, others = (_entries(part) for part in entry.split("|"))
        for other in (name, *others):
            state_of.setdefault(other, name)
            state_of.setdefault(other.replace("'", "’"), name)
        for people in peoples:
            adjectives.setdefault(people, name)
        for city in cities:
            capitals.setdefault(city, name)
    names: dict[str, str] = {}
    for kind, listed in word_list(language, "places").items():
        for place in _entries(listed):
            names.setdefault(place, kind)
    for city in capitals:
        names[city] = "capital"
    for state in state_of:
        names[state] = "state"
    words = {kind: frozenset(_entries(listed)) for kind, listed in word_list(language, "organisation_words").items()}
    given: dict[str, str] = {}
    for people, listed in word_list(language, "given_names").items():
        for name in listed.split():
            given.setdefault(name, people)
    return Gazetteer(
        state_of=state_of,
        state_of_adjective=adjectives,
        state_of_capital=capitals,
        places=Phrases((word_texts(name), kind) for name, kind in names.items()),
        place_words=frozenset(word for name in names for word in word_texts(name) if word[0].isupper()),
        organisation_heads=words["heads"],
        organisation_words=words,
        given_names=given,
        short_forms=words["short_forms"],
        place_names=names,
        long_form={
            form: place for place, forms in word_list(language, "short_places").items() for form in _entries(forms)
        },
    )
