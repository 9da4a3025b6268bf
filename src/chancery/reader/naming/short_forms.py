"""Short forms of names: declared in a bracket, spelt by the initials."""

from __future__ import annotations

from chancery.reader.gazetteer import Gazetteer
from chancery.reader.naming.stretch import Line, Stretch


def bracketed_after(line: Line, stretch: Stretch) -> Stretch | None:
    """The one word in a bracket right after a name that may be its declared short form: "Society of Friends (SOF)"."""
    words = line.words
    at = stretch.after
    if at < len(words) and words[at] in ("'s", "’s"):
        at += 1
    if at >= len(words) or words[at] not in ("(", "["):
        return None
    first = at + 1
    while first < len(words) and words[first] in (
        '"',
        "“",
        "‘",
        "'",
        "the",
        "or",
        "hereafter",
        "hereinafter",
        ",",
        "-",
        "–",
    ):
        first += 1
    end = first + 1
    while end < len(words) and words[end] in ('"', "”", "’", "'"):
        end += 1
    if end >= len(words) or words[end] not in (")", "]", ",", ";") or not words[first][0].isalpha():
        return None
    return Stretch(first, first + 1, stretch.type, "declared short form")


def may_be_short_form(word: str, name: tuple[str, ...], lists: Gazetteer) -> bool:
    """Whether a bracketed word can be a short form at all: capitals or initials of the name; "(UK)" is a place."""
    capitals = sum(map(str.isupper, word))
    if is_spelt_by(word, name) or follows_initials(word, name):
        return True
    return capitals >= 2 and len(word) <= 12 and word not in lists.place_names and len(name) > 1


def is_spelt_by(word: str, name: tuple[str, ...]) -> bool:
    """Whether the letters of the word are just the first letters of the name's words, small ones counted or not."""
    letters = "".join(letter for letter in word if letter.isalpha()).casefold()
    parts = [part for token in name for part in token.replace("’", "'").split("-") if part[:1].isalpha()]
    if len(letters) < 2 or len(parts) < 2:
        return False
    every = "".join(part[0] for part in parts).casefold()
    return letters in ("".join(part[0] for part in parts if part[0].isupper()).casefold(), every)


def follows_initials(word: str, name: tuple[str, ...]) -> bool:
    """Whether the capitals of the word follow the initials of the name's words, all but one at least."""
    letters = [letter.casefold() for letter in word if letter.isupper()]
    initials = [part[0].casefold() for token in name for part in token.split("-") if part[:1].isalpha()]
    if len(letters) < 2 or len(name) < 2 or not initials or letters[0] != initials[0]:
        return False
    at = hit = 0
    for letter in letters:
        if letter in initials[at:]:
            at = initials.index(letter, at) + 1
            hit += 1
    return hit == len(letters) or (len(letters) > 3 and hit >= len(letters) - 1)
