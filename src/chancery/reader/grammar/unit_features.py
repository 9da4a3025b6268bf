"""What speaks for and against a unit fact that was drawn: features that people can read, for the scorer."""

from __future__ import annotations

from dataclasses import dataclass

from chancery.reader.draft import Draft
from chancery.reader.grammar.states import is_state
from chancery.terms.claims import UnitFact

_MANY = 6
_OFTEN = 3


@dataclass(slots=True, frozen=True)
class DrawnUnit:
    """A unit fact with the words that state it."""

    fact: UnitFact
    start: int
    end: int
    rule: str


def unit_features(draft: Draft, unit: DrawnUnit) -> list[str]:
    """The features of one unit fact."""
    fact = unit.fact
    child = draft.referents[fact.child]
    words = child.name.casefold().split()
    found = [
        unit.rule,
        f"change={fact.change}",
        f"child of {min(len(words), _MANY)} words",
        f"last={words[-1]}",
        f"first={words[0]}",
        f"child named {min(len(child.mentions), _OFTEN)} times",
    ]
    if fact.parent is None:
        found.append("no parent")
    else:
        parent = draft.referents[fact.parent]
        found.append("parent a state" if is_state(parent.name) else f"parent a {parent.type}")
        found.append(f"parent of {min(len(parent.name.split()), _MANY)} words")
        found.append(f"parent named {min(len(parent.mentions), _OFTEN)} times")
        head = next((words[at - 1] for at, word in enumerate(words) if at and word in ("of", "for")), words[-1])
        found += [f"head={head}", f"{unit.rule}, head={head}"]
        if parent.name.isupper():
            found.append("parent an acronym")
    if fact.date is not None:
        found.append("dated")
    if is_state(child.name):
        found.append("child a state")
    return found
