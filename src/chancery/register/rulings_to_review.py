"""Rulings for a person's eye. Nothing here changes the record: a ruling is carried over by recording it anew."""

from __future__ import annotations

import msgspec

from chancery.register.citations import Shown
from chancery.register.ledger import Ledger
from chancery.register.offers import offers_for, recaptures
from chancery.register.ruled_subjects import document_of, ruled_on
from chancery.register.ruling_views import Offer, RuledOn, RulingToReview
from chancery.register.standing_rulings import Standing, all_standing, orphaned
from chancery.register.store import Store
from chancery.terms.rulings import Ruling


def with_documents(store: Store, ruling: Ruling) -> Ruling:
    """The ruling with the documents of its subjects, by which they can be found again when they are gone."""
    if ruling.documents:
        return ruling
    found = tuple(document_of(store, subject) or "" for subject in ruling.subjects)
    return msgspec.structs.replace(ruling, documents=found)


def orphaned_rulings(store: Store, ledger: Ledger) -> list[RulingToReview]:
    """Rulings that stand, on a fact or name that no current reading gives."""
    shown = Shown(store)
    found = []
    for standing in orphaned(store, ledger):
        subjects = _subjects(store, ledger, shown, standing)
        offers = offers_for(store, ledger, shown, standing.ruling, subjects, anew=False)
        found.append(_to_review(standing, subjects, offers))
    return found


def rulings_on_pages_captured_anew(store: Store, ledger: Ledger) -> list[RulingToReview]:
    """Rulings that hold, where a source has since given other bytes that say the same and are not ruled on."""
    shown = Shown(store)
    found = []
    for standing in all_standing(store, ledger):
        if not any(document and recaptures(store, document) for document in standing.ruling.documents):
            continue
        subjects = _subjects(store, ledger, shown, standing)
        if any(subject.gone for subject in subjects):
            continue
        offers = offers_for(store, ledger, shown, standing.ruling, subjects, anew=True)
        same = tuple(offer for offer in offers if offer.alike == "same fact")
        if same:
            found.append(_to_review(standing, subjects, same))
    return found


def _subjects(store: Store, ledger: Ledger, shown: Shown, standing: Standing) -> tuple[RuledOn, ...]:
    ruling = standing.ruling
    documents = (*ruling.documents, *("" for _ in ruling.subjects))
    return tuple(
        ruled_on(store, ledger, shown, subject, document or None)
        for subject, document in zip(ruling.subjects, documents, strict=False)
    )


def _to_review(standing: Standing, subjects: tuple[RuledOn, ...], offers: tuple[Offer, ...]) -> RulingToReview:
    return RulingToReview(
        entry=standing.entry.id,
        recorded=standing.entry.recorded,
        ruling=standing.ruling,
        subjects=subjects,
        offers=offers,
    )
