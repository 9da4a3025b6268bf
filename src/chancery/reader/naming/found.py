"""Names that rules find where the model is silent: listed places, people after titles, rolls by places."""

from __future__ import annotations

from chancery.reader.gazetteer import Gazetteer
from chancery.reader.naming.stretch import Line, Stretch
from chancery.reader.naming.vocabulary import WORDS

_SURE_KINDS = frozenset({"state", "regions", "us_states"})
_CITIES = frozenset({"cities", "capital"})  # sure where their name has more than one word
_UNSURE = frozenset({"Washington", "Virginia", "DC", "D.C."})
_MOST_WORDS_OF_NAME = 5


def add_listed_places(line: Line, lists: Gazetteer) -> None:
    """States and regions of the lists, wherever no name covers them."""
    taken = line.taken()
    size = len(line.words)
    index = 0
    while index < size:
        if not taken[index] and line.words[index] in lists.place_words:
            match = lists.places.longest(line.words, index, size)
            if (
                match
                and (match[1] in _SURE_KINDS or (match[1] in _CITIES and match[0] > index + 1))
                and line.words[index] not in _UNSURE
                and not any(taken[index : match[0]])
                and _stands_alone(line, index, match[0])
            ):
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
    """Two or more capitalised words right after a title that no name covers; after an honorific one is enough."""
    if line.headline:
        return
    taken = line.taken()
    size = len(line.words)
    for index in range(1, size):
        if taken[index] or not line.titled[index - 1] or line.titled[index] or not line.words[index - 1][0].isupper():
            continue
        end = index
        while end < size and not taken[end] and not line.titled[end] and _may_be_of_person(line.words[end]):
            end += 1
        words = line.words[index:end]
        least = 1 if line.titled[index - 1] == "honorific" else 2
        if least <= len(words) <= _MOST_WORDS_OF_NAME and not any(
            word in lists.organisation_heads
            or word in lists.place_words
            or word in lists.state_of_adjective
            or word in lists.organisation_words["policy_fields"]
            for word in words
        ):
            line.add(Stretch(index, end, "person", "title before capitals"))


def _may_be_of_person(word: str) -> bool:
    return word[0].isupper() and (len(word) == 1 or "." in word or not word.isupper())


def add_people_by_place(line: Line, lists: Gazetteer) -> None:
    """The person of a roll by places: a line that is just "Canada Ann Hart", or "Europe: Jan van der Berg"."""
    words = line.words
    first = next((at for at, word in enumerate(words) if word[0].isalnum()), len(words))
    place = lists.places.longest(words, first, len(words)) if first < len(words) else None
    if place is None or place[1] not in ("state", "regions", "us_states", "cities"):
        return
    begin = next((at for at in range(place[0], len(words)) if words[at][0].isalnum()), len(words))
    rest = words[begin:]
    if (
        not 2 <= len(rest) <= _MOST_WORDS_OF_NAME
        or not (rest[0][0].isupper() and rest[-1][0].isupper())
        or any(line.titled[begin:])
    ):
        return
    bodies = lists.organisation_words
    if all(_may_be_of_person(word) or word in WORDS.particles for word in rest) and not any(
        word in bodies[kind]
        for word in rest
        for kind in ("heads", "company", "policy_fields", "papers", "gatherings", "place_heads")
    ):
        line.add(Stretch(first, place[0], "place", "roll by places"))
        line.add(Stretch(begin, len(words), "person", "roll by places"))
