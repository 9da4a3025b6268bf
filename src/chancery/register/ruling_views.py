"""Rulings that a person should look at again: their fact is gone, or the page it stood on came anew."""

from __future__ import annotations

from typing import Literal

import msgspec

from chancery.register.views import DocumentName
from chancery.terms.claims import Claim, Referent
from chancery.terms.dates import Instant
from chancery.terms.entities import Citation
from chancery.terms.rulings import Ruling

# Why what a ruling is on does not count now. "not drawn": the reader that now reads the document does not give it;
# "taken back": the document's reading was withdrawn; "text changed": the extractor gives another text, which does not
# bear the claim out; "withheld": it was forgotten on request; "unknown": the ledger never held it.
Gone = Literal["not drawn", "taken back", "text changed", "withheld", "unknown"]


class RuledOn(msgspec.Struct, frozen=True, kw_only=True):
    """One subject of a ruling, as the last reading that held it had it: a claim with its proof, or a name.

    `referents` are those that the claim names, or the one name. `gone` is None while it counts.
    """

    id: str
    document: DocumentName | None
    claim: Claim | None = None
    referents: tuple[Referent, ...] = ()
    citations: tuple[Citation, ...] = ()
    reader: str | None = None
    version: str | None = None
    gone: Gone | None = None


class Offer(msgspec.Struct, frozen=True, kw_only=True):
    """A ruling that may be made in place of the one that is shown, for a person to accept by recording it as theirs.

    `alike`: the new subject says the same fact, or stands on the same sentence only.
    """

    ruling: Ruling
    alike: Literal["same fact", "same sentence"]
    document: DocumentName
    claim: Claim | None = None
    referents: tuple[Referent, ...] = ()
    citations: tuple[Citation, ...] = ()


class RulingToReview(msgspec.Struct, frozen=True, kw_only=True):
    """A ruling that stands, what it is on, and what may take its place. `entry` is its entry in the ledger.

    A claim that was taken back by itself is here as a ruling to reject it.
    """

    entry: str
    recorded: Instant
    ruling: Ruling
    subjects: tuple[RuledOn, ...]
    offers: tuple[Offer, ...] = ()
