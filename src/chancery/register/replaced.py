"""Readings of documents whose place others have taken at their source."""

from __future__ import annotations

from chancery.register.store import Store


def replaced_readings(store: Store, source: str, reader: str) -> list[str]:
    """The entries of a reader's current readings of documents that the source gave once, and no source gives now."""
    rows = store.rows(
        "SELECT DISTINCT reading.seq, reading.entry FROM capture JOIN reading ON reading.document = capture.document"
        " WHERE capture.source = ? AND reading.reader = ? AND reading.state = 'current'"
        " AND NOT EXISTS (SELECT 1 FROM source WHERE source.document = reading.document) ORDER BY reading.seq",
        (source, reader),
    )
    return [entry for _, entry in rows]
