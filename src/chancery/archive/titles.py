"""The title of a report: the first line of its page that is neither a date nor a mark."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chancery.archive.datelines import dateline_at
from chancery.archive.lines import Line, is_row
from chancery.archive.sentences import is_one_sentence
from chancery.terms.document import Furniture

_LONGEST = 220
"""Characters of a title that only its place shows to be one. The longest of 1,700 had 190; leads are longer."""

_LONGEST_MARKED = 600
_LONGEST_LINE = 100
_MOST_LINES = 3

_HEADING = re.compile(r"#{1,6}[ \t]+\S")
_BOLD = re.compile(r"(\*\*|__)(?=\S).{1,600}(?<=\S)\1")
_ENDED = tuple(".;:,")


def title_span(text: str, lines: Sequence[Line], index: int, *, dated: bool = False) -> Furniture | None:
    """The title that begins with the line, or None where the line is running text.

    Markdown marks one ("# …", "**…**"); else it is a short paragraph without a full stop that others follow. Below a
    date line (`dated`) it may have one.
    """
    line = lines[index]
    content = text[line.start : line.end]
    if len(content) <= _LONGEST_MARKED and (_HEADING.match(content) or _BOLD.fullmatch(content)):
        return Furniture("title", line.start, line.end)
    if len(content) > _LONGEST or is_row(content) or dateline_at(text, line.start):
        return None
    paragraph = _paragraph(text, lines, index)
    is_wrapped = len(paragraph) <= _MOST_LINES and all(part.end - part.start <= _LONGEST_LINE for part in paragraph)
    end = paragraph[-1].end if is_wrapped else line.end
    title = text[line.start : end].rstrip()
    follows = index + 1 < len(lines)
    if (
        (title.endswith(_ENDED) and not dated)
        or not follows
        or not is_one_sentence(title)
        or not any(map(str.isalpha, title))
    ):
        return None
    return Furniture("title", line.start, line.start + len(title))


def _paragraph(text: str, lines: Sequence[Line], index: int) -> list[Line]:
    """The lines up to a blank one or a dateline, and one more than a title may have at most."""
    paragraph = [lines[index]]
    for line in lines[index + 1 : index + 1 + _MOST_LINES + 1]:
        if line.after_blank or dateline_at(text, line.start):
            break
        paragraph.append(line)
    return paragraph
