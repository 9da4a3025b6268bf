"""People who belong to a body without a word for it, and lists of people that a sentence leads in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from chancery.reader.draft import DateMention
from chancery.reader.grammar.changes import change_in
from chancery.reader.grammar.items import Item
from chancery.reader.grammar.roles import Role
from chancery.reader.wordlists import word_list
from chancery.terms.claims import PostChange, Ref

_BULLETS = frozenset({"*", "-", "•", "·", "–", "—", "+", "o", "▪", "●"})


@dataclass(slots=True, frozen=True)
class LeadIn:
    """What a sentence that ends in a colon says of the people in the list below it."""

    role: str | None
    body: Ref | None
    change: PostChange
    date: DateMention | None


def lead_in(items: list[Item], groups: Sequence[Sequence[Role]]) -> LeadIn | None:
    """The lead-in that a sentence is: it ends in a colon and names a plural role, a change of posts, or a collegiate body."""
    if not items or items[-1].word != ":":
        return None
    change = change_in(items)
    role = next((group[-1] for group in reversed(groups) if group[-1].plural), None)
    body = role.body if role else None
    if body is None:
        body = next((item.ref for item in reversed(items) if item.kind == "O" and is_collegiate(item)), None)
        if body is None and change is None and role is None:
            return None
    consists = any(item.word in word_list("en", "posts")["consists"] for item in items)
    if role is None and not (body and (consists or change)):
        return LeadIn(None, None, change, _date(items)) if change else None
    name = role.role if role and not (consists and body) else "member"
    return LeadIn(name, body, change or "holds", _date(items))


def is_list_item(items: Sequence[Item]) -> bool:
    """Whether the sentence begins with a bullet or a number, or with a person."""
    start = next((item for item in items if item.kind not in ("H", "R")), None)
    return start is not None and (start.word in _BULLETS or start.kind == "P" or start.word.rstrip(".").isdecimal())


def listed_person(items: Sequence[Item]) -> Item | None:
    """The person whom a list item is about: the first thing after its bullet."""
    for item in items:
        if item.kind == "P":
            return item
        if item.kind not in ("H", "R") and item.word not in _BULLETS and not item.word.rstrip(".").isdecimal():
            return None
    return None


def is_collegiate(item: Item) -> bool:
    """Whether the name of the body says that it has members ("... Committee", "Board of Directors of ...")."""
    words = item.word.split()
    heads = _collegiate()
    return any(" ".join(words[at : at + size]) in heads for size in (1, 2, 3) for at in range(len(words)))


@cache
def _collegiate() -> frozenset[str]:
    return frozenset(word_list("en", "posts")["collegiate"])


def _date(items: Sequence[Item]) -> DateMention | None:
    return next((item.date for item in items if item.date is not None), None)
