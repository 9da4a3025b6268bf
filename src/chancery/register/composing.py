"""A document's reading with what people stated by hand laid into it, as a pure function.

The result is one reading: a name that both know is one referent, and a gathering that a claim by hand refers to is the
one that the reader states, for as long as it states it. So whatever asks the record need not know who stated what; a
newer reading is composed with the same statements anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import msgspec

from chancery.register.ledger import ReadingTaken
from chancery.terms.claims import REF_FIELDS, AttendanceFact, Claim, Fact, GatheringFact, Reading, Ref, Referent

_LETTERS = {"person": "p", "organisation": "o", "place": "l"}


def composed(
    reading: Reading,
    statements: Iterable[ReadingTaken],
    *,
    is_out: Callable[[str], bool],
    is_withdrawn: Callable[[str], bool],
) -> Reading:
    """The reading with the statements by hand that stand, in their order.

    `is_withdrawn` tells of claims that were taken back, which are left out with the names that only they know; `is_out`
    also of those that were rejected, which stay to be found. A gathering that is stated in place of one that is out
    takes over who was there; an attendance whose gathering is gone is left out.
    """
    growing = _Growing(reading)
    for statement in statements:
        growing.add(statement, is_out, is_withdrawn)
    return growing.reading()


class _Growing:
    """A reading to which statements are added."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._referents = {referent.id: referent for referent in reading.referents}
        self._claims = list(reading.claims)
        self._ids = {claim.id for claim in reading.claims}
        self._gatherings = {c.id: c.fact.gathering for c in reading.claims if isinstance(c.fact, GatheringFact)}
        self._named: dict[tuple[str, str], Ref] = {}
        for referent in reading.referents:
            self._named.setdefault((referent.type, referent.name), referent.id)
        aliases = [(r.type, alias, r.id) for r in reading.referents for alias in set(r.aliases) - {r.name}]
        shared = Counter((kind, alias) for kind, alias, _ in aliases)
        for kind, alias, ref in aliases:
            if shared[kind, alias] == 1:  # "Petrov" of two people names neither
                self._named.setdefault((kind, alias), ref)

    def reading(self) -> Reading:
        return msgspec.structs.replace(
            self._reading, referents=tuple(self._referents.values()), claims=tuple(self._claims)
        )

    def add(self, taken: ReadingTaken, is_out: Callable[[str], bool], is_withdrawn: Callable[[str], bool]) -> None:
        assert taken.stated is not None
        *context, stated = taken.reading.claims
        instead_of = taken.stated.instead_of
        if is_withdrawn(stated.id):
            if instead_of in self._gatherings:  # so that what was stated in its place in turn finds the first one's
                self._gatherings[stated.id] = self._gatherings[instead_of]
            return
        local: dict[Ref, Ref] = {}
        gathering = stated.fact.gathering if isinstance(stated.fact, AttendanceFact) else None
        for claim in context:
            self._refer_to(claim, local, taken.reading.referents, is_withdrawn)
        if gathering is not None and gathering not in local:
            return
        if isinstance(stated.fact, GatheringFact):
            takes_over = instead_of is not None and instead_of in self._gatherings and is_out(instead_of)
            own = self._gatherings[str(instead_of)] if takes_over else self._free("g", set(self._gatherings.values()))
            local[stated.fact.gathering] = own
            self._gatherings[stated.id] = own
        self._enter(stated, local, taken.reading.referents)

    def _refer_to(
        self,
        claim: Claim,
        local: dict[Ref, Ref],
        referents: Sequence[Referent],
        is_withdrawn: Callable[[str], bool],
    ) -> None:
        """Let `local` know the gathering that a statement refers to; entered anew where no claim states it any more."""
        assert isinstance(claim.fact, GatheringFact)
        known = self._gatherings.get(claim.id)
        if known is None and is_withdrawn(claim.id):
            return
        known = known or self._like(claim, claim.fact)
        if known is not None:
            local[claim.fact.gathering] = known
        else:
            own = self._free("g", set(self._gatherings.values()))
            local[claim.fact.gathering] = self._gatherings[claim.id] = own
            self._enter(claim, local, referents)

    def _like(self, claim: Claim, fact: GatheringFact) -> Ref | None:
        """The gathering of one kind, on days that meet, that is now stated by words which the claim's evidence shares:
        the same one, read anew. Of several, that of which the most words are shared."""
        shared = [
            (_shared(claim, other), other.fact.gathering)
            for other in self._claims
            if isinstance(other.fact, GatheringFact) and other.fact.form == fact.form and _meet(fact, other.fact)
        ]
        best = max(shared, key=lambda each: each[0], default=(0, ""))
        return best[1] if best[0] else None

    def _enter(self, claim: Claim, local: dict[Ref, Ref], referents: Sequence[Referent]) -> None:
        if claim.id in self._ids:
            return
        named = {ref for field in REF_FIELDS for ref in _refs(getattr(claim.fact, field, None))}
        for referent in referents:
            if referent.id in named and referent.id not in local:
                local[referent.id] = self._referent(referent)
        self._ids.add(claim.id)
        self._claims.append(msgspec.structs.replace(claim, fact=_renamed(claim.fact, local)))

    def _referent(self, referent: Referent) -> Ref:
        """The id by which the reading knows the name; it is entered where it is new."""
        key = (referent.type, referent.name)
        if key not in self._named:
            own = self._free(_LETTERS[referent.type], self._referents)
            self._referents[own] = msgspec.structs.replace(referent, id=own)
            self._named[key] = own
        return self._named[key]

    def _free(self, letter: str, taken: Iterable[Ref]) -> Ref:
        known = set(taken)
        number = len(known) + 1
        while f"{letter}{number}" in known:
            number += 1
        return f"{letter}{number}"


def _shared(first: Claim, second: Claim) -> int:
    """How many characters of evidence two claims share."""
    return sum(
        max(0, min(a.end, b.end) - max(a.start, b.start))
        for a in first.evidence for b in second.evidence if a.document == b.document
    )  # fmt: skip


def _meet(first: GatheringFact, second: GatheringFact) -> bool:
    return first.start is None or second.start is None or first.start.overlaps(second.start)


def _refs(value: Ref | tuple[Ref, ...] | None) -> tuple[Ref, ...]:
    return value if isinstance(value, tuple) else () if value is None else (value,)


def _renamed(fact: Fact, local: dict[Ref, Ref]) -> Fact:
    changed: dict[str, object] = {}
    for field in (*REF_FIELDS, "gathering"):
        value = getattr(fact, field, None)
        if isinstance(value, tuple):
            changed[field] = tuple(local[ref] for ref in value)
        elif value is not None:
            changed[field] = local[value]
    if isinstance(fact, GatheringFact) and fact.part_of is not None:
        changed["part_of"] = local.get(fact.part_of)
    return msgspec.structs.replace(fact, **changed)
