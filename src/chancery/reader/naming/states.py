"""The states that a document names: where, and whether they act in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from chancery.reader.draft import Draft, Name
from chancery.reader.gazetteer import Gazetteer
from chancery.reader.grammar.scoring import weights
from chancery.reader.naming.acting import (
    Place,
    acting_features,
    beside_adjective,
    document_features,
    is_headed,
    neighbours,
    stands_for_state,
    surroundings,
)
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
    said: set[str] = field(default_factory=set)  # what its mentions and its adjectives stand beside, and how they look

    def features(self) -> set[str]:
        found = self.said | acting_features(self.places, adjective_governs=self.adjective_governs)
        for place in self.places:
            found |= neighbours(*place)
        if self.governed:
            found.add("its government is named")
        return found | {"inside its organ"} if self.organ else found

    def acts(self, language: str) -> bool:
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
    _note_lists(draft, found, place_of)
    _note_names_beside(draft, found)
    _note_looks(draft, found)
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
    words = [token.text for token in draft.tokens]
    offices = {title.start: draft.text[title.start : title.end] for title in draft.titles if not title.honorific}
    adjectives: Counter[str] = Counter()
    for at, word in enumerate(words):
        state = lists.state_of_adjective.get(word)
        if state in found:
            adjectives[state] += 1
            found[state].said |= beside_adjective(words, at)
            office = next((offices[t.start] for t in draft.tokens[at + 1 : at + 3] if t.start in offices), None)
            if office is not None:
                found[state].said |= {"adjective of who holds", f"adjective of a {office.split()[-1].casefold()}"}
    for state, entry in found.items():
        entry.said.add(f"adjectives {min(adjectives[state], 3)}")


def _note_lists(draft: Draft, found: dict[str, NamedState], place_of: Callable[[Name], Place]) -> None:
    """What the first of a list stands beside is said of the others too: "drills with Germany, France and Spain"."""
    owner = {id(name): entry for entry in found.values() for name in entry.names}
    heads: dict[int, Name] = {}
    before: Name | None = None
    for name in draft.names:
        if name.level > 0:
            continue
        if before is not None and id(name) in owner and before.type != "person":
            between = draft.text[before.end : name.start].casefold().replace(",", " ").split()
            if len(between) <= _MOST_JOINING and _JOINING.issuperset(between) and before.end < name.start:
                head = heads[id(name)] = heads.get(id(before), before)
                words, first, after = place_of(head)
                owner[id(name)].said.add(f"list {surroundings(words, first, after)}")
                owner[id(name)].said |= {said for said in neighbours(words, first, after) if said.startswith("left ")}
        before = name


def _note_names_beside(draft: Draft, found: dict[str, NamedState]) -> None:
    """What kind of name stands next to it, and what ties the two: "Oslo, Norway", "Norway, Peru", "Oslo of Norway"."""
    owner = {id(name): entry for entry in found.values() for name in entry.names}
    for before, name in pairwise(name for name in draft.names if name.level == 0):
        between = draft.text[before.end : name.start].strip()
        if between not in _TIES:
            continue
        if id(name) in owner and between:
            owner[id(name)].said.add(f"{between} behind a {'state' if id(before) in owner else before.type}")
        if id(before) in owner and between in ("", ","):
            owner[id(before)].said.add(f"{between} before a {'state' if id(name) in owner else name.type}")


def _note_looks(draft: Draft, found: dict[str, NamedState]) -> None:
    """How a state is written and where, and how much of the document it takes up."""
    kinds = ("title", "dateline")
    headings = [(piece.kind, piece.start, piece.end) for piece in draft.layer.furniture if piece.kind in kinds]
    total = sum(len(entry.names) for entry in found.values())
    for entry in found.values():
        outer = [name for name in entry.names if name.level == 0]
        where = [next((kind for kind, start, end in headings if start <= n.start < end), "text") for n in outer]
        entry.said |= {f"in {kind}" for kind in where}
        if where and "text" not in where:
            entry.said.add("in headings only")
        if not where:
            entry.said.add("inside only")
        for name in entry.names:
            form = draft.text[name.start : name.end]
            short = form.isupper() and len(form) <= _LONGEST_LETTERS
            entry.said.add("letters" if short else "long form" if len(form.split()) > 3 else "plain form")
        entry.said |= document_features(len(entry.names), total, len(found), len(draft.tokens))


def headed_places(draft: Draft, lists: Gazetteer) -> set[str]:
    """The names of places, no states, that are named as what a mayor or governor heads: they act as bodies.

    So does a state of the US under anybody with an office: "Ohio Treasurer", "Superintendent of Ohio".
    """
    place_of = _sentence_places(draft)
    begins = {title.start for title in draft.titles if not (title.honorific or title.rank)}
    ends = {title.end for title in draft.titles if not (title.honorific or title.rank)}
    starts = [token.start for token in draft.tokens]
    out: set[str] = set()
    for name in draft.names:
        text = " ".join(draft.text[name.start : name.end].split())
        if name.type != "place" or text in lists.state_of:
            continue
        if is_headed(*place_of(name)):
            out.add(text)
        elif lists.place_names.get(lists.long_form.get(text, text)) == "us_states":
            at, behind = bisect_left(starts, name.start), bisect_left(starts, name.end)
            if behind < len(starts) and draft.tokens[behind].text == "State":
                behind += 1
            office_of = at > 1 and draft.tokens[at - 1].text == "of" and draft.tokens[at - 2].end in ends
            if office_of or (
                behind < len(starts) and starts[behind] in begins and draft.tokens[behind].text[0].isupper()
            ):
                out.add(text)
    return out


_JOINING = frozenset({"and", "the", "or", "as", "well", "&"})  # between the members of a list
_MOST_JOINING = 4
_TIES = frozenset({"", ",", "of", "in"})  # between a state and the name beside it
_LONGEST_LETTERS = 5  # "U.S.", "DPRK"
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
