"""Names that rules find where the model is silent: listed places, people after titles, declared short forms."""

from __future__ import annotations

from chancery.reader.gazetteer import Gazetteer
from chancery.reader.naming.stretch import Line, Stretch

_PLACE_KINDS = frozenset({"state", "regions", "capital", "us_states", "cities"})
_SURE_KINDS = frozenset({"state", "regions"})


def add_listed_places(line: Line, lists: Gazetteer) -> None:
    """States and regions of the lists, wherever no name covers them."""
    taken = line.taken()
    size = len(line.words)
    index = 0
    while index < size:
        word = line.words[index]
        if word in lists.place_words and not taken[index]:
            match = lists.places.longest(line.words, index, size)
            if match and match[1] in _SURE_KINDS and not any(taken[index : match[0]]) and _stands_alone(line, index, match[0]):
                line.add(Stretch(index, match[0], "place", "list of places"))
                index = match[0]
                continue
        index += 1


def _stands_alone(line: Line, first: int, after: int) -> bool:
    """Whether the words beside it are no capitalised words, with which it may form another name."""
    if line.headline:
        return True
    before = line.words[first - 1] if first else ""
    behind = line.words[after] if after < len(line.words) else ""
    return not (behind[:1].isupper() and not line.titled[after]) and not (before[:1].isupper() and first > 1)


def add_titled_people(line: Line, lists: Gazetteer) -> None:
    """Two or more capitalised words right after a title or an honorific that no name covers."""
    taken = line.taken()
    size = len(line.words)
    for index in range(1, size - 1):
        if taken[index] or not line.titled[index - 1] or line.titled[index] or not line.words[index - 1][0].isupper():
            continue
        end = index
        while end < size and _may_be_name(line.words[end]) and not taken[end] and not line.titled[end]:
            end += 1
        words = line.words[index:end]
        least = 1 if line.titled[index - 1] == "honorific" else 2
        if least <= end - index <= 5 and not line.headline and not any(
            word in lists.organisation_heads or word in lists.place_words or word in lists.state_of_adjective for word in words
        ):
            line.add(Stretch(index, end, "person", "title before capitals"))


def _may_be_name(word: str) -> bool:
    return word[0].isupper() and ((len(word) == 2 and word[1] == ".") or not word.isupper() or len(word) == 1)


def short_form_after(line: Line, stretch: Stretch) -> Stretch | None:
    """The short form that a bracket right after a name declares: "Society of Friends (SOF)"."""
    at = stretch.after
    words = line.words
    if at < len(words) and words[at] in ("'s", "’s"):
        at += 1
    if at + 1 >= len(words) or words[at] not in ("(", "["):
        return None
    end = at + 1
    while end < len(words) and words[end] not in (")", "]") and end - at <= 4:
        end += 1
    if end >= len(words) or words[end] not in (")", "]") or end == at + 1:
        return None
    first = at + 1
    while first < end and words[first] in ('"', "“", "‘", "'", "the", "or", "hereafter", "hereinafter", ","):
        first += 1
    while end > first and words[end - 1] in ('"', "”", "’", "'"):
        end -= 1
    inside = words[first:end]
    if not 1 <= len(inside) <= 3 or not all(word[0].isupper() or word in ("-", "&") for word in inside):
        return None
    if len(inside) == 1 and not is_short_form(inside[0], line.text(stretch)):
        return None
    return Stretch(first, end, stretch.type, "declared short form") if len(inside) == 1 else None


def is_short_form(word: str, name: tuple[str, ...]) -> bool:
    """Whether a word may be a short form of a name: its letters are initials of the name's words, most in order."""
    letters = [letter.casefold() for letter in word if letter.isupper()]
    if len(letters) < 2:
        return False
    initials = [part[0].casefold() for token in name for part in token.split("-") if part[:1].isalpha()]
    at = 0
    hit = 0
    for letter in letters:
        if letter in initials[at:]:
            at = initials.index(letter, at) + 1
            hit += 1
    return hit >= max(2, len(letters) - 1) and (len(letters) > 2 or hit == len(letters))
