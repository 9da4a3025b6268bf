"""Repairs of single stretches: edges cleaned, two names parted that stand side by side, types that their words contradict."""

from __future__ import annotations

from chancery.reader.gazetteer import Gazetteer
from chancery.reader.naming.inner import STATE_ORGANS
from chancery.reader.naming.stretch import Line, Stretch

_EDGE_SIGNS = frozenset(".,;:!?\"“”'’‘`*_#()[]{}|/\\-–—•@+")
_ARTICLES = frozenset({"the", "a", "an", "The", "A", "An"})
_AFTER_NAMES = frozenset({"MP", "MPs", "PhD", "Ph.", "Ph.D.", "Ed.D.", "M.D.", "J.D.", "MBA", "Dr.", "Esq", "CBE", "OBE", "KC", "QC"})
_OPEN_ENDED = frozenset({"of", "the", "and", "for", "in", "on", "to", "&"})
_POSSESSIVE = frozenset({"'s", "’s"})
_LONGEST_PERSON = 5
_NO_BODIES = frozenset(
    "Day Ceremony Exhibition Idea Declaration Agreement Treaty Convention Protocol Act Bill Award Awards Medal Prize Week Month Anniversary War Revolution Plan Strategy "
    "Programme Report Constitution Resolution Memorandum Invitation Doctorate Degree Peoples Policy Tariffs Visa Championship Championships Cup Era".split()
)
_NO_NAMES = frozenset("Company Group Hospital God Lord Comrade Comrades Mr Mrs Ms Province State".split())
_SHORT_GIVEN = frozenset("Kim Lee Ann Bob Dan Jim Joe Ken Tom Tim Ian Max Ben Sam Amy Eva Jan Per Udo".split())
_PARTS_OF_PLACES = frozenset(
    "North South East West Northern Southern Eastern Western Central New Upper Lower Greater Upstate of the Northeast Northwest Southeast Southwest Rural Mainland Inner Outer".split()
)
_BODIES_AT_PLACES = frozenset("University College School Church Hospital Institute Academy Bank Company Association Ministry Bookshop Commissioners Federation Party".split())
_DIRECTIONS = frozenset("North South East West Northern Southern Eastern Western Central".split())
_PEERS = frozenset({"Lord", "Baroness", "Lady", "Viscount", "Earl", "Duke", "Duchess"})
_PEOPLE_OWNING = frozenset("People Workers Peoples Women Children Soldiers Teachers Men King Queen President Nurses".split())


def repair(line: Line, lists: Gazetteer) -> None:
    """Every stretch of a line with clean edges, and those parted that hold two names; what is no name goes."""
    parted = [piece for stretch in line.stretches for piece in _parted(line, stretch, lists)]
    kept: list[Stretch] = []
    for stretch in parted:
        _trim(line, stretch)
        words = line.text(stretch)
        if not any(word[0].isalnum() for word in words) or _is_adjective(words, lists) or _is_office(line, stretch, lists):
            continue
        if stretch.type == "organisation" and len(words) > 1 and words[-1] in _NO_BODIES and not any(word in lists.organisation_heads for word in words):
            continue
        if stretch.type == "organisation" and _is_title(line, stretch):
            continue
        if len(words) == 1 and (words[0] in _NO_NAMES or (stretch.type == "place" and (words[0] in lists.organisation_words["place_heads"] or words[0] in _DIRECTIONS))):
            continue
        if stretch.type == "place" and _marks_party(line, stretch, kept):
            continue
        _retype(stretch, words, lists)
        kept.append(stretch)
    line.stretches = kept


def _is_adjective(words: tuple[str, ...], lists: Gazetteer) -> bool:
    """ "Chinese", "North Koreans": a people or a language, which is no entity."""
    if " ".join(words) in lists.state_of_adjective or all(word in lists.state_of_adjective for word in words):
        return True
    return len(words) > 1 and words[-1] in lists.state_of_adjective and words[-1].endswith("s") and not words[-1].endswith("ss")


