"""Posts: who holds, gets or leaves a role, and in which body."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from chancery.reader.dating import nearest_date
from chancery.reader.draft import Draft
from chancery.reader.grammar.changes import change_before, change_between
from chancery.reader.grammar.home import home_body
from chancery.reader.grammar.items import Item, sentence_items
from chancery.reader.grammar.roles import ARTICLES, Role, body_after_comma, role_groups
from chancery.reader.grammar.states import state_finder
from chancery.reader.grammar.tenancy import Drawn, distinct_posts, role_key
from chancery.reader.grammar.membership import LeadIn, is_collegiate, is_list_item, lead_in, listed_person
from chancery.reader.wordlists import word_list
from chancery.terms.claims import PostChange, PostFact, Ref

# A tie between a person and a role further apart than this many items is left alone: on the training records four in
# five of those are wrong.
_REACH = 14
_DATED = frozenset({"elected", "appointed", "reappointed", "nominated", "resigned", "dismissed"})


@dataclass(slots=True, frozen=True)
class _Tie:
    """Persons tied to the roles of a group: how, by which words, with which change."""

    people: tuple[Item, ...]
    pattern: str
    change: PostChange
    start: int
    end: int
    body: Ref | None = None  # of roles that name none themselves


def run(draft: Draft) -> None:
    """State a post fact for every tie between a person and a role."""
    state_of = state_finder(draft)
    subject: Item | None = None  # the person that "he" or "she" would mean
    drawn: list[Drawn] = []
    leading: LeadIn | None = None
    for items in sentence_items(draft):
        groups = role_groups(draft, items, state_of)
        tied: dict[int, _Tie] = {}
        leading = leading if is_list_item(items) else None
        stated: list[Drawn] = []
        for number, group in enumerate(groups):
            tie = _tie(items, groups, number, tied, subject)
            if tie is not None:
                tied[number] = tie
                stated.extend(_posts(draft, items, group, tie))
        stated.extend(_memberships(items, subject))
        if leading is not None:
            stated = list(_led_in(items, stated, leading))
        drawn.extend(stated)
        leading = lead_in(items, groups) or leading
        subject = next((item for item in items if item.kind == "P"), subject)
    home = home_body(draft)
    for post in distinct_posts(drawn, home):
        draft.state(post.fact, post.start, post.end, rule=post.rule)


def _tie(
    items: list[Item], groups: list[list[Role]], number: int, tied: dict[int, _Tie], subject: Item | None
) -> _Tie | None:
    group = groups[number]
    first, last = group[0].first, group[-1].last
    people, end = _people_from(items, last + 1, many=group[-1].plural)
    if people:
        return _Tie(people, "before the name", _said_of(group), group[0].start, end)
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


def _people_from(items: list[Item], at: int, *, many: bool) -> tuple[tuple[Item, ...], int]:
    """The person that stands at `at`, over honorifics and ranks; with `many`, the whole list of people that begins there."""
    people: list[Item] = []
    end = 0
    while at < len(items):
        while at < len(items) and (items[at].kind in ("H", "R") or _is_retired_mark(items, at)):
            at += 1
        if at >= len(items) or items[at].kind != "P":
            break
        people.append(items[at])
        end = items[at].end
        at += 1
        if not many:
            break
        at = _over_brackets(items, at)
        joined = False
        while at < len(items) and items[at].word in (",", "and", "&", ";", "as", "well"):
            joined = True
            at += 1
        if not joined:
            break
    return tuple(people), end


def _is_retired_mark(items: list[Item], at: int) -> bool:
    near = items[max(0, at - 1) : at + 2]
    return items[at].word in ("(", ")") and any(item.word.rstrip(".") in ("retd", "ret", "rtd") for item in near) or items[
        at
    ].word.rstrip(".") in ("retd", "ret", "rtd")


def _over_brackets(items: list[Item], at: int) -> int:
    if at < len(items) and items[at].word == "(":
        for index in range(at + 1, min(at + _REACH, len(items))):
            if items[index].word == ")":
                return index + 1
    return at


def _apposition(
    items: list[Item], groups: list[list[Role]], number: int, tied: dict[int, _Tie]
) -> _Tie | None:
    """"X, Head of Y", "X (Head of Y)", "X - Head of Y", and the further roles of such a row."""
    group = groups[number]
    before = group[0].first - 1
    while before >= 0 and items[before].word in ("and", "currently", "also", "the", "our", "as", "well"):
        before -= 1
    previous = tied.get(number - 1)
    if previous is not None and previous.pattern in ("apposition", "after the verb") and before >= 0:
        gap = items[groups[number - 1][-1].last + 1 : group[0].first]
        if all(item.word in (",", "and", ";", "/", "as", "well", "&") or item.kind == "D" for item in gap):
            return _Tie(previous.people, previous.pattern, _said_of(group, previous.change), group[0].start, group[-1].end)
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
        return _Tie((person,), "apposition", _said_of(group), person.start, end, body.ref if body else None)
    return None


def _between_two_people(
    items: list[Item], groups: list[list[Role]], number: int, tied: dict[int, _Tie]
) -> _Tie | None:
    """"President X, Secretary to the Cabinet, Y": where X already has a title before the name, the role is Y's."""
    previous = tied.get(number - 1)
    if previous is None or previous.pattern not in ("before the name", "between two people"):
        return None
    group = groups[number]
    people, end = _people_from(items, group[-1].last + 2, many=False)
    if not people or items[group[-1].last + 1].word != ",":
        return None
    return _Tie(people, "between two people", _said_of(group), group[0].start, end)


