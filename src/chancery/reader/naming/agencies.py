"""News agencies in datelines: "GENEVA, March 3, 2021 /SeedWire/ --", "OSLO, May 1 (Seedline) --"."""

from __future__ import annotations

from chancery.reader.naming.stretch import Line, Stretch

_DASHES = frozenset({"-", "–", "—"})
_MOST_WORDS = 4


def add_agency(line: Line, dateline: range) -> None:
    """The name between slashes or brackets right before the dash; `dateline` are the words of the line in it."""
    words = line.words
    for at in dateline:
        if at + 2 >= len(words) or words[at] not in ("/", "("):
            continue
        close = "/" if words[at] == "/" else ")"
        end = next((i for i in range(at + 1, min(at + 2 + _MOST_WORDS, len(words))) if words[i] == close), at)
        if end <= at + 1 or end + 1 >= len(words) or words[end + 1] not in _DASHES:
            continue
        name = words[at + 1 : end]
        if all(word[0].isupper() or word[0].isdigit() for word in name) and any(
            sum(map(str.isalpha, word)) > 2 for word in name if not word.isdigit()
        ):
            line.add(Stretch(at + 1, end, "organisation", "agency of a dateline"))
            return
