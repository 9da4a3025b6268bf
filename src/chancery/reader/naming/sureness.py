"""How sure the names are that a fact hangs on: no fact is surer than they."""

from __future__ import annotations

from collections.abc import Iterable

from chancery.reader.draft import Draft
from chancery.reader.grammar.scoring import steps_of
from chancery.terms.claims import Ref

_VIEW = "sureness"


def sureness(draft: Draft) -> dict[Ref, float]:
    """How sure the model of names was of each referent, at best: 0 to 1. Made once, when names have entities."""
    found = draft.views.get(_VIEW)
    if isinstance(found, dict):
        return found
    sure: dict[Ref, float] = {}
    for name in draft.names:
        if name.entity is not None:
            sure[name.entity] = max(sure.get(name.entity, 0.0), name.score)
    draft.views[_VIEW] = sure
    return sure


def sure_features(draft: Draft, name: str, refs: Iterable[Ref | None]) -> list[str]:
    """The least sure of the referents, as features that begin with `name`; none for no referents."""
    sure = sureness(draft)
    least = min((sure.get(ref, 0.0) for ref in refs if ref is not None), default=None)
    return [] if least is None else steps_of(f"{name} sure", least)