def _is_title(line: Line, stretch: Stretch) -> bool:
    """ "Auditor General", "Vice-Minister for Foreign Affairs": an office, with or without its field."""
    titled = line.titled[stretch.first : stretch.after]
    if all(titled):
        return True
    end = next(at for at, kind in enumerate(titled) if not kind)
    return end > 0 and "role" in titled[:end] and line.words[stretch.first + end] in ("of", "for")


def _marks_party(line: Line, stretch: Stretch, kept: list[Stretch]) -> bool:
    """The state in "Labour Party (UK)", which only tells the party from others of its name."""
    first, after = stretch.first, stretch.after
    return (
        bool(kept)
        and kept[-1].type == "organisation"
        and kept[-1].after == first - 1
        and line.words[first - 1] == "("
        and line.words[after : after + 1] == [")"]
    )


def _is_office(line: Line, stretch: Stretch, lists: Gazetteer) -> bool:
    """The field in "Minister of Industry and Commerce", "Deputy Secretary of State for Management"; the tail "Co. Ltd." alone."""
    words = line.text(stretch)
    company = lists.organisation_words["company"]
    if all(word in company or word == "C.C." for word in words) and stretch.type == "organisation" and words[0][-1] == ".":
        return True
    if stretch.type != "organisation" or stretch.first < 2 or line.words[stretch.first - 1] not in ("of", "for") or not line.titled[stretch.first - 2]:
        return False
    fields = lists.organisation_words["policy_fields"]
    return (words[0] in fields or words[0] == "State") and (words[-1] in fields or words[-1] not in lists.organisation_heads)


def _trim(line: Line, stretch: Stretch) -> None:
    while stretch.size:
        words = line.text(stretch)
        first, last = words[0], words[-1]
        if (
            first in _EDGE_SIGNS
            or (first in _ARTICLES and not (first in ("An", "A") and stretch.type == "person"))
            or first in _POSSESSIVE
            or (stretch.type == "organisation" and stretch.size > 1 and first.islower() and len(first) > 3 and first.isalpha())
            or (stretch.type == "person" and stretch.size > 1 and (line.titled[stretch.first] or first in ("T.H.", "H.E.", "HE")))
        ):
            stretch.first += 1
        elif (
            (last in _EDGE_SIGNS and not (last == ")" and "(" in words) and not (last == "+" and stretch.size > 1))
            or last in _POSSESSIVE
            or last in _OPEN_ENDED
            or (stretch.type == "person" and stretch.size > 1 and last in _AFTER_NAMES)
        ):
            stretch.after -= 1
        else:
            return


def _retype(stretch: Stretch, words: tuple[str, ...], lists: Gazetteer) -> None:
    if stretch.type == "person" and stretch.size > 1 and words[-1] in lists.organisation_heads and words[-1] not in lists.given_names:
        stretch.type = "organisation"
    elif stretch.type == "organisation" and _is_person(words, lists):
        stretch.type = "person"
    elif stretch.type == "place" and stretch.size > 1 and words[-1] in _BODIES_AT_PLACES:
        stretch.type = "organisation"
    elif stretch.type != "place" and (" ".join(words) in lists.state_of or _is_place_in_capitals(words, lists)):
        stretch.type = "place"


def _is_person(words: tuple[str, ...], lists: Gazetteer) -> bool:
    """A given name and one or two more words that belong to no body's name."""
    if not 2 <= len(words) <= 3 or words[0] not in lists.given_names or len(words[0]) < 4 or not words[-1].isalpha():
        return False
    bodies = lists.organisation_words
    return all(
        word.isalpha() and word[0].isupper() and not word.isupper() and word not in lists.place_words
        and not any(word in bodies[kind] for kind in ("heads", "company", "policy_fields", "parts", "place_heads", "papers", "gatherings"))
        for word in words
    )  # fmt: skip


