"""Words and signs that several steps look for, and whether a stretch of words holds one of a set of phrases."""

from __future__ import annotations

from collections.abc import Set

BE = frozenset({"was", "were", "been", "be", "is", "are", "being"})
ENDS = frozenset({".", ";", "”", "!", "?"})  # signs that end a clause
_LONGEST = 4  # words in a phrase of the lists


def says(text: str, phrases: Set[str]) -> bool:
    """Whether any run of whole words of `text`, in lower case, stands in `phrases`."""
    words = text.split()
    return any(
        " ".join(words[at : at + size]) in phrases
        for at in range(len(words))
        for size in range(1, min(_LONGEST, len(words) - at) + 1)
    )
