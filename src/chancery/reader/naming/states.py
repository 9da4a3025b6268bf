"""The states that a document names: where, and whether they act in it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from chancery.reader.draft import Draft, Name
from chancery.reader.gazetteer import Gazetteer
from chancery.reader.grammar.scoring import weights
from chancery.reader.naming.acting import Place, acting_features, is_headed, stands_for_state
from chancery.reader.naming.organs import governed_state
from chancery.reader.naming.vocabulary import WORDS
from chancery.reader.words import word_texts


@dataclass(slots=True)
class NamedState:
    """One state: its names in the draft, what they stand beside, and whether its adjective rules something."""

    names: list[Name] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    adjective_governs: bool = False
    governed: bool = False  # its government is named
    organ: bool = False  # named inside the name of one of its organs

    def features(self) -> set[str]:
        found = acting_features(self.places, adjective_governs=self.adjective_governs)
        return found | {"inside its organ"} if self.organ else found

    def acts(self, language: str) -> bool:
        if self.governed:
            return True
        learned = weights(language, "states")
        return learned.probability(self.features()) >= learned.threshold


def states_named(draft: Draft, lists: Gazetteer) -> dict[str, NamedState]:
    """By the first name of each state that the draft's places name."""
    found: dict[str, NamedState] = defaultdict(NamedState)
    capitals: dict[str, NamedState] = defaultdict(NamedState)
    place_of = _sentence_places(draft)
    for name in draft.names:
        if name.type != "place":
            continue
        text = " ".join(draft.text[name.start : name.end].split())
        state = lists.state_of.get(text) or (
            lists.state_of.get(text.title()) if text.isupper() and len(text) > 4 else None
        )
        if state is None:
            if text in lists.state_of_capital:
                capitals[lists.state_of_capital[text]].names.append(name)
                capitals[lists.state_of_capital[text]].places.append(place_of(name))
            continue
        entry = found[state]
        entry.names.append(name)
        if name.level == 0:
            entry.places.append(place_of(name))
        else:
            entry.organ = True
    for state, capital in capitals.items():
        if state in found and stands_for_state(capital.places):
            for name in capital.names:
                name.rule = CAPITAL
            found[state].names.extend(capital.names)
    _note_governments(draft, lists, found)
    return found


CAPITAL = "capital for its state"


def _note_governments(draft: Draft, lists: Gazetteer, found: dict[str, NamedState]) -> None:
    for name in draft.names:
        if name.type == "organisation":
            governed = governed_state(word_texts(draft.text[name.start : name.end]), lists)
            if governed in found:
                found[governed].governed = True
    for token, behind in zip(draft.tokens, draft.tokens[1:], strict=False):
        state = lists.state_of_adjective.get(token.text)
        if state in found and (behind.text.casefold() in WORDS.governing):
            found[state].adjective_governs = True


def headed_places(draft: Draft, lists: Gazetteer) -> set[str]:
    """The names of places, no states, that are named as what a mayor or governor heads: they act as bodies."""
    place_of = _sentence_places(draft)
    out: set[str] = set()
    for name in draft.names:
        text = " ".join(draft.text[name.start : name.end].split())
        if name.type == "place" and text not in lists.state_of and is_headed(*place_of(name)):
            out.add(text)
    return out


_AROUND = 200  # words on each side; a real sentence has fewer


def _sentence_places(draft: Draft) -> Callable[[Name], Place]:
    """A function from a name to the words of its sentence near it and the range of them that it covers."""
    starts = [token.start for token in draft.tokens]
    lines = [first for first, _ in draft.sentence_tokens]

    def place_of(name: Name) -> Place:
        at = bisect_right(starts, name.start) - 1
        first, after = draft.sentence_tokens[bisect_right(lines, at) - 1]
        end = bisect_right(starts, name.end - 1)
        first, after = max(first, at - _AROUND), min(after, end + _AROUND)
        return [token.text for token in draft.tokens[first:after]], at - first, end - first

    return place_of
