"""Rulings: decisions of a person or of a rule on the record, each an entry of the ledger and singly withdrawable."""

from __future__ import annotations

from typing import Literal

import msgspec

Judgement = Literal["same", "not the same", "unsure", "accept", "reject", "annul"]
OnNames = Literal["same", "not the same", "unsure"]  # of two members
OnClaim = Literal["accept", "reject"]


BY_RULE = "rule:"  # begins `by` where not a person but a rule has ruled; no user's name begins so


class Ruling(msgspec.Struct, frozen=True, kw_only=True):
    """Who ruled what about which entities or claims, and why. `subjects` are two member ids, or one claim id."""

    judgement: Judgement
    subjects: tuple[str, ...]
    by: str
    why: str = ""
    documents: tuple[str, ...] = ()  # SHA-256 of each subject's, as the register knew it then; "" where it did not