def _is_place_in_capitals(words: tuple[str, ...], lists: Gazetteer) -> bool:
    """ "SOUTH KOREA", "VANCOUVER", as headings and datelines write them."""
    text = " ".join(words)
    return text.isupper() and len(text) > 4 and " ".join(word.capitalize() for word in words) in lists.place_names


def _parted(line: Line, stretch: Stretch, lists: Gazetteer) -> list[Stretch]:
    """The stretch, or the two or more names that it runs together."""
    for at in range(stretch.first + 1, stretch.after):
        if _is_border(line, stretch, at, lists):
            before = Stretch(stretch.first, at, stretch.type, stretch.rule, stretch.score)
            return [*_parted(line, before, lists), *_parted(line, Stretch(at + 1, stretch.after, stretch.type, stretch.rule, stretch.score), lists)]
        if stretch.type == "organisation" and line.titled[at] in ("role", "rank") and line.words[at] not in ("General", "Staff") and _ends_body(line.words[at - 1], lists):
            return [Stretch(stretch.first, at, stretch.type, stretch.rule, stretch.score), *_behind_title(line, stretch, at)]
        if stretch.type != "person" and _begins_person(line, stretch, at, lists):
            return [Stretch(stretch.first, at, stretch.type, stretch.rule, stretch.score), Stretch(at, stretch.after, "person", stretch.rule, stretch.score)]
    if stretch.type == "place":
        return _parted_places(line, stretch, lists)
    if stretch.type == "person":
        return _parted_person(line, stretch, lists)
    return [stretch]


def _ends_body(word: str, lists: Gazetteer) -> bool:
    return word in lists.organisation_heads or word in lists.organisation_words["company"]


def _behind_title(line: Line, stretch: Stretch, at: int) -> list[Stretch]:
    """The person in "National Security Council Director Brendan Kelly", all of which was taken for a body."""
    while at < stretch.after and line.titled[at]:
        at += 1
    rest = line.words[at : stretch.after]
    if 2 <= len(rest) <= _LONGEST_PERSON and all(word[0].isupper() for word in rest):
        return [Stretch(at, stretch.after, "person", stretch.rule, stretch.score)]
    return []


def _joins_two_bodies(line: Line, stretch: Stretch, at: int, lists: Gazetteer) -> bool:
    """Whether "and" or a comma stands between two bodies: "Procurement Committee and Pension Committee"."""
    left, right = line.words[stretch.first : at], line.words[at + 1 : stretch.after]
    if len(left) < 2 or len(right) < 2 or not _ends_body(left[-1], lists) or right[0] in lists.organisation_words["company"]:
        return False
    return _ends_body(right[-1], lists) or (right[1] == "of" and right[0] in lists.organisation_words["of_bodies"])


def _is_border(line: Line, stretch: Stretch, at: int, lists: Gazetteer) -> bool:
    """Whether the word is no part of either name: a spaced dash, the "'s" of an owner, "of" behind a person."""
    words = line.words
    word = words[at]
    if word in ("-", "–", "—", "•", "|") and word != "|":
        return not any(near in lists.place_words or near in lists.state_of_adjective for near in words[at - 1 : at + 2])
    if stretch.type == "organisation" and word in ("and", ",") and _joins_two_bodies(line, stretch, at, lists):
        return True
    if stretch.type == "person":
        return word == "of" and words[stretch.first] not in _PEERS
    if word in _POSSESSIVE and stretch.type == "organisation":
        rest = words[at + 1 : stretch.after]
        if len(rest) < 2 or not rest[0][0].isupper() or not any(w in lists.organisation_heads for w in rest):
            return False
        owner = " ".join(words[stretch.first : at])
        if owner in lists.state_of:
            return not any(w in STATE_ORGANS for w in rest)
        return any(w in lists.organisation_heads for w in words[stretch.first : at - 1 + 1]) and words[at - 1] not in _PEOPLE_OWNING
    return False


