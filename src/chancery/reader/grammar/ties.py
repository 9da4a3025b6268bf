"""Ties: how the words of a sentence bind people to a role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from chancery.reader.grammar.changes import change_before, change_between
from chancery.reader.grammar.complements import ARTICLES, body_after_comma
from chancery.reader.grammar.items import Item
from chancery.reader.grammar.people import coordinated_before, over_credentials, people_from
from chancery.reader.grammar.roles import Role
from chancery.reader.wordlists import word_list
from chancery.terms.claims import PostChange, Ref

# A tie between a person and a role further apart than this many items is left alone: on the training records four in
# five of those are wrong.
REACH = 14
_NOMINATION_REACH = 30  # "X, of Texas, a Career Member of the Senior Foreign Service, to be Ambassador"
_BEFORE_FURTHER_ROLES = frozenset({"and", "currently", "also", "the", "our", "as", "well", "concurrently"})
_BETWEEN_ROLES = frozenset({",", "and", ";", "/", "as", "well", "&", "concurrently", "also"})
_BEFORE_APPOSITION = frozenset({",", "(", "-", "–", "—", ":", "|", "/"})
_AS = frozenset({"as", "to", "be", "the", "a", "an", "its", "new", ",", "post", "position", "of", "role"})


@dataclass(slots=True, frozen=True)
class Tie:
    """Persons tied to the roles of a group: how, by which words, with which change."""

    people: tuple[Item, ...]
    pattern: str
    change: PostChange
    start: int
    end: int
    body: Ref | None = None  # of roles that name none themselves


@dataclass(slots=True)
class Clause:
    """A sentence on the way to its ties: its items, its role groups, what was tied so far, whom "he" would mean."""

    items: list[Item]
    groups: list[list[Role]]
    subject: Item | None = None
    tied: dict[int, Tie] = field(default_factory=dict)


def tie_of(clause: Clause, number: int) -> Tie | None:
    """How the group `number` of the clause is bound to people; None where nothing says so."""
    group = clause.groups[number]
    people, end = people_from(clause.items, group[-1].last + 1, many=group[-1].plural)
    if people:
        return Tie(people, "before the name", _said_of(group), group[0].start, end)
    if group[0].rank:
        return None
    return (
        _between_two_people(clause, number)
        or _apposition(clause, number)
        or _before_verb(clause.items, group)
        or _after_verb(clause, number)
        or _introducing(clause.items, group)
        or _inverted(clause.items, group)
        or _with_comma(clause.items, group)
    )


def with_next(clause: Clause, number: int) -> Tie | None:
    """ "Minister of Labour and Deputy Minister of Trade X": a role joined to the next, which stands before the name."""
    items = clause.items
    if number + 1 >= len(clause.groups) or clause.groups[number][0].rank:
        return None
    gap = items[clause.groups[number][-1].last + 1 : clause.groups[number + 1][0].first]
    if not gap or any(item.word not in ("and", "&", "as", "well", "concurrently", "the") for item in gap):
        return None
    following = tie_of(clause, number + 1)
    if following is None or not following.pattern.startswith("before the name"):
        return None
    group = clause.groups[number]
    return Tie(following.people, "before the name, joined", _said_of(group), group[0].start, following.end)


def _apposition(clause: Clause, number: int) -> Tie | None:
    """ "X, Head of Y", "X (Head of Y)", "A, B and X, members of Y", and the further roles of such a row."""
    items, group = clause.items, clause.groups[number]
    before = group[0].first - 1
    while before >= 0 and items[before].word in _BEFORE_FURTHER_ROLES:
        before -= 1
    previous = clause.tied.get(number - 1)
    if previous is not None and previous.pattern in ("apposition", "after the verb") and before >= 0:
        gap = items[clause.groups[number - 1][-1].last + 1 : group[0].first]
        if all(item.word in _BETWEEN_ROLES or item.kind == "D" for item in gap):
            change = _said_of(group, previous.change)
            return Tie(previous.people, previous.pattern, change, group[0].start, group[-1].end)
    if before < 1 or items[before].word not in _BEFORE_APPOSITION:
        return None
    at = before - 1
    if items[at].word == ")":  # X (SPF), Head of Y
        while at >= 0 and items[at].word != "(":
            at -= 1
        at -= 1
    at = over_credentials(items, at)
    if at < 0 or items[at].kind != "P":
        return None
    people = coordinated_before(items, at, by_comma=True) if group[0].plural else (items[at],)
    if group[0].plural and len(people) < 2:
        return None
    body = body_after_comma(items, group[-1].last)
    end = body.end if body and group[-1].body is None else group[-1].end
    return Tie(people, "apposition", _said_of(group), people[0].start, end, body.ref if body else None)


def _between_two_people(clause: Clause, number: int) -> Tie | None:
    """ "President X, Secretary to the Cabinet, Y": where X already has a title before the name, the role is Y's."""
    previous = clause.tied.get(number - 1)
    if previous is None or previous.pattern not in ("before the name", "between two people"):
        return None
    group = clause.groups[number]
    people, end = people_from(clause.items, group[-1].last + 2, many=False)
    if not people or clause.items[group[-1].last + 1].word != ",":
        return None
    return Tie(people, "between two people", _said_of(group), group[0].start, end)


