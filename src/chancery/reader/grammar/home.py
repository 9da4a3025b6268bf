"""The body that a document is about."""

from __future__ import annotations

from collections import Counter

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
    counts: Counter[Ref] = Counter()
    for name in draft.names:
        if name.type != "person" and name.entity in draft.referents:
            counts[name.entity] += 1
    for ref, _ in counts.most_common():
        referent = draft.referents[ref]
        forms = [form for form in (referent.name, *referent.aliases) if is_state(form)]
        if forms and not any(form in but for form in forms):
            return ref
    return None


def is_dependent(name: str) -> bool:
    """Whether a body of this name cannot stand alone ("Publications Committee")."""
    lists = word_list("en", "units")
    folded = name.casefold()
    return says(folded, frozenset(lists["dependent"])) and not says(folded, frozenset(lists["independent"]))
