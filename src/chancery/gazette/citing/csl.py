"""A reference as CSL-JSON, the form of the Citation Style Language's data (schema 1.0)."""

from __future__ import annotations

import json
from typing import Any

from chancery.gazette.citing.notes import note_of
from chancery.gazette.citing.reference import Reference, date_parts


def csl_json(reference: Reference) -> str:
    """An array with the one item, as reference managers import it; it ends with a line feed."""
    item: dict[str, Any] = {
        "id": reference.key,
        "type": "webpage" if reference.address else "document",
        "title": reference.title,
    }
    if reference.publisher:
        item["author"] = [{"literal": reference.publisher}]
    if reference.issued is not None:
        parts = date_parts(reference.issued)
        item["issued"] = {"date-parts": [list(parts)]} if parts else {"literal": str(reference.issued)}
    if reference.address:
        item["URL"] = reference.address
    if reference.place:
        item["source"] = reference.place
    if reference.accessed is not None:
        day = reference.accessed
        item["accessed"] = {"date-parts": [[day.year, day.month, day.day]]}
    if reference.digest:
        item |= {"archive": "Chancery", "archive_location": f"sha256:{reference.digest}"}
    if reference.language:
        item["language"] = reference.language
    if note := note_of(reference):
        item["note"] = note
    return json.dumps([item], ensure_ascii=False, indent=1) + "\n"
