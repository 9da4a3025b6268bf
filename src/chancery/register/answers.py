"""`Answers`: the questions that a register answers, each of one moment. See `reading_side` for what they mean."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence

from chancery.register import (
    act_lists,
    changes,
    claim_views,
    conflicts,
    counting,
    documents,
    entity_views,
    gathering_days,
    gathering_records,
    held,
    holders,
    identity_rulings,
    lineage,
    listings,
    lookup,
    rosters,
    rulings,
    rulings_to_review,
    searching,
    trees,
)
from chancery.register.act_lists import ActKind, ActList
from chancery.register.body_views import BodyLife, Roster, Succession, Tree
from chancery.register.change_views import CHANGE_KINDS, ChangeKind, Changes
from chancery.register.fold import LayerOf
from chancery.register.forgetting.changes import ForgettingPlan
from chancery.register.forgetting.planning import plan_forgetting
from chancery.register.forgetting.withholding import (
    is_withheld_document,
    is_withheld_name,
    keeps_bytes,
    masked_documents,
)
from chancery.register.gathering_views import GatheringRecord
from chancery.register.identity_rulings import IdentityRuling
from chancery.register.ledger import Ledger
from chancery.register.listings import Listed
from chancery.register.resolving.suggestions import SuggestionView, open_suggestions
from chancery.register.ruling_views import RulingToReview
from chancery.register.standing_rulings import count_orphaned
from chancery.register.store import Store
from chancery.register.texts import text_of
from chancery.register.ties import TIE_KINDS, Tie, TieKind, latest_day, ties_between
from chancery.register.views import (
    ClaimView,
    Conflict,
    Counts,
    DocumentListing,
    DocumentView,
    EntityListing,
    EntityView,
    GatheringView,
    ReadingView,
    RefusedSource,
    RulingView,
    SearchHit,
    UnitView,
)
from chancery.terms.claims import Claim, EntityType
from chancery.terms.dates import DateSpan, Instant
from chancery.terms.document import TextLayer
from chancery.terms.entities import EntityName, Holder, Tenure


class Answers:
    """The reading side of one store; it fulfils `reading_side.RegisterReading`."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.ledger = Ledger(store)

    def holders_on(self, role: str, body: str | None, on: dt.date | DateSpan | None) -> list[Holder]:
        with self.store.snapshot():
            return holders.holders_on(self.store, role, body, on)

    def held_on(self, on: dt.date, *, cited: bool = True) -> list[Holder]:
        with self.store.snapshot():
            return held.held_on(self.store, on, cited=cited)

    def moves_between(self, first: dt.date, last: dt.date, *, cited: bool = True) -> tuple[list[Tenure], list[Tenure]]:
        with self.store.snapshot():
            return held.moves_between(self.store, first, last, cited=cited)

    def roles_in(self, body: str | None) -> list[str]:
        with self.store.snapshot():
            return holders.roles_in(self.store, body)

    def life(self, body: str) -> BodyLife:
        with self.store.snapshot():
            return lineage.life_of(self.store, _body(self.store, body))

    def predecessors(self, body: str) -> list[Succession]:
        with self.store.snapshot():
            return lineage.predecessors_of(self.store, holders.find_body(self.store, body))

    def successors(self, body: str) -> list[Succession]:
        with self.store.snapshot():
            return lineage.successors_of(self.store, holders.find_body(self.store, body))

    def roster_on(self, body: str, on: dt.date | DateSpan, *, units: bool = False, everyone: bool = False) -> Roster:
        with self.store.snapshot():
            return rosters.roster_on(self.store, _body(self.store, body), _span(on), units=units, everyone=everyone)

    def tree_on(self, body: str, on: dt.date | DateSpan) -> Tree:
        with self.store.snapshot():
            return trees.tree_on(self.store, _body(self.store, body), _span(on))

    def gathering(self, name_or_id: str) -> GatheringRecord:
        with self.store.snapshot():
            return gathering_records.gathering_record(self.store, name_or_id)

    def gatherings(self, first: dt.date | None = None, last: dt.date | None = None) -> list[GatheringView]:
        with self.store.snapshot():
            return gathering_records.gathering_list(self.store, first, last)

    def gathering_days(self) -> list[tuple[dt.date, int]]:
        with self.store.snapshot():
            return gathering_days.gathering_days(self.store)

    def changes(
        self,
        about: str | None = None,
        first: dt.date | None = None,
        last: dt.date | None = None,
        *,
        kinds: Collection[ChangeKind] = CHANGE_KINDS,
        units: bool = False,
        recorded_since: Instant | None = None,
    ) -> Changes:
        with self.store.snapshot():
            entity = None if about is None else lookup.find_entity(self.store, about)
            return changes.changes_between(
                self.store, entity, first, last, kinds=kinds, units=units, recorded_since=recorded_since
            )

    def acts(
        self,
        kind: ActKind,
        about: str | None = None,
        first: dt.date | None = None,
        last: dt.date | None = None,
        *,
        limit: int = 100,
        offset: int = 0,
    ) -> ActList:
        with self.store.snapshot():
            entity = None if about is None else lookup.find_entity(self.store, about)
            return act_lists.act_list(
                self.store, kind, about=entity, first=first, last=last, limit=limit, offset=offset
            )

    def entity(self, name_or_id: str) -> EntityView:
        with self.store.snapshot():
            return entity_views.entity_view(self.store, name_or_id)

    def became(self, bodies: Sequence[str]) -> list[UnitView]:
        with self.store.snapshot():
            return entity_views.became(self.store, bodies)

    def find_entities(self, text: str, type: EntityType | None = None) -> list[EntityName]:
        with self.store.snapshot():
            return entity_views.find_entities(self.store, text, type)

    def search(self, words: str, limit: int = 20) -> list[SearchHit]:
        with self.store.snapshot():
            return searching.search(self.store, words, limit)

    def counts(self) -> Counts:
        with self.store.snapshot():
            return counting.count_all(self.store)

    def people(self) -> list[EntityListing]:
        return self._listing("person")

    def bodies(self) -> list[EntityListing]:
        return self._listing("organisation")

    def places(self) -> list[EntityListing]:
        return self._listing("place")

    def _listing(self, kind: EntityType) -> list[EntityListing]:
        with self.store.snapshot():
            return list(listings.entities_listed(self.store, kind).rows)

    def documents(self) -> list[DocumentListing]:
        with self.store.snapshot():
            return listings.documents_in_order(self.store)

    def entities_listed(self, kind: EntityType, begin: int, length: int) -> Listed[EntityListing]:
        with self.store.snapshot():
            return listings.entities_listed(self.store, kind, begin, length)

    def entities_most_named(self, kind: EntityType, most: int) -> tuple[EntityListing, ...]:
        with self.store.snapshot():
            return listings.entities_most_named(self.store, kind, most)

    def documents_listed(self, begin: int, length: int) -> Listed[DocumentListing]:
        with self.store.snapshot():
            return listings.documents_listed(self.store, begin, length)

    def documents_latest(self, most: int) -> tuple[DocumentListing, ...]:
        with self.store.snapshot():
            return listings.documents_latest(self.store, most)

    def documents_from(self, sources: Collection[str]) -> tuple[DocumentListing, ...]:
        with self.store.snapshot():
            return listings.documents_from(self.store, sources)

    def languages_not_read(self) -> dict[str, int]:
        with self.store.snapshot():
            return listings.languages_not_read(self.store)

    def document(self, sha: str) -> DocumentView:
        with self.store.snapshot():
            return documents.document_view(self.store, self.ledger, sha)

    def text_of(self, sha: str) -> str:
        with self.store.snapshot():
            return text_of(self.store, documents.find_document(self.store, sha))

    def claims_of(self, sha: str) -> tuple[Claim, ...]:
        with self.store.snapshot():
            return documents.claims_of(self.store, documents.find_document(self.store, sha))

    def find_document(self, name: str) -> str:
        with self.store.snapshot():
            return documents.document_named(self.store, name)

    def claim(self, sha: str, claim: str) -> ClaimView:
        with self.store.snapshot():
            return claim_views.claim_view(self.store, self.ledger, documents.find_document(self.store, sha), claim)

    def readings(self) -> Iterator[ReadingView]:
        with self.store.snapshot():
            found = list(documents.current_readings(self.store, self.ledger))
        return iter(found)

    def refused(self) -> list[RefusedSource]:
        with self.store.snapshot():
            return documents.refused_sources(self.store, self.ledger)

    def ties(
        self,
        first: dt.date | None = None,
        last: dt.date | None = None,
        *,
        about: str | None = None,
        kinds: Iterable[TieKind] = TIE_KINDS,
        most: int = 250,
    ) -> list[Tie]:
        with self.store.snapshot():
            return ties_between(self.store, first, last, about=about, kinds=kinds, most=most)

    def latest_tie_day(self, until: dt.date) -> dt.date | None:
        with self.store.snapshot():
            return latest_day(self.store, until)

    def suggestions(self, limit: int | None = None) -> list[SuggestionView]:
        with self.store.snapshot():
            return open_suggestions(self.store, limit=limit)

    def orphaned_rulings(self) -> list[RulingToReview]:
        with self.store.snapshot():
            return rulings_to_review.orphaned_rulings(self.store, self.ledger)

    def orphaned_count(self) -> int:
        with self.store.snapshot():
            return count_orphaned(self.store)

    def rulings_on_pages_captured_anew(self) -> list[RulingToReview]:
        with self.store.snapshot():
            return rulings_to_review.rulings_on_pages_captured_anew(self.store, self.ledger)

    def masked_text(self, sha: str) -> TextLayer | None:
        with self.store.snapshot():
            return self.ledger.masked_text(sha)

    def is_withheld_name(self, name: str) -> bool:
        with self.store.snapshot():
            return is_withheld_name(self.store, name)

    def is_withheld_document(self, sha: str) -> bool:
        with self.store.snapshot():
            return is_withheld_document(self.store, sha)

    def masked_documents(self) -> list[str]:
        with self.store.snapshot():
            return masked_documents(self.store)

    def knows_document(self, sha: str) -> bool:
        with self.store.snapshot():
            return documents.knows_document(self.store, sha)

    def keeps_bytes(self, sha: str) -> bool:
        with self.store.snapshot():
            return keeps_bytes(self.store, self.ledger, sha)

    def plan_forgetting(self, person: str, layer_of: LayerOf) -> ForgettingPlan:
        with self.store.snapshot():
            return plan_forgetting(self.store, self.ledger, person, layer_of)

    def conflicts(self, name_or_id: str | None = None) -> list[Conflict]:
        with self.store.snapshot():
            return conflicts.conflicts(self.store, self.ledger, name_or_id)

    def rulings(self) -> list[RulingView]:
        with self.store.snapshot():
            return rulings.rulings(self.store, self.ledger)

    def identity_rulings(self, name_or_id: str, limit: int = 50) -> list[IdentityRuling]:
        with self.store.snapshot():
            return identity_rulings.identity_rulings(self.store, self.ledger, name_or_id, limit=limit)


def _body(store: Store, name_or_id: str) -> EntityName:
    return lookup.find_entity(store, name_or_id, ("organisation", "place"))


def _span(on: dt.date | DateSpan) -> DateSpan:
    return DateSpan.of_day(on) if isinstance(on, dt.date) else on
