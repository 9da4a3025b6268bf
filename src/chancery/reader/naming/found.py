"""Names that rules find or widen where the model falls short: listed places, people after titles, ministries of several fields."""

from __future__ import annotations

from chancery.reader.gazetteer import Gazetteer
from chancery.reader.naming.stretch import Line, Stretch

_SURE_KINDS = frozenset({"state", "regions", "us_states"})
_UNSURE = frozenset({"Washington", "Virginia", "DC", "D.C."})
_OF_FIELDS = frozenset({"Ministry", "Department", "Ministries", "Directorate", "Division", "Committee", "Subcommittee", "Commission", "Office"})
_PARTICLES = frozenset("de da do dos del della di van von der den ter la le el al bin ibn".split())
_MOST_FIELDS = 6
_MOST_WORDS_OF_FIELD = 5
_MOST_WORDS_OF_NAME = 5


def add_listed_places(line: Line, lists: Gazetteer) -> None:
    """States and regions of the lists, wherever no name covers them."""
    taken = line.taken()
    size = len(line.words)
    index = 0
    while index < size:
        if not taken[index] and line.words[index] in lists.place_words:
            match = lists.places.longest(line.words, index, size)
            if match and match[1] in _SURE_KINDS and line.words[index] not in _UNSURE and not any(taken[index : match[0]]) and _stands_alone(line, index, match[0]):
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
            word in lists.organisation_heads or word in lists.place_words or word in lists.state_of_adjective or word in lists.organisation_words["policy_fields"]
            for word in words
        ):
            line.add(Stretch(index, end, "person", "title before capitals"))


def _may_be_of_person(word: str) -> bool:
    return word[0].isupper() and (len(word) == 1 or "." in word or not word.isupper())


def add_people_by_place(line: Line, lists: Gazetteer) -> None:
    """The person of a roll by places: a line that is just "Canada Ernie Boyko", or "Europe: Coor van der Meer"."""
    words = line.words
    first = next((at for at, word in enumerate(words) if word[0].isalnum()), len(words))
    place = lists.places.longest(words, first, len(words)) if first < len(words) else None
    if place is None or place[1] not in ("state", "regions", "us_states", "cities"):
        return
    begin = next((at for at in range(place[0], len(words)) if words[at][0].isalnum()), len(words))
    rest = words[begin:]
    if not 2 <= len(rest) <= _MOST_WORDS_OF_NAME or not (rest[0][0].isupper() and rest[-1][0].isupper()) or any(line.titled[begin:]):
        return
    bodies = lists.organisation_words
    if all(_may_be_of_person(word) or word in _PARTICLES for word in rest) and not any(
        word in bodies[kind] for word in rest for kind in ("heads", "company", "policy_fields", "papers", "gatherings", "place_heads")
    ):
        line.add(Stretch(first, place[0], "place", "roll by places"))
        line.add(Stretch(begin, len(words), "person", "roll by places"))


def widen_over_fields(line: Line, lists: Gazetteer) -> None:
    """ "Ministry of Trade, Industry and Resources" as one name, where the model ends it after the first field."""
    for stretch in list(line.stretches):
        words = line.text(stretch)
        if stretch.type != "organisation" or not any(word in _OF_FIELDS for word in words) or words[-1] not in lists.organisation_words["policy_fields"]:
            continue
        end = _end_of_fields(line, stretch.after, lists)
        if end > stretch.after:
            line.add(Stretch(stretch.first, end, "organisation", "fields of a ministry"))


def _end_of_fields(line: Line, at: int, lists: Gazetteer) -> int:
    """Where the enumeration of fields ends that goes on at this word, or the same place where none does."""
    words = line.words
    size = len(words)
    begin = at
    for _ in range(_MOST_FIELDS):
        last = False
        if at < size and words[at] == ",":
            at += 1
        if at < size and words[at] in ("and", "&"):
            at += 1
            last = True
        first = at
        while at < size and at - first < _MOST_WORDS_OF_FIELD and (words[at][0].isupper() or (words[at] in ("and", "of", "&") and at > first and last)):
            if words[at] in ("and", "of", "&") and not (at + 1 < size and words[at + 1] in lists.organisation_words["policy_fields"]):
                break
            at += 1
        field = words[first:at]
        if not field or any(line.titled[first:at]) or not any(word in lists.organisation_words["policy_fields"] for word in field):
            return begin
        if any(word in lists.organisation_heads and word not in lists.organisation_words["policy_fields"] for word in field):
            return begin
        if last:
            return at
    return begin


def bracketed_after(line: Line, stretch: Stretch) -> Stretch | None:
    """The one word in a bracket right after a name that may be its declared short form: "Society of Friends (SOF)"."""
    words = line.words
    at = stretch.after
    if at < len(words) and words[at] in ("'s", "’s"):
        at += 1
    if at >= len(words) or words[at] not in ("(", "["):
        return None
    first = at + 1
    while first < len(words) and words[first] in ('"', "“", "‘", "'", "the", "or", "hereafter", "hereinafter", ",", "-", "–"):
        first += 1
    end = first + 1
    while end < len(words) and words[end] in ('"', "”", "’", "'"):
        end += 1
    if end >= len(words) or words[end] not in (")", "]", ",", ";") or not words[first][0].isalpha():
        return None
    return Stretch(first, first + 1, stretch.type, "declared short form")


def may_be_short_form(word: str, name: tuple[str, ...], lists: Gazetteer) -> bool:
    """Whether a bracketed word can be a short form at all: capitals, or the initials of the name; "(UK)" after a name is a place."""
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
