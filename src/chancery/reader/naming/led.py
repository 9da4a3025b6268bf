"""Bodies that nothing but an office beside them shows: "CEO of Seedline", "Ann Hart, President, Seedline"."""

from __future__ import annotations

from chancery.reader.gazetteer import Gazetteer
from chancery.reader.naming.stretch import Line, Stretch
from chancery.reader.naming.vocabulary import WORDS

_MOST_WORDS = 6
_FIELDS = ("policy_fields", "papers", "gatherings", "place_heads")


def add_led_bodies(line: Line, lists: Gazetteer) -> None:
    """The capitalised words behind an office that only bodies have, where no name covers them."""
    taken = line.taken()
    size = len(line.words)
    for index in range(size - 2):
        if line.titled[index] != "role" or line.titled[index + 1] or taken[index] or taken[index + 1]:
            continue
        link = line.words[index + 1]
        leads = line.words[index].casefold() in WORDS.leading and line.words[index - 1].casefold() != "vice"
        if not (link == "at" or (leads and link in ("of", "for")) or (link == "," and leads and _holds(line, index))):
            continue
        first = index + 2
        if line.words[first] in ("the", "The"):
            first += 1
        after = _end_of_run(line, taken, first)
        if link == "," and after < size and line.words[after] not in (",", ";", "."):
            continue
        if after > first and _may_be_body(line, first, after, lists):
            line.add(Stretch(first, after, "organisation", "led by an office"))
            taken[first:after] = [True] * (after - first)


def _holds(line: Line, index: int) -> bool:
    """Whether the office that ends with this word stands behind a person and a comma."""
    while index and line.titled[index - 1] == "role":
        index -= 1
    return (
        index > 1
        and line.words[index - 1] == ","
        and any(s.after == index - 1 and s.type == "person" for s in line.stretches)
    )


def _end_of_run(line: Line, taken: list[bool], first: int) -> int:
    """Where the capitalised words end that begin here; the same place where another name or a title is among them."""
    at = first
    while (
        at < len(line.words)
        and at - first <= _MOST_WORDS
        and (line.words[at][0].isupper() or (line.words[at] == "&" and at > first))
    ):
        if line.titled[at] == "rank" and at > first:
            return at
        if taken[at] or line.titled[at]:
            return first
        at += 1
    if line.headline or at - first > _MOST_WORDS or (at < len(line.words) and line.words[at] in ("'s", "’s")):
        return first
    return at if line.words[at - 1] != "&" else at - 1


def _may_be_body(line: Line, first: int, after: int, lists: Gazetteer) -> bool:
    words = line.words[first:after]
    if words[0] in lists.place_words or words[0] in lists.state_of_adjective or words[0] in lists.given_names:
        return False
    if words[-1] in lists.organisation_heads:
        return len(words) > 1 or line.words[first - 1] == "the"  # no "Chair of Committees"
    return not any(word in lists.organisation_words[kind] for word in words for kind in _FIELDS) and not (
        len(words) == 1 and (words[0] in WORDS.no_names or len(words[0]) < 2)
    )
