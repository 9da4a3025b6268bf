"""Two names parted that the model runs together: bodies and persons, places in places, two bodies joined by "and"."""

from __future__ import annotations

import re

from chancery.reader.gazetteer import Gazetteer
from chancery.reader.naming.short_forms import part_bracket
from chancery.reader.naming.stretch import Line, Stretch
from chancery.reader.naming.vocabulary import WORDS

_OPEN_ENDED = frozenset({"of", "the", "and", "for", "in", "on", "to", "&"})
_POSSESSIVE = frozenset({"'s", "’s"})
_LONGEST_PERSON = 5
_INITIALS = re.compile(r"(?:[A-Z]\.)+")


def parted(line: Line, stretch: Stretch, lists: Gazetteer) -> list[Stretch]:
    """The stretch, or the two or more names that it runs together."""
    bracketed = part_bracket(line, stretch, lists)
    if bracketed != [stretch]:
        return [*parted(line, bracketed[0], lists), *bracketed[1:]]
    for at in range(stretch.first + 1, stretch.after):
        if _is_border(line, stretch, at, lists):
            before = Stretch(stretch.first, at, stretch.type, stretch.rule, stretch.score)
            return [
                *parted(line, before, lists),
                *parted(line, Stretch(at + 1, stretch.after, stretch.type, stretch.rule, stretch.score), lists),
            ]
        if (
            stretch.type == "organisation"
            and line.titled[at] in ("role", "rank")
            and line.words[at] not in ("General", "Staff")
            and _ends_body(line.words[at - 1], lists)
        ):
            return [
                Stretch(stretch.first, at, stretch.type, stretch.rule, stretch.score),
                *_behind_title(line, stretch, at),
            ]
        if stretch.type != "person" and _begins_person(line, stretch, at, lists):
            return [
                Stretch(stretch.first, at, stretch.type, stretch.rule, stretch.score),
                Stretch(at, stretch.after, "person", stretch.rule, stretch.score),
            ]
    half = stretch.size // 2
    if half and line.words[stretch.first : stretch.first + half] == line.words[stretch.first + half : stretch.after]:
        return [Stretch(stretch.first, stretch.first + half, stretch.type, stretch.rule, stretch.score)]  # "SOF SOF"
    if stretch.type == "place":
        return _parted_places(line, stretch, lists)
    if stretch.type == "person":
        return _parted_person(line, stretch, lists)
    return [stretch]


def _ends_body(word: str, lists: Gazetteer) -> bool:
    return word in lists.organisation_heads or word in lists.organisation_words["company"]


def _behind_title(line: Line, stretch: Stretch, at: int) -> list[Stretch]:
    """The person in "Security Council Director Ann Hart", all of which was taken for a body."""
    while at < stretch.after and line.titled[at]:
        at += 1
    rest = line.words[at : stretch.after]
    if 2 <= len(rest) <= _LONGEST_PERSON and all(word[0].isupper() for word in rest):
        return [Stretch(at, stretch.after, "person", stretch.rule, stretch.score)]
    return []


def _joins_two_bodies(line: Line, stretch: Stretch, at: int, lists: Gazetteer) -> bool:
    """Whether "and" or a comma stands between two bodies: "Housing Committee and Roads Committee"."""
    left, right = line.words[stretch.first : at], line.words[at + 1 : stretch.after]
    if right[:1] in (["the"], ["The"]):
        right = right[1:]  # "School of Nursing and the Department of Health"
    fields = lists.organisation_words["policy_fields"]
    if len(left) < 2 or len(right) < 2 or right[0] in lists.organisation_words["company"]:
        return False
    if right[1] == "of" and len(right) > 2 and right[0] in lists.organisation_words["of_bodies"]:
        return True  # "House of Commons and House of Lords"
    if _ends_body(left[-1], lists):
        return _ends_body(right[-1], lists) or (right[1] == "of" and right[0] in lists.organisation_words["of_bodies"])
    # "Federation of Teachers and National Education Association"
    headed = any(left[index + 1] == "of" and _ends_body(left[index], lists) for index in range(len(left) - 1))
    ends = len(right) > 2 and right[-1] in lists.organisation_heads and right[-1] not in fields
    return headed and ends and left[-1].endswith("s") and left[-1] not in fields


