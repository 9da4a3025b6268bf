"""What the documents contradict each other in: both sides, the rule that chose, and who overruled it."""

from __future__ import annotations

from urllib.parse import urlencode

import msgspec

from chancery.gazette.pages.asked import field_naming, field_of
from chancery.gazette.pages.large import is_large
from chancery.gazette.pages.metadata import instant_in_words
from chancery.gazette.pages.paging import Slice, page_address, slice_of
from chancery.gazette.pages.parts import Page, Proof, proof_of
from chancery.gazette.pages.wording_in_words import wording_in_words
from chancery.gazette.tongue import gettext as _
from chancery.register import RegisterReading
from chancery.register.views import Conflict, ConflictKind, ConflictSide, RulingView
from chancery.terms.entities import EntityName

SHOWN = 50


class SideClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that a ruling may name, and the sentence that it stands on."""

    claim: str
    proofs: tuple[Proof, ...]


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """One of the things that cannot both be true. `followed`: the record follows it."""

    says: str
    entity: EntityName | None
    followed: bool
    documents: int
    claims: tuple[SideClaim, ...]


class Overruling(msgspec.Struct, frozen=True, kw_only=True):
    """The ruling of a person by which the record follows a side; `entry` takes it back."""

    entry: str
    by: str
    when: str
    why: str


class ConflictRow(msgspec.Struct, frozen=True, kw_only=True):
    """`choice` says in words which side the record follows, and why."""

    id: str
    kind: ConflictKind
    kind_in_words: str
    words: str
    entities: tuple[EntityName, ...]
    sides: tuple[Side, ...]
    choice: str
    overruled_by: Overruling | None


class ConflictsPage(Page, frozen=True, kw_only=True):
    """`unasked`: the record is too large to be gone through, and waits for somebody to be asked about."""

    unasked: bool
    about: str
    about_entity: EntityName | None
    list: Slice[ConflictRow]


def conflicts_page(register: RegisterReading, *, about: str = "", number: int = 1) -> ConflictsPage:
    """Of a person, body or place, or of the whole record if it is not too large. Raises QuestionError Q001 or Q003."""
    about = field_of(about)
    unasked = not about and is_large(register.counts())
    found = [] if unasked else register.conflicts(about or None)
    folder = f"/conflicts?{urlencode({'about': about})}" if about else "/conflicts"
    shown = slice_of(found, number, folder, length=SHOWN)
    entity = None
    if about:
        view = register.entity(about)
        entity = EntityName(id=view.id, type=view.type, name=view.name)
    return ConflictsPage(
        title=_("Contradictions"),
        address=page_address(folder, number),
        unasked=unasked,
        about=field_naming(register, about, entity),
        about_entity=entity,
        list=Slice(
            rows=tuple(map(conflict_row, shown.rows)), total=shown.total, first=shown.first, last=shown.last,
            previous=shown.previous, next=shown.next,
        ),
    )  # fmt: skip


def conflict_row(conflict: Conflict) -> ConflictRow:
    ruling = conflict.overruled_by
    return ConflictRow(
        id=conflict.id,
        kind=conflict.kind,
        kind_in_words=_kinds()[conflict.kind],
        words=wording_in_words(conflict.wording),
        entities=conflict.entities,
        sides=tuple(_side(side, followed=place == conflict.chosen) for place, side in enumerate(conflict.sides)),
        choice=_choice(conflict),
        overruled_by=_overruling(ruling) if ruling is not None else None,
    )


def _side(side: ConflictSide, *, followed: bool) -> Side:
    proofs: dict[str, list[Proof]] = {claim: [] for claim in side.claims}
    for citation in side.citations:
        proofs.setdefault(citation.claim, []).append(proof_of(citation))
    return Side(
        says=wording_in_words(side.wording),
        entity=side.entity,
        followed=followed,
        documents=side.documents,
        claims=tuple(SideClaim(claim=claim, proofs=tuple(several)) for claim, several in proofs.items()),
    )


def _overruling(ruling: RulingView) -> Overruling:
    return Overruling(entry=ruling.id, by=ruling.by, when=instant_in_words(ruling.recorded), why=ruling.why)


def _choice(conflict: Conflict) -> str:
    if conflict.overruled_by is not None:
        instead = conflict.rule is not None and conflict.by_rule != conflict.chosen
        rule = (
            _("; the rule would have followed the other side: {rule}").format(rule=_rule(conflict)) if instead else ""
        )
        return _("The record follows a person’s ruling") + rule
    if conflict.chosen is None:
        return _("The record follows neither: no rule prefers one alone")
    return _("The record follows one side by a rule: {rule}").format(rule=_rule(conflict))


def _rule(conflict: Conflict) -> str:
    return "" if conflict.rule is None else _(conflict.rule)


def _kinds() -> dict[ConflictKind, str]:
    return {
        "two holders": _("two holders of one seat"), "two starts": _("two beginnings"), "two ends": _("two ends"),
        "two dates": _("two dates"), "two parents": _("two parents"), "claim and denial": _("said and denied"),
        "after death": _("after a death"), "after the end": _("after the end"),
        "outside the body": _("outside the body’s life"),
    }  # fmt: skip
