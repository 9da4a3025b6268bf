"""`Register`: the one way in. What is recorded goes to the ledger and is folded in the same transaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from chancery.register.adding import add_claim
from chancery.register.answers import Answers
from chancery.register.careers import Due, derive_careers
from chancery.register.evidence import check_reading
from chancery.register.fold import Fold, LayerOf
from chancery.register.forgetting.changes import payload_cleaned
from chancery.register.forgetting.erasing import Forgotten, forget_person
from chancery.register.forgetting.withholding import is_withheld_document, withholding
from chancery.register.known import Past, open_past
from chancery.register.ledger import Entry, ReadingTaken, Reason, Refused, RefusedClaim
from chancery.register.replaced import replaced_readings
from chancery.register.resolving import RULE, Resolved, resolve
from chancery.register.resolving.suggestions import keep_suggestions
from chancery.register.ruled_subjects import document_of
from chancery.register.rulings import current_reading, find_claim, find_ruling
from chancery.register.rulings_to_review import with_documents
from chancery.register.store import WAIT_SECONDS, open_store
from chancery.register.views import Recorded
from chancery.terms.by_hand import BY_HAND, Statement
from chancery.terms.claims import Reading
from chancery.terms.dates import Instant
from chancery.terms.document import Document, TextLayer
from chancery.terms.errors import ChanceryError, IntakeError, QuestionError
from chancery.terms.rulings import OnClaim, OnNames, Ruling


class Register(Answers):
    """The record of one workspace: `Answers`, and what writes to it.

    Every writing method is one transaction: WorkspaceError W003 tells that another writer holds the register for too
    long, W005 that the disk is full, W006 that the file is damaged; then nothing of the call is kept.
    """

    _later: set[Due] | None = None  # while in bulk: whose tenures are to be derived

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self.store.close()

    @contextmanager
    def in_bulk(self) -> Iterator[None]:
        """One transaction for all that the caller records inside: all of it is committed, or none.

        A commit waits for the disk, and a person's career is derived from all that is said of them: both are done once
        for many documents. Inside, questions are answered without the careers of those just named. For one thread.
        """
        with self.store.writing():
            self._later = set()
            try:
                yield
                derive_careers(self.store, self._later)
            finally:
                self._later = None

    def known(self, at: Instant, *, folder: Path) -> Past:
        """The record as it stood at an instant: the answers of then, whatever was recorded, ruled or taken back since.

        `folder` keeps folds of the past for the next time. Close it before the register. Raises WorkspaceError W005.
        """
        return open_past(self.store, at, folder=folder)

    def record(
        self,
        document: Document,
        layer: TextLayer,
        reading: Reading,
        *,
        beside: Mapping[str, TextLayer] | None = None,
        at: Instant,
    ) -> Recorded:
        """Enter a document with what was read in it. A reading that is known already adds nothing.

        Another reader, or another version, supersedes the reading that the document had. Claims whose quotes do not
        equal their slices are refused, and kept as refused, as is what the reader itself refused. `beside` are the
        text layers of captured documents that further evidence stands in, by their SHA-256: those of one data set. Its
        version may return, so a reading of it that was superseded is entered anew. Raises ValueError where the three
        are not of one document, and IntakeError A013 for a document that is not to come in again. Of whom the register
        was told to forget, nothing is entered.
        """
        if not document.id == layer.document == reading.document:
            raise ValueError("a reading is recorded with its own document and text layer")
        with self.store.writing():
            if is_withheld_document(self.store, document.id):
                raise IntakeError("A013", path=document.source)
            known, is_set = withholding(self.store), beside is not None
            if known is not None:
                beside = {sha: self.ledger.masked_text(sha) or other for sha, other in (beside or {}).items()}
                withheld = known.withhold(document, layer, reading, beside)
                document, reading = withheld.document, withheld.reading
                layer = withheld.layer or layer
            fold = Fold(self.store, self.ledger, lambda sha: layer, later=self._later)
            self._capture(document, fold, at)
            if self._is_known(reading, is_set=is_set):
                return Recorded(new=False)
            if known is not None and withheld.layer is not None and self.ledger.masked_text(document.id) != layer:
                self.ledger.append("redaction", layer, at=at, document=document.id, subject=document.id)
            checked = check_reading(reading, layer, beside or {})
            let_in = msgspec.structs.replace(reading, claims=checked.accepted, refused=())
            taken = ReadingTaken(reading=let_in, layer=layer.version)
            for (older,) in self.store.rows(
                "SELECT entry FROM reading WHERE document = ? AND state = 'current'", (document.id,)
            ):
                fold.apply(self.ledger.append("supersession", None, at=at, document=document.id, subject=older))
            entry = self.ledger.append("reading", taken, at=at, document=document.id)
            fold.apply(entry)
            for refusal in checked.refused:
                payload = RefusedClaim(claim=refusal.claim, reason=refusal.reason, said=refusal.said)
                fold.apply(self.ledger.append("refusal", payload, at=at, document=document.id, subject=entry.id))
        return Recorded(claims=len(checked.accepted), refused=len(checked.refused))

    def record_capture(self, document: Document, *, at: Instant) -> bool:
        """Enter that a source gave these bytes; False where it was the last thing it gave."""
        with self.store.writing():
            clean = payload_cleaned(document, self._clean)
            return self._capture(clean if isinstance(clean, Document) else document, self._fold_without_text(), at)

    def withhold_text(self, layer: TextLayer, *, at: Instant) -> None:
        """Keep the masked text of a captured document that nothing is read in, where it names someone forgotten."""
        with self.store.writing():
            known = withholding(self.store)
            text = layer.text if known is None else known.clean(layer.text)
            if text != layer.text:
                masked = msgspec.structs.replace(layer, text=text)
                self.ledger.append("redaction", masked, at=at, document=layer.document, subject=layer.document)

    def record_refusal(self, source: str, error: ChanceryError, *, at: Instant) -> bool:
        """Enter that a source was refused (A...) or its reading failed (R...); False where that was the last known."""
        with self.store.writing():
            clean = self._clean
            fields = {name: clean(value) for name, value in error.fields.items()}
            source = clean(source)
            payload = Refused(source=source, code=error.code, fields=fields)
            last = self.store.first(
                "SELECT content FROM refusal JOIN entry USING (seq) JOIN payload ON payload.id = entry.payload"
                " WHERE source = ?",
                (source,),
            )
            if last is not None and last[0] == msgspec.json.encode(payload):
                return False
            self._fold_without_text().apply(self.ledger.append("refusal", payload, at=at))
            return True

    def record_ruling(self, ruling: Ruling, *, at: Instant) -> Entry:
        """Enter a ruling on two members or on a claim; its entry's id is what `withdraw` takes."""
        with self.store.writing():
            said = msgspec.structs.replace(ruling, by=self._clean(ruling.by), why=self._clean(ruling.why))
            entry = self.ledger.append("ruling", with_documents(self.store, said), at=at)
            self._fold_without_text().apply(entry)
            return entry

    def resolve(self, *, at: Instant) -> Resolved:
        """Judge who is one across documents: the rule's rulings are brought up to date, and what a person should look
        at is kept for `suggestions`. Where nothing was entered since the rule last judged, nothing is done.

        Not inside `in_bulk`: it is a transaction of its own, at whose end the careers of all whom it ruled on are
        derived, once for all rulings.
        """
        with self.in_bulk():
            if self._is_resolved():
                return Resolved()
            done = resolve(
                self.store,
                rule=lambda ruling: self.record_ruling(ruling, at=at),
                take_back=lambda entry: self.withdraw(entry, by=RULE, why="no longer sure", at=at),
            )
            keep_suggestions(self.store, done.suggestions)
            self.store.run("DELETE FROM resolved")
            self.store.run("INSERT INTO resolved (rule, seq) SELECT ?, coalesce(max(seq), 0) FROM entry", (RULE,))
            return done

    def _is_resolved(self) -> bool:
        row = self.store.first("SELECT seq FROM resolved WHERE rule = ?", (RULE,))
        return row is not None and row[0] == self.store.one("SELECT coalesce(max(seq), 0) FROM entry")[0]

    def withdraw(self, subject: str, *, by: str, why: str = "", at: Instant) -> Entry:
        """Take back one ruling or one reading by its entry's id, or one claim by its id, and nothing else.

        Raises QuestionError Q001 where there is no such entry or claim.
        """
        with self.store.writing():
            about = self.ledger.entry(subject)
            known = self.store.first("SELECT 1 FROM claim WHERE id = ?", (subject,)) is not None
            if not known and (about is None or about.kind not in ("ruling", "reading")):
                raise QuestionError("Q001", kind="ruling, reading or claim", name=subject)
            document = None if about is not None else document_of(self.store, subject)
            reason = Reason(by=self._clean(by), why=self._clean(why))
            entry = self.ledger.append("withdrawal", reason, at=at, document=document, subject=subject)
            self._fold_without_text().apply(entry)
            return entry

    def judge_claim(self, claim: str, judgement: OnClaim, *, by: str, why: str, at: Instant) -> Entry:
        """Rule that a claim is to be followed or to be left out, by its id or its beginning.

        An accepted claim wins the conflicts that it has a side in; a rejected one leaves the record until the ruling is
        withdrawn. Raises QuestionError Q003 or Q007.
        """
        with self.store.writing():
            subject = find_claim(self.store, claim)
            return self.record_ruling(Ruling(judgement=judgement, subjects=(subject,), by=by, why=why), at=at)

    def judge_names(
        self, first: str, second: str, judgement: OnNames, *, by: str, why: str,
        at: Instant,
    ) -> Entry:  # fmt: skip
        """Rule on two members, by their ids. Raises QuestionError Q001 where they are not two of the record's."""
        with self.store.writing():
            for member in (first, second):
                if first == second or self.store.first("SELECT 1 FROM referent WHERE member = ?", (member,)) is None:
                    raise QuestionError("Q001", kind="pair of names", name=member[:100])
            return self.record_ruling(Ruling(judgement=judgement, subjects=(first, second), by=by, why=why), at=at)

    def add_claim(self, statement: Statement, *, by: str, why: str, at: Instant) -> str:
        """Enter what a user states by hand; gives the claim's id, which `withdraw` takes. See `adding.add_claim`."""
        with self.store.writing():
            return add_claim(self, statement, by=by, why=why, at=at)

    @property
    def later(self) -> set[Due] | None:
        """While in bulk, those whose careers are to be derived at its end."""
        return self._later

    def withdraw_ruling(self, entry: str, *, by: str, why: str, at: Instant) -> Entry:
        """Take back one ruling by its entry's id or its beginning. Raises QuestionError Q003 or Q007."""
        with self.store.writing():
            return self.withdraw(find_ruling(self.store, entry), by=by, why=why, at=at)

    def withdraw_document(self, document: str, *, by: str, why: str, at: Instant) -> Entry:
        """Take back what was read in a document, named as for `find_document`: all that rests on it alone ends.

        Raises QuestionError Q001, Q003, or Q008 where nothing of it counts.
        """
        with self.store.writing():
            reading = current_reading(self.store, self.find_document(document))
            return self.withdraw(reading, by=by, why=why, at=at)

    def retire(self, source: str, reader: str, *, by: str, why: str, at: Instant) -> int:
        """Withdraw what a reader read in earlier documents of a source that no source gives any more.

        Gives how many readings that were.
        """
        with self.store.writing():
            replaced = replaced_readings(self.store, source, reader)
            for entry in replaced:
                self.withdraw(entry, by=by, why=why, at=at)
            return len(replaced)

    def forget(
        self, person: str, layer_of: LayerOf, *, keep_bytes: bool = False, by: str, why: str = "", at: Instant
    ) -> Forgotten:
        """Take a person out of the ledger and of all that is derived from it: see decision 0010.

        `layer_of` is as for `rebuild`. What lies outside the ledger is `unfinished` then. Raises QuestionError Q001,
        Q003 or Q006.
        """
        return forget_person(self, person, layer_of, keep_bytes=keep_bytes, by=by, why=why, at=at)

    def unfinished(self) -> bool:
        """Whether bytes, folds of the past or freed pages of someone who was forgotten may still be there."""
        with self.store.snapshot():
            return self.store.first("SELECT 1 FROM unfinished") is not None

    def scrub(self) -> None:
        """Leave nothing of what was erased in the database's own files. Raises WorkspaceError W003."""
        self.store.scrub()

    def finished(self) -> None:
        """All was done that `unfinished` tells of."""
        with self.store.writing():
            self.store.run("DELETE FROM unfinished")

    def _clean(self, text: str) -> str:
        known = withholding(self.store)
        return text if known is None else known.clean(text)

    def _capture(self, document: Document, fold: Fold, at: Instant) -> bool:
        if self.has_capture(document.id, document.source):
            return False
        fold.apply(self.ledger.append("capture", document, at=at, document=document.id))
        return True

    def _fold_without_text(self) -> Fold:
        def none(sha: str) -> TextLayer:
            raise LookupError(f"no text layer is at hand for {sha}")

        return Fold(self.store, self.ledger, none, later=self._later)

    def _is_known(self, reading: Reading, *, is_set: bool) -> bool:
        if not is_set:
            return self.has_reading(reading.document, reading.reader, reading.version)
        row = self.store.first(
            "SELECT 1 FROM reading WHERE document = ? AND reader = ? AND version = ? AND state = 'current'",
            (reading.document, reading.reader, reading.version),
        )
        return row is not None

    def has_reading(self, document_sha: str, reader: str, version: str) -> bool:
        """Whether this version of this reader has read the document, and its reading was not taken back.

        A reading whose place another reader's has taken is none: whoever turns back to the first reader reads anew.
        """
        with self.store.snapshot():
            row = self.store.first(
                "SELECT 1 FROM reading WHERE document = ? AND reader = ? AND version = ? AND state <> 'withdrawn'"
                " AND NOT EXISTS (SELECT 1 FROM reading WHERE document = ? AND reader <> ? AND state = 'current')",
                (document_sha, reader, version, document_sha, reader),
            )
        return row is not None

    def was_withdrawn(self, document_sha: str) -> bool:
        """Whether the last reading of the document was taken back."""
        with self.store.snapshot():
            row = self.store.first(
                "SELECT state FROM reading WHERE document = ? AND reader <> ? ORDER BY seq DESC LIMIT 1",
                (document_sha, BY_HAND),
            )
        return row is not None and row[0] == "withdrawn"

    def has_capture(self, document_sha: str, source: str) -> bool:
        """Whether these bytes are the last that the source gave."""
        with self.store.snapshot():
            row = self.store.first("SELECT document FROM source WHERE source = ?", (self._clean(source),))
        return row is not None and row[0] == document_sha


def open_register(
    place: Path | str,
    *,
    create: bool = False,
    readonly: bool = False,
    wait: float = WAIT_SECONDS,
    outdated: bool = False,
) -> Register:
    """The register in a file, or in the database of a postgresql:// address.

    `create` makes it where it is missing; `wait` is in seconds, for another writer; `outdated` opens one of an older
    Chancery too, for `rebuild` only. Raises WorkspaceError: W001 no right, W002 made by a newer Chancery, W003 another
    writer for too long, W004 nothing there, W005 no room, W006 damaged or no register, W007 made by an older Chancery;
    and of an address DatabaseError B001 to B005.
    """
    return Register(open_store(place, readonly=readonly, create=create, wait=wait, outdated=outdated))
