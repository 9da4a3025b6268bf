"""The body that a document is about."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache

from chancery.reader.draft import Draft
from chancery.reader.grammar.states import is_state
from chancery.reader.grammar.words import says
from chancery.reader.wordlists import word_list
from chancery.terms.claims import Ref

# It is named at least this often, and this many times as often as any other body; chosen on the training records.
_OFTEN = 3
_RATIO = 2
_RATIO_IN_LEAD = 1.5  # for a body named in the heading or the first lines
_LEAD = 300  # characters
_REMEMBERED = 4096  # names of which it is remembered whether they are of a dependent body
_STATES = "states, those named most often first"


def home_body(draft: Draft) -> Ref | None:
    """The body named far more often than any other, states and dependent bodies left out; None if none stands out."""
    counts: Counter[Ref] = Counter()
    for name in draft.names:
        if name.type == "organisation" and name.entity is not None:
            counts[name.entity] += 1
    for ref in list(counts):
        referent = draft.referents.get(ref)
        if referent is None or is_dependent(referent.name) or any(map(is_state, (referent.name, *referent.aliases))):
            del counts[ref]
    ranked = counts.most_common(2)
    if not ranked or ranked[0][1] < _OFTEN:
        return None
    home, times = ranked[0]
    lead = any(name.entity == home and name.start < _LEAD for name in draft.names)
    ratio = _RATIO_IN_LEAD if lead else _RATIO
    return home if len(ranked) == 1 or times >= ratio * ranked[1][1] else None


def home_state(draft: Draft, *, but: str) -> Ref | None:
    """The state named most often, other than those whose names stand in the words `but`; None where none is named."""
    return next((ref for ref, forms in _states(draft) if not any(form in but for form in forms)), None)


def _states(draft: Draft) -> list[tuple[Ref, list[str]]]:
    """The states that the document names, those named most often first, with their names. Made once."""
    found = draft.views.get(_STATES)
    if isinstance(found, list):
        return found
    counts: Counter[Ref] = Counter()
    for name in draft.names:
        if name.type != "person" and name.entity in draft.referents:
            counts[name.entity] += 1
    states: list[tuple[Ref, list[str]]] = []
    for ref, _ in counts.most_common():
        referent = draft.referents[ref]
        forms = [form for form in (referent.name, *referent.aliases) if is_state(form)]
        if forms:
            states.append((ref, forms))
    draft.views[_STATES] = states
    return states


@lru_cache(maxsize=_REMEMBERED)
def is_dependent(name: str) -> bool:
    """Whether a body of this name cannot stand alone ("Publications Committee")."""
    dependent, independent = _dependence()
    folded = name.casefold()
    return says(folded, dependent) and not says(folded, independent)


@cache
def _dependence() -> tuple[frozenset[str], frozenset[str]]:
    lists = word_list("en", "units")
    return frozenset(lists["dependent"]), frozenset(lists["independent"])
