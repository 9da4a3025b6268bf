"""The scene that the steps for acts stand on."""

from __future__ import annotations

from chancery.reader.grammar.scene import scene_of
from tests.reader.marked import marked_draft


def test_a_sentence_without_end_is_read_in_pieces() -> None:
    """No line is longer than a bound, so what looks over a whole line takes linear time in all."""
    scene = scene_of(marked_draft("and then it rained " * 1000))
    assert max(len(line.items) for line in scene.lines) <= 400
    assert sum(len(line.items) for line in scene.lines) == 4000


def test_a_title_is_its_holders() -> None:
    scene = scene_of(marked_draft("President [P Ana Lopes] met [P Juri Tamm], chairman of the [O Relief Board]."))
    assert scene.holder("President") == "Ana Lopes"
    assert scene.holder("chairman") == "Juri Tamm"
    assert scene.holder("mayor") is None
