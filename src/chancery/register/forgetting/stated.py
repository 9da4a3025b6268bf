"""A claim by hand without one person: what is left of it, under ids that tell nothing of whom it named."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from chancery.register.by_hand_ids import id_by_hand
from chancery.register.ledger import ReadingTaken, Stated
from chancery.terms.claims import AttendanceFact, Claim, GatheringFact, Reading, claim_id

Renamed = Mapping[str, str | None]


def ids_by_hand(reading: Reading, number: int, renamed: Renamed) -> Callable[[Claim, str], str]:
    """The ids of a statement's claims after it was redacted: they stay where nothing of them changed.

    `renamed` tells what became of the claims before it: the gatherings that it refers to bear the ids of theirs.
    `number` tells statements apart that are alike now; it is that of the entry.
    """
    names: dict[str, tuple[str, str]] = {r.id: (r.type, r.name) for r in reading.referents}
    stated = reading.claims[-1] if reading.claims else None

    def own_id(claim: Claim, digest: str) -> str:
        if claim is not stated:
            return renamed.get(claim.id) or claim.id
        unchanged = claim_id(claim.fact, claim.evidence, names) == digest
        return claim.id if unchanged else id_by_hand(digest, number)

    return own_id


def redacted_statement(
    before: ReadingTaken, redacted: Reading, renamed: Renamed, layer: str, clean: Callable[[str], str]
) -> ReadingTaken | None:
    """What stands for the entry of a claim by hand; None where nothing of the claim is left."""
    assert before.stated is not None
    if len(redacted.claims) != len(before.reading.claims):
        return None
    stated = before.stated
    instead_of = None if stated.instead_of is None else renamed.get(stated.instead_of, stated.instead_of)
    return ReadingTaken(
        reading=msgspec.structs.replace(redacted, claims=tuple(_moved(c, renamed, clean) for c in redacted.claims)),
        layer=layer,
        stated=Stated(by=clean(stated.by), why=clean(stated.why), instead_of=instead_of),
    )


def _moved(claim: Claim, renamed: Renamed, clean: Callable[[str], str]) -> Claim:
    """The claim with the gatherings that it refers to under their new ids."""
    fact = claim.fact
    if isinstance(fact, AttendanceFact | GatheringFact):
        fact = msgspec.structs.replace(fact, gathering=renamed.get(fact.gathering) or fact.gathering)
    if isinstance(fact, GatheringFact) and fact.part_of is not None:
        fact = msgspec.structs.replace(fact, part_of=renamed.get(fact.part_of) or fact.part_of)
    return msgspec.structs.replace(claim, fact=fact, rule=clean(claim.rule))