def _opens_another(line: Line, stretch: Stretch, at: int, lists: Gazetteer) -> bool:
    """Whether "the" begins another body right behind one: "Ministry of Water the Agency of Lakes"."""
    before, behind = line.words[at - 1], line.words[at + 1 : stretch.after]
    return (
        before[0].isupper()
        and at - stretch.first > 1
        and bool(behind)
        and behind[0][0].isupper()
        and any(_ends_body(word, lists) for word in behind)
    )


def _is_border(line: Line, stretch: Stretch, at: int, lists: Gazetteer) -> bool:
    """Whether the word is no part of either name: a spaced dash, the "'s" of an owner, "of" behind a person."""
    words = line.words
    word = words[at]
    if word in ("-", "–", "—", "•", "|") and word != "|":
        return not any(near in lists.place_words or near in lists.state_of_adjective for near in words[at - 1 : at + 2])
    if stretch.type == "organisation" and word in ("and", ",") and _joins_two_bodies(line, stretch, at, lists):
        return True
    if stretch.type == "organisation" and word == "the" and _opens_another(line, stretch, at, lists):
        return True
    if word in ("The", "At") and words[stretch.first : at] == words[at + 1 : stretch.after]:
        return True  # "About the Seed Club The Seed Club", "... At Seed Club"
    if stretch.type == "person":
        return word == "of" and words[stretch.first] not in WORDS.peers
    if word in _POSSESSIVE and stretch.type == "organisation":
        rest = words[at + 1 : stretch.after]
        if len(rest) < 2 or not rest[0][0].isupper() or not any(w in lists.organisation_heads for w in rest):
            return False
        owner = " ".join(words[stretch.first : at])
        if owner in lists.state_of:
            return not any(w in WORDS.state_organs for w in rest)
        if words[at - 1] in WORDS.owning_people or line.titled[at - 1]:
            return False
        if at == stretch.first + 1 and rest[-1] in WORDS.units and rest[-1] != "Group":
            return True  # "Seedline's Crimes Unit"
        return any(w in lists.organisation_heads for w in words[stretch.first : at])
    return False


def _begins_person(line: Line, stretch: Stretch, at: int, lists: Gazetteer) -> bool:
    """Whether a person begins inside a body: "Ministry of Foreign Affairs Ms. Nila Perin", "Parliament K. Selvar"."""
    words = line.words
    rest = words[at : stretch.after]
    before = words[at - 1]
    if line.titled[at] in ("honorific", "rank") and before[0].isalnum() and len(rest) > 1:
        names = [word for index, word in enumerate(rest) if not line.titled[at + index]]
        return (
            bool(names)
            and names[0][0].isupper()
            and not any(word in lists.organisation_heads or word in _OPEN_ENDED for word in names)
        )
    if not 2 <= len(rest) <= _LONGEST_PERSON or not all(
        word[0].isupper() and word not in lists.organisation_heads for word in rest
    ):
        return False
    if _INITIALS.fullmatch(rest[0]) and stretch.type == "organisation":
        return before[0].isalpha() and "." not in before and len(rest[-1]) > 2
    if at == stretch.first + 1 and before in ("Parliament", "Congress") and not any(_ends_body(w, lists) for w in rest):
        return all(word.isalpha() and not word.isupper() and word not in lists.place_words for word in rest)
    if before in lists.organisation_heads and stands_after_office(line, stretch) and _is_end_of_name(line, stretch):
        return not any(
            word in lists.organisation_words[kind] or word in lists.place_words or not word.isalpha() or word.isupper()
            for word in rest
            for kind in ("company", "policy_fields", "papers", "gatherings", "place_heads", "parts")
        )
    if rest[0] not in lists.given_names or any(
        word in lists.place_words or word in lists.state_of_adjective for word in rest[1:]
    ):
        return False
    if before in lists.place_words and stretch.type == "place":
        match = lists.places.longest(words, stretch.first, stretch.after)
        return match is not None and match[0] == at
    return before in lists.organisation_heads and (len(rest[0]) > 3 or rest[0] in WORDS.short_given_names)


