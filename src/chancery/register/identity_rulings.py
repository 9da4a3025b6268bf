"""Which rulings made an entity what it is: who said that names are one, or are not, when and why."""

from __future__ import annotations

import msgspec

from chancery.register.citations import Shown
from chancery.register.ledger import Ledger
from chancery.register.lookup import find_entity
from chancery.register.rulings import ruling_view
from chancery.register.store import Store
from chancery.register.views import DocumentName, RulingView
from chancery.terms.entities import EntityName

_ABOUT = """
    SELECT ruling.seq, ruling.entry, ruling.first, ruling.second FROM referent
    JOIN ruling ON ruling.first = referent.member OR ruling.second = referent.member
    WHERE referent.entity = ? AND ruling.judgement IN ('same', 'not the same', 'unsure')
    GROUP BY ruling.seq, ruling.entry, ruling.first, ruling.second ORDER BY ruling.seq DESC LIMIT ?
"""


class MemberName(msgspec.Struct, frozen=True, kw_only=True):
    """A name of one document that a ruling names, and the entity that it is taken for now."""

    member: str
    name: str
    document: DocumentName
    entity: EntityName


class IdentityRuling(msgspec.Struct, frozen=True, kw_only=True):
    """A ruling that stands, on two names; a side is None where no reading that counts knows it any more."""

    ruling: RulingView
    sides: tuple[MemberName | None, MemberName | None]


def identity_rulings(store: Store, ledger: Ledger, name_or_id: str, *, limit: int = 50) -> list[IdentityRuling]:
    """The rulings that stand on names of the entity, the newest first, at most `limit`; those of rules too.

    Raises QuestionError Q001 or Q003.
    """
    entity = find_entity(store, name_or_id)
    shown = Shown(store)
    found = []
    for _, entry, first, second in store.rows(_ABOUT, (entity.id, limit)):
        view = ruling_view(store, ledger, entry)
        if view is not None:
            found.append(
                IdentityRuling(ruling=view, sides=(_member(store, shown, first), _member(store, shown, second)))
            )
    return found


def _member(store: Store, shown: Shown, member: str) -> MemberName | None:
    row = store.first("SELECT name, document, entity FROM referent WHERE member = ?", (member,))
    if row is None or row[2] is None:
        return None
    return MemberName(member=member, name=row[0], document=shown.document(row[1]), entity=shown.entity(row[2]))
