"""Short forms of names: declared in a bracket, spelt by the initials."""

from __future__ import annotations

from chancery.reader.gazetteer import Gazetteer
from chancery.reader.naming.stretch import Line, Stretch

DECLARED = "declared short form"
_MOST_WORDS = 4  # of a short form


def bracketed_after(line: Line, stretch: Stretch) -> Stretch | None:
    """The words in a bracket right after a name that may be its declared short form: "Society of Friends (SOF)", "Seed
    International Action Group (Seed IAG)"."""
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
    after = first + 1
    while after < min(len(words), first + _MOST_WORDS) and words[after][0].isupper():
        after += 1
    end = after
    while end < len(words) and words[end] in ('"', "”", "’", "'"):
        end += 1
    if end >= len(words) or words[end] not in (")", "]", ",", ";") or not words[first][0].isalpha():
        return None
    return Stretch(first, after, stretch.type, DECLARED)


def part_bracket(line: Line, stretch: Stretch, lists: Gazetteer) -> list[Stretch]:
    """A body that the model runs together with the bracket behind it: "Seed Action Group (Seed AG". The bracket is a
    name of its own if it may be a short form; a bracket within the name stays: "Seed Trade (Oslo) Ltd"."""
    words = line.words
    at = next((i for i in range(stretch.first + 1, stretch.after) if words[i] == "("), None)
    if stretch.type != "organisation" or at is None:
        return [stretch]
    end = next((i for i in range(at + 1, min(len(words), at + 2 + _MOST_WORDS)) if words[i] == ")"), None)
    if end is None or end + 1 < stretch.after:
        return [stretch]
    name = Stretch(stretch.first, at, stretch.type, stretch.rule, stretch.score)
    short = tuple(words[at + 1 : end])
    if not short or not may_be_short_form(short, line.text(name), lists):
        return [name]
    return [name, Stretch(at + 1, end, stretch.type, DECLARED, stretch.score)]


def may_be_short_form(short: tuple[str, ...], name: tuple[str, ...], lists: Gazetteer) -> bool:
    """Whether bracketed words can be a short form at all: capitals or initials of the name; "(UK)" is a place."""
    if len(short) > 1:
        return abbreviates(short, name)
    word = short[0]
    capitals = sum(map(str.isupper, word))
    if is_spelt_by(word, name) or follows_initials(word, name):
        return True
    return capitals >= 2 and len(word) <= 12 and word not in lists.place_names and len(name) > 1


def abbreviates(short: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether several words stand for a name: they share words with it, and one word more spells the rest of it, all or
    the last of it: "Seed IAG" for "Council of the Seed International Action Group"."""
    shared = {word for word in short if word in name}
    spelt = [word for word in short if word not in shared]
    if len(short) < 2 or not shared:
        return False
    first = min(name.index(word) for word in shared)
    rest = tuple(word for word in name[first:] if word not in shared)
    return not spelt or (len(spelt) == 1 and is_spelt_by(spelt[0], rest))


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
