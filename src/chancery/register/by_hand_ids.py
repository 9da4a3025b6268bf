"""Ids of claims by hand: none that a reader's claim can have, so that the same may be stated by both."""

from __future__ import annotations

import hashlib

import msgspec

from chancery.terms.by_hand import BY_HAND


def id_by_hand(digest: str, number: int) -> str:
    """The id of a claim by hand; `digest` is that of its fact, evidence and names, `number` tells equal ones apart."""
    return hashlib.sha256(msgspec.json.encode([BY_HAND, digest, number])).hexdigest()[:24]
