"""What names of bodies and places are made of beside proper words: general words, countries, legal forms, numbers."""

from __future__ import annotations

from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from chancery.register.matching.tables import table


class WordLists:
    """The general words, the phrases that are one word, and the connectives of a kind of name."""

    def __init__(self, source: str, phrases: dict[tuple[str, ...], str], *, forms: bool) -> None:
        self.general = {
            word: line.split()[0] for line in table(source)["general"].splitlines() if line for word in line.split()
        }
        self.connectives = frozenset(table(source)["connectives"].split())
        self.phrases = phrases
        self.written = {one: " ".join(phrase) for phrase, one in phrases.items() if "".join(phrase) == one}
        self.forms = forms
        self._long = tuple(sorted(word for word in self.general if len(word) > 5))

    def misspelt(self, word: str) -> str:
        """The general word that a word of seven letters or more is but one slip away from, if there is one."""
        near = process.extractOne(word, self._long, scorer=OSA.distance, score_cutoff=1)
        return self.general[near[0]] if near else ""


@cache
def body_lists() -> WordLists:
    """The lists for names of bodies."""
    return WordLists("body_words", _countries(), forms=True)


@cache
def place_lists() -> WordLists:
    """The lists for names of places: their other names are phrases too."""
    return WordLists("places", _phrases("places") | _countries(), forms=False)


def _countries() -> dict[tuple[str, ...], str]:
    """The countries by their names, the formal ones too: "Republic of Latvia"."""
    found = _phrases("countries")
    formal = [phrase.split() for line in table("countries")["formal"].splitlines() for phrase in line.split(";")]
    for phrase, one in list(found.items()):
        for before in formal:
            found.setdefault((*before, *phrase), one)
    return found


def _phrases(source: str) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for line in table(source)["names"].splitlines():
        names = [phrase.strip() for phrase in line.split(";") if phrase.strip()]
        for phrase in names:
            found.setdefault(tuple(phrase.split()), names[0].replace(" ", ""))
    return found


@cache
def legal_forms() -> dict[tuple[str, ...], str]:
    """The kind of each legal form, by its words."""
    return {
        tuple(phrase.split()): kind
        for kind, phrases in table("legal_forms").items()
        if kind != "anywhere"
        for phrase in phrases.split(";")
        if phrase.strip()
    }


@cache
def forms_anywhere() -> frozenset[str]:
    """Legal forms that are dropped wherever they stand in a name."""
    return frozenset(table("legal_forms")["anywhere"].split("; "))


@cache
def long_forms() -> tuple[str, ...]:
    """Legal forms of one long word, which may be known by likeness: "Aktiengeselschaft"."""
    return tuple(sorted(phrase[0] for phrase in legal_forms() if len(phrase) == 1 and len(phrase[0]) > 6))


@cache
def number_words() -> dict[str, str]:
    """The number in figures, by a word for it."""
    return {word: number for number, words in table("numbers")["words"].items() for word in words.split()}
