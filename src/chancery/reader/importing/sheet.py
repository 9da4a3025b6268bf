"""`Sheet`: the reading of one file of a data set while it is put together."""

from __future__ import annotations

import msgspec

from chancery.reader.importing.conversion import DataFile
from chancery.terms.claims import Claim, EntityType, Evidence, Fact, Mention, Reading, Ref, Referent, claim_id, refs_of
from chancery.terms.dates import DateSpan


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """A person or body as the data set knows it: its identifier ("scheme:id"), its name, and its other names."""

    type: EntityType
    identifier: str
    name: str
    aliases: tuple[str, ...] = ()


class Sheet:
    """Collects the referents and the claims of one file, in the order in which they are told."""

    def __init__(self, file: DataFile) -> None:
        self._file = file
        self._refs: dict[tuple[EntityType, str], Ref] = {}
        self._named: dict[Ref, Named] = {}
        self._mentions: dict[Ref, list[Mention]] = {}
        self._claims: dict[str, Claim] = {}

    def ref(self, named: Named, *places: tuple[int, int]) -> Ref:
        """The id of a person or body within this file; `places` are where the file names it, be it by an id."""
        key = (named.type, named.identifier)
        if key not in self._refs:
            ref = f"{named.type[0]}{len(self._refs) + 1}"
            self._refs[key], self._named[ref], self._mentions[ref] = ref, named, []
        ref = self._refs[key]
        self._mentions[ref] += [Mention(start, end) for start, end in places if start < end]
        return ref

    def say(self, fact: Fact, *evidence: Evidence, rule: str) -> None:
        """A claim; the first evidence stands in this file. Saying the same on the same evidence again adds nothing."""
        proof = tuple(dict.fromkeys(evidence))
        names = {ref: (str(self._named[ref].type), self._named[ref].name) for ref in refs_of(fact)}
        claim = Claim(id=claim_id(fact, proof, names), fact=fact, evidence=proof, rule=rule)
        self._claims.setdefault(claim.id, claim)

    def reading(self, *, reader: str, version: str, dated: DateSpan | None) -> Reading:
        """What was collected."""
        referents = (
            Referent(
                id=ref, type=named.type, name=named.name, aliases=named.aliases, identifier=named.identifier,
                mentions=tuple(dict.fromkeys(self._mentions[ref])),
            )
            for ref, named in self._named.items()
        )  # fmt: skip
        return Reading(
            document=self._file.document.id, reader=reader, version=version, language="und", read=True, dated=dated,
            referents=tuple(referents), claims=tuple(self._claims.values()),
        )  # fmt: skip
