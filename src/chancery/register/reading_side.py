"""The reading side of the register: all that the gazette may ask. It cannot write."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Protocol

from chancery.register.act_lists import ActKind, ActList
from chancery.register.body_views import BodyLife, Roster, Succession, Tree
from chancery.register.change_views import CHANGE_KINDS, ChangeKind, Changes
from chancery.register.gathering_views import GatheringRecord
from chancery.register.identity_rulings import IdentityRuling
from chancery.register.listings import Listed
from chancery.register.resolving.suggestions import SuggestionView
from chancery.register.ruling_views import RulingToReview
from chancery.register.ties import TIE_KINDS, Tie, TieKind
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


class RegisterReading(Protocol):
    """Questions to the record. Each answer is of one moment, though others may be writing."""

    def holders_on(self, role: str, body: str | None, on: dt.date | DateSpan | None) -> list[Holder]:
        """Who held the role on a day, or in a month or year: see `holders.holders_on`. Raises QuestionError."""

    def held_on(self, on: dt.date, *, cited: bool = True) -> list[Holder]:
        """All posts that are proved to be held on a day, each with its holder: see `held.held_on`."""

    def moves_between(self, first: dt.date, last: dt.date, *, cited: bool = True) -> tuple[list[Tenure], list[Tenure]]:
        """Who is known to have entered a post within the days, both included, and who to have left one."""

    def roles_in(self, body: str | None) -> list[str]:
        """The roles that the record knows in a body. Raises QuestionError Q001 or Q003."""

    def life(self, body: str) -> BodyLife:
        """The life of a body: existence, names, parents, suspensions, successions. Raises QuestionError."""

    def predecessors(self, body: str) -> list[Succession]:
        """Every body from which it came by merger or split, the nearest first. Raises QuestionError Q001 or Q003."""

    def successors(self, body: str) -> list[Succession]:
        """Every body that came of it by merger or split, the nearest first. Raises QuestionError Q001 or Q003."""

    def roster_on(self, body: str, on: dt.date | DateSpan, *, units: bool = False, everyone: bool = False) -> Roster:
        """Who was what in a body: see `rosters.roster_on`. Raises QuestionError Q001 or Q003."""

    def tree_on(self, body: str, on: dt.date | DateSpan) -> Tree:
        """The units of a body as of a day, month or year: see `trees.tree_on`. Raises QuestionError Q001 or Q003."""

    def gathering(self, name_or_id: str) -> GatheringRecord:
        """A gathering by its name or the id of any claim of it. Raises QuestionError Q001 or Q003."""

    def gatherings(self, first: dt.date | None = None, last: dt.date | None = None) -> list[GatheringView]:
        """The dated gatherings with a day within [first, last], in the order of their days."""

    def gathering_days(self) -> list[tuple[dt.date, int]]:
        """The days on which gatherings began, in their order, each with how many tellings it has."""

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
        """What changed from one day to another: see `changes.changes_between`. Raises QuestionError Q001 or Q003."""

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
        """A page of the acts of a kind: see `act_lists.act_list`. Raises QuestionError Q001 or Q003."""

    def entity(self, name_or_id: str) -> EntityView:
        """A person, body or place. Raises QuestionError Q001 with the nearest names, or Q003."""

    def became(self, bodies: Sequence[str]) -> list[UnitView]:
        """What became of each of these bodies, by their ids, under the name of its own alone."""

    def find_entities(self, text: str, type: EntityType | None = None) -> list[EntityName]:
        """Entities whose names hold the words; none is an empty list."""

    def search(self, words: str, limit: int = 20) -> list[SearchHit]:
        """Entities, then passages, that hold all the words; at most `limit` of each."""

    def counts(self) -> Counts:
        """How much the record holds."""

    def people(self) -> list[EntityListing]:
        """All persons, by name."""

    def bodies(self) -> list[EntityListing]:
        """All organisations, by name."""

    def places(self) -> list[EntityListing]:
        """All places, by name."""

    def documents(self) -> list[DocumentListing]:
        """All documents, in the order in which they came in."""

    def entities_listed(self, kind: EntityType, begin: int, length: int) -> Listed[EntityListing]:
        """Some of all entities of a type, by name, from the place `begin` on, counted from 0."""

    def entities_most_named(self, kind: EntityType, most: int) -> tuple[EntityListing, ...]:
        """Those that most documents name, the most named first."""

    def documents_listed(self, begin: int, length: int) -> Listed[DocumentListing]:
        """Some of all documents, the newest first, those without a date last, from the place `begin` on."""

    def documents_latest(self, most: int) -> tuple[DocumentListing, ...]:
        """The documents that came in last, the last one first."""

    def documents_from(self, sources: Collection[str]) -> tuple[DocumentListing, ...]:
        """The documents that one of these sources has given, in the order in which they came in."""

    def languages_not_read(self) -> dict[str, int]:
        """How many documents of each language, by its code, were kept and not read."""

    def document(self, sha: str) -> DocumentView:
        """A document by its SHA-256 or four characters or more of its beginning. Raises QuestionError Q001 or Q003."""

    def text_of(self, sha: str) -> str:
        """The text that all offsets point into. Raises QuestionError Q001 or Q003."""

    def claims_of(self, sha: str) -> tuple[Claim, ...]:
        """The claims of a document that count, in the reader's order. Raises QuestionError Q001 or Q003."""

    def find_document(self, name: str) -> str:
        """The SHA-256 of a document by a source that gave it, or as for `document`. Raises QuestionError."""

    def claim(self, sha: str, claim: str) -> ClaimView:
        """One claim of a document that counts, by its id or four characters or more of its beginning.

        Raises QuestionError Q001 or Q003 for the document, Q003 or Q004 for the claim.
        """

    def readings(self) -> Iterator[ReadingView]:
        """Every current reading with its document and the sources that still give it."""

    def refused(self) -> list[RefusedSource]:
        """The sources that were refused or failed, and were not taken in since."""

    def ties(
        self,
        first: dt.date | None = None,
        last: dt.date | None = None,
        *,
        about: str | None = None,
        kinds: Iterable[TieKind] = TIE_KINDS,
        most: int = 250,
    ) -> list[Tie]:
        """Who is tied to whom, strongest first: see `ties.ties_between`. Raises QuestionError Q001 or Q003."""

    def latest_tie_day(self, until: dt.date) -> dt.date | None:
        """The last day up to this one of which a post, a gathering or an agreement tells; None where none is dated."""

    def suggestions(self, limit: int | None = None) -> list[SuggestionView]:
        """Pairs that may be one entity and that nobody has ruled on, most valuable first; at most `limit`."""

    def orphaned_rulings(self) -> list[RulingToReview]:
        """Rulings that stand, on a fact or name that no current reading gives; each with what may take its place."""

    def orphaned_count(self) -> int:
        """About how many of them there are; see `standing_rulings.count_orphaned`."""

    def rulings_on_pages_captured_anew(self) -> list[RulingToReview]:
        """Rulings that hold, where a source has since given other bytes that say the same and are not ruled on."""

    def masked_text(self, sha: str) -> TextLayer | None:
        """The text of a document in which someone who was forgotten is masked; None where nobody is."""

    def conflicts(self, name_or_id: str | None = None) -> list[Conflict]:
        """What cannot both be true, in all the record or of one entity. Raises QuestionError Q001 or Q003."""

    def rulings(self) -> list[RulingView]:
        """Every ruling and withdrawal, in the order of the ledger, with those that were taken back."""

    def identity_rulings(self, name_or_id: str, limit: int = 50) -> list[IdentityRuling]:
        """The rulings that stand on the names of an entity, the newest first. Raises QuestionError Q001 or Q003."""
