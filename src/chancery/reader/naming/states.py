"""The states that a document names: where, and whether they act in it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass, field

from chancery.reader.draft import Draft, Name
from chancery.reader.gazetteer import Gazetteer
from chancery.reader.grammar.scoring import weights
from chancery.reader.naming.acting import GOVERNING, Place, acting_features


@dataclass(slots=True)
class NamedState:
    """One state: its names in the draft, what they stand beside, and whether its adjective rules something."""

    names: list[Name] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    adjective_governs: bool = False
    organ: bool = False  # named inside the name of one of its organs

    def features(self) -> set[str]:
        found = acting_features(self.places, adjective_governs=self.adjective_governs)
        return found | {"inside its organ"} if self.organ else found

    def acts(self, language: str) -> bool:
        learned = weights(language, "states")
        return learned.probability(self.features()) >= learned.threshold


def states_named(draft: Draft, lists: Gazetteer) -> dict[str, NamedState]:
    """By the first name of each state that the draft's places name."""
    found: dict[str, NamedState] = defaultdict(NamedState)
    starts = [token.start for token in draft.tokens]
    lines = [first for first, _ in draft.sentence_tokens]
    for name in draft.names:
        if name.type != "place":
            continue
        state = lists.state_of.get(" ".join(draft.text[name.start : name.end].split()))
        if state is None:
            continue
        at = bisect_right(starts, name.start) - 1
        first, after = draft.sentence_tokens[bisect_right(lines, at) - 1]
        end = bisect_right(starts, name.end - 1)
        entry = found[state]
        entry.names.append(name)
        if name.level == 0:
            entry.places.append(([token.text for token in draft.tokens[first:after]], at - first, end - first))
        else:
            entry.organ = True
    for token, behind in zip(draft.tokens, draft.tokens[1:], strict=False):
        state = lists.state_of_adjective.get(token.text)
        if state in found and (behind.text.casefold() in GOVERNING):
            found[state].adjective_governs = True
    return found
