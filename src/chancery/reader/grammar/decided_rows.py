"""Rows of what was decided: those that a verb leads to, and those under a heading or a lead-in of decisions."""

from __future__ import annotations

from collections.abc import Iterator

from chancery.reader.grammar.deciding_words import DecidingWords
from chancery.reader.grammar.rows import row_start
from chancery.reader.grammar.scene import Line
from chancery.reader.grammar.words import ENDS

FAR = 25  # lines behind a verb or a heading at which its list has ended
_NONE = -FAR - 1  # no heading is near any line
_HEADING = 12  # items
_LEADING = 60  # items of a sentence that leads to a list by a colon
_CLAUSE = 28  # items of a clause that are looked at
_BEFORE_A_ROW = frozenset({":", ";", "*", "-", "–", "—", "•", ")", ".", "“", '"'})


def clauses_of(line: Line, begin: int) -> Iterator[tuple[int, int]]:
    """First and last item of each row "- to do it" and clause "; that it be done" from item `begin` on."""
    items = line.items
    for at in range(begin, len(items) - 1):
        if items[at].word in ("to", "that") and (not at or items[at - 1].text in _BEFORE_A_ROW):
            yield at, clause_end(line, at)


def clause_end(line: Line, at: int) -> int:
    """The last item of the clause that begins at item `at`."""
    items = line.items
    last = at
    while last + 1 < len(items) and last - at < _CLAUSE and items[last + 1].text not in ENDS:
        last += 1
    return last


def decided_sections(lines: list[Line], words: DecidingWords) -> dict[int, str]:
    """For each line (by index) that stands in a list of decisions: the word of decision in the list's heading."""
    found: dict[int, str] = {}
    open_at, word = _NONE, ""
    for line in lines:
        lead = _lead(line, words)
        if lead is not None:
            open_at, word = line.index, lead
        elif _is_heading(line):
            open_at = _NONE
        elif line.index - open_at <= FAR:
            found[line.index] = word
    return found


def _lead(line: Line, words: DecidingWords) -> str | None:
    items = line.items
    colon = items[-1].text == ":"
    if not (colon and len(items) <= _LEADING) and not _is_heading(line):
        return None
    looked = items[-_HEADING:] if colon else items
    return next((item.word for item in looked if item.kind == "W" and item.word in words.section), None)


def _is_heading(line: Line) -> bool:
    items = line.items
    if items[0].text == "#":
        return True
    return len(items) <= _HEADING and items[-1].text not in (".", "!", "?", '"', "”", ";", ",") and (
        row_start(line.items) == 0 and items[0].text[:1].isupper()
    )  # fmt: skip
