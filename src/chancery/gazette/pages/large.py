"""Whether a record is too large to be gone through as a whole for a page that nobody narrowed."""

from __future__ import annotations

from chancery.register.views import Counts

MOST_FACTS = 20_000  # in a record that is gone through: its contradictions are found in about a second


def is_large(counts: Counts) -> bool:
    """By what `RegisterReading.counts` gives."""
    return sum(counts.claims.values()) > MOST_FACTS
