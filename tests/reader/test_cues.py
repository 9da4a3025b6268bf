"""Every cue matches the sentence beside it, and not the other one."""

from __future__ import annotations

import pytest

from chancery.reader.grammar.cues import CueEntry, Cues, cue_entries

STEPS = ("gatherings", "attendance", "agreements", "decisions", "messages")
ENTRIES = [(step, entry) for step in STEPS for entry in cue_entries("en", step)]


@pytest.mark.parametrize(("step", "entry"), ENTRIES, ids=[f"{step}: {entry.name}" for step, entry in ENTRIES])
def test_a_cue_keeps_to_its_sentences(step: str, entry: CueEntry) -> None:
    cues = Cues([entry])
    assert list(cues.hits(entry.matches, 0, len(entry.matches)))
    assert not list(cues.hits(entry.refuses, 0, len(entry.refuses)))


def test_a_hit_stands_where_the_words_stand() -> None:
    text = "Then a fair took\nplace here."
    (hit,) = Cues([CueEntry("t", "took place", "took place", "took", "x")]).hits(text, 0, len(text))
    assert (text[hit.start : hit.end], hit.gives) == ("took\nplace", "x")


def test_a_cue_is_looked_for_in_its_own_line_only() -> None:
    text = "It took place. It was held."
    cue = Cues([CueEntry("t", "was held", "was held", "held")])
    assert not list(cue.hits(text, 0, 14))
