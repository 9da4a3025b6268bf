"""The state as a fold of the ledger: each entry moves it on, and `rebuild` starts again from nothing.

Nothing else writes to the derived tables. Around an entry only what it may change is worked out anew: the nodes of
names that the reading touches, and the tenures of the people in them in the posts that it names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from typing import Protocol

import msgspec

from chancery.register.by_hand import STANDING, borne_out, has_statements, with_statements
from chancery.register.careers import Due, derive_careers, due_to_derive
from chancery.register.clusters import Node, add_members, mark_ruled, remove_members, settle
from chancery.register.evidence import check_reading
from chancery.register.facts import add_claims, judge_claim, remove_claims
from chancery.register.identity import members_of
from chancery.register.ledger import Entry, Forgetting, Ledger, ReadingTaken, Reason, Refused, RefusedClaim
from chancery.register.store import Store
from chancery.register.texts import add_text
from chancery.terms.claims import Reading
from chancery.terms.dates import DateSpan
from chancery.terms.document import Document, TextLayer
from chancery.terms.rulings import BY_RULE, Ruling

LayerOf = Callable[[str], TextLayer]  # from a document's SHA-256


class Fold:
    """Applies entries of the ledger to the derived tables, within the caller's transaction."""

    def __init__(
        self,
        store: Store,
        ledger: Ledger,
        layer_of: LayerOf,
        *,
        gone: frozenset[str] = frozenset(),
        later: set[Due] | None = None,
    ) -> None:
        """`gone` names entries that are known to be superseded or withdrawn later on, and need no work.

        Where many entries follow one another in one transaction, `later` gathers whose tenures are to be derived at its
        end, once for all that they are named in: the caller then calls `derive_careers`.
        """
        self._store = store
        self._ledger = ledger
        self._layer_of = layer_of
        self._gone = gone
        self._later = later

    def apply(self, entry: Entry) -> None:
        """Move the state on by one entry. An entry whose payload was erased leaves it as it is."""
        content = self._ledger.payload(entry)
        if content is None and entry.kind != "supersession":
            return
        match entry.kind:
            case "capture":
                self._capture(entry, msgspec.json.decode(content or b"", type=Document))
            case "refusal":
                self._refuse(entry, msgspec.json.decode(content or b"", type=Refused | RefusedClaim))
            case "reading":
                self._read(entry, msgspec.json.decode(content or b"", type=ReadingTaken))
            case "supersession":
                self._end(str(entry.subject), "superseded")
            case "ruling":
                self._rule(entry, msgspec.json.decode(content or b"", type=Ruling))
            case "withdrawal":
                self._withdraw(entry, msgspec.json.decode(content or b"", type=Reason))
            case "forgetting":
                self._forget(entry, msgspec.json.decode(content or b"", type=Forgetting))
            case "redaction":
                pass  # it is looked up in place of what it stands for

    def _capture(self, entry: Entry, document: Document) -> None:
        run = self._store.run
        content = msgspec.json.encode(document)
        run(
            "INSERT INTO document (sha, seq, content) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (document.id, entry.seq, content),
        )
        run(
            "INSERT INTO capture (seq, document, source, captured) VALUES (?, ?, ?, ?)",
            (entry.seq, document.id, document.source, document.captured.iso()),
        )
        run(
            "INSERT INTO source (source, document, seq) VALUES (?, ?, ?)"
            " ON CONFLICT (source) DO UPDATE SET document = excluded.document, seq = excluded.seq",
            (document.source, document.id, entry.seq),
        )
        run("DELETE FROM refusal WHERE source = ?", (document.source,))
        self._date(document.id)

    def _date(self, sha: str) -> None:
        """Keep the day by which lists have the document, after a capture or a reading came or went."""
        row = self._store.first(
            "SELECT content, report FROM document LEFT JOIN reading ON reading.document = sha AND state = 'current'"
            " WHERE sha = ? ORDER BY reading.seq DESC LIMIT 1",
            (sha,),
        )
        if row is not None:
            content, report = row
            date = msgspec.json.decode(content, type=Document).published
            if date is None and report is not None:
                date = msgspec.json.decode(report, type=DateSpan)
            day = None if date is None or date.first is None else date.first.isoformat()
            self._store.run("UPDATE document SET day = ? WHERE sha = ?", (day, sha))

    def _refuse(self, entry: Entry, refused: Refused | RefusedClaim) -> None:
        if isinstance(refused, Refused):
            self._store.run(
                "INSERT INTO refusal (source, code, seq) VALUES (?, ?, ?)"
                " ON CONFLICT (source) DO UPDATE SET code = excluded.code, seq = excluded.seq",
                (refused.source, refused.code, entry.seq),
            )

    def _read(self, entry: Entry, taken: ReadingTaken) -> None:
        if taken.stated is not None:
            self._state(entry, taken)
            return
        reading = taken.reading
        report = self._report_day(reading)
        last = None if report is None or report.last is None else report.last.isoformat()
        outcome = "not read" if not reading.read else "read" if reading.referents else "nothing found"
        self._store.run(
            "INSERT INTO reading (seq, entry, document, reader, version, outcome, state, report, report_last)"
            " VALUES (?, ?, ?, ?, ?, ?, 'current', ?, ?)",
            (
                entry.seq, entry.id, reading.document, reading.reader, reading.version, outcome,
                None if report is None else msgspec.json.encode(report), last,
            ),
        )  # fmt: skip
        self._date(reading.document)
        layer = self._ledger.masked_text(reading.document) or self._layer_of(reading.document)
        add_text(self._store, layer)
        if entry.id in self._gone:
            return
        if layer.version != taken.layer:  # the extractor changed; what its text does not bear out is not shown
            others = {e.document for claim in reading.claims for e in claim.evidence} - {reading.document}
            beside = {sha: self._layer_of(sha) for sha in others}
            reading = msgspec.structs.replace(reading, claims=check_reading(reading, layer, beside).accepted)
        self._settle(self._put_in(entry.seq, reading, report), reading=entry.seq)

    def _put_in(self, row: int, reading: Reading, report: DateSpan | None) -> set[Node]:
        """Enter what an automatic reading says, with what stands by hand; gives the nodes to settle."""
        whole = with_statements(self._store, self._ledger, reading)
        members = members_of(whole, report)
        seq = self._store.one("SELECT seq FROM document WHERE sha = ?", (reading.document,))[0]
        touched = add_members(self._store, members, reading=row, document=reading.document, seq=seq)
        add_claims(self._store, whole.claims, reading=row, document=reading.document, seq=seq)
        return touched

    def _state(self, entry: Entry, taken: ReadingTaken) -> None:
        """A claim by hand: it is laid into the reading that the document has, and into every later one."""
        reading = taken.reading
        self._store.run(
            "INSERT INTO reading (seq, entry, document, reader, version, outcome, state, report, report_last)"
            " VALUES (?, ?, ?, ?, ?, 'read', ?, NULL, NULL)",
            (entry.seq, entry.id, reading.document, reading.reader, reading.version, STANDING),
        )
        self._store.run("INSERT INTO by_hand (claim, reading) VALUES (?, ?)", (reading.claims[-1].id, entry.seq))
        self._compose_anew(reading.document)

    def _compose_anew(self, document: str) -> None:
        """Lay what now stands by hand into the reading that the document has, if it has one."""
        current = self._store.first(
            "SELECT seq, entry, report FROM reading WHERE document = ? AND state = 'current'", (document,)
        )
        entry = None if current is None else self._ledger.entry(current[1])
        content = None if entry is None else self._ledger.payload(entry)
        if current is None or content is None:
            return
        row, _, day = current
        due = due_to_derive(self._store, reading=row)
        remove_claims(self._store, row)
        touched, losing = remove_members(self._store, row)
        report = None if day is None else msgspec.json.decode(day, type=DateSpan)
        reading = borne_out(self._store, msgspec.json.decode(content, type=ReadingTaken))
        touched |= self._put_in(row, reading, report)
        self._settle(touched, reading=row, due=due, losing=losing)

    def _report_day(self, reading: Reading) -> DateSpan | None:
        if reading.dated is not None:
            return reading.dated
        row = self._store.first("SELECT content FROM document WHERE sha = ?", (reading.document,))
        return None if row is None else msgspec.json.decode(row[0], type=Document).published

    def _end(self, entry_id: str, state: str) -> None:
        """A reading stops counting: its referents and claims leave, its row says why."""
        row = self._store.first("SELECT seq, state, document FROM reading WHERE entry = ?", (entry_id,))
        if row is None or row[1] not in ("current", STANDING):
            return
        seq = row[0]
        self._store.run("UPDATE reading SET state = ? WHERE seq = ?", (state, seq))
        self._date(row[2])
        if row[1] == STANDING:
            self._compose_anew(row[2])
            return
        due = due_to_derive(self._store, reading=seq)
        remove_claims(self._store, seq)
        touched, losing = remove_members(self._store, seq)
        self._settle(touched, due=due, losing=losing)

    def _rule(self, entry: Entry, ruling: Ruling) -> None:
        if entry.id in self._gone:
            return
        first, second = (*ruling.subjects, None, None)[:2]
        by_rule = int(ruling.by.startswith(BY_RULE))
        self._store.run(
            "INSERT INTO ruling (seq, entry, judgement, first, second, by_rule) VALUES (?, ?, ?, ?, ?, ?)",
            (entry.seq, entry.id, ruling.judgement, first, second, by_rule),
        )
        self._judge_anew((first, second))

    def _withdraw(self, entry: Entry, reason: Reason) -> None:
        subject = str(entry.subject)
        about = self._ledger.entry(subject)
        if about is None:  # a claim
            self._store.run(
                "INSERT INTO withdrawn (subject, entry) VALUES (?, ?) ON CONFLICT DO NOTHING", (subject, entry.id)
            )
            self._judge_anew([subject])
        elif about.kind == "reading":
            self._end(subject, "withdrawn")
        elif about.kind == "ruling":
            self._take_back(entry, about, reason)

    def _take_back(self, entry: Entry, about: Entry, reason: Reason) -> None:
        """A ruling counts no more. What a person takes back of a rule's is remembered, whenever it was said."""
        content = self._ledger.payload(about)
        ruling = None if content is None else msgspec.json.decode(content, type=Ruling)
        by_person = not reason.by.startswith(BY_RULE)
        if ruling is not None and ruling.by.startswith(BY_RULE) and by_person and len(ruling.subjects) == 2:
            self._store.run(
                "INSERT INTO overruled (entry, judgement, first, second) VALUES (?, ?, ?, ?)",
                (entry.id, ruling.judgement, *ruling.subjects),
            )
        row = self._store.first("SELECT first, second FROM ruling WHERE entry = ?", (about.id,))
        if row is not None:
            self._store.run("DELETE FROM ruling WHERE entry = ?", (about.id,))
            self._judge_anew(row)

    def _forget(self, entry: Entry, forgetting: Forgetting) -> None:
        keep = int(forgetting.keep_bytes)
        self._store.run("INSERT INTO forgotten (entry, keep_bytes) VALUES (?, ?)", (entry.id, keep))
        names = [(token, length, entry.id) for token, length in forgetting.names]
        self._store.many("INSERT INTO withheld_name (token, length, entry) VALUES (?, ?, ?)", names)
        documents = [(sha, entry.id) for sha in forgetting.documents]
        self._store.many("INSERT INTO withheld_document (sha, entry) VALUES (?, ?)", documents)

    def _judge_anew(self, subjects: Iterable[str | None]) -> None:
        """Settle what rulings and withdrawals say of members and claims."""
        several = [subject for subject in subjects if subject is not None]
        mark_ruled(self._store, several)
        due: set[Due] = set()
        for subject in several:
            known = self._store.first("SELECT reading, document FROM claim WHERE id = ?", (subject,))
            if known is None:
                continue
            if has_statements(self._store, known[1]):  # which may rest on the claim, or be it
                self._compose_anew(known[1])
                continue
            # Before and after: only a claim that is in names anyone.
            due |= due_to_derive(self._store, reading=known[0])
            judge_claim(self._store, subject)
            due |= due_to_derive(self._store, reading=known[0])
        self._settle(self._nodes_of(several), due=due)

    def _nodes_of(self, subjects: Iterable[str | None]) -> set[Node]:
        rows = (self._store.first("SELECT type, key FROM referent WHERE member = ?", (s,)) for s in subjects)
        return {(row[0], row[1]) for row in rows if row is not None}

    def _settle(
        self,
        touched: set[Node],
        *,
        reading: int | None = None,
        due: Set[Due] = frozenset(),
        losing: Iterable[str] = (),
    ) -> None:
        moved = settle(self._store, touched, losing=losing)
        all_due = due | due_to_derive(self._store, reading=reading, moved=moved)
        if self._later is None:
            derive_careers(self._store, all_due)
        else:
            self._later |= all_due


class Folded(Protocol):
    """What can be folded anew: a `Register`."""

    @property
    def store(self) -> Store: ...

    @property
    def ledger(self) -> Ledger: ...


def rebuild(register: Folded, layer_of: LayerOf) -> None:
    """Drop everything derived and make it anew from the ledger and the text layers, in one transaction.

    The ledger's own tables are brought up to date before. While it runs, `layer_of` may ask the register for the
    document that it is called for. Raises WorkspaceError W003 or W005, DatabaseError B004, and whatever `layer_of`
    raises; then all is as it was.
    """
    store, ledger = register.store, register.ledger
    store.migrate()
    with store.writing():
        store.empty_derived()
        fold_entries(store, ledger, layer_of)


def fold_entries(store: Store, ledger: Ledger, layer_of: LayerOf, *, after: int = 0) -> None:
    """Move the state on by all entries, or by those after a seq, within the caller's transaction."""
    gone = frozenset(
        row[0] for row in store.rows("SELECT subject FROM entry WHERE kind IN ('supersession', 'withdrawal')")
    )
    later: set[Due] = set()
    fold = Fold(store, ledger, layer_of, gone=gone, later=later)
    for entry in ledger.entries(after=after):
        fold.apply(entry)
    derive_careers(store, later)
