"""What stands at the foot of a page: "Category: … | Views: 57", "Total comments: 0", "Source: AFP", "-0-", "###"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from chancery.archive.lines import Line
from chancery.archive.words import word_list
from chancery.terms.document import Furniture

_FOOT = 8
"""Lines at the end of a page among which its footers stand."""

_LONGEST = 600
_LONGEST_CREDIT = 120
_KEY = re.compile(r"\s*([^\W\d_][^\W\d_'’ ]*(?: [^\W\d_'’]+){0,2})\s*:\s*(.*)", re.DOTALL)

# The sign that a report is over, and the address of its writer before it.
_END_MARK = re.compile(
    r"(?:[\w.+-]{1,40}@[\w.-]{1,60}\s*)?"
    r"(?:-\s?(?:0|30|(?i:ends?))\s?-|\(\s?(?i:ends?|more)\s?\)|\\?#(?:\s*\\?#){2,5}|\*(?:\s*\*){2,5}|^ENDS?\.?"
    r"|-{3,}|_{3,}|={3,})[\s*]*\Z",
    re.MULTILINE,
)


def footer_spans(text: str, lines: Sequence[Line]) -> Iterator[Furniture]:
    """The footers: from the end of the page upwards, as far as they reach without a line of the report between.

    A line of several such fields with bars between them is one wherever it stands, as on pages of many reports.
    """
    last = len(lines)
    for line in reversed(lines[-_FOOT:]):
        start = _footer_start(text, line)
        if start is None:
            break
        yield Furniture("footer", start, line.end)
        last -= 1
        if start > line.start:
            break
    for line in lines[:last]:
        if line.end - line.start <= _LONGEST and text.find(" | ", line.start, line.end) > 0:
            fields = footer_fields(text[line.start : line.end])
            if len(fields) > 1:
                yield Furniture("footer", line.start, line.end)


def footer_fields(line: str) -> dict[str, str]:
    """The fields of a footer, keys in lower case; empty for a line of anything else."""
    fields: dict[str, str] = {}
    for piece in line.split(" | "):
        found = _KEY.fullmatch(piece)
        if found is None or found.group(1).lower() not in _keys("footer_keys"):
            return {}
        fields[found.group(1).lower()] = found.group(2).strip()
    return fields


def _footer_start(text: str, line: Line) -> int | None:
    """Where in the line the footer begins, None where it holds none."""
    content = text[line.start : line.end] if line.end - line.start <= _LONGEST else ""
    if content and footer_fields(content):
        return line.start
    if content and len(content) <= _LONGEST_CREDIT:
        found = _KEY.fullmatch(content)
        if found and found.group(1).lower() in _keys("credit_keys"):
            return line.start
    mark = _END_MARK.search(text, max(line.start, line.end - _LONGEST_CREDIT), line.end)
    return mark.start() if mark else None


@cache
def _keys(name: str) -> frozenset[str]:
    return frozenset(word_list("page_marks")[name])
