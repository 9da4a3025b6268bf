"""Denials: words around a person and a role that deny the post, only suppose it, or make the role another's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from chancery.reader.grammar.changes import change_before, doubts
from chancery.reader.grammar.items import Item
from chancery.reader.grammar.predecessors import predecessor
from chancery.reader.linking.holders import Holder
from chancery.reader.linking.labels import no_office
from chancery.reader.wordlists import word_list

_CLAUSE = 10  # words between person and role that are one clause
_AUXILIARIES = 4  # words before a verb that may deny it
_DELEGATIONS = frozenset({"delegation", "delegations"})
_SUPPOSING = frozenset({"if", "unless", "whether", "denied", "denies", "denying"})


def is_denied(holder: Holder) -> bool:
    """Whether the words around person and role deny the post, only suppose it, or make the role another's.

    "A was not elected B", "the board may appoint A as B", "if A were elected B", "A denied that she was B",
    "A met the B".
    """
    items, role = holder.site.line.items, holder.site.role
    if holder.how == "after" and (_is_no_office(holder) or predecessor(items, ()) is holder.person):
        return True
    if _is_of_a_delegation(items, role.last + 1):
        return True
    at = next((i for i, item in enumerate(items) if item is holder.person), None)
    if holder.how == "pronoun":
        at = next((i for i in range(role.first - 1, -1, -1) if items[i].word in ("he", "she")), None)
    if at is None or at > role.first:
        return False
    between = [item.word for item in items[at + 1 : role.first] if item.kind == "W"]
    if holder.site.how == "membership" and any(word in _DELEGATIONS for word in between):
        return True  # "a member of the delegation to the Assembly" is no member of the Assembly
    if len(between) > _CLAUSE:
        return False
    if any(word in doubts() for word in between):
        return True
    another = items[role.first].word == "the" or between[-1:] == ["the"]
    if another and any(word in _meeting() for word in between):
        return True
    before = _clause_before(items, at)
    acts = any(change_before(word) is not None for word in before[-1:])  # "did not elect A", "may appoint A"
    return (acts and any(word in doubts() for word in before[-_AUXILIARIES:])) or any(
        word in _SUPPOSING for word in before
    )


def _is_no_office(holder: Holder) -> bool:
    """ "Chair: A" and "Speaker: A" head minutes, "Officers: President, A" lead to roles, "Professor A" is courtesy."""
    items, role = holder.site.line.items, holder.site.role
    if role.body is not None or holder.site.how != "said":
        return False
    name = role.role.casefold()
    if items[role.last + 1].word == ":":
        listing = role.plural and items[min(role.last + 2, len(items) - 1)].kind == "T"
        return listing or name in word_list("en", "posts")["presiding"] or name in no_office()
    return name in word_list("en", "posts")["courtesy"] and items[role.last + 1].kind in ("P", "H", "R")


def _is_of_a_delegation(items: Sequence[Item], at: int) -> bool:
    """ "a member of the delegation", "head of its delegation": being of a delegation is no post (the record format)."""
    words = [item.word for item in items[at : at + 3]]
    if words[:1] and words[0] in _DELEGATIONS:  # "members of the Norwegian delegation"
        return True
    return words[:1] == ["of"] and any(word in _DELEGATIONS for word in words[1:])


def _clause_before(items: Sequence[Item], at: int) -> list[str]:
    """The words before a person, back to the sign that opens the clause; titles and names stand between them."""
    words: list[str] = []
    for item in reversed(items[max(0, at - _CLAUSE) : at]):
        if item.kind == "X" and item.text in (",", ";", ":", ".", "(", "“", '"'):
            break
        if item.kind == "W":
            words.append(item.word)
    return words[::-1]


@cache
def _meeting() -> frozenset[str]:
    """Verbs whose object is another than who does it: the role behind them is not the subject's."""
    lists = word_list("en", "verbs")
    found = {word for name in ("meet", "tell", "thank", "urge", "host") for word in lists[name]}
    return frozenset(found - {"held", "proposed", "recommended", "called"})
