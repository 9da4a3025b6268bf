"""Forms of words that tie a person to a role and leave no doubt: "served as", "the appointment of A as", labels."""

from __future__ import annotations

from collections.abc import Sequence

from chancery.reader.grammar.changes import change_in
from chancery.reader.grammar.items import Item
from chancery.reader.linking.holders import Holder
from chancery.reader.linking.labels import is_in_brackets, is_labelled
from chancery.terms.claims import PostChange

_FILLING = frozenset({"appointed", "elected", "named", "reappointed", "re-elected"})
_NOUNS = frozenset({"appointment", "election", "reappointment", "re-election"})
_PASSIVE = frozenset({"was", "were", "been", "has", "have", "had", "is", "as"}) | frozenset(
    {"unanimously", "also", "then", "later", "again", "subsequently", "newly"}
)
_LONGEST_FORM = 8  # items from the person to the role
_BEING_FILLED = frozenset({"was", "were", "been", "is"})
_SERVING = frozenset({"served", "serves", "serving"})
_SUCCEEDING = frozenset({"succeeded", "succeeds", "replaced", "replaces"})
_SUCCEEDED = frozenset({"succeeded", "replaced"})
_BEING = frozenset({"was", "were", "been", "has", "had", "have"})


def is_plain(holder: Holder) -> bool:
    """Whether the words between person and role are one of the forms."""
    role = holder.site.role
    if holder.site.how != "said" or role.rank or holder.how == "list":
        return False
    return (
        is_labelled(holder)
        or is_in_brackets(holder)
        or _served_as(holder)
        or _filled(holder)
        or _in_succession(holder) is not None
    )


def plain_change(holder: Holder) -> PostChange | None:
    """The change that such a form tells of; None for any other, and where the words around are left to tell."""
    role, line = holder.site.role, holder.site.line
    if holder.site.how != "said" or role.rank or holder.how == "list":
        return None
    if is_labelled(holder) or is_in_brackets(holder):
        told = change_in(line.items[: role.first]) or (change_in(line.lead.items) if line.lead is not None else None)
        return told or ("former" if role.former else "holds")
    if _is_with(holder):
        return "holds"
    if _served_as(holder) and line.items[role.first - 2].word == "served":
        return None if _before(line.items, role.first - 2) in ("has", "have") else "former"
    return _in_succession(holder)


def _before(items: Sequence[Item], at: int) -> str:
    """The word before the item `at`; empty at the beginning of the line."""
    return items[at - 1].word if at > 0 else ""


def _served_as(holder: Holder) -> bool:
    """ "A is a politician who served as Minister", "he has served as Minister": nobody else is named between."""
    items, role = holder.site.line.items, holder.site.role
    if role.first < 2 or items[role.first - 1].word != "as" or items[role.first - 2].word not in _SERVING:
        return False
    if holder.how == "pronoun":
        return True
    nearest = next((items[at] for at in range(role.first - 1, -1, -1) if items[at].kind == "P"), None)
    return holder.how == "before" and nearest is holder.person


def _filled(holder: Holder) -> bool:
    """ "A was elected President", "A became President", "the appointment of A as President", "elected A President"."""
    items, role = holder.site.line.items, holder.site.role
    at = _place(holder)
    if holder.how != "before" or at is None:
        return False
    between = items[at + 1 : role.first]
    words = [item.word for item in between]
    if any(item.kind != "W" for item in between):
        return False
    passive = _FILLING.intersection(words) and _BEING_FILLED.intersection(words)
    if words == ["became"] or (passive and _FILLING.union(_PASSIVE).issuperset(words)):
        return True
    while at and items[at - 1].kind in ("H", "R", "T"):
        at -= 1
    before = [item.word for item in items[max(0, at - 2) : at]]
    if words == ["as"] and before[-1:] == ["of"] and before[0] in _NOUNS:
        return True
    return (words in (["as"], []) and before[-1:] != [] and before[-1] in _FILLING and "be" not in before) or _is_with(
        holder
    )


def _place(holder: Holder) -> int | None:
    """Where the person stands, if it is no further from the role than these forms are long."""
    items, role = holder.site.line.items, holder.site.role
    near = (*range(max(0, role.first - _LONGEST_FORM), role.first), *range(role.last + 1, role.last + 3))
    return next((at for at in near if at < len(items) and items[at] is holder.person), None)


def _is_with(holder: Holder) -> bool:
    """ "The Board sat with A as Chairman"."""
    items, role = holder.site.line.items, holder.site.role
    at = _place(holder)
    if holder.how != "before" or at is None or [item.word for item in items[at + 1 : role.first]] != ["as"]:
        return False
    while at and items[at - 1].kind in ("H", "R"):
        at -= 1
    return at > 0 and items[at - 1].word == "with"


def _in_succession(holder: Holder) -> PostChange | None:
    """ "A succeeded B as President" appoints A, whose post B had; so does "B was replaced as President by A"."""
    items, role = holder.site.line.items, holder.site.role
    at = _place(holder)
    if at is None or role.first < 2 or items[role.first - 1].word != "as":
        return None
    replaced = items[role.first - 2].word in _SUCCEEDED and _before(items, role.first - 2) in _BEING
    if at > role.last:
        return "appointed" if replaced and [item.word for item in items[role.last + 1 : at]] == ["by"] else None
    between = [item for item in items[at + 1 : role.first - 1] if item.kind not in ("H", "R")]
    words = [item.word for item in between if item.kind != "P"]
    if replaced:
        return "former" if _BEING.issuperset(words[:-1]) and len(words) == len(between) else None
    if len(between) == len(words) + 1 and between[-1].kind == "P":
        return "appointed" if words[-1:] and words[-1] in _SUCCEEDING and _BEING.issuperset(words[:-1]) else None
    if not between:
        while at and items[at - 1].kind in ("H", "R"):
            at -= 1
        said = at > 1 and items[at - 1].word in _SUCCEEDING
        return "former" if said and any(item.kind == "P" for item in items[: at - 1]) else None
    return None
