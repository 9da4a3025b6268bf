"""The ledger: what was captured, read, refused, ruled and taken back, in order. It only ever grows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Literal

import msgspec

from chancery.register.store import Row, Store
from chancery.terms.claims import Claim, Reading
from chancery.terms.dates import Instant
from chancery.terms.document import Document, TextLayer
from chancery.terms.rulings import Ruling

EntryKind = Literal["capture", "refusal", "reading", "withdrawal", "ruling", "supersession", "redaction", "forgetting"]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the ledger. It holds ids only; what is personal stands in the payload, which can be erased.

    `document` is a SHA-256. `subject` is what the entry is about: the entry that is superseded, the entry or claim that
    is withdrawn, the reading whose claim is refused, the entry or document that a redaction stands for.
    """

    seq: int
    id: str
    recorded: Instant
    kind: EntryKind
    document: str | None = None
    subject: str | None = None
    payload: int | None = None


class Refused(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="source"):
    """Payload: a source that was not taken in, or not read, with its coded error."""

    source: str
    code: str
    fields: dict[str, str]


class RefusedClaim(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag="claim"):
    """Payload: a claim of a reading that was not let in, and why. For `claim` None see `Refusal`, for `said` too."""

    claim: Claim | None
    reason: str
    said: str = ""


class Stated(msgspec.Struct, frozen=True, kw_only=True):
    """Of a claim by hand: who stated it, why, and in place of which claim, if any."""

    by: str
    why: str = ""
    instead_of: str | None = None


class ReadingTaken(msgspec.Struct, frozen=True, kw_only=True):
    """Payload: a reading without its refused claims, and the version of the text layer that its offsets point into.

    With `stated` it is a claim by hand: the last one of the reading, after the gatherings that it refers to.
    """

    reading: Reading
    layer: str
    stated: Stated | None = None


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """Payload of a withdrawal: who took it back, and why."""

    by: str
    why: str = ""


class Forgetting(msgspec.Struct, frozen=True, kw_only=True):
    """Payload of a forgetting: nothing personal, but digests of names that only the register's key can tell.

    `names` are (digest, length), see `forgetting.withholding`; `documents` are not taken in again.
    """

    names: tuple[tuple[str, int], ...]
    documents: tuple[str, ...]
    keep_bytes: bool
    by: str
    why: str = ""


Payload = Document | Refused | RefusedClaim | ReadingTaken | Ruling | Reason | TextLayer | Forgetting


class Ledger:
    """Reads and appends entries. Whoever appends holds the store's transaction."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def append(
        self,
        kind: EntryKind,
        payload: Payload | None,
        *,
        at: Instant,
        document: str | None = None,
        subject: str | None = None,
    ) -> Entry:
        """The new entry, at the end of the ledger, within the transaction that is open or one of its own.

        Raises WorkspaceError W003 or W005.
        """
        with self._store.writing():
            seq = self._store.one("SELECT coalesce(max(seq), 0) + 1 FROM entry")[0]
            key = None
            if payload is not None:
                content = msgspec.json.encode(payload)
                key = self._store.insert("INSERT INTO payload (content) VALUES (?)", (content,))
            entry = Entry(
                seq=seq,
                id=_entry_id(seq, kind, at, document, subject),
                recorded=at,
                kind=kind,
                document=document,
                subject=subject,
                payload=key,
            )
            self._store.run(
                "INSERT INTO entry (seq, id, recorded, kind, document, subject, payload) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (seq, entry.id, at.iso(), kind, document, subject, key),
            )
        return entry

    def entries(self, *, after: int = 0) -> Iterator[Entry]:
        """All entries in order, or those after a seq."""
        while rows := self._store.rows(f"{_SELECT} WHERE seq > ? ORDER BY seq LIMIT 1000", (after,)):
            for row in rows:
                yield _entry(row)
            after = rows[-1][0]

    def entry(self, entry_id: str) -> Entry | None:
        row = self._store.first(f"{_SELECT} WHERE id = ?", (entry_id,))
        return None if row is None else _entry(row)

    def about(self, subject: str) -> list[Entry]:
        """The entries about an entry or a claim, in order."""
        return [_entry(row) for row in self._store.rows(f"{_SELECT} WHERE subject = ? ORDER BY seq", (subject,))]

    def of_document(self, document: str) -> list[Entry]:
        """The entries that bear a document, in order."""
        return [_entry(row) for row in self._store.rows(f"{_SELECT} WHERE document = ? ORDER BY seq", (document,))]

    def payload(self, entry: Entry) -> bytes | None:
        """The JSON of an entry's payload, or of what stands for it since it was erased; None where nothing does."""
        return None if entry.payload is None else self.standing(entry.id, entry.payload)

    def standing(self, entry_id: str, payload: int) -> bytes | None:
        """As `payload`, for who has the two ids."""
        row = self._store.first("SELECT content FROM payload WHERE id = ?", (payload,))
        if row is None or row[0] is not None:
            return None if row is None else row[0]
        return self._redaction(entry_id)

    def masked_text(self, document: str) -> TextLayer | None:
        """The text of a document in which someone who was forgotten is masked; None where nobody is."""
        content = self._redaction(document)
        return None if content is None else msgspec.json.decode(content, type=TextLayer)

    def _redaction(self, subject: str) -> bytes | None:
        row = self._store.first(
            "SELECT content FROM entry JOIN payload ON payload.id = entry.payload"
            " WHERE subject = ? AND kind = 'redaction' AND content IS NOT NULL ORDER BY seq DESC LIMIT 1",
            (subject,),
        )
        return None if row is None else row[0]

    def erase(self, entry: Entry) -> None:
        """Erase the payload of an entry, and whatever has stood for it; within the transaction that is open."""
        for each in (entry, *(other for other in self.about(entry.id) if other.kind == "redaction")):
            self._store.run("UPDATE payload SET content = NULL WHERE id = ?", (each.payload,))

    def erase_masked_text(self, document: str) -> None:
        """Erase the masked texts of a document, before another takes their place."""
        for each in self.about(document):
            if each.kind == "redaction":
                self._store.run("UPDATE payload SET content = NULL WHERE id = ?", (each.payload,))


_SELECT = "SELECT seq, id, recorded, kind, document, subject, payload FROM entry"


def _entry(row: Row) -> Entry:
    seq, entry_id, recorded, kind, document, subject, payload = row
    return Entry(
        seq=seq, id=entry_id, recorded=Instant.parse(recorded), kind=kind, document=document, subject=subject,
        payload=payload,
    )  # fmt: skip


def _entry_id(seq: int, kind: str, at: Instant, document: str | None, subject: str | None) -> str:
    """24 hexadecimal digits over nothing personal, so that the id can outlive what it stood for."""
    return hashlib.sha256(msgspec.json.encode([seq, kind, at.iso(), document, subject])).hexdigest()[:24]
