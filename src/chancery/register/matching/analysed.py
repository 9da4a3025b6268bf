"""A name taken apart for comparison."""

from __future__ import annotations

from chancery.register.matching.words import Word


class Name:
    """The words of a name that are compared, and what else its form tells. Made once per name, then kept."""

    __slots__ = (
        "acronym", "comma", "countries", "forms", "genealogical", "initials", "joined", "key", "mass", "numbers",
        "readings", "suffix", "words",
    )  # fmt: skip

    def __init__(self, words: tuple[Word, ...]) -> None:
        self.words = words
        self.mass = sum(word.mass for word in words)
        self.joined = "".join(word.text for word in words)
        self.key = " ".join(word.text for word in words)
        self.suffix = ""  # "jr", "sr", "2" …
        self.comma = False  # the surname stood first, before a comma
        self.genealogical = False  # "bin", "ibn": the order of its words is a line of descent
        self.readings: frozenset[tuple[str, ...]] = frozenset()  # as Korean or Chinese syllables
        self.numbers: frozenset[str] = frozenset()
        self.forms: frozenset[str] = frozenset()  # kinds of legal form: "private", "public" …
        self.countries: frozenset[str] = frozenset()
        self.acronym = ""  # the name, if it is one word in capitals
        self.initials: frozenset[str] = frozenset()  # acronyms that the name may have
