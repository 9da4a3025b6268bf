"""Datelines: place, day and agency before the text of a report, in the forms that agencies and offices write."""

from __future__ import annotations

import re
from typing import NamedTuple

from chancery.archive.written_dates import date_in, written_date
from chancery.terms.dates import DateSpan

_CAPITAL = r"[A-ZÀ-ÞĀ-ŽА-ЯЁ]"
_PLACE_WORD = rf"{_CAPITAL}[\w.'’-]{{0,24}}"
_PLACE = re.compile(
    rf"(?!(?:On|In|At|By|The|From|Since|Until|Today|Yesterday|This|Last|Next|Chapter|Article|Day|Table)\b)"
    rf"{_PLACE_WORD}(?: (?:{_PLACE_WORD}|of|de|la|the|du|and|am|sur)){{0,4}}"
    rf"(?:, {_PLACE_WORD}(?: {_PLACE_WORD}){{0,2}}){{0,2}}"
)
_AGENCY = re.compile(
    r"\((?P<round>[^()\n]{2,80})\)|/(?P<slashes>[^/\n]{2,40})/|\[(?P<square>[^\[\]\n]{2,60})\](?:\([^()\s]{1,200}\))?"
)
_JOIN = re.compile(r"[ \t\xa0]*(?:,|--|[-–—])?[ \t\xa0]*")
_DASH = re.compile(r"[ \t\xa0]*(-{1,3}|[–—]{1,2})[ \t\xa0]*")
_LINE_END = re.compile(r"[ \t\xa0]*(?=[\r\n]|\Z)")
_HEAD = 240
"""Characters that a dateline has at most; the longest of 2,700 reports has 93."""

_WORD_BORDER = re.compile(r",? ")
_FEW = 4
"""Words of a place, where neither agency nor dash makes sure that it is one."""

_INSIDE = re.compile(r"(?<=[\s)])[A-Z]{4,20}(?: [A-Z]{3,20}){0,2}, (?=[A-Z0-9][^\n]{2,24} \([^()\n]{2,40}\) -)")


class Dateline(NamedTuple):
    """Half-open offsets of a dateline with its last dash, and what it says. `strong`: it can be nothing else."""

    start: int
    end: int
    agency: str | None
    date: DateSpan | None
    strong: bool


def dateline_at(text: str, start: int) -> Dateline | None:
    """The dateline that begins at `start`, the first sign of a paragraph, or None.

    "Pyongyang, July 20 (KCNA) --", "MIAMI, FL — March 10, 2025 — (NEWSWIRE) —", "NEW YORK–(WIRE)–",
    "BOSTON — JUNE 5, 2026 —", "December 27, Moscow (RSTV)", "WASHINGTON – ". Not one: "Ivan Petrov (chairman) spoke".
    """
    limit = min(len(text), start + _HEAD)
    first_date = written_date().match(text, start, limit)
    if first_date:
        joined = _JOIN.match(text, first_date.end(), limit)
        place = _PLACE.match(text, joined.end(), limit) if joined and "," in joined.group() else None
        found = _rest(text, start, place.end(), limit, date=date_in(first_date)) if place else None
        return found if found and found.agency else None
    for end in _place_ends(text, start, limit):
        found = _rest(text, start, end, limit)
        if found:
            return found
    return None


def dateline_inside(text: str, start: int, end: int) -> Dateline | None:
    """The first dateline within a line, where parts of a page are glued: "… talks SEOUL, Dec. 30 (Yonhap) -- The"."""
    for found in _INSIDE.finditer(text, start, end):
        dateline = dateline_at(text, found.start())
        if dateline and dateline.strong:
            return dateline
    return None


def _place_ends(text: str, start: int, limit: int) -> list[int]:
    """Where the place may end, longest first: a word after it may be the month instead ("Beijing, September 30")."""
    place = _PLACE.match(text, start, limit)
    if place is None:
        return []
    name = place.group()
    borders = [found.start() for found in _WORD_BORDER.finditer(name)]
    return [place.end(), *(start + border for border in reversed(borders))]


def _rest(text: str, start: int, at: int, limit: int, *, date: DateSpan | None = None) -> Dateline | None:
    """What follows the place: day and agency in either order, then a dash or the end of the line."""
    place = text[start:at]
    agency: str | None = None
    while join := _JOIN.match(text, at, limit):
        found_date = written_date().match(text, join.end(), limit) if date is None else None
        found_agency = None if found_date or agency else _AGENCY.match(text, join.end(), limit)
        if found_date:
            date, at = date_in(found_date), found_date.end()
        elif found_agency:
            inner = found_agency["round"] or found_agency["slashes"] or found_agency["square"]
            bracketed = written_date().fullmatch(inner) if date is None else None
            if bracketed:
                date = date_in(bracketed)
            else:
                agency = inner.strip()
            at = found_agency.end()
        else:
            break
    dash = _DASH.match(text, at, limit)
    at_line_end = _LINE_END.match(text, at, limit) is not None
    strong = date is not None and (dash is not None or (agency is not None and at_line_end))
    if not strong and not _is_weak(text, place, agency, date, dash, at_line_end=at_line_end):
        return None
    return Dateline(start, dash.end(1) if dash else at, agency, date, strong)


def _is_weak(
    text: str, place: str, agency: str | None, date: DateSpan | None, dash: re.Match[str] | None, *, at_line_end: bool
) -> bool:
    """Whether it may be a dateline if it stands where one is expected, at the head of the report."""
    if len(place.split()) > _FEW:
        return False
    if date is not None:
        return at_line_end
    first = place.split(",")[0]
    capitals = len(first) > 3 and first.isupper() and not any(map(str.isdigit, first))
    return capitals and dash is not None and (agency is not None or text[dash.end() : dash.end() + 1].isupper())
