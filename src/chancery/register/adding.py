"""Entering a claim by hand: checked like any other, an entry of its own, and laid into the document's reading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from chancery.register.by_hand_ids import id_by_hand
from chancery.register.documents import claims_of, find_document
from chancery.register.evidence import check_reading
from chancery.register.fold import Fold
from chancery.register.forgetting.withholding import withholding
from chancery.register.ledger import ReadingTaken, Stated
from chancery.register.rulings import current_reading, find_claim
from chancery.register.store import Store
from chancery.register.texts import text_of
from chancery.terms.by_hand import BY_HAND, Statement
from chancery.terms.claims import (
    AttendanceFact,
    Claim,
    Evidence,
    GatheringFact,
    Reading,
    Ref,
    Referent,
    claim_id,
    refs_of,
)
from chancery.terms.dates import Instant
from chancery.terms.document import Document, TextLayer
from chancery.terms.errors import QuestionError
from chancery.terms.rulings import Ruling

if TYPE_CHECKING:
    from chancery.register.register import Register

_VERSION = "1"  # of what is entered by hand; nothing supersedes it


def add_claim(register: Register, statement: Statement, *, by: str, why: str, at: Instant) -> str:
    """Enter the statement for the user `by`; gives the claim's id. The caller holds the transaction.

    The claim that it is stated in place of is rejected by a ruling of the same user. Where the user chose an entity
    that the new name is not taken for, a ruling says that they are the same. Raises QuestionError: Q001, Q003 or Q007
    for what is not there, Q008 where the document's reading was taken back, Q009 where the statement does not hold.
    """
    store = register.store
    document = find_document(store, statement.document)
    current_reading(store, document)
    if not by.strip():
        raise QuestionError("Q009", reason="nobody is named who states it")
    known_names = withholding(store)
    if known_names is not None:
        said = (*(r.name for r in statement.referents), msgspec.json.encode(statement.fact).decode())
        if known_names.forms_in("\n.\n".join(said)):
            raise QuestionError("Q009", reason="it holds a name that the record was told to forget")
        by, why = known_names.clean(by), known_names.clean(why)
    claims = {claim.id: claim for claim in claims_of(store, document)}
    instead_of = None if statement.instead_of is None else find_claim(store, statement.instead_of)
    if instead_of is not None and instead_of not in claims:
        raise QuestionError("Q009", reason=f"the claim {instead_of} counts no more in this document")
    reading = _reading_of(register, document, statement, claims, by)
    row = store.first("SELECT version FROM layer WHERE document = ?", (document,))
    layer = TextLayer(
        document=document, version=row[0] if row else "", text=text_of(store, document), language=reading.language
    )
    refused = check_reading(reading, layer).refused
    if refused:
        raise QuestionError("Q009", reason=refused[0].reason)
    chosen = {
        ref: store.one("SELECT shown FROM entity WHERE id = ?", (entity,))[0]
        for ref, entity in statement.entities.items()
        if store.first("SELECT 1 FROM entity WHERE id = ?", (entity,)) is not None
    }
    known = _members(store, document)
    if instead_of is not None:
        register.record_ruling(Ruling(judgement="reject", subjects=(instead_of,), by=by, why=why), at=at)
    taken = ReadingTaken(reading=reading, layer=layer.version, stated=Stated(by=by, why=why, instead_of=instead_of))
    entry = register.ledger.append("reading", taken, at=at, document=document)
    Fold(store, register.ledger, lambda sha: layer, later=register.later).apply(entry)
    _tie(register, document, statement, chosen, known, by=by, at=at)
    return reading.claims[-1].id


def _reading_of(register: Register, document: str, statement: Statement, claims: dict[str, Claim], by: str) -> Reading:
    store = register.store
    text = text_of(store, document)
    spans = [(start, end) for start, end in statement.spans if 0 <= start < end <= len(text)]
    if not spans or len(spans) != len(statement.spans):
        raise QuestionError("Q009", reason=f"no evidence within the {len(text)} characters of the document")
    evidence = tuple(Evidence(document=document, start=start, end=end, quote=text[start:end]) for start, end in spans)
    names: dict[Ref, tuple[str, str]] = {r.id: (r.type, r.name) for r in statement.referents}
    context = _context(register, document, statement, claims)
    own = claim_id(statement.fact, evidence, names)
    stated = Claim(
        id=_free_id(store, own), fact=statement.fact, evidence=evidence, stance=statement.stance,
        rule=f"{BY_HAND}: {by}",
    )  # fmt: skip
    row = store.one("SELECT content FROM document WHERE sha = ?", (document,))
    referents = {r.id: r for r in statement.referents if r.id in refs_of(statement.fact)}
    for _, named in context:
        referents |= {r.id: r for r in named}
    return Reading(
        document=document,
        reader=BY_HAND,
        version=_VERSION,
        language=msgspec.json.decode(row[0], type=Document).language,
        read=True,
        referents=tuple(referents.values()),
        claims=(*(claim for claim, _ in context), stated),
    )


def _free_id(store: Store, own: str) -> str:
    """An id that no claim bears or bore: what was taken back may be stated again, and is another claim then.

    Raises QuestionError Q009 where the same is stated by hand already, and stands.
    """
    number = 0
    while True:
        found = id_by_hand(own, number)
        row = store.first("SELECT out FROM claim WHERE id = ?", (found,))
        if row is not None and not row[0]:
            raise QuestionError("Q009", reason="the same is stated by hand already, on the same words")
        known = store.first("SELECT 1 FROM by_hand WHERE claim = ?", (found,))
        if row is None and known is None:
            return found
        number += 1


def _context(
    register: Register, document: str, statement: Statement, claims: dict[str, Claim]
) -> list[tuple[Claim, tuple[Referent, ...]]]:
    """The gatherings that the statement refers to, the whole before its parts, as the document's claims state them.

    They are kept with it, under ids of their claims, so that it stands by itself when the reading is another.
    """
    fact = statement.fact
    first = fact.gathering if isinstance(fact, AttendanceFact) else getattr(fact, "part_of", None)
    if first is None:
        return []
    by_local = {c.fact.gathering: c for c in claims.values() if isinstance(c.fact, GatheringFact)}
    chain: list[Claim] = []
    following = claims.get(first)
    while following is not None and isinstance(following.fact, GatheringFact) and following not in chain:
        chain.append(following)
        following = by_local.get(following.fact.part_of or "")
    if not chain:
        raise QuestionError("Q009", reason=f"no claim of the document states the gathering {first}")
    referents = {each.referent.id: each.referent for each in register.document(document).referents}
    return [_restated(claim, by_local, referents) for claim in reversed(chain)]


def _restated(
    claim: Claim, by_local: dict[Ref, Claim], referents: dict[Ref, Referent]
) -> tuple[Claim, tuple[Referent, ...]]:
    fact = claim.fact
    assert isinstance(fact, GatheringFact)
    own = {ref: f"{claim.id}-{ref}" for ref in refs_of(fact)}
    whole = by_local.get(fact.part_of or "")
    restated = msgspec.structs.replace(
        fact, gathering=claim.id, part_of=None if whole is None else whole.id,
        place=None if fact.place is None else own[fact.place], organisers=tuple(own[ref] for ref in fact.organisers),
    )  # fmt: skip
    named = tuple(msgspec.structs.replace(referents[ref], id=name) for ref, name in own.items())
    return msgspec.structs.replace(claim, fact=restated), named


def _tie(
    register: Register,
    document: str,
    statement: Statement,
    chosen: dict[Ref, str],
    known: dict[tuple[str, str], tuple[str, str]],
    *,
    by: str,
    at: Instant,
) -> None:
    """Rule that a new name is the entity that the user chose, where the names alone do not join them."""
    members = _members(register.store, document)
    for referent in statement.referents:
        key = (referent.type, referent.name)
        if referent.id not in chosen or key in known or key not in members:
            continue
        member, entity = members[key]
        other = chosen[referent.id]
        row = register.store.first("SELECT entity FROM referent WHERE member = ?", (other,))
        if row is not None and row[0] != entity:
            why = f"entered by hand as {referent.name}"
            register.record_ruling(Ruling(judgement="same", subjects=(member, other), by=by, why=why), at=at)


def _members(store: Store, document: str) -> dict[tuple[str, str], tuple[str, str]]:
    """Each name of the document by type and words, with its member and entity."""
    return dict(_named(store, document))


def _named(store: Store, document: str) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    for kind, name, member, entity in store.rows(
        "SELECT referent.type, naming.name, referent.member, referent.entity FROM referent"
        " JOIN naming ON naming.member = referent.member"
        " WHERE referent.document = ? ORDER BY naming.own, referent.place DESC, naming.name",
        (document,),
    ):
        yield (kind, name), (member, entity)
