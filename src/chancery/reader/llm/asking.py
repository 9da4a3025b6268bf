"""What the model is asked about one piece of a text, and what a transport must do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files

import msgspec

from chancery.terms.document import Document

_MOST_KNOWN = 120  # names of earlier pieces that a question repeats, the newest; it stays bounded whatever the text
_LONGEST_NAME = 120  # characters of each


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """One question to a chat model. `source` is for the words of errors only; it is not sent."""

    system: str
    user: str
    source: str


# Gives the model's answer in full. Raises ReadingError (R003 to R006) where there is none.
Ask = Callable[[Question], str]


class Known(msgspec.Struct, frozen=True):
    """A name or a gathering of an earlier piece, as the model is reminded of it."""

    id: str
    kind: str
    name: str


@cache
def prompt() -> str:
    """What the model is told before every text."""
    return (files("chancery.reader.llm") / "prompt.txt").read_text("utf-8")


def question_about(words: str, document: Document, *, part: int, parts: int, known: Iterable[Known] = ()) -> Question:
    """The question about one piece of a document: its words, the page's own title and date, and the names so far."""
    about = [f"TITLE: {_one_line(document.title)}"] if document.title else []
    if document.published is not None:
        about.append(f"PUBLISHED: {document.published}")
    if parts > 1:
        about.append(f"PART: {part} of {parts}")
    reminders = [f"{item.id} {item.kind}: {_one_line(item.name)}" for item in known][-_MOST_KNOWN:]
    if reminders:
        about += ["KNOWN:", *reminders]
    return Question(system=prompt(), user="\n".join([*about, "<text>", words, "</text>"]), source=document.source)


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())[:_LONGEST_NAME]