def _after_verb(items: list[Item], group: list[Role], first: int, subject: Item | None) -> _Tie | None:
    """"X was elected Chairman of Y", "She serves as Head of Y"."""
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        item = items[at]
        if item.kind == "P" or item.word in ("he", "she"):
            gap = [other for other in items[at + 1 : first] if other.word not in (",",)]
            change = change_between(gap)
            if change is None:
                return None
            person = item if item.kind == "P" else subject
            if person is None:
                return None
            people = _coordinated_before(items, at) if item.kind == "P" else (person,)
            return _Tie(people, "after the verb", _said_of(group, change), item.start, group[-1].end)
    return None


def _coordinated_before(items: list[Item], at: int) -> tuple[Item, ...]:
    """"A, B and X": the people joined to the one at `at` by "and", X among them."""
    people = [items[at]]
    if at >= 2 and items[at - 1].word == "and":
        index = at - 2
        while index >= 0 and items[index].kind == "P":
            people.append(items[index])
            index -= 1
            if index >= 0 and items[index].word == ",":
                index -= 1
            while index >= 0 and items[index].kind in ("H", "R"):
                index -= 1
    return tuple(reversed(people))


def _before_verb(items: list[Item], group: list[Role], first: int) -> _Tie | None:
    """"The board appointed X as Chairman of Y"."""
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
            return _Tie((items[at],), "before the verb", change, items[index].start, group[-1].end)
    return None


def _introducing(items: list[Item], group: list[Role], last: int) -> _Tie | None:
    """"Members of Y: A, B and C", "Chairman - X"."""
    at = last + 1
    introduced = False
    while at < len(items) and items[at].word in word_list("en", "posts")["introduces"]:
        introduced = True
        at += 1
    if not introduced:
        return None
    people, end = _people_from(items, at, many=group[-1].plural)
    if not people:
        return None
    return _Tie(people, "introduced", _said_of(group), group[0].start, end)


def _with_comma(items: list[Item], group: list[Role], last: int) -> _Tie | None:
    """"The Head of Y, X, said": the article and the second comma mark it."""
    if last + 1 >= len(items) or items[last + 1].word != ",":
        return None
    people, end = _people_from(items, last + 2, many=False)
    if not people:
        return None
    index = items.index(people[0])
    closed = index + 1 >= len(items) or items[index + 1].word in (",", ".", ";", ")")
    if items[group[0].first].word in ARTICLES and closed or closed and group[0].first == 0:
        return _Tie(people, "before the name, with comma", _said_of(group), group[0].start, end)
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


