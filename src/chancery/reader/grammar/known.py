"""What a document has told so far that the words of a role lean on: states, bodies named before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from chancery.reader.grammar.items import Item
from chancery.reader.wordlists import word_list
from chancery.terms.claims import Ref

_OTHER_BODIES = frozenset(
    {"party", "association", "organization", "organisation", "union", "federation", "society", "company", "group",
     "ministry", "department", "foundation", "league", "academy", "university", "institute", "club", "centre", "center"}
)  # fmt: skip


@dataclass(slots=True, frozen=True)
class Known:
    """What the document has told so far: the state of an adjective, and the body last named by each common noun."""

    state_of: Callable[[str], Ref | None]
    last: dict[str, Ref] = field(default_factory=dict)
    subjects: list[Ref] = field(default_factory=list)  # the first body of each sentence that names one

    def owner(self, items: list[Item], at: int) -> Ref | None:
        """Whose "its" is at the item `at`: the first body named before it in the sentence, else the last sentence's."""
        before = next((item.ref for item in items[:at] if item.kind == "O" and item.ref), None)
        return before or (self.subjects[-1] if self.subjects else None)

    def saw(self, items: list[Item]) -> None:
        """Remember the bodies of a sentence: "the Committee" will mean the committee that was named last."""
        first = next((item.ref for item in items if item.kind == "O" and item.ref), None)
        if first is not None:
            self.subjects.append(first)
        for item in items:
            if item.kind == "O" and item.ref is not None:
                for word in item.word.split():
                    if word in common_bodies():
                        self.last[word] = item.ref


@cache
def common_bodies() -> frozenset[str]:
    """Words that by themselves mean a body."""
    return frozenset(word_list("en", "posts")["collegiate"]) | _OTHER_BODIES
