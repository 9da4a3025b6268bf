"""What no field of the common forms holds: the sentence, its place, the digest of the copy, the record's day."""

from __future__ import annotations

from chancery.gazette.citing.reference import Reference


def note_of(reference: Reference) -> str:
    """In English, as notes for programs are."""
    parts = [
        f"“{reference.quote}”" if reference.quote else None,
        f"characters {reference.start}–{reference.end}" if reference.end else None,
        f"archived copy SHA-256 {reference.digest}" if reference.digest else None,
        f"as of {reference.as_of}" if reference.as_of else None,
        f"as known on {reference.known}" if reference.known else None,
    ]
    return "; ".join(part for part in parts if part)