def _posts(draft: Draft, items: list[Item], group: Sequence[Role], tie: _Tie) -> Iterator[Drawn]:
    """The post facts of one tie: every role for every person."""
    start = min(tie.start, group[0].start)
    end = max(tie.end, group[-1].end)
    date = None
    if tie.change in _DATED:
        mention = nearest_date(draft, start, end, within=(items[0].start, items[-1].end))
        date = mention.span if mention else None
    for role in group:
        change: PostChange = "former" if role.former and tie.change == "holds" else tie.change
        for person in tie.people:
            if person.ref is None or _is_address(role, tie):
                continue
            body, reach = role.body or tie.body, end
            if body is None and tie.pattern in ("before the name", "introduced"):
                after = _body_after_name(items, tie.people[-1] if len(tie.people) > 1 else person)
                body, reach = (after.ref, max(end, after.end)) if after else (None, end)
            fact = PostFact(
                person=person.ref, role=role.role, title=role.title, rank=role.rank, organisation=body,
                change=change, date=date, acting=role.acting,
            )  # fmt: skip
            yield Drawn(fact, start, reach, f"post: {tie.pattern}")


def _led_in(items: list[Item], stated: list[Drawn], leading: LeadIn) -> Iterator[Drawn]:
    """The posts of a list item, with what the sentence above the list says of all of them."""
    date = leading.date.span if leading.date and leading.change in _DATED else None
    person = listed_person(items)
    known = False
    for post in stated:
        fact = post.fact
        if fact.change == "holds" and leading.change in _DATED and not fact.rank and leading.role is None:
            fact = msgspec.structs.replace(fact, change=leading.change, date=fact.date or date)
        if person is not None and leading.role and role_key(fact.role) == role_key(leading.role):
            known = True
        yield Drawn(fact, post.start, post.end, post.rule)
    if person is not None and person.ref is not None and leading.role is not None and not known:
        fact = PostFact(
            person=person.ref, role=leading.role, organisation=leading.body, change=leading.change, date=date
        )
        yield Drawn(fact, person.start, person.end, "post: led in")


def _memberships(items: list[Item], subject: Item | None) -> Iterator[Drawn]:
    """"X was elected to the Board", "the Committee, consisting of X, Y and Z"."""
    lists = word_list("en", "posts")
    for at, item in enumerate(items):
        if item.kind != "O" or item.ref is None or not is_collegiate(item):
            continue
        before = at - 1
        while before >= 0 and items[before].word in ARTICLES:
            before -= 1
        if before >= 0 and items[before].word in lists["joins"]:
            yield from _joined(items, item, before, subject)
        after = at + 1
        if after + 1 < len(items) and items[after].word in (*lists["consists"], "will", "is", ","):
            while after < len(items) and items[after].word in (*lists["consists"], "will", "consist", "is", "of", ",", ":", "the"):
                after += 1
            if not any(other.word in lists["consists"] or other.word == "consist" for other in items[at + 1 : after]):
                continue
            people, end = _people_from(items, after, many=True)
            for person in people:
                if person.ref is not None:
                    yield Drawn(
                        PostFact(person=person.ref, role="member", organisation=item.ref), item.start, end, "post: consists of"
                    )


def _joined(items: list[Item], body: Item, before: int, subject: Item | None) -> Iterator[Drawn]:
    for index in range(before, max(-1, before - _REACH), -1):
        if items[index].kind == "P" or items[index].word in ("he", "she"):
            gap = items[index + 1 : before + 1]
            change = change_between(gap)
            if change not in ("elected", "appointed", "reappointed", "nominated"):
                return
            people = _coordinated_before(items, index) if items[index].kind == "P" else (subject,)
            for person in people:
                if person is not None and person.ref is not None:
                    fact = PostFact(person=person.ref, role="member", organisation=body.ref, change=change)
                    yield Drawn(fact, items[index].start, body.end, "post: joined")
            return


def _body_after_name(items: list[Item], person: Item) -> Item | None:
    """"MP X from Y", "Director X of Y", "State Secretary X, Ministry of Y"."""
    at = next(index for index, item in enumerate(items) if item is person) + 1
    if at < len(items) and items[at].word in ("from", "of", "at"):
        at += 1 + (at + 1 < len(items) and items[at + 1].word in ARTICLES)
        return items[at] if at < len(items) and items[at].kind == "O" else None
    return body_after_comma(items, at - 1)


def _is_address(role: Role, tie: _Tie) -> bool:
    """"Professor X" is how people are addressed; "Professor of History at Y" is a post."""
    return tie.pattern == "before the name" and role.body is None and role.role.casefold() == "professor"