def _begins_person(line: Line, stretch: Stretch, at: int, lists: Gazetteer) -> bool:
    """Whether a person's name begins inside a body's: "Ministry of Foreign Affairs Ms. Aruni Ranaraja", "Parliament K. Ilankumaran"."""
    words = line.words
    rest = words[at : stretch.after]
    before = words[at - 1]
    if line.titled[at] in ("honorific", "rank") and before[0].isalnum() and len(rest) > 1:
        names = [word for index, word in enumerate(rest) if not line.titled[at + index]]
        return bool(names) and names[0][0].isupper() and not any(word in lists.organisation_heads or word in _OPEN_ENDED for word in names)
    if not 2 <= len(rest) <= _LONGEST_PERSON or not all(word[0].isupper() and word not in lists.organisation_heads for word in rest):
        return False
    if len(rest[0]) == 2 and rest[0][1] == "." and stretch.type == "organisation":
        return before[0].isalpha() and "." not in before and len(rest[-1]) > 2
    if rest[0] not in lists.given_names or any(word in lists.place_words or word in lists.state_of_adjective for word in rest[1:]):
        return False
    if before in lists.place_words and stretch.type == "place":
        match = lists.places.longest(words, stretch.first, stretch.after)
        return match is not None and match[0] == at
    return before in lists.organisation_heads and (len(rest[0]) > 3 or rest[0] in _SHORT_GIVEN)


def _parted_person(line: Line, stretch: Stretch, lists: Gazetteer) -> list[Stretch]:
    """ "Canada Ernie Boyko" in a list by countries; a party that begins with a state's name is a body."""
    words = line.words
    place = lists.places.longest(words, stretch.first, stretch.after)
    if stretch.size < 3 or not place or place[1] not in ("state", "regions", "us_states") or words[stretch.first] in lists.given_names:
        return [stretch]
    if stretch.after - place[0] < 2:
        return [stretch]
    if words[place[0]] in lists.given_names or line.headline:
        return [Stretch(stretch.first, place[0], "place", stretch.rule, stretch.score), Stretch(place[0], stretch.after, "person", stretch.rule, stretch.score)]
    return [Stretch(stretch.first, stretch.after, "organisation", stretch.rule, stretch.score)]


def _parted_places(line: Line, stretch: Stretch, lists: Gazetteer) -> list[Stretch]:
    """ "Tokyo, Japan", "Evanston Illinois": a place and what it lies in; "Washington, D.C." is one; "US Tariffs" is the US."""
    words = line.words
    if " ".join(line.text(stretch)).replace(" ,", ",") in lists.place_names or words[stretch.first] == "Washington":
        return [stretch]
    for at in range(stretch.first + 1, stretch.after):
        if words[at] in (",", "-", "–") and at + 1 < stretch.after:
            rest = Stretch(at + 1, stretch.after, "place", stretch.rule, stretch.score)
            return [Stretch(stretch.first, at, "place", stretch.rule, stretch.score), *_parted_places(line, rest, lists)]
    last = words[stretch.after - 1]
    kind = lists.place_names.get(last)
    if stretch.size > 1 and kind in ("us_states", "us_state_short") and words[stretch.after - 2] not in _PARTS_OF_PLACES:
        before = Stretch(stretch.first, stretch.after - 1, "place", stretch.rule, stretch.score)
        return [before, Stretch(stretch.after - 1, stretch.after, "place", stretch.rule, stretch.score)]
    for at in (stretch.first, stretch.first + 1):
        match = lists.places.longest(words, at, stretch.after) if at < stretch.after else None
        if match and match[1] == "state" and words[match[0] - 1] not in _PARTS_OF_PLACES and last not in lists.organisation_words["place_heads"]:
            if at == stretch.first or words[at - 1] == "Former":
                return [Stretch(at, match[0], "place", stretch.rule, stretch.score)]
    return [stretch]
