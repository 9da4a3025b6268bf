"""Cues are found where their words stand. That each keeps to its own sentences is held by `test_examples`."""

from __future__ import annotations

from chancery.reader.grammar.cues import CueEntry, Cues


def test_a_hit_stands_where_the_words_stand() -> None:
    text = "Then a fair took\nplace here."
    (hit,) = Cues([CueEntry("t", "took place", "took place", "took", "x")]).hits(text, 0, len(text))
    assert (text[hit.start : hit.end], hit.gives) == ("took\nplace", "x")


def test_a_cue_is_looked_for_in_its_own_line_only() -> None:
    text = "It took place. It was held."
    cue = Cues([CueEntry("t", "was held", "was held", "held")])
    assert not list(cue.hits(text, 0, 14))
