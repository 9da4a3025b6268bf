"""Repairs of single stretches: edges cleaned, what is no name dropped, types that their words contradict."""

from __future__ import annotations

from chancery.reader.gazetteer import Gazetteer
from chancery.reader.naming.parting import parted
from chancery.reader.naming.stretch import Line, Stretch
from chancery.reader.naming.vocabulary import WORDS

_EDGE_SIGNS = frozenset(".,;:!?\"“”'’‘`*_#()[]{}|/\\-–—•@+")
_QUOTES = frozenset('"“”„«»')
_OPENING, _CLOSING = frozenset("\"“„«‘'"), frozenset("\"”“»’'")
_ARTICLES = frozenset({"the", "a", "an", "The", "A", "An"})
_OPEN_ENDED = frozenset({"of", "the", "and", "for", "in", "on", "to", "&"})
_OF_BODIES = ("heads", "company", "policy_fields", "parts", "place_heads", "papers", "gatherings")
_BEFORE_BODIES = frozenset({"Nominee", "of", "for", "in", "at", "by", "from"})
_PEOPLE = frozenset({"people", "peoples"})
_POSSESSIVE = frozenset({"'s", "’s"})


def repair(line: Line, lists: Gazetteer) -> None:
    """Every stretch of a line with clean edges, and those parted that hold two names; what is no name goes."""
    for stretch in line.stretches:
        _close_quotes(line, stretch)
    pieces = [piece for stretch in line.stretches for piece in parted(line, stretch, lists)]
    kept: list[Stretch] = []
    for stretch in pieces:
        _trim(line, stretch, lists)
        words = line.text(stretch)
        if (
            not any(word[0].isalnum() for word in words)
            or _is_adjective(words, lists)
            or _is_office(line, stretch, lists)
        ):
            continue
        if (
            stretch.type == "organisation"
            and len(words) > 1
            and words[-1] in WORDS.no_bodies
            and not any(word in lists.organisation_heads for word in words)
        ):
            continue
        if stretch.type == "organisation" and (
            _is_title(line, stretch) or _is_degree(line, stretch) or _is_people(line, stretch, lists)
        ):
            continue
        if len(words) == 1 and (
            words[0] in WORDS.no_names
            or (
                stretch.type == "place"
                and (words[0] in lists.organisation_words["place_heads"] or words[0] in WORDS.directions)
            )
        ):
            continue
        if stretch.type == "place" and (_marks_party(line, stretch, kept) or _is_quoted_in_part(line, stretch)):
            continue
        _retype(stretch, words, lists)
        kept.append(stretch)
    line.stretches = kept


def _close_quotes(line: Line, stretch: Stretch) -> None:
    """Cut a name at a lone quotation mark: "Synod's | "Seed Committee"; 'Party "Friends of Seed' stays whole."""
    words = line.words
    marks = [at for at in range(stretch.first + 1, stretch.after - 1) if words[at] in _QUOTES]
    if stretch.type != "organisation" or len(marks) != 1 or words[stretch.after - 1] in _QUOTES:
        return
    if stretch.after >= len(words) or words[stretch.after] not in _QUOTES:
        stretch.after = marks[0]
    elif words[marks[0] - 1] in _POSSESSIVE:
        stretch.first = marks[0] + 1


def _is_adjective(words: tuple[str, ...], lists: Gazetteer) -> bool:
    """ "Chinese", "North Koreans": a people or a language, which is no entity."""
    if " ".join(words) in lists.state_of_adjective or all(word in lists.state_of_adjective for word in words):
        return True
    return (
        len(words) > 1
        and words[-1] in lists.state_of_adjective
        and words[-1].endswith("s")
        and not words[-1].endswith("ss")
    )


def _is_title(line: Line, stretch: Stretch) -> bool:
    """ "Auditor General", "Vice-Minister for Foreign Affairs": an office, with or without its field."""
    titled = line.titled[stretch.first : stretch.after]
    if all(titled):
        return True
    end = next(at for at, kind in enumerate(titled) if not kind)
    return end > 0 and "role" in titled[:end] and line.words[stretch.first + end] in ("of", "for")


def _is_degree(line: Line, stretch: Stretch) -> bool:
    """ "MBA", or the "FACP" of "Ann Hart, MD, MBA, FACP": letters behind the honours of a person."""
    words, first = line.words, stretch.first
    if stretch.size > 1 or not words[first].isupper():
        return False
    return words[first] in WORDS.after_names or (
        first > 2 and words[first - 1] == "," and words[first - 2] in WORDS.after_names
    )


def _is_people(line: Line, stretch: Stretch, lists: Gazetteer) -> bool:
    """ "Norwegian community", "Sri Lankan Ministers": people of a state, none of whose words is the head of a body."""
    words = line.text(stretch)
    size = next((n for n in (2, 1) if n < len(words) and " ".join(words[:n]) in lists.state_of_adjective), 0)
    rest = words[size:]
    if not size or (rest[-1][0].isupper() and not line.titled[stretch.after - 1]):
        return False
    return not any(
        word in lists.organisation_words[kind] or word in WORDS.units or word.casefold() in WORDS.small_bodies
        for word in rest
        for kind in ("heads", "company")
    )