def stands_after_office(line: Line, stretch: Stretch) -> bool:
    """Whether an office that begins with a capital is held in the body: "Chairman of the Tourism Bureau"."""
    at = stretch.first - 1
    if at > 0 and line.words[at] in ("the", "The"):
        at -= 1
    return (
        at > 0
        and line.words[at] in ("of", "to", "for")
        and line.titled[at - 1] == "role"
        and line.words[at - 1][0].isupper()
    )


def _is_end_of_name(line: Line, stretch: Stretch) -> bool:
    return stretch.after >= len(line.words) or not line.words[stretch.after][0].isupper()


def _parted_person(line: Line, stretch: Stretch, lists: Gazetteer) -> list[Stretch]:
    """ "Canada Ann Hart" in a list by countries; a party that begins with a state's name is a body."""
    words = line.words
    place = lists.places.longest(words, stretch.first, stretch.after)
    if (
        stretch.size < 3
        or not place
        or place[1] not in ("state", "regions", "us_states")
        or words[stretch.first] in lists.given_names
    ):
        return [stretch]
    if stretch.after - place[0] < 2:
        return [stretch]
    if words[place[0]] in lists.given_names or line.headline:
        return [
            Stretch(stretch.first, place[0], "place", stretch.rule, stretch.score),
            Stretch(place[0], stretch.after, "person", stretch.rule, stretch.score),
        ]
    return [Stretch(stretch.first, stretch.after, "organisation", stretch.rule, stretch.score)]


def _parted_places(line: Line, stretch: Stretch, lists: Gazetteer) -> list[Stretch]:
    """ "Tokyo, Japan": a place and what it lies in; "Washington, D.C." is one; "US Tariffs" is the US."""
    words = line.words
    if " ".join(line.text(stretch)).replace(" ,", ",") in lists.place_names or words[stretch.first] == "Washington":
        return [stretch]
    for at in range(stretch.first + 1, stretch.after):
        within = (
            at + 1 < stretch.after
            and words[at] == "of"
            and at - stretch.first > 1
            and words[at - 1].casefold() in WORDS.kinds_of_places
            and words[at + 1][0].isupper()  # "Elm Province of Norway"
        )
        if within or (words[at] in (",", "-", "–") and at + 1 < stretch.after):
            rest = Stretch(at + 1, stretch.after, "place", stretch.rule, stretch.score)
            return [
                Stretch(stretch.first, at, "place", stretch.rule, stretch.score),
                *_parted_places(line, rest, lists),
            ]
    last = words[stretch.after - 1]
    kind = lists.place_names.get(last)
    if (
        stretch.size > 1
        and kind in ("us_states", "us_state_short")
        and words[stretch.after - 2] not in WORDS.parts_of_places
    ):
        before = Stretch(stretch.first, stretch.after - 1, "place", stretch.rule, stretch.score)
        return [before, Stretch(stretch.after - 1, stretch.after, "place", stretch.rule, stretch.score)]
    for at in (stretch.first, stretch.first + 1):
        match = lists.places.longest(words, at, stretch.after) if at < stretch.after else None
        if (
            match
            and match[1] == "state"
            and words[match[0] - 1] not in WORDS.parts_of_places
            and last not in lists.organisation_words["place_heads"]
        ) and (at == stretch.first or words[at - 1] == "Former"):
            return [Stretch(at, match[0], "place", stretch.rule, stretch.score)]
    return [stretch]