def _after_verb(clause: Clause, number: int) -> Tie | None:
    """ "X was elected Chairman of Y", "She serves as Head of Y", "X, Head of Y, will become Chair of Z"."""
    items, group = clause.items, clause.groups[number]
    first = group[0].first
    ends = {
        clause.groups[k][-1].last: k for k, tie in clause.tied.items() if k < number and tie.pattern == "apposition"
    }
    to_be = first >= 2 and [item.word for item in items[first - 2 : first]] == ["to", "be"]
    reach = _NOMINATION_REACH if to_be else REACH
    for at in range(first - 1, max(-1, first - 1 - reach), -1):
        item = items[at]
        if at not in ends and item.kind != "P" and item.word not in ("he", "she"):
            continue
        if at + 1 < len(items) and items[at + 1].word in ("'s", "’s"):  # "head of X's office, becomes": X is not who
            continue
        change = _change_over(items[at + 1 : first])
        if change is None:
            return None
        if at in ends:
            people: tuple[Item, ...] = clause.tied[ends[at]].people
        elif item.kind == "P":
            people = coordinated_before(items, at)
        elif clause.subject is not None:
            people = (clause.subject,)
        else:
            return None
        return Tie(people, "after the verb", _said_of(group, change), item.start, group[-1].end)
    return None


def _change_over(gap: list[Item]) -> PostChange | None:
    """The change that a gap tells of; what stands between two commas after the name is left out if need be."""
    change = change_between([item for item in gap if item.word != ","])
    commas = [at for at, item in enumerate(gap) if item.word == ","]
    if change is None and len(commas) > 1 and commas[0] == 0:
        return change_between(gap[commas[-1] + 1 :])
    return change


def _before_verb(items: list[Item], group: list[Role]) -> Tie | None:
    """ "The board appointed X as Chairman of Y", "renewed the mandates of X and Z as members of Y"."""
    first = group[0].first
    at = next((k for k in range(first - 1, max(0, first - 6), -1) if items[k].kind == "P"), None)
    if at is None or not {item.word for item in items[at + 1 : first]} <= _AS:
        return None
    people = coordinated_before(items, at)
    index = next(k for k, item in enumerate(items) if item is people[0]) - 1
    while index > 0 and (items[index].kind in ("H", "R") or items[index].word in ("of", "the", "mandates", "mandate")):
        index -= 1
    change = change_before(items[index].word) if index >= 0 else None
    return Tie(people, "before the verb", change, items[index].start, group[-1].end) if change else None


def _introducing(items: list[Item], group: list[Role]) -> Tie | None:
    """ "Members of Y: A, B and C", "Chairman - X"."""
    at = group[-1].last + 1
    introduced = False
    while at < len(items) and (
        items[at].word in word_list("en", "posts")["introduces"] or items[at].word.startswith(("..", "…"))
    ):
        introduced = True
        at += 1
    if not introduced:
        return None
    people, end = people_from(items, at, many=group[-1].plural)
    presides = (
        group[-1].body is None and group[-1].role.casefold() in word_list("en", "posts")["presiding"]
    )  # "Chair: X" heads the minutes
    return Tie(people, "introduced", _said_of(group), group[0].start, end) if people and not presides else None


def _inverted(items: list[Item], group: list[Role]) -> Tie | None:
    """ "The vice-chairman of the group was X"."""
    at = group[-1].last + 1
    if at >= len(items) or items[at].word not in ("was", "is", "became", "remains"):
        return None
    people, end = people_from(items, at + 1, many=False)
    if not people:
        return None
    change: PostChange = {"was": "former", "became": "appointed"}.get(items[at].word, "holds")  # type: ignore[assignment]
    return Tie(people, "inverted", _said_of(group, change), group[0].start, end)


def _with_comma(items: list[Item], group: list[Role]) -> Tie | None:
    """ "The Head of Y, X, said": an article or a body before the role, and a sign after the name, mark it."""
    last = group[-1].last
    if last + 1 >= len(items) or items[last + 1].word != ",":
        return None
    people, end = people_from(items, last + 2, many=False)
    if not people:
        return None
    index = next(k for k, item in enumerate(items) if item is people[0])
    closed = index + 1 >= len(items) or items[index + 1].kind == "X"
    opened = items[group[0].first].word in ARTICLES or group[0].first == 0 or items[group[0].first].kind in ("O", "L")
    return (
        Tie(people, "before the name, with comma", _said_of(group), group[0].start, end) if closed and opened else None
    )


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
