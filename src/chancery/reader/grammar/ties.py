"""Ties: how the words of a sentence bind people to a role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from chancery.reader.grammar.changes import change_before, change_between
from chancery.reader.grammar.items import Item
from chancery.reader.grammar.people import coordinated_before, people_from
from chancery.reader.grammar.roles import ARTICLES, Role, body_after_comma
from chancery.reader.wordlists import word_list
from chancery.terms.claims import PostChange, Ref

# A tie between a person and a role further apart than this many items is left alone: on the training records four in
# five of those are wrong.
REACH = 14


@dataclass(slots=True, frozen=True)
class Tie:
    """Persons tied to the roles of a group: how, by which words, with which change."""

    people: tuple[Item, ...]
    pattern: str
    change: PostChange
    start: int
    end: int
    body: Ref | None = None  # of roles that name none themselves


def tie_of(
    items: list[Item], groups: list[list[Role]], number: int, tied: dict[int, Tie], subject: Item | None
) -> Tie | None:
    group = groups[number]
    first, last = group[0].first, group[-1].last
    people, end = people_from(items, last + 1, many=group[-1].plural)
    if people:
        return Tie(people, "before the name", _said_of(group), group[0].start, end)
    if group[0].rank:
        return None
    return (
        _between_two_people(items, groups, number, tied)
        or _apposition(items, groups, number, tied)
        or _after_verb(items, group, first, subject)
        or _before_verb(items, group, first)
        or _introducing(items, group, last)
        or _with_comma(items, group, last)
    )


def _apposition(items: list[Item], groups: list[list[Role]], number: int, tied: dict[int, Tie]) -> Tie | None:
    """ "X, Head of Y", "X (Head of Y)", "X - Head of Y", and the further roles of such a row."""
    group = groups[number]
    before = group[0].first - 1
    while before >= 0 and items[before].word in ("and", "currently", "also", "the", "our", "as", "well"):
        before -= 1
    previous = tied.get(number - 1)
    if previous is not None and previous.pattern in ("apposition", "after the verb") and before >= 0:
        gap = items[groups[number - 1][-1].last + 1 : group[0].first]
        if all(item.word in (",", "and", ";", "/", "as", "well", "&") or item.kind == "D" for item in gap):
            return Tie(
                previous.people, previous.pattern, _said_of(group, previous.change), group[0].start, group[-1].end
            )
    if before < 1 or items[before].word not in (",", "(", "-", "–", "—", ":", "|", "/"):
        return None
    at = before - 1
    if items[at].word == ")":  # X (SPF), Head of Y
        while at >= 0 and items[at].word != "(":
            at -= 1
        at -= 1
    if at >= 0 and items[at].kind == "P" and not group[0].plural:
        person = items[at]
        body = body_after_comma(items, group[-1].last)
        end = body.end if body and group[-1].body is None else group[-1].end
        return Tie((person,), "apposition", _said_of(group), person.start, end, body.ref if body else None)
    return None


def _between_two_people(items: list[Item], groups: list[list[Role]], number: int, tied: dict[int, Tie]) -> Tie | None:
    """ "President X, Secretary to the Cabinet, Y": where X already has a title before the name, the role is Y's."""
    previous = tied.get(number - 1)
    if previous is None or previous.pattern not in ("before the name", "between two people"):
        return None
    group = groups[number]
    people, end = people_from(items, group[-1].last + 2, many=False)
    if not people or items[group[-1].last + 1].word != ",":
        return None
    return Tie(people, "between two people", _said_of(group), group[0].start, end)


def _after_verb(items: list[Item], group: list[Role], first: int, subject: Item | None) -> Tie | None:
    """ "X was elected Chairman of Y", "She serves as Head of Y"."""
    for at in range(first - 1, max(-1, first - 1 - REACH), -1):
        item = items[at]
        if item.kind == "P" or item.word in ("he", "she"):
            gap = [other for other in items[at + 1 : first] if other.word not in (",",)]
            change = change_between(gap)
            if change is None:
                return None
            person = item if item.kind == "P" else subject
            if person is None:
                return None
            people = coordinated_before(items, at) if item.kind == "P" else (person,)
            return Tie(people, "after the verb", _said_of(group, change), item.start, group[-1].end)
    return None


def _before_verb(items: list[Item], group: list[Role], first: int) -> Tie | None:
    """ "The board appointed X as Chairman of Y"."""
    for at in range(first - 1, max(0, first - 6), -1):
        if items[at].kind == "P":
            between = {item.word for item in items[at + 1 : first]}
            if not between <= {"as", "to", "be", "the", "a", "an", "its", "new", ",", "post", "position", "of", "role"}:
                return None
            index = at - 1
            while index > 0 and items[index].kind in ("H", "R"):
                index -= 1
            change = change_before(items[index].word) if index >= 0 else None
            if change is None:
                return None
            return Tie((items[at],), "before the verb", change, items[index].start, group[-1].end)
    return None


def _introducing(items: list[Item], group: list[Role], last: int) -> Tie | None:
    """ "Members of Y: A, B and C", "Chairman - X"."""
    at = last + 1
    introduced = False
    while at < len(items) and items[at].word in word_list("en", "posts")["introduces"]:
        introduced = True
        at += 1
    if not introduced:
        return None
    people, end = people_from(items, at, many=group[-1].plural)
    if not people:
        return None
    return Tie(people, "introduced", _said_of(group), group[0].start, end)


def _with_comma(items: list[Item], group: list[Role], last: int) -> Tie | None:
    """ "The Head of Y, X, said": the article and the second comma mark it."""
    if last + 1 >= len(items) or items[last + 1].word != ",":
        return None
    people, end = people_from(items, last + 2, many=False)
    if not people:
        return None
    index = items.index(people[0])
    closed = index + 1 >= len(items) or items[index + 1].word in (",", ".", ";", ")")
    if (items[group[0].first].word in ARTICLES and closed) or (closed and group[0].first == 0):
        return Tie(people, "before the name, with comma", _said_of(group), group[0].start, end)
    return None


def _said_of(group: Sequence[Role], change: PostChange = "holds") -> PostChange:
    if group[0].former and change in ("holds", "former"):
        return "former"
    words = group[0].title.casefold()
    if change == "holds":
        if "newly elected" in words or words.endswith("-elect"):
            return "elected"
        if "newly appointed" in words:
            return "appointed"
        if "nominee" in words:
            return "nominated"
    return change
