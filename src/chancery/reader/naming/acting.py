"""Whether a state acts in a document, and so is a body, or only locates something, and so is a place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from chancery.reader.features import title_words

_LOCATIVE = frozenset({"in", "from", "across", "throughout", "within", "near", "around", "outside", "inside", "into", "toward", "towards"})


def acting_score(places: Iterable[tuple[Sequence[str], int, int]]) -> float:
    """Evidence that the state acts, summed over its mentions: words of the sentence, half-open range of the name."""
    total = 0.0
    for words, first, after in places:
        before = words[first - 1].casefold() if first else ""
        if before == "the" and first > 1:
            before = words[first - 2].casefold()
        behind = words[after] if after < len(words) else ""
        if before in _LOCATIVE:
            total -= 0.7
        elif behind in ("'s", "’s", "'", "’"):
            total += 1.0
        elif behind in ("-", "–", "and") or before in ("between", "with", "against", "and", "by"):
            total += 0.6
        elif before == "of" and first > 1 and any(w.casefold() in title_words("en") or w in ("Government", "government", "people") for w in words[max(0, first - 3) : first - 1]):
            total += 1.0
        elif behind and behind.islower() and before in ("", ",", "that", "and", "but"):
            total += 0.6
        elif before == "to" or before == "for":
            total += 0.1
    return total
