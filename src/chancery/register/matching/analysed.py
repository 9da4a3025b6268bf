"""A name taken apart for comparison."""

from __future__ import annotations

from chancery.register.matching.words import Word


class Name:
    """The words of a name that are compared, and what else its form tells. Made once per name, then kept."""

    __slots__ = ("acronyms", "comma", "countries", "forms", "genealogical", "initials", "joined", "key", "mass",
                 "numbers", "suffix", "syllables", "words")  # fmt: skip

    def __init__(self, words: tuple[Word, ...]) -> None:
        self.words = words
        self.mass = sum(word.mass for word in words)
        self.joined = "".join(word.text for word in words)
        self.key = " ".join(word.text for word in words)
        self.initials = "".join(word.text[0] for word in words)
        self.suffix = ""  # "jr", "sr", "2"
        self.comma = False  # the surname stood first, before a comma
        self.genealogical = False  # "bin", "ibn": the order of its words is a line of descent
        self.syllables: frozenset[tuple[str, ...]] = frozenset()  # readings as Korean or Chinese syllables
        self.numbers: frozenset[str] = frozenset()
        self.forms: frozenset[str] = frozenset()  # legal forms
        self.countries: frozenset[str] = frozenset()
        self.acronyms: frozenset[str] = frozenset()
