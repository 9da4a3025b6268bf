"""The tables: two that are the truth, and those that are folded from them and may be dropped at any time.

They are written down once, in SQLite's words; `stores/` adds what each database needs besides: what keeps the ledger
as it is, and the index of words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

FORMAT = 2  # of the ledger's tables: the last script of `stores/migrations`; a newer Chancery's register is not opened
FOLDING = 2  # of what is derived: one more whenever the same ledger is folded to other rows in the same tables
APPLICATION = 0x43484E43  # "CHNC", PRAGMA application_id: this file is a register of Chancery

LEDGER_TABLES = ("payload", "entry", "secret", "unfinished")
VERSION_TABLE = "chancery_version"  # as Alembic keeps it

# Personal text stands in payloads only, so that it can be erased while the entry stays as a tombstone.
LEDGER = (
    "CREATE TABLE payload (id INTEGER PRIMARY KEY, content BLOB)",
    """CREATE TABLE entry (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        recorded TEXT NOT NULL,
        kind TEXT NOT NULL
            CHECK (kind IN ('capture', 'refusal', 'reading', 'withdrawal', 'ruling', 'supersession',
                'redaction', 'forgetting')),
        document TEXT,
        subject TEXT,
        payload INTEGER REFERENCES payload (id)
    )""",
    "CREATE INDEX entry_document ON entry (document, kind)",
    "CREATE INDEX entry_subject ON entry (subject) WHERE subject IS NOT NULL",
    # Names that were forgotten are recognised by a digest with this key, made when the first one is.
    "CREATE TABLE secret (id INTEGER PRIMARY KEY, content BLOB NOT NULL)",
    # Forgettings of which not all is done that is done outside the ledger.
    "CREATE TABLE unfinished (entry TEXT PRIMARY KEY) WITHOUT ROWID",
)

# Filled by the resolver when it has run, and no part of the fold: what people are asked.
WORKING = (
    """CREATE TABLE suggestion (first TEXT NOT NULL, second TEXT NOT NULL, value REAL NOT NULL,
        content BLOB NOT NULL, PRIMARY KEY (first, second)) WITHOUT ROWID""",
    # Up to which entry of the ledger a rule has judged.
    "CREATE TABLE resolved (rule TEXT PRIMARY KEY, seq INTEGER NOT NULL) WITHOUT ROWID",
)

WORKING_TABLES = ("suggestion", "resolved")

DERIVED_TABLES = (
    "document", "capture", "source", "refusal", "reading", "layer", "sentence", "referent", "naming",
    "link", "node", "entity_name", "entity", "ruling", "overruled",
    "withdrawn", "claim", "by_hand", "claim_ref", "tenure",
    "forgotten", "withheld_name", "withheld_document",
)  # fmt: skip

# WITHOUT ROWID keeps rows in the order of their keys, which are digests: right for small rows. Of large ones a page
# holds a few, so the way to each is long, and every new one changes a page of its own.
DERIVED = (
    # What the derived tables were made by: see `shape_of`.
    "CREATE TABLE shape (digest TEXT NOT NULL)",
    # `seq` is that of the first capture: the order in which documents came to be known. `day` is the first day of its
    # date, where it has one: of what it says itself, or else of its current reading's report.
    "CREATE TABLE document (sha TEXT PRIMARY KEY, seq INTEGER NOT NULL, day TEXT, content BLOB NOT NULL)",
    "CREATE INDEX document_day ON document (day)",
    """CREATE TABLE capture (seq INTEGER PRIMARY KEY, document TEXT NOT NULL, source TEXT NOT NULL,
        captured TEXT NOT NULL)""",
    "CREATE INDEX capture_document ON capture (document)",
    # The document that a source last gave.
    "CREATE TABLE source (source TEXT PRIMARY KEY, document TEXT NOT NULL, seq INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE INDEX source_document ON source (document)",
    "CREATE TABLE refusal (source TEXT PRIMARY KEY, code TEXT NOT NULL, seq INTEGER NOT NULL) WITHOUT ROWID",
    # `state`: current, superseded or withdrawn; "by hand" of a claim by hand that stands. `report` is the day that the
    # report is of, as JSON.
    """CREATE TABLE reading (
        seq INTEGER PRIMARY KEY, entry TEXT NOT NULL UNIQUE, document TEXT NOT NULL, reader TEXT NOT NULL,
        version TEXT NOT NULL, outcome TEXT NOT NULL, state TEXT NOT NULL, report BLOB, report_last TEXT
    )""",
    "CREATE INDEX reading_document ON reading (document, state)",
    "CREATE INDEX reading_outcome ON reading (state, outcome)",
    # Text as bytes: the database's own text functions end at a NUL, offsets must not.
    "CREATE TABLE layer (document TEXT PRIMARY KEY, version TEXT NOT NULL, content BLOB NOT NULL)",
    """CREATE TABLE sentence (id INTEGER PRIMARY KEY, document TEXT NOT NULL, start INTEGER NOT NULL,
        stop INTEGER NOT NULL)""",
    "CREATE INDEX sentence_place ON sentence (document, start)",
    # One row per referent of a current reading. `place` orders the referents of one document; `ruled`: a ruling on
    # identity names it; `renamed`: its document says that it got another name, or that it got this one.
    """CREATE TABLE referent (
        member TEXT PRIMARY KEY, reading INTEGER NOT NULL, document TEXT NOT NULL, seq INTEGER NOT NULL,
        place INTEGER NOT NULL, local TEXT NOT NULL, type TEXT NOT NULL, name TEXT NOT NULL, key TEXT NOT NULL,
        fullness INTEGER NOT NULL, entity TEXT, ruled INTEGER NOT NULL, renamed INTEGER NOT NULL
    ) WITHOUT ROWID""",
    "CREATE INDEX referent_reading ON referent (reading, local)",
    "CREATE INDEX referent_of_type ON referent (reading, type)",
    "CREATE INDEX referent_node ON referent (type, key, seq, place)",
    "CREATE INDEX referent_entity ON referent (entity, seq, place)",
    "CREATE INDEX referent_ruled ON referent (type, key) WHERE ruled = 1",
    "CREATE INDEX referent_renamed ON referent (entity) WHERE renamed = 1",
    # Every name of every referent; `own` marks its fullest one.
    """CREATE TABLE naming (member TEXT NOT NULL, name TEXT NOT NULL, own INTEGER NOT NULL,
        PRIMARY KEY (member, name)) WITHOUT ROWID""",
    # A further full name by which a node of names may join another; see identity.
    """CREATE TABLE link (type TEXT NOT NULL, node TEXT NOT NULL, other TEXT NOT NULL, member TEXT NOT NULL,
        PRIMARY KEY (type, node, other, member)) WITHOUT ROWID""",
    "CREATE INDEX link_other ON link (type, other)",
    "CREATE INDEX link_member ON link (member)",
    # The entity of all referents with one key; absent while a ruling tells them apart.
    "CREATE TABLE node (type TEXT NOT NULL, key TEXT NOT NULL, entity TEXT, PRIMARY KEY (type, key)) WITHOUT ROWID",
    "CREATE INDEX node_entity ON node (entity)",
    # `shown` is the member whose name is shown; `last` the last day of the newest report that names the entity.
    """CREATE TABLE entity (id TEXT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, shown TEXT NOT NULL,
        last TEXT) WITHOUT ROWID""",
    "CREATE INDEX entity_type ON entity (type, name)",
    # `words` are those by which search finds the name; `n` counts the referents that bear it.
    """CREATE TABLE entity_name (id INTEGER PRIMARY KEY, entity TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL,
        words TEXT NOT NULL, own INTEGER NOT NULL, n INTEGER NOT NULL, UNIQUE (entity, name, own))""",
    "CREATE INDEX entity_name_folded ON entity_name (folded)",
    """CREATE TABLE ruling (seq INTEGER PRIMARY KEY, entry TEXT NOT NULL UNIQUE, judgement TEXT NOT NULL,
        first TEXT NOT NULL, second TEXT, by_rule INTEGER NOT NULL)""",
    "CREATE INDEX ruling_first ON ruling (first)",
    "CREATE INDEX ruling_second ON ruling (second)",
    # What a rule had ruled and a person took back: the rule says it no more.
    """CREATE TABLE overruled (entry TEXT PRIMARY KEY, judgement TEXT NOT NULL, first TEXT NOT NULL,
        second TEXT NOT NULL) WITHOUT ROWID""",
    # Claims that were taken back one by one.
    "CREATE TABLE withdrawn (subject TEXT PRIMARY KEY, entry TEXT NOT NULL) WITHOUT ROWID",
    # `day` is the first day of the claim's date, where it has one; `died`: it tells of a death. A claim that is out
    # (taken back or rejected) has no rows in claim_ref.
    """CREATE TABLE claim (id TEXT PRIMARY KEY, reading INTEGER NOT NULL, document TEXT NOT NULL, seq INTEGER NOT NULL,
        place INTEGER NOT NULL, kind TEXT NOT NULL, stance TEXT NOT NULL, day TEXT, died INTEGER NOT NULL,
        out INTEGER NOT NULL, content BLOB NOT NULL)""",
    "CREATE INDEX claim_reading ON claim (reading, place)",
    # Without it SQLite, which keeps no statistics here, goes through all claims of a kind to find those of one reading.
    "CREATE INDEX claim_of_kind ON claim (reading, kind, out)",
    "CREATE INDEX claim_kind ON claim (kind, out, day)",
    # A death ends all posts of a person: found without going through what is said of each.
    "CREATE INDEX claim_died ON claim (id) WHERE died = 1",
    # Of what kinds something is denied: little among all that is said.
    "CREATE INDEX claim_denied ON claim (kind, out) WHERE stance = 'denied'",
    # Which entry of the ledger a claim by hand came with; `reading` is the row of that entry, not of its claims.
    "CREATE TABLE by_hand (claim TEXT PRIMARY KEY, reading INTEGER NOT NULL) WITHOUT ROWID",
    # Which referents a claim names, and as what. Gatherings are named by the claim that states them.
    """CREATE TABLE claim_ref (claim TEXT NOT NULL, field TEXT NOT NULL, place INTEGER NOT NULL, member TEXT NOT NULL,
        PRIMARY KEY (claim, field, place)) WITHOUT ROWID""",
    "CREATE INDEX claim_ref_member ON claim_ref (member, field)",
    """CREATE TABLE tenure (id TEXT PRIMARY KEY, person TEXT NOT NULL, body TEXT, role TEXT NOT NULL,
        standing TEXT NOT NULL, acting INTEGER NOT NULL, first TEXT, content BLOB NOT NULL)""",
    "CREATE INDEX tenure_person ON tenure (person)",
    "CREATE INDEX tenure_body ON tenure (body, role, standing)",
    "CREATE INDEX tenure_role ON tenure (role, first)",
    "CREATE TABLE forgotten (entry TEXT PRIMARY KEY, keep_bytes INTEGER NOT NULL) WITHOUT ROWID",
    # Keyed digests of forgotten names, and how many words each has; of names without spaces, minus their characters.
    """CREATE TABLE withheld_name (token TEXT NOT NULL, length INTEGER NOT NULL, entry TEXT NOT NULL,
        PRIMARY KEY (token, entry)) WITHOUT ROWID""",
    """CREATE TABLE withheld_document (sha TEXT NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (sha, entry))
        WITHOUT ROWID""",
)  # fmt: skip


def shape_of(statements: Iterable[str]) -> str:
    """A digest of the derived tables and of the fold. A register with another one is folded anew, never migrated."""
    return hashlib.sha256("\n".join([str(FOLDING), *statements]).encode()).hexdigest()[:16]
