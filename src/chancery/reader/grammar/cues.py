"""Cues: patterns of words that show an act, each kept beside one sentence that it must match and one it must not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import msgspec

from chancery.reader.wordlists import word_list


class CueEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A cue as `languages/<language>/<step>.yaml` writes it; `gives` is what the step makes of it."""

    name: str
    pattern: str
    matches: str
    refuses: str
    gives: str = ""


class Hit(msgspec.Struct, frozen=True):
    """Where a cue was found: half-open offsets in the text layer."""

    cue: str
    gives: str
    start: int
    end: int


class Cues:
    """The cues of one step. A pattern is matched without regard to case; a blank in it is any white space."""

    def __init__(self, entries: list[CueEntry]) -> None:
        self._entries = [(entry, re.compile(entry.pattern.replace(" ", r"\s+"), re.IGNORECASE)) for entry in entries]

    def hits(self, text: str, start: int, end: int) -> Iterator[Hit]:
        """Every place between two offsets where a cue stands, cue by cue."""
        for entry, pattern in self._entries:
            for found in pattern.finditer(text, start, end):
                yield Hit(entry.name, entry.gives, found.start(), found.end())


def cue_entries(language: str, step: str) -> list[CueEntry]:
    """Raises msgspec.ValidationError for an entry without its two sentences."""
    return msgspec.convert(word_list(language, step)["cues"], list[CueEntry])


@cache
def cues_of(language: str, step: str) -> Cues:
    return Cues(cue_entries(language, step))
