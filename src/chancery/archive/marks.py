"""Marks of a page that link elsewhere: "[English] [Русский] [中国语]", "English | Français", "[all photos]"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from chancery.archive.lines import Line
from chancery.archive.words import word_list
from chancery.terms.document import Furniture

_LONGEST = 300
_BRACKETS = re.compile(r"(?:\[[^\[\]\n]{1,24}\][ \t\xa0,|/·]*)+")
_BRACKET = re.compile(r"\[([^\[\]\n]{1,24})\]")
_BETWEEN = re.compile(r"\s*[|/·•]\s*")


def mark_spans(text: str, lines: Sequence[Line]) -> Iterator[Furniture]:
    """Lines that hold such marks and nothing else; one span for each group of a kind."""
    for line in lines:
        if line.end - line.start > _LONGEST:
            continue
        if text[line.start] == "[" and _BRACKETS.fullmatch(text, line.start, line.end):
            yield from _in_brackets(text, line)
        elif languages_named(text[line.start : line.end]):
            yield Furniture("language marks", line.start, line.end)


def languages_named(marks: str) -> tuple[str, ...]:
    """The languages that a line of marks names, as ISO 639-1; empty where it is no such line.

    In brackets one known language is enough, and what is not known stands as it is written; otherwise all must be
    known, and be two at least.
    """
    bracketed = _BRACKET.findall(marks) if _BRACKETS.fullmatch(marks.strip()) else []
    names = bracketed or _BETWEEN.split(marks.strip())
    codes = [_codes().get(name.strip().lower()) for name in names]
    if bracketed:
        return tuple(code or name.strip() for code, name in zip(codes, names, strict=True)) if any(codes) else ()
    return tuple(code for code in codes if code) if len(codes) > 1 and all(codes) else ()


def _in_brackets(text: str, line: Line) -> Iterator[Furniture]:
    photos = frozenset(word_list("page_marks")["photo_marks"])
    marks = list(_BRACKET.finditer(text, line.start, line.end))
    kinds = [mark.group(1).strip().lower() in photos for mark in marks]
    names_language = bool(languages_named(text[line.start : line.end]))
    start = 0
    for index, is_photo in enumerate(kinds):
        if index + 1 < len(kinds) and kinds[index + 1] == is_photo:
            continue
        if is_photo:
            yield Furniture("photo mark", marks[start].start(), marks[index].end())
        elif names_language:
            yield Furniture("language marks", marks[start].start(), marks[index].end())
        start = index + 1


@cache
def _codes() -> dict[str, str]:
    return {name: code for code, names in word_list("language_names").items() for name in names}
