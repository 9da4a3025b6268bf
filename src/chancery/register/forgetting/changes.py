"""What forgetting changes in the ledger, gathered before anything is written, and its numbers for the operator."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec

from chancery.register.forgetting.forms import Forms
from chancery.register.forgetting.redacting import Renamed, cleaned
from chancery.register.ledger import Entry, Payload
from chancery.terms.document import TextLayer
from chancery.terms.entities import EntityName


class ForgettingPlan(msgspec.Struct, frozen=True, kw_only=True):
    """What `chancery forget` would do, for the operator to see before. Numbers are of entries of the ledger."""

    person: EntityName
    names: tuple[str, ...]
    documents: tuple[str, ...]  # SHA-256; they name the person, and are not taken in again
    readings: int
    claims_erased: int
    claims_kept: int  # of others, in the same documents
    rulings: int
    other_entries: int  # captures, refusals and reasons that hold the name
    namesakes: int  # documents that name another person so, and are left alone
    run_on: tuple[
        EntityName, ...
    ]  # persons whose name goes on from this one, as where a space was lost: perhaps the same
    recognised: bool  # whether the name will be known again in a new document: short names are not


@dataclass
class Changes:
    """What is erased: each entry with what stands for it from then on, or None."""

    person: EntityName
    forms: Forms
    names: tuple[str, ...]
    entries: list[tuple[Entry, Payload | None]] = field(default_factory=list)
    texts: dict[str, TextLayer] = field(default_factory=dict)  # masked, by document
    claims_erased: int = 0
    claims_kept: int = 0
    namesakes: int = 0
    run_on: tuple[EntityName, ...] = ()
    members: set[str] = field(default_factory=set)  # ids of the person's referents, which rulings name
    renamed: Renamed = field(default_factory=dict)

    def plan(self) -> ForgettingPlan:
        kinds = [entry.kind for entry, _ in self.entries]
        rulings, readings = kinds.count("ruling"), kinds.count("reading")
        return ForgettingPlan(
            person=self.person,
            names=self.names,
            documents=tuple(sorted(self.texts)),
            readings=readings,
            claims_erased=self.claims_erased,
            claims_kept=self.claims_kept,
            rulings=rulings,
            other_entries=len(kinds) - rulings - readings,
            namesakes=self.namesakes,
            run_on=self.run_on,
            recognised=bool(self.forms.full or self.forms.unspaced),
        )


def payload_cleaned(payload: Payload, clean: Callable[[str], str]) -> Payload | None:
    """The payload with its texts cleaned; None where nothing had to be."""
    before = msgspec.to_builtins(payload)
    after = cleaned(before, clean)
    return None if before == after else msgspec.convert(after, type(payload))
