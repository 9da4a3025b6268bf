"""Lists of people that a sentence leads in: "The members of the Committee are:"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import msgspec

from chancery.reader.draft import DateMention
from chancery.reader.grammar.changes import change_in
from chancery.reader.grammar.items import Item
from chancery.reader.grammar.membership import is_collegiate
from chancery.reader.grammar.post_dates import DATED, Dates, dates_of_list_item
from chancery.reader.grammar.roles import Role
from chancery.reader.grammar.tenancy import Drawn
from chancery.reader.wordlists import word_list
from chancery.terms.claims import PostChange, PostFact, Ref

_ROW = 16  # items
_HEADING = frozenset({"members", "of", "the", "composition", "officers"})  # "Members of the Council:"
_BULLETS = frozenset({"*", "-", "•", "·", "–", "—", "+", "o", "▪", "●"})


@dataclass(slots=True, frozen=True)
class LeadIn:
    """What a sentence that ends in a colon says of the people in the list below it."""

    role: str | None
    body: Ref | None
    change: PostChange
    date: DateMention | None


def lead_in(items: list[Item], groups: Sequence[Sequence[Role]], last_role: Role | None) -> LeadIn | None:
    """The lead-in that a sentence is: it ends in a colon and names a plural role, a change, or a collegiate body.

    `last_role` is the role that was named last, which "the post has been held by:" means.
    """
    while items and items[-1].word in _BULLETS:  # "**Members:**"
        items = items[:-1]
    if not items or items[-1].word != ":":
        return None
    words = [item.word for item in items]
    if "held" in words and ("post" in words or "office" in words) and last_role is not None:
        return LeadIn(last_role.role, last_role.body, "former", None)
    change = change_in(items)
    role = next((group[-1] for group in reversed(groups) if group[-1].plural), None)
    if "delegation" in words:  # being of a delegation is no post
        return None
    body = role.body if role else None
    if body is None:
        body = next((item.ref for item in reversed(items) if item.kind == "O" and is_collegiate(item)), None)
        if body is None and change is None and role is None:
            return None
    heading = body is not None and all(item.kind in ("O", "X") or item.word in _HEADING for item in items)
    consists = heading or any(item.word in word_list("en", "posts")["consists"] for item in items)
    if role is None and not (body and (consists or change)):
        return LeadIn(None, None, change, _date(items)) if change else None
    collegiate = body is not None or any(word in word_list("en", "posts")["collegiate"] for word in words)
    name = role.role if role and not (consists and collegiate) else "member"
    return LeadIn(name, body, change or "holds", _date(items))


def heading_role(items: list[Item], groups: Sequence[Sequence[Role]], leading: LeadIn | None) -> LeadIn | None:
    """ "**Deputy Chairmen**" on a line of its own: the role of the people below it, in the body of the list."""
    if len(groups) != 1 or groups[0][-1].rank or any(item.kind not in ("T", "X") for item in items):
        return None
    role = groups[0][-1]
    if leading is None:
        return LeadIn(role.role, role.body, "holds", None)
    return LeadIn(role.role, role.body or leading.body, leading.change, leading.date)


def is_list_item(items: Sequence[Item]) -> bool:
    """Whether the sentence begins with a bullet or a number, or with a person."""
    start = next((item for item in items if item.kind not in ("H", "R")), None)
    return start is not None and (start.word in _BULLETS or start.kind == "P" or start.word.rstrip(".").isdecimal())


def is_row_of_list(items: Sequence[Item]) -> bool:
    """Whether the sentence is short and has no full stop, as a row of a list whose name was not made out."""
    return 0 < len(items) <= _ROW and items[-1].word not in (".", ":", "!", "?")


def listed_person(items: Sequence[Item]) -> Item | None:
    """The person whom a list item is about: the first thing after its bullet, titles and their bodies aside."""
    for item in items:
        if item.kind == "P":
            return item
        bullet = item.word in _BULLETS or item.word in (".", ")", "(") or item.word.rstrip(".").isdecimal()
        if item.kind not in ("H", "R", "T", "O", "L") and not bullet:
            return None
    return None


def people_in_row(items: list[Item], first: Item) -> list[Item]:
    """The people of a list item: the first, and the others where nothing but signs stands between them: "A · B, C"."""
    begin = next(index for index, item in enumerate(items) if item is first)
    rest = items[begin:]
    if any(item.kind not in ("P", "H", "R", "X") and item.word != "and" for item in rest):
        return [first]
    return [item for item in rest if item.kind == "P"]


def led_in(items: list[Item], stated: list[Drawn], leading: LeadIn) -> Iterator[Drawn]:
    """The posts of a list item, with what the sentence above the list says of all of them."""
    date = leading.date.span if leading.date and leading.change in DATED else None
    person = listed_person(items)
    own_role = False  # the row itself tells what the person is
    for post in stated:
        fact, body = post.fact, post.body
        if fact.change == "holds" and leading.change in DATED and not fact.rank:
            fact = msgspec.structs.replace(fact, change=leading.change, date=fact.date or date)
        if fact.organisation is None and leading.body is not None and not fact.rank:
            fact, body = msgspec.structs.replace(fact, organisation=leading.body), "lead-in"
        own_role = own_role or (person is not None and fact.person == person.ref and not fact.rank)
        yield replace(post, fact=fact, body=body)
    if person is None or leading.role is None or own_role:
        return
    for listed in people_in_row(items, person):
        if listed.ref is None:
            continue
        dates = dates_of_list_item(items, leading.change) or Dates(date=date)
        fact = PostFact(
            person=listed.ref, role=leading.role, organisation=leading.body, change=leading.change,
            date=dates.date, since=dates.since, until=dates.until,
            acting=any(item.word == "acting" for item in items),
        )  # fmt: skip
        end = items[-1].end if dates.until else listed.end
        yield Drawn(fact, listed.start, end, "post: led in", listed=leading.body is None)


def _date(items: Sequence[Item]) -> DateMention | None:
    return next((item.date for item in items if item.date is not None), None)
