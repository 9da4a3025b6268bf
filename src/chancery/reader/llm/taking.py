"""What is taken of the model's answers: facts whose quotes and names stand in the text. The rest is kept as refused."""

from __future__ import annotations

from dataclasses import dataclass, field

from chancery.reader.llm.answers import Answer, Item, as_said
from chancery.reader.llm.asking import Known
from chancery.reader.llm.cast import Cast
from chancery.reader.llm.facts import fact_of
from chancery.reader.llm.fields import Fields, UnfitError
from chancery.reader.llm.lookup import Lookup
from chancery.reader.llm.pieces import Piece
from chancery.terms.claims import Claim, Evidence, Fact, PostFact, Ref, Referent, Refusal, claim_id
from chancery.terms.document import TextLayer

CONFIDENCE = 0.6
"""Of every claim: modest, and stated rather than measured. That a quote stands in the text is proved; that it says what
the model made of it is not."""

_LONGEST_QUOTE = 1000  # characters; a quote of half a page proves nothing that can be looked at


@dataclass(frozen=True, slots=True)
class _Offer:
    """A fact as it was offered: its evidence, and what speaks against it."""

    fact: Fact
    evidence: Evidence
    faults: tuple[str, ...]


@dataclass
class Taking:
    """Gathers, piece by piece, what one document gives."""

    layer: TextLayer
    lookup: Lookup
    cast: Cast
    _offers: list[_Offer] = field(default_factory=list)
    _gatherings: dict[Ref, tuple[str, str]] = field(default_factory=dict)  # by id: its kind, and its name or day
    _unfit: list[Refusal] = field(default_factory=list)

    @classmethod
    def of(cls, layer: TextLayer) -> Taking:
        lookup = Lookup.of(layer)
        return cls(layer, lookup, Cast(lookup))

    def take(self, piece: Piece, answer: Answer) -> None:
        """Look up everything that one answer says of its piece."""
        self._unfit += answer.refused
        refs = self.cast.take(answer.entities)
        gatherings, repeated = self._number_gatherings(answer.facts)
        for item in answer.facts:
            if any(item is again for again in repeated):
                continue
            fields = Fields(item, refs, gatherings, self.lookup)
            try:
                fact = fact_of(fields)
                evidence = self._evidence(fields, piece)
            except UnfitError as error:
                self._unfit.append(Refusal(None, str(error), as_said(item)))
                continue
            self._offers.append(_Offer(fact, evidence, tuple(dict.fromkeys(fields.faults))))

    def known(self) -> list[Known]:
        """What the model is reminded of before the next piece."""
        gatherings = [Known(ref, f"gathering ({kind})", name) for ref, (kind, name) in self._gatherings.items()]
        return [*self.cast.known(), *gatherings]

    def claims(self, referents: tuple[Referent, ...]) -> tuple[tuple[Claim, ...], tuple[Refusal, ...]]:
        """The claims that hold, each once and in the order of the text, and all that was refused."""
        by_id = {referent.id: referent for referent in referents}
        names = {referent.id: (str(referent.type), referent.name) for referent in referents}
        claims: dict[str, Claim] = {}
        refused = [*self.cast.refused, *self._unfit]
        for offer in sorted(self._offers, key=lambda offer: (offer.evidence.start, offer.evidence.end)):
            evidence = (offer.evidence,)
            identity = claim_id(offer.fact, evidence, names)
            claim = Claim(id=identity, fact=offer.fact, evidence=evidence, rule="llm", confidence=CONFIDENCE)
            faults = [*offer.faults, *_of_no_person(offer.fact, by_id)]
            if faults:
                refused.append(Refusal(claim, "; ".join(faults)))
            else:
                claims.setdefault(identity, claim)
        return tuple(claims.values()), tuple(refused)

    def _evidence(self, fields: Fields, piece: Piece) -> Evidence:
        """Where the quote stands; a quote that stands nowhere is kept with an empty span, and is a fault."""
        quote = fields.text("evidence")
        if quote is None:
            raise UnfitError("no evidence")
        span = self.lookup.first(quote, within=(piece.start, piece.end))
        if span is None:
            fields.faults.append("the quote stands nowhere in the text")
            return Evidence(document=self.layer.document, start=0, end=0, quote=quote[:_LONGEST_QUOTE])
        start, end = span
        if end - start > _LONGEST_QUOTE:
            fields.faults.append(f"the quote has more than {_LONGEST_QUOTE} characters")
        return Evidence(document=self.layer.document, start=start, end=end, quote=self.layer.text[start:end])

    def _number_gatherings(self, facts: tuple[Item, ...]) -> tuple[dict[str, Ref], list[Item]]:
        """Ids for the gatherings of one answer, and those facts in it that only repeat one of an earlier answer."""
        ids = {ref: ref for ref in self._gatherings}
        before = dict(self._gatherings)
        repeated: list[Item] = []
        for item in facts:
            identity = item.get("id")
            if item.get("type") != "gathering" or not isinstance(identity, str):
                continue
            told = (str(item.get("kind")), str(item.get("name") or item.get("start") or ""))
            if before.get(identity) == told:
                repeated.append(item)
                continue
            ref = f"g{len(self._gatherings) + 1}"
            self._gatherings[ref] = told
            ids[identity] = ref
        return ids, repeated


def _of_no_person(fact: Fact, referents: dict[Ref, Referent]) -> list[str]:
    if isinstance(fact, PostFact) and fact.person in referents and referents[fact.person].type != "person":
        return [f"{fact.person} holds a post and is no person"]
    return []
