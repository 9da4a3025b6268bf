"""Names of bodies in quotation marks: 'Student Circle "Soliton"', 'Brigade "Karin"', 'the NGO "Union of Officers"'."""

from __future__ import annotations

from chancery.reader.gazetteer import Gazetteer
from chancery.reader.naming.stretch import Line, Stretch
from chancery.reader.naming.vocabulary import WORDS

_MARKS = {'"': '"', "“": "”", "„": "“", "«": "»"}
_MOST_WORDS = 6
_AWARDS = frozenset({"Order", "Medal", "Prize"})


def widen_over_quotes(line: Line, lists: Gazetteer) -> None:
    """Take a quoted name into the body whose head stands before it; a head alone is one with the name."""
    words = line.words
    at = 1
    while at < len(words) - 2:
        after = _end_of_quote(line, at)
        if after is None:
            at += 1
            continue
        head = words[at - 1]
        if (
            head[0].isupper()
            and head not in _AWARDS
            and (head in lists.organisation_heads or head in WORDS.units or head in _KINDS)
        ):
            before = next((s for s in line.stretches if s.type != "person" and s.first < at <= s.after), None)
            if before is None or (before.type == "organisation" and before.after in (at, at + 1)):
                first = before.first if before is not None else _begin(line, at - 1)
                line.add(Stretch(first, after, "organisation", "name in quotation marks"))
        at = after


def _begin(line: Line, at: int) -> int:
    """Where the capitalised words begin that stand before the head: "State" of 'State Concern "Karakum Lake"'."""
    while at > 1 and line.words[at - 1][0].isupper() and not line.titled[at - 1]:
        at -= 1
    return at


_KINDS = frozenset({"NGO", "Concern", "Ensemble", "Circle", "Brigade", "Plant", "Movement", "Newspaper"})


def _end_of_quote(line: Line, at: int) -> int | None:
    """Behind the closing mark of a quotation that opens here and holds a few capitalised words; None for any other."""
    words = line.words
    closing = _MARKS.get(words[at])
    if closing is None or not words[at + 1][0].isupper():
        return None
    for end in range(at + 2, min(len(words), at + _MOST_WORDS + 2)):
        if words[end] == closing or (closing == "“" and words[end] in ('"', "”")):
            return end + 1 if words[end - 1] not in (",", ".") else None
        if words[end] in ("“", "«", ".", "!", "?", ";", ":"):
            return None
    return None
