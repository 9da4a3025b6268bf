"""Ties that need no learning: forms of words that say one thing only, and are too rare to be learned."""

from __future__ import annotations

from chancery.reader.grammar.changes import first_change
from chancery.reader.grammar.complements import state_in_brackets
from chancery.reader.linking.forms import is_plain
from chancery.reader.linking.holders import POST_WORDS, Holder

CERTAIN = 0.9  # how likely such a tie is taken to be; on our own examples none was wrong
_JOINING = frozenset({"elected", "appointed", "reappointed"})
_FILLERS = frozenset(
    {"was", "were", "been", "has", "have", "had", "is", "are", "to", "the", "unanimously", "also", "again", "newly"}
)


def is_certain(holder: Holder) -> bool:
    """Whether the words alone tie person and role."""
    return (
        is_plain(holder) or _held_in_turn(holder) or _joined(holder) or _titled_together(holder) or _of_a_state(holder)
    )


def _held_in_turn(holder: Holder) -> bool:
    """ "The post of High Commissioner has been held in turn by:" over a list of people, the first name of each row."""
    lead = holder.line.lead
    if holder.how != "list" or lead is None or lead.items[-1].word != ":" or holder.site.role.rank:
        return False
    words = {item.word for item in lead.items}
    first = next((item for item in holder.line.items if item.kind == "P"), None)
    return "held" in words and bool(words & POST_WORDS) and holder.site.how == "said" and first is holder.person


def _titled_together(holder: Holder) -> bool:
    """ "Vice-Chairmen A, B and C": a title in the plural right before a list of people is everyone's."""
    role, line = holder.site.role, holder.site.line
    tie = line.ties.get(holder.site.group)
    if tie is None or not role.plural or role.rank or tie.pattern != "before the name" or len(tie.people) < 2:
        return False
    return any(person is holder.person for person in tie.people)


def _of_a_state(holder: Holder) -> bool:
    """ "A, Foreign Minister (France)": a role beside a name, and the state that it is of in brackets."""
    role, line = holder.site.role, holder.site.line
    tie = line.ties.get(holder.site.group)
    if tie is None or role.rank or tie.pattern != "apposition" or all(one is not holder.person for one in tie.people):
        return False
    return state_in_brackets(line.items, role.last) is not None


def _joined(holder: Holder) -> bool:
    """ "A was elected to the Board": a body with members, and nothing but the verb between."""
    if holder.site.how != "membership" or holder.how != "before":
        return False
    items = holder.line.items
    at = next((index for index, item in enumerate(items) if item is holder.person), len(items))
    between = items[at + 1 : holder.site.role.first]
    words = [item.word for item in between]
    if not words or "to" not in words or any(item.kind not in ("W", "D") for item in between):
        return False
    change = first_change(words)
    return change in _JOINING and all(
        item.kind == "D" or item.word in _FILLERS or item.word in _JOINING for item in between
    )
