"""Nesting: the bodies and states that stand inside the name of a body, as names of level 1 and more."""

from __future__ import annotations

from chancery.reader.draft import Draft, Name
from chancery.reader.gazetteer import Gazetteer, gazetteer
from chancery.reader.naming.inner import inner_names
from chancery.reader.words import spans_of_words

_DEEPEST = 4


def run(draft: Draft) -> None:
    """Add the inner names to `draft.names`, each after the name that holds it."""
    lists = gazetteer(draft.layer.language)
    text = draft.text
    spans = {
        id(name): spans_of_words(text, name.start, name.end) for name in draft.names if name.type == "organisation"
    }
    known = frozenset(tuple(text[a:b] for a, b in found) for found in spans.values())
    known |= _named_inside(known, lists)
    out: list[Name] = []
    for outer in draft.names:
        out.append(outer)
        level = 1
        name = outer
        while name.type == "organisation" and level <= _DEEPEST:
            places = spans_of_words(text, name.start, name.end)
            inner = inner_names([text[a:b] for a, b in places], known, lists)
            if not inner:
                break
            first, after = places[inner[0].first], places[inner[0].after - 1]
            if inner[0].state:
                name = Name(first[0], after[1], "place", rule="state inside a name", level=level)
            else:
                name = Name(first[0], after[1], "organisation", rule="body inside a name", level=level)
            out.append(name)
            level += 1
    draft.names = out


def _named_inside(known: frozenset[tuple[str, ...]], lists: Gazetteer) -> frozenset[tuple[str, ...]]:
    """Bodies named only inside other names, of capital words: the "Seed AG" of "Council of the Seed AG"."""
    found: set[tuple[str, ...]] = set()
    for words in known:
        for inner in inner_names(words, known, lists):
            name = words[inner.first : inner.after]
            if not inner.state and len(name) > 1 and all(word[0].isupper() for word in name):
                found.add(name)
    return frozenset(found)
