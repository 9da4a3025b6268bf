"""Who is tied to whom: people and bodies that met at gatherings, held posts in each other, or made agreements."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Literal

import msgspec

from chancery.register.acts import Facts
from chancery.register.careers import stored_tenures
from chancery.register.citations import Shown
from chancery.register.gatherings import Gatherings
from chancery.register.lookup import find_entity
from chancery.register.store import Store
from chancery.terms.claims import AttendanceFact, Claim
from chancery.terms.entities import Citation, EntityName

TieKind = Literal["gathering", "post", "agreement"]
TIE_KINDS: tuple[TieKind, ...] = ("gathering", "post", "agreement")

MOST_PRESENT = 40  # of one gathering: in a crowd, presence ties nobody
_MOST_PROOFS = 3

_ATTENDANCE = """
    SELECT claim.id, claim.reading, claim.content, referent.entity
    FROM claim JOIN claim_ref ON claim_ref.claim = claim.id AND claim_ref.field = 'who'
    JOIN referent ON referent.member = claim_ref.member
    WHERE claim.kind = 'attendance' AND claim.out = 0 AND claim.stance = 'asserted' ORDER BY claim.id
"""
_AGREEMENTS = """
    SELECT claim.id, claim.day, referent.entity
    FROM claim JOIN claim_ref ON claim_ref.claim = claim.id AND claim_ref.field IN ('parties', 'signatories')
    JOIN referent ON referent.member = claim_ref.member
    WHERE claim.kind = 'agreement' AND claim.out = 0 AND claim.stance = 'asserted' ORDER BY claim.id, referent.entity
"""


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """What ties two people or bodies: how many gatherings, posts and agreements, and some of the sentences."""

    first: EntityName
    second: EntityName
    gatherings: int = 0
    posts: int = 0
    agreements: int = 0
    citations: tuple[Citation, ...] = ()

    @property
    def strength(self) -> int:
        return self.gatherings + self.posts + self.agreements


def ties_between(
    store: Store,
    first: dt.date | None = None,
    last: dt.date | None = None,
    *,
    about: str | None = None,
    kinds: Iterable[TieKind] = TIE_KINDS,
    most: int = 250,
) -> list[Tie]:
    """The strongest ties of the days within [first, last], both included, at most `most`; those of one entity with
    `about`. What has no date counts only where no days are asked about. Raises QuestionError Q001 or Q003.
    """
    days = _Days(first, last)
    found: dict[tuple[str, str], dict[TieKind, dict[str, None]]] = defaultdict(lambda: defaultdict(dict))
    told: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for kind, what, claims, entities in _occasions(store, days, set(kinds)):
        for pair in combinations(sorted(set(entities)), 2):
            found[pair][kind][what] = None
            told[pair].update(dict.fromkeys(claims.get(entity, what) for entity in pair))
    shown = Shown(store)
    centre = None if about is None else find_entity(store, about).id
    told_of = found if centre is None else [pair for pair in found if centre in pair]
    ordered = sorted(told_of, key=lambda pair: (-sum(map(len, found[pair].values())), pair))
    return [
        Tie(
            first=shown.entity(pair[0]), second=shown.entity(pair[1]), gatherings=len(found[pair]["gathering"]),
            posts=len(found[pair]["post"]), agreements=len(found[pair]["agreement"]),
            citations=shown.citations(shown.claims(list(told[pair])[:_MOST_PROOFS])),
        )
        for pair in ordered[:most]
    ]  # fmt: skip


_Occasion = tuple[TieKind, str, dict[str, str], Sequence[str]]  # kind, its id, a claim for each entity, the entities


def _occasions(store: Store, days: _Days, kinds: set[TieKind]) -> Iterable[_Occasion]:
    if "gathering" in kinds:
        yield from _gathered(store, days)
    if "post" in kinds:
        for stored in stored_tenures(store, "standing = 'held' AND body IS NOT NULL", ()):
            derived = stored.tenure
            spans = (derived.start.date, derived.attested_first, derived.attested_last, derived.end.date)
            dates = [day for span in spans if span is not None for day in (span.first, span.last) if day is not None]
            if stored.body is not None and days.meet(min(dates, default=None), max(dates, default=None)):
                claim = derived.claims[0]
                yield (
                    "post",
                    stored.id,
                    dict.fromkeys((stored.person, stored.body), claim),
                    (stored.person, stored.body),
                )
    if "agreement" in kinds:
        parties: dict[tuple[str, str | None], list[str]] = defaultdict(list)
        for claim, day, entity in store.rows(_AGREEMENTS):
            parties[claim, day].append(entity)
        for (claim, day), entities in parties.items():
            when = None if day is None else dt.date.fromisoformat(day)
            if days.meet(when, when):
                yield "agreement", claim, dict.fromkeys(entities, claim), entities


def _gathered(store: Store, days: _Days) -> Iterable[_Occasion]:
    """Each gathering, as all documents tell it, with those who were there."""
    gatherings = Gatherings(store, Facts(store, Shown(store)))
    whole = {saying.claim: group for group in gatherings.all() for saying in group}
    local = {
        (reading, msgspec.json.decode(content, type=Claim).fact.gathering): claim  # type: ignore[union-attr]
        for claim, reading, content in store.rows(
            "SELECT id, reading, content FROM claim WHERE kind = 'gathering' AND out = 0 ORDER BY id"
        )
    }
    present: dict[str, dict[str, str]] = defaultdict(dict)
    for claim, reading, content, entity in store.rows(_ATTENDANCE):
        fact = msgspec.json.decode(content, type=Claim).fact
        assert isinstance(fact, AttendanceFact)
        stated = local.get((reading, fact.gathering))
        if stated in whole:
            present[whole[stated][0].claim].setdefault(entity, claim)
    for gathering, claims in sorted(present.items()):
        dates = [day for saying in whole[gathering] for day in (saying.days() or ())]
        if 1 < len(claims) <= MOST_PRESENT and days.meet(min(dates, default=None), max(dates, default=None)):
            yield "gathering", gathering, claims, tuple(claims)


class _Days:
    """The days that are asked about; unbounded where no bound is given."""

    def __init__(self, first: dt.date | None, last: dt.date | None) -> None:
        self._asked = first is not None or last is not None
        self._first, self._last = first or dt.date.min, last or dt.date.max

    def meet(self, first: dt.date | None, last: dt.date | None) -> bool:
        if first is None or last is None:
            return not self._asked
        return first <= self._last and last >= self._first
