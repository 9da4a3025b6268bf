"""Tellings: which change of a post the words around it tell of, with what speaks for each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import get_args

from chancery.reader.grammar.changes import change_before, change_in, first_change
from chancery.reader.grammar.items import Item
from chancery.reader.grammar.scoring import Weights
from chancery.reader.linking.forms import plain_change
from chancery.reader.linking.gap import code_of
from chancery.reader.linking.holders import Holder
from chancery.reader.wordlists import word_list
from chancery.terms.claims import PostChange

_BY_A_VERB = frozenset({"after the verb", "before the verb"})
CHANGES: tuple[PostChange, ...] = get_args(PostChange)
_NEAR = 4  # words before the person or the role that may tell of a change
_SAID_OF_ROLE = (
    "outgoing",
    "incoming",
    "newly",
    "new",
    "former",
    "ex-",
    "then",
    "late",
    "elect",
    "acting",
    "retired",
    "nominee",
    "designate",
)


def telling_features(holder: Holder) -> list[str]:
    """What the line, the gap and the lead-in say, the same for every change that may be meant."""
    role, line, items = holder.site.role, holder.site.line, holder.line.items
    found = ["any", f"how={holder.how}", f"{'rank' if role.rank else holder.site.how}"]
    tie = line.ties.get(holder.site.group) if holder.site.group >= 0 else None
    if tie is not None and any(person is holder.person for person in tie.people):
        found += [f"tie={tie.change}", f"tie={tie.change}, {tie.pattern}"]
    if role.former:
        found.append("former role")
    found += [f"said {word}" for word in _SAID_OF_ROLE if word in role.title.casefold().replace("-", " ").split()]
    if holder.how == "list":
        found.append(f"lead={change_in(line.items)}")
        found += [f"lead {item.word}" for item in line.items if item.kind == "W" and code_of(item) == item.word]
        found += _row(holder)
        return found
    found.append(f"line={change_in(items)}")
    first, after = _gap(holder)
    words = [item.word for item in items[first:after] if item.kind == "W"]
    cue = first_change(words)
    found += [f"gap={cue}", f"gap={cue}, {holder.how}"]
    found += [f"gap {item.word}" for item in items[first:after] if item.kind == "W" and code_of(item) == item.word]
    begin = min(first - 1, role.first) if holder.how != "pronoun" else role.first
    for item in items[max(0, begin - _NEAR) : begin]:
        if item.kind == "W":
            found.append(f"before {item.word}")
            active = change_before(item.word)
            if active is not None:
                found.append(f"active={active}")
    end = max(after, role.last) + 1
    found += [
        f"after {item.word}" for item in items[end : end + _NEAR] if item.kind == "W" and code_of(item) == item.word
    ]
    if any(item.date is not None and item.date.until is not None for item in items[max(0, begin - 2) : end + _NEAR]):
        found.append("a range of dates")
    return found


def tellings(holder: Holder) -> list[list[str]]:
    """The features of each change, in the order of CHANGES."""
    shared = telling_features(holder)
    return [[f"{change}: {feature}" for feature in shared] for change in CHANGES]


def _row(holder: Holder) -> list[str]:
    items: Sequence[Item] = holder.line.items
    found = [f"row {item.word}" for item in items if item.kind == "W" and code_of(item) == item.word]
    found.append(f"row={change_in(items)}")
    dates = [item.date for item in items if item.date is not None]
    if dates:
        found.append("row has a range" if dates[-1].until is not None else "row has a date")
    return found


def _gap(holder: Holder) -> tuple[int, int]:
    """Between person and role in the line of the role: first and after-last item."""
    items, role = holder.site.line.items, holder.site.role
    at = next((index for index, item in enumerate(items) if item is holder.person), None)
    if at is None:
        at = next((i for i in range(role.first - 1, -1, -1) if items[i].word in ("he", "she", "his", "her")), -1)
    return (at + 1, role.first) if at < role.first else (role.last + 1, at)


def said_change(holder: Holder) -> PostChange | None:
    """The change that the grammar reads without doubt: a verb between person and role, or right before the person."""
    plain = plain_change(holder)
    if plain is not None:
        return plain
    items = holder.line.items
    at = next((index for index, item in enumerate(items) if item is holder.person), 0) - 1
    while at >= 0 and items[at].kind in ("H", "R"):
        at -= 1
    if holder.how == "before" and at >= 0 and items[at].word in _thanking():  # "thanked A as its Director"
        return "holds"
    if holder.how == "after" and not holder.site.role.rank and _only_was(items, holder.site.role.last + 1, at + 1):
        return "former"
    tie = holder.site.line.ties.get(holder.site.group) if holder.site.group >= 0 else None
    if tie is None or holder.site.role.rank or all(person is not holder.person for person in tie.people):
        return None
    if tie.pattern not in _BY_A_VERB or tie.change == "holds":
        return None
    replaced = any(item.word in ("replaced", "succeeded") for item in holder.site.line.items)
    return tie.change if tie.change != "former" or replaced else None


def _only_was(items: Sequence[Item], first: int, after: int) -> bool:
    """ "The vice-chairman of the Board was A": nothing but the verb stands between, courtesies left out."""
    return [item.word for item in items[first:after]] in (["was"], ["were"])


def likeliest_change(holder: Holder, learned: Weights) -> PostChange:
    """The change that the learned weights find likeliest."""
    told = learned.shares(tellings(holder))
    return CHANGES[max(range(len(CHANGES)), key=told.__getitem__)]


@cache
def _thanking() -> frozenset[str]:
    """Verbs that say something to somebody, and fill no post."""
    lists = word_list("en", "verbs")
    return frozenset(word for name in ("thank", "express", "tell") for word in lists[name])
