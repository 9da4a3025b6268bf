"""Answers on a terminal or in a pipe: text of documents can be read there, and never runs."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Sequence

import click
import msgspec
from rich.console import Console
from rich.text import Text

from chancery.gazette.pages.dates_in_words import date_in_words
from chancery.terms.entities import Citation

MOST_CITATIONS = 3  # under one fact; --json has all

# What moves a terminal's cursor, hides, or turns the reading direction: controls, soft hyphen, zero-width space, marks
# and overrides of direction, invisible operators, byte-order mark, tags; and lone surrogates, which no file can hold.
# Joiners stay: scripts need them. The web has its own list in `gazette.web.visible`, with markup.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)


def shown(text: str) -> str:
    """Text of a document on one line; what is unseen or could steer a terminal stands there as "[U+202E]"."""
    return _UNSEEN.sub(lambda match: f"[U+{ord(match[0]):04X}]", " ".join(text.split()))


def print_line(text: str = "", *, style: str = "", indent: int = 0) -> None:
    """One line on standard output; styles are for terminals only, and long lines are left to the reader's window."""
    console = Console(file=sys.stdout, markup=False, highlight=False, emoji=False)
    console.print(Text(" " * indent + text, style=style), soft_wrap=True)


def print_citations(citations: Sequence[Citation], *, indent: int) -> None:
    """Each as the sentence that states the fact, then document, source and offsets; the first few only."""
    for citation in citations[:MOST_CITATIONS]:
        print_line(f"“{shown(citation.sentence)}”", indent=indent, style="italic")
        day = f", {date_in_words(citation.published)}" if citation.published else ""
        title = shown(citation.title) if citation.title else "untitled"
        where = f"{shown(citation.source)} [{citation.start}–{citation.end}]"
        print_line(f"{title}{day} · {where}", indent=indent, style="dim")
        if citation.likely is not None:
            print_line(f"perhaps misread: {citation.likely:.0%} likely right", indent=indent)
    if len(citations) > MOST_CITATIONS:
        print_line(f"and {len(citations) - MOST_CITATIONS} more", indent=indent, style="dim")


def print_json(answer: object) -> None:
    """The answer for programs, on standard output."""
    click.echo(harmless_json(answer, indent=1))


def harmless_json(answer: object, *, indent: int | None = None) -> str:
    """JSON as UTF-8; what could run in a terminal stands there as escapes, which mean the same to a program."""
    text = json.dumps(msgspec.to_builtins(answer), ensure_ascii=False, indent=indent)
    return _UNSEEN.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    sign = match[0]
    if sign == "\n":  # of the layout: those of the text are escaped already
        return sign
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else json.dumps(sign)[1:-1]