def _is_quoted_in_part(line: Line, stretch: Stretch) -> bool:
    """The state in the name of a programme: "Clean Norway" in quotation marks."""
    words, first, after = line.words, stretch.first, stretch.after
    return (
        first > 1
        and after < len(words)
        and words[first - 2] in _OPENING
        and words[after] in _CLOSING
        and words[first - 1][0].isupper()
    )


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
    """The field in "Minister of Industry", "Deputy Secretary of State for Management"; "Co. Ltd." alone."""
    words = line.text(stretch)
    company = lists.organisation_words["company"]
    if (
        all(word in company or word == "C.C." for word in words)
        and stretch.type == "organisation"
        and words[0][-1] == "."
    ):
        return True
    at = stretch.first - 1 - (stretch.first > 0 and line.words[stretch.first - 1] == "the")
    if stretch.type != "organisation" or at < 1 or line.words[at] not in ("of", "for") or not line.titled[at - 1]:
        return False
    fields = lists.organisation_words["policy_fields"]
    if line.words[at - 1] in ("Minister", "Ministers") and " ".join(words) not in lists.state_of:
        return not any(word in lists.organisation_heads - fields for word in words)
    if at < stretch.first - 1:
        return False
    return (words[0] in fields or words[0] == "State") and (
        words[-1] in fields or words[-1] not in lists.organisation_heads
    )


def _is_trailing_title(line: Line, stretch: Stretch, lists: Gazetteer) -> bool:
    """ "Chair" behind "Federal Reserve", but not "Ministers" of a council of them."""
    kind, last, before = line.titled[stretch.after - 1], line.words[stretch.after - 1], line.words[stretch.after - 2]
    if kind == "honorific":
        return True
    if kind == "rank" and last != "General" and line.titled[stretch.after : stretch.after + 1] == ["rank"]:
        return True  # "Ministry of Defence Air | Vice Marshal Hart"
    if any(word in ("of", "for") for word in line.text(stretch)):
        return False  # "Office of the National Director"
    if last in lists.organisation_heads or last in lists.organisation_words["company"]:
        return False  # "Seed Partners"
    return kind == "role" and last not in WORDS.titles_of_bodies and before not in _OPEN_ENDED and before != ","


def _trim(line: Line, stretch: Stretch, lists: Gazetteer) -> None:
    while stretch.size:
        words = line.text(stretch)
        first, last = words[0], words[-1]
        if (
            first in _EDGE_SIGNS
            or (first in _ARTICLES and not (first in ("An", "A") and stretch.type == "person"))
            or first in _POSSESSIVE
            or (stretch.type == "organisation" and stretch.size > 1 and first in _BEFORE_BODIES)
            or (
                stretch.type == "organisation"
                and stretch.size > 1
                and first.islower()
                and len(first) > 3
                and first.isalpha()
            )
            or (stretch.type == "place" and stretch.size > 2 and first in _PEOPLE and words[1] == "of")
            or (stretch.type == "place" and first == "of")
            or (
                stretch.type == "person"
                and stretch.size > 1
                and (line.titled[stretch.first] or first in ("T.H.", "H.E.", "HE"))
            )
        ):
            stretch.first += 1
        elif (
            (last in _EDGE_SIGNS and not (last == ")" and "(" in words) and not (last == "+" and stretch.size > 1))
            or last in _POSSESSIVE
            or (stretch.type == "organisation" and stretch.size > 1 and _is_trailing_title(line, stretch, lists))
            or last in _OPEN_ENDED
            or (last.isupper() and last.lower() in _OPEN_ENDED)
            or (stretch.type == "person" and stretch.size > 1 and (last in WORDS.after_names or _is_verb(last)))
        ):
            stretch.after -= 1
        else:
            return


def _is_verb(word: str) -> bool:
    """A word in small letters that ends a person's name is none of it: "Eric made known"."""
    return word.isalpha() and word.islower() and word.isascii() and word not in WORDS.particles


def _retype(stretch: Stretch, words: tuple[str, ...], lists: Gazetteer) -> None:
    if (
        stretch.type == "person"
        and stretch.size > 1
        and words[-1] in lists.organisation_heads
        and words[-1] not in lists.given_names
    ):
        stretch.type = "organisation"
    elif (
        stretch.type == "person"
        and stretch.size > 1
        and words[-1] in lists.organisation_words["place_heads"]
        and words[0] not in lists.given_names  # "Susan Park"
    ):
        stretch.type = "place"
    elif stretch.type == "organisation" and _is_person(words, lists):
        stretch.type = "person"
    elif stretch.type == "place" and stretch.size > 1 and words[-1] in WORDS.bodies_at_places:
        stretch.type = "organisation"
    elif stretch.type != "place" and (
        " ".join(words) in lists.state_of
        or _is_place_in_capitals(words, lists)
        or (stretch.type == "organisation" and _is_sure_place(words, lists))
    ):
        stretch.type = "place"


def _is_person(words: tuple[str, ...], lists: Gazetteer) -> bool:
    """A given name and one or two more words that belong to no body's name."""
    if not 2 <= len(words) <= 3 or words[0] not in lists.given_names or len(words[0]) < 4:
        return False
    of_bodies = [lists.organisation_words[kind] for kind in _OF_BODIES]
    return all(
        word.isalpha() and word[0].isupper() and not word.isupper() and word not in lists.place_words for word in words
    ) and not any(word in listed for word in words for listed in of_bodies)


def _is_sure_place(words: tuple[str, ...], lists: Gazetteer) -> bool:
    """ "Elm Beach Hotel", but not "Bank of the Elm Islands"."""
    return len(words) > 1 and words[-1] in WORDS.sure_places and not lists.organisation_heads.intersection(words)


def _is_place_in_capitals(words: tuple[str, ...], lists: Gazetteer) -> bool:
    """ "SOUTH KOREA", "VANCOUVER", as headings and datelines write them."""
    text = " ".join(words)
    return text.isupper() and len(text) > 4 and " ".join(word.capitalize() for word in words) in lists.place_names
