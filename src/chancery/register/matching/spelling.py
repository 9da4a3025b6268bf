"""Words of any script in Latin letters, and the sounds that a Latin word may stand for.

One name is spelt by many schemes: "Щербаков" is Shcherbakov in English, Schtscherbakow in German, Chtcherbakov in
French, Szczerbakow in Polish. A scheme of `tables/schemes.yaml` turns the letters of its language into one alphabet of
sounds; two words are transliterations of each other if a sound of the one is a sound of the other.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

import regex
from anyascii import anyascii

from chancery.register.matching.tables import table

_APOSTROPHES = regex.compile(r"['’‘ʼ`´ʹʻʽʾʿˈ\u200b-\u200f\u00ad\u2060\ufeff]")
_DOTTED = regex.compile(r"\b(?:\p{L}\.\s?){2,}(?:\p{L}\b)?(?!\p{L})")
_WORD = regex.compile(r"\p{Han}|[\p{L}\p{M}\p{N}]+\.?")
_HANGUL = regex.compile(r"\p{Hangul}")
_HAN = regex.compile(r"\p{Han}")
_ABJAD = regex.compile(r"[\p{Arabic}\p{Hebrew}]")
_LATIN_NOISE = regex.compile(r"[^a-z0-9]")
_DOUBLE = regex.compile(r"([a-zA-Z])\1+")
_REPEATED = regex.compile(r"([a-zA-Z-])\1+")
_FIGURE = regex.compile(r"(?<=\p{L})[0134578@$](?=\p{L})|(?<=\b)[0@$](?=\p{L}{2})")
_MISREAD = str.maketrans("0134578@$", "oleastbas")  # figures that scanners and jokers put for letters
_INSIDE = regex.compile(r"(?<=\p{L})[*_#~^|\\](?=\p{L})")
LONGEST = 400  # letters of a name that are looked at; the longest of the bench has 190

Spelt = tuple[str, str, str]  # the word in Latin letters, lower case; as written; its script: latin, han, abjad, other


def clean(name: str) -> str:
    """The name's letters as compared: compatibility forms folded, apostrophes and invisible marks gone, figures
    inside a word read as letters ("0lsen", "Mar1a"), cut if huge."""
    text = str(_APOSTROPHES.sub("", unicodedata.normalize("NFKC", name[: 4 * LONGEST])))[:LONGEST]
    text = str(_FIGURE.sub(lambda figure: figure.group().translate(_MISREAD), text))
    return str(_INSIDE.sub("", text))


@lru_cache(maxsize=65536)
def spelt(text: str) -> tuple[Spelt, ...]:
    """The words of a cleaned text. A Han character and a Hangul syllable are words of their own."""
    words: list[Spelt] = []
    for raw in _WORD.findall(text):
        if _HANGUL.match(raw):
            words += [(_hangul(syllable), syllable, "hangul") for syllable in raw if _HANGUL.match(syllable)]
            continue
        latin = _LATIN_NOISE.sub("", anyascii(raw).casefold())
        if latin:
            words.append((latin, raw, _script(raw)))
    return tuple(words)


def _script(raw: str) -> str:
    if raw.isascii():
        return "latin"
    if _HAN.match(raw):
        return "han"
    return "abjad" if _ABJAD.match(raw) else "other"


def _hangul(syllable: str) -> str:
    """A Hangul syllable by the Revised Romanization, letter for letter ("정" is "jeong")."""
    code = ord(syllable) - 0xAC00
    if not 0 <= code < 11172:
        return str(_LATIN_NOISE.sub("", anyascii(syllable).casefold()))
    letters = table("korean")
    first, middle, last = code // 588, code % 588 // 28, code % 28
    return str(letters["initials"][first] + letters["vowels"][middle] + letters["finals"][last])


@cache
def _schemes() -> tuple[tuple[tuple[regex.Pattern[str], str], ...], ...]:
    lists = table("schemes")
    after = [(regex.compile(find), put) for find, put in lists["after"]]
    return tuple(
        (*((regex.compile(find), put) for find, put in lists["schemes"][name]), *after) for name in lists["schemes"]
    )


@lru_cache(maxsize=65536)
def sounds(word: str) -> frozenset[str]:
    """The sounds that a lower-case Latin word may stand for, one for each scheme, fewer where schemes agree."""
    heard = set()
    for rules in _schemes():
        sound = word
        for find, put in rules:
            sound = find.sub(put, sound)
        heard.add(_DOUBLE.sub(r"\1", sound))
    return frozenset(heard - {""})


@cache
def _consonant_rules() -> tuple[tuple[regex.Pattern[str], str], ...]:
    return tuple((regex.compile(find), put) for find, put in table("schemes")["consonants"])


@lru_cache(maxsize=65536)
def consonants(word: str) -> str:
    """The consonants of a Latin word in the coarsest classes: what scripts without vowels, and bad spelling, leave."""
    bare = word
    for find, put in _consonant_rules():
        bare = find.sub(put, bare)
    return str(_DOUBLE.sub(r"\1", bare))


@lru_cache(maxsize=65536)
def frame(word: str) -> str:
    """The consonants of a Latin word as `consonants` gives them, and where vowels stand between them: "Persia" is
    "b-rs-", "Prussia" is "br-s-"."""
    marked = word
    for find, put in _consonant_rules():
        marked = find.sub(put or "-", marked)
    return str(_REPEATED.sub(r"\1", marked))


def undotted(text: str) -> str:
    """The text with "J.P." and "L. L. C." written as "JP" and "LLC"."""
    return str(_DOTTED.sub(lambda found: regex.sub(r"[.\s]", "", found.group()) + " ", text))
