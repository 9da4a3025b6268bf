"""No fact without evidence: a claim whose quote is not what stands at its offsets is refused, and the refusal kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from chancery.terms.claims import (
    AttendanceFact,
    Claim,
    GatheringFact,
    PostFact,
    Reading,
    Ref,
    Referent,
    Refusal,
    refs_of,
)
from chancery.terms.document import TextLayer

_NONE: Mapping[str, TextLayer] = {}


class Checked(msgspec.Struct, frozen=True):
    """The claims of one reading that may enter the record, and those that may not, both in the reader's order.

    What the reader itself refused comes before what is refused here.
    """

    accepted: tuple[Claim, ...]
    refused: tuple[Refusal, ...]


def check_evidence(claim: Claim, layer: TextLayer, beside: Mapping[str, TextLayer] = _NONE) -> str | None:
    """Why the claim's evidence does not hold, or None where every quote equals its slice of the text layer.

    The first evidence stands in the document itself. More may stand in the documents `beside` it, by their SHA-256:
    the tables of one data set, of which one names what the other counts by ids.
    """
    if not claim.evidence:
        return "no evidence"
    if claim.evidence[0].document != layer.document:
        return f"evidence in another document, {claim.evidence[0].document}"
    for evidence in claim.evidence:
        there = layer if evidence.document == layer.document else beside.get(evidence.document)
        if there is None:
            return f"evidence in another document, {evidence.document}"
        if not 0 <= evidence.start < evidence.end <= len(there.text):
            return f"evidence at [{evidence.start}, {evidence.end}) of a text of {len(there.text)} characters"
        if there.text[evidence.start : evidence.end] != evidence.quote:
            return f"the quote is not what stands at [{evidence.start}, {evidence.end})"
    return None


def check_references(claim: Claim, referents: Mapping[Ref, Referent]) -> str | None:
    """Why the claim's names do not hold, or None where each is a referent of the reading and a post has a person."""
    for ref in refs_of(claim.fact):
        if ref not in referents:
            return f"nothing in the document is known as {ref}"
    if isinstance(claim.fact, PostFact) and referents[claim.fact.person].type != "person":
        return f"{claim.fact.person} holds a post and is no person"
    return None


def check_reading(reading: Reading, layer: TextLayer, beside: Mapping[str, TextLayer] = _NONE) -> Checked:
    """Sort the claims of a reading; for `beside` see `check_evidence`.

    The same claim twice is one; a claim about a refused gathering is refused too.
    """
    referents = {referent.id: referent for referent in reading.referents}
    claims = tuple({claim.id: claim for claim in reading.claims}.values())
    reasons = {claim.id: check_evidence(claim, layer, beside) or check_references(claim, referents) for claim in claims}
    while True:
        lost = _lost_gatherings([claim for claim in claims if reasons[claim.id] is None])
        if not lost:
            break
        reasons.update(lost)
    return Checked(
        accepted=tuple(claim for claim in claims if reasons[claim.id] is None),
        refused=(
            *reading.refused,
            *(Refusal(claim, reason) for claim in claims if (reason := reasons[claim.id]) is not None),
        ),
    )


def _lost_gatherings(claims: Sequence[Claim]) -> dict[str, str]:
    stated = {claim.fact.gathering for claim in claims if isinstance(claim.fact, GatheringFact)}
    lost = {}
    for claim in claims:
        named = None
        if isinstance(claim.fact, AttendanceFact):
            named = claim.fact.gathering
        elif isinstance(claim.fact, GatheringFact):
            named = claim.fact.part_of
        if named is not None and named not in stated:
            lost[claim.id] = f"no claim states the gathering {named}"
    return lost
