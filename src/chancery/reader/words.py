"""How a text falls into words and signs: half-open offsets, in linear time."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from chancery.reader.clusters import groups_of
from chancery.reader.wordlists import word_list

Span = tuple[int, int]

_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Drs|Prof|Rev|Ven|Hon|St|Sr|Jr|Lt|Col|Gen|Maj|Capt|Cpl|Sgt|Adm|Brig|Cmdr|Gov|Sen|Rep|Amb|Messrs|Fr|Inc|Ltd|Corp|Co|Bros"
    "|No|Nos|Dept|Govt|Univ|Assn|Mt|vs|Pvt|Pte|Ph|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
)
# A word keeps inner hyphens and apostrophes ("Wei-min", "O'Neil"), initials and short forms keep their full stops
# ("U.S.", "J.", "Lt."), and a possessive "'s" is a word of its own.
_WORD = re.compile(
    r"(?P<short>(?:[^\W\d_]\.){2,}(?:[^\W\d_](?![^\W_]))?"
    rf"|[A-ZÀ-Ý]\.(?=[^\W_]|\s|,|-)|(?:{_ABBREVIATIONS})\.)"
    r"|(?P<possessive>(?<=[^\W_]|\.)['’]s(?![^\W_]))"
    r"|(?P<glued>\d+-\d+[A-Z][^\W_]*)"
    r"|(?P<number>\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?(?![^\W\d_]))"
    r"|(?P<word>[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*"
    r"(?:(?:['’‘`](?!s(?![^\W_]))|[-‐‑&](?!(?:[^\W\d_]\.){2}))[^\W_]+[\u0300-\u036f]*[^\W_]*)*)"
    r"|(?P<sign>[^\w\s]|_)"
)
# Words that a lost space ties to the name after them: "ComradeTan", "ofTan", "MinandTan". Only these part a word with
# a capital inside it, for "McDonald" and "DeLand" are whole. The longer ones may also end a glued word.
_GLUED = re.compile(
    r"(?:^|(?<=[a-z]))(?:Comrades?|Marshals?|Generalissimos?|Presidents?|Chairm[ae]n|Premiers?|Ministers?|Generals?|Ambassadors?"
    r"|Secretary|Leader|Commander|Governor|Senator|Director|Excellency)"
    r"(?=[A-Z][a-z])"
    r"|^(?:and|of|by|to|for|that|with|from|the|when|where|in|as|on|at|between)(?=[A-Z][a-z])"
    r"|(?<=[a-z][a-z])(?:and|that|with|from|when|where|between)(?=[A-Z][a-z])"
)
_CAMEL = re.compile(r"[a-z][A-Z]")
# A word in small letters and a capitalised one: "praisedTan"; "eBay" and "iPhone" are too short before the capital.
_SMALL_GLUED = re.compile(r"([a-z]{3,})(?=[A-Z][a-z]+\Z)")
_HYPHEN = re.compile(r"[-‐‑&]")


_MOST_TEXTS_KEPT = (
    4_000  # short texts whose words are remembered: the names of a document are asked for again and again
)


def spans_of_words(text: str, start: int, end: int) -> list[Span]:
    """Half-open offsets of the words and signs between two offsets of a text, in order."""
    found: list[Span] = []
    for match in _WORD.finditer(text, start, end):
        if match.lastgroup != "word":
            found.append(match.span())
            continue
        word = match.group()
        base = match.start()
        if len(word) > 4 and not word.islower() and _CAMEL.search(word):
            parts = list(_unglued(word))
        else:
            parts = [(0, len(word))]
        for first, after in parts:
            piece = word[first:after]
            if _HYPHEN.search(piece) and not piece.islower():
                found.extend((base + first + a, base + first + b) for a, b in _unhyphened(piece))
            else:
                found.append((base + first, base + after))
    return found


@lru_cache(maxsize=_MOST_TEXTS_KEPT)
def word_texts(text: str) -> tuple[str, ...]:
    """The words and signs of a short text, such as a name in a list."""
    return tuple(text[start:end] for start, end in spans_of_words(text, 0, len(text)))


def _unglued(word: str) -> Iterator[Span]:
    cuts = {cut for match in _GLUED.finditer(word) for cut in match.span()} | {0, len(word)}
    small = _SMALL_GLUED.match(word)
    if small and groups_of(small[1], "en") is not None:
        cuts.add(small.end())
    return itertools.pairwise(sorted(cuts))


def _unhyphened(word: str) -> Iterator[Span]:
    """Part "Korea-Japan" and "Soviet-led", whose halves name states; keep "Wei-min" and "Guinea-Bissau"."""
    states = _words_of_states()
    if word in states or not any(part in states for part in _HYPHEN.split(word)):
        yield 0, len(word)
        return
    at = 0
    for match in _HYPHEN.finditer(word):
        yield at, match.start()
        yield match.span()
        at = match.end()
    yield at, len(word)


@cache
def _words_of_states() -> frozenset[str]:
    words = {"Sino", "EU", "Asia", "Africa", "Europe"}
    for name, entry in word_list("en", "states").items():
        words.update((name, *(piece.strip() for part in entry.split("|") for piece in part.split(","))))
    return frozenset(word for word in words if len(word) > 1 and " " not in word)


# Cyrillic letters that look like Latin ones: typed by mistake inside a Latin word ("Сhairman").
_LOOKALIKES = str.maketrans("АВЕКМНОРСТХаеорсухі", "ABEKMHOPCTXaeopcyxi")


def in_one_script(word: str) -> str:
    """The word with Cyrillic lookalikes made Latin, if it has Latin letters too; any other word as it is."""
    if word.isascii() or not any("a" <= letter <= "z" or "A" <= letter <= "Z" for letter in word):
        return word
    return word.translate(_LOOKALIKES)
