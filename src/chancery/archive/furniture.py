"""Page furniture: what stands around a report and is not its running text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chancery.archive.datelines import dateline_at, dateline_inside
from chancery.archive.footers import footer_spans
from chancery.archive.lines import Line, lines_of
from chancery.archive.marks import mark_spans
from chancery.archive.titles import title_span
from chancery.archive.written_dates import written_date
from chancery.terms.document import Furniture

_HEAD = 8
"""Lines at the head of a page among which its title and date line stand."""

_LEAD = 3
"""Paragraphs after the title that may begin with a dateline which is known by its place alone."""

# A line with a full date, and a time and the publisher beside it: "*01:11 AM, Saturday, January 18, 2025*",
# "**Agency** | 2025-12-30 00:00 |", "Published: 5 May 2024". Not "Geneva, 5 May 2024".
_CLOCK = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?(?: ?(?:GMT|UTC|[A-Z]{2,4}T))?"
_BEFORE_DATE = re.compile(
    rf"(?:[^|\n]{{1,60}}\| ?|[*_ ]*(?:date|dated|published|posted|updated)(?: on)?:? |[*_ ]*{_CLOCK},? )?[*_ ]*",
    re.IGNORECASE,
)
_AFTER_DATE = re.compile(rf"(?:[,T ]*(?:at )?{_CLOCK})?[*_| .]*", re.IGNORECASE)
_BYLINE = re.compile(r"[*_]*[Bb][Yy]:? (?:[A-ZÀ-Þ][\w.'’-]*+|and|de|van|von|al|,|&| )++[*_]*")
_LONGEST_BYLINE = 90

# Lines of markup that a converter left in plain text: "<!-- -->", "</tr>", "<figure>".
_MARKUP = re.compile(r"(?:<(?:!--[^<>]{0,200}--|/?[a-zA-Z][^<>]{0,300})>\s*)++")

_CREDIT = re.compile(r"\((?:Photo|Photos|Image|Picture|File photo|Foto)s?(?: by|:| courtesy| credit)[^()\n]{1,120}\)")


def find_furniture(text: str) -> tuple[Furniture, ...]:
    """Titles, date lines, datelines, language and photo marks, by-lines and footers, in order and never overlapping."""
    lines = lines_of(text)
    found: list[Furniture] = []
    found += mark_spans(text, lines)
    found += footer_spans(text, lines)
    found += (Furniture("boilerplate", line.start, line.end) for line in lines if _is_markup(text, line))
    found += _head(text, _outside(lines, found))
    found += _datelines(text, _outside(lines, found))
    found += (Furniture("photo mark", credit.start(), credit.end()) for credit in _CREDIT.finditer(text))
    return _apart(found)


def _head(text: str, lines: Sequence[Line]) -> Iterator[Furniture]:
    """The title, with the date lines and the by-line before and after it."""
    titled = False
    for index, line in enumerate(lines[:_HEAD]):
        date_end = date_line_end(text, line)
        if date_end:
            yield Furniture("date line", line.start, date_end)
            if date_end < line.end:
                return
        elif line.end - line.start < _LONGEST_BYLINE and _BYLINE.fullmatch(text, line.start, line.end):
            yield Furniture("boilerplate", line.start, line.end)
        elif titled:
            return
        else:
            title = title_span(
                text, lines, index, dated=index > 0 and date_line_end(text, lines[index - 1]) is not None
            )
            if title is None:
                return
            yield title
            titled = title.end >= line.end


def date_line_end(text: str, line: Line) -> int | None:
    """Where the date of a date line ends: at the end of the line, or before a text that is glued to an ISO date."""
    before = _BEFORE_DATE.match(text, line.start, line.end)
    for start in (before.end() if before else line.start, line.start):
        date = written_date().match(text, start, line.end)
        if date is None:
            continue
        if not (date["iso_year"] or date["y1"] or date["y2"]):
            return None
        after = _AFTER_DATE.match(text, date.end(), line.end)
        end = after.end() if after else date.end()
        if end == line.end or (date["iso_year"] and text[end - 1].isspace()):
            return line.start + len(text[line.start : end].rstrip())
    return None


def _datelines(text: str, lines: Sequence[Line]) -> Iterator[Furniture]:
    """The dateline of the report, and those of reports that follow on the same page."""
    weak_until = _LEAD
    for index, line in enumerate(lines):
        begins = text[line.start].isupper() or text[line.start].isdigit()
        at_head = begins and (line.after_blank or _ended(text, lines, index))
        dateline = dateline_at(text, line.start) if at_head else None
        if dateline and not dateline.strong and index >= weak_until:
            dateline = None
        if dateline is None and index < weak_until:
            dateline = dateline_inside(text, line.start, line.end)
        if dateline and dateline.end <= line.end:
            yield Furniture("dateline", dateline.start, dateline.end)
            weak_until = 0


def _ended(text: str, lines: Sequence[Line], index: int) -> bool:
    """Whether the line before ended a sentence, so that this one may begin a paragraph without a blank line."""
    return index == 0 or text[lines[index - 1].end - 1] in '.!?)"”-*'


def _is_markup(text: str, line: Line) -> bool:
    return text[line.start] == "<" and text[line.end - 1] == ">" and bool(_MARKUP.fullmatch(text, line.start, line.end))


def _outside(lines: Sequence[Line], found: Sequence[Furniture]) -> list[Line]:
    """The lines, or the rests of lines, that no furniture found so far takes."""
    taken = sorted((piece.start, piece.end) for piece in found)
    rest: list[Line] = []
    at = 0
    for line in lines:
        start = line.start
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        inner = at
        while inner < len(taken) and taken[inner][0] < line.end:
            if taken[inner][0] > start:
                rest.append(Line(start, taken[inner][0], line.after_blank))
            start = taken[inner][1]
            inner += 1
        if start < line.end:
            rest.append(Line(start, line.end, line.after_blank or start > line.start))
    return [trimmed for trimmed in rest if trimmed.start < trimmed.end]


def _apart(found: Sequence[Furniture]) -> tuple[Furniture, ...]:
    """In order, without what overlaps with furniture that begins before it."""
    kept: list[Furniture] = []
    for piece in sorted(found, key=lambda piece: (piece.start, -piece.end)):
        if piece.start < piece.end and (not kept or piece.start >= kept[-1].end):
            kept.append(piece)
    return tuple(kept)
