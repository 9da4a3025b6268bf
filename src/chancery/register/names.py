"""Names as they are compared: case, spaces, punctuation, accents, script and forms of address folded away."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib import resources
from typing import Any

import regex
import yaml
from anyascii import anyascii

from chancery.terms.claims import EntityType

_APOSTROPHES = regex.compile(r"['’‘ʼ`´]")
_TWO_LETTERS = {("h", "e"), ("h", "h"), ("h", "m")}  # "H.E.", "H.H.", "H.M."
_NOT_WORD = regex.compile(r"[\W_]+")


@cache
def word_lists() -> dict[str, Any]:
    """The lists of `words.yaml`."""
    lists: dict[str, Any] = yaml.safe_load(resources.files(__package__).joinpath("words.yaml").read_text("utf-8"))
    return lists


@cache
def _folded_list(name: str) -> frozenset[str]:
    return frozenset(anyascii(word).casefold() for word in word_lists()[name])


@lru_cache(maxsize=65536)
def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text in lower-case Latin letters; "the" left out. "L'Étoile, The" gives ("letoile",)."""
    plain = anyascii(_APOSTROPHES.sub("", unicodedata.normalize("NFKC", text))).casefold()
    return tuple(word for word in _NOT_WORD.split(_APOSTROPHES.sub("", plain)) if word and word != "the")


def folded_name(name: str, kind: EntityType) -> tuple[str, ...]:
    """The words by which the name is compared; of a person's name, forms of address are no part."""
    words = folded_words(name)
    if kind != "person":
        return words
    if words[:2] in _TWO_LETTERS and len(words) > 3:
        words = words[2:]
    bare = tuple(word for word in words if word not in _folded_list("honorifics"))
    return bare or words


def is_full_name(words: tuple[str, ...]) -> bool:
    """Whether a person's folded name has two words at least that are no initials."""
    return sum(len(word) > 1 for word in words) >= 2


def is_general(words: tuple[str, ...]) -> bool:
    """Whether a body's folded name has only words that many bodies bear ("Economic Committee")."""
    return all(word in _folded_list("general_body_words") or word.isdecimal() for word in words)


def is_abroad_somewhere(words: tuple[str, ...]) -> bool:
    """Whether a body's folded name is of one that stands abroad, and does not say where ("Embassy of Japan")."""
    text = f" {' '.join(words)} "
    abroad = any(f" {kind} " in text for kind in _folded_list("bodies_abroad"))
    return abroad and not any(word in words[1:-1] for word in ("in", "at", "to"))


@cache
def _opposites() -> dict[str, str]:
    return {form: word for word, other in word_lists()["opposite_words"].items() for form in (word, other)}


def opposite_words(words: tuple[str, ...]) -> frozenset[str]:
    """The words of a folded name that have an opposite, in one form: "north", "upper"."""
    return frozenset(_opposites()[word] for word in words if word in _opposites())
