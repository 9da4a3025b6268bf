"""Labels of rosters: "Treasurer: A", "Members: A, B (Norway)", "A (Treasurer)", and the heading above such a list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from chancery.reader.grammar.items import Item
from chancery.reader.linking.holders import Holder
from chancery.reader.linking.sites import Line
from chancery.reader.wordlists import word_list
from chancery.terms.claims import Ref

_OPENING = frozenset({";", ":", ".", "|", "*", "-", "–", "—", "•", "·", "●", "▪", "**", "(", ")", "and", ","})
_JOINING = frozenset({",", "and", "&", "/"})
_LINES_ABOVE = 12
_LONGEST_ROW = 24  # items: a longer sentence is no row of a list
_OF_HEADINGS = frozenset({"the", "of", "members", "officers", "new", "composition"})
_LONGEST_CHAIN = 60  # items of "Members: A, B (Norway), C and D"


def is_labelled(holder: Holder) -> bool:
    """ "Treasurer: A", "Members: A, B (Norway) and C", "; Treasurer, A;": a role and its sign, then who holds it.

    Of a role that only one holds it is the first.
    """
    items, role = holder.site.line.items, holder.site.role
    if holder.site.how != "said" or holder.how != "after" or role.last + 2 >= len(items):
        return False
    sign = items[role.last + 1].word
    before = items[role.first - 1] if role.first else None
    if sign not in (":", ",") or role.title.casefold() in no_office():
        return False
    if before is not None and before.word not in _OPENING and before.kind != "P" and not before.text.isdecimal():
        return False
    if sign == "," and (before is None or before.word not in (";", ":") or not _closes(items, role.last + 2)):
        return False
    people = _chain(items, role.last + 2)
    return any(person is holder.person for person in (people if role.plural else people[:1]))


def is_in_brackets(holder: Holder) -> bool:
    """ "A (Treasurer)", "A (Chair, Norway)"."""
    items, role = holder.site.line.items, holder.site.role
    return (
        holder.how == "before"
        and role.first > 1
        and items[role.first - 1].word == "("
        and items[role.first - 2] is holder.person
        and role.last + 1 < len(items)
        and items[role.last + 1].word in (")", ",", ";")
    )


@cache
def no_office() -> frozenset[str]:
    """Labels that tell somebody's part in an event or a text: "Speaker: A"."""
    return frozenset(word_list("en", "posts")["no_office"])


def heading_body(holder: Holder) -> Ref | None:
    """The body that the nearest heading above a label, or a bracket in a list, names: "1. Prize Committee"."""
    line: Line | None = holder.site.line
    if holder.site.role.body is not None or line is None:
        return None
    if not (is_labelled(holder) or (line.row and is_in_brackets(holder))):
        return None
    for _ in range(_LINES_ABOVE):
        line = line.before
        if line is None or (len(line.items) > _LONGEST_ROW and line.items[-1].word in (".", "!", "?")):
            return None
        bodies = [item for item in line.items if item.kind == "O" and item.ref is not None]
        others = [item for item in line.items if item.kind != "X" and item.word not in _OF_HEADINGS]
        if len(bodies) == 1 and all(item is bodies[0] or item.text.rstrip(".").isdecimal() for item in others):
            return bodies[0].ref
    return None


def bracketed_behind(holder: Holder) -> Item | None:
    """The only thing in brackets behind the person of a label: "President: A (Spain)" is of no Spain."""
    if not is_labelled(holder):
        return None
    items = holder.site.line.items
    at = place_of(items, holder.person)
    if at is None or at + 3 >= len(items) or items[at + 1].word != "(" or items[at + 3].word != ")":
        return None
    return items[at + 2]


def _closes(items: Sequence[Item], at: int) -> bool:
    """Whether a person stands here, and the row of offices goes on or ends behind the name: "Treasurer, A;"."""
    while at < len(items) and items[at].kind in ("H", "R"):
        at += 1
    following = items[at + 1].word if at + 1 < len(items) else "."
    return at < len(items) and items[at].kind == "P" and following in (";", ".", "and")


def _chain(items: Sequence[Item], first: int) -> list[Item]:
    """The people of an enumeration that begins here; what brackets say of them is passed over."""
    people: list[Item] = []
    depth = 0
    joined = True
    for item in items[first : first + _LONGEST_CHAIN]:
        if item.word == "(":
            depth += 1
        elif item.word == ")":
            depth = max(0, depth - 1)
        elif depth or item.kind in ("H", "R"):
            continue
        elif item.kind == "P" and joined:
            people.append(item)
            joined = False
        elif item.word in _JOINING:
            joined = True
        else:
            break
    return people


def place_of(items: Sequence[Item], person: Item) -> int | None:
    return next((at for at, item in enumerate(items) if item is person), None)
