"""Who does it, in sentences of our own."""

from __future__ import annotations

import pytest

from chancery.reader.grammar.doings import doings_of
from chancery.reader.grammar.lists import refs_listed
from chancery.reader.grammar.scene import scene_of
from tests.reader.marked import marked_draft


def who(marked: str, verb: str) -> tuple[tuple[str, ...], str] | None:
    for line in doings_of(marked_draft(marked)):
        for doing in line:
            if doing.verb == verb:
                return (doing.subject.refs, doing.subject.how) if doing.subject else None
    raise AssertionError(f"no verb {verb}")


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("[P Ana Lopes] said that it rained.", "said", (("Ana Lopes",), "person")),
        ("[P Ana Lopes], head of the [O Relief Board], said that it rained.", "said", (("Ana Lopes",), "person")),
        ("[P Ana Lopes], aide to [P Juri Tamm], said that it rained.", "said", (("Ana Lopes",), "person")),
        ("[P Ana Lopes] and [P Juri Tamm] said that it rained.", "said", (("Ana Lopes", "Juri Tamm"), "person")),
        ("The [O Relief Board] on Monday announced a fair.", "announced", (("Relief Board",), "body")),
        ("A spokesman for the [O Relief Board] said it rained.", "said", (("Relief Board",), "office")),
        ("“It rained,” said [P Juri Tamm].", "said", (("Juri Tamm",), "person")),
        ("“It rained,” [P Juri Tamm] said.", "said", (("Juri Tamm",), "person")),
        ("Thanks were delivered by [P Juri Tamm].", "delivered", (("Juri Tamm",), "agent")),
        ("[P Ana Lopes] congratulated [P Juri Tamm] and thanked the crew.", "thanked", (("Ana Lopes",), "person")),
        ("[P Ana Lopes], who met [P Juri Tamm] there, said it rained.", "said", (("Ana Lopes",), "person")),
        ("[P Ana Lopes] was a [O Relief Board] clerk who said it rained.", "said", (("Ana Lopes",), "relative")),
        ("The [O Relief Board], which said it rained, was wrong.", "said", (("Relief Board",), "relative")),
    ],
)
def test_the_subject_of_a_verb(sentence: str, verb: str, expected: tuple[tuple[str, ...], str]) -> None:
    assert who(sentence, verb) == expected


def test_a_pronoun_means_the_last_subject() -> None:
    assert who("[P Ana Lopes] met [P Juri Tamm].\nShe said that it rained.", "said") == (("Ana Lopes",), "pronoun")


def test_a_bare_title_means_its_holder() -> None:
    text = "President [P Ana Lopes] met [P Juri Tamm].\nThe President said that it rained."
    assert who(text, "said") == (("Ana Lopes",), "title")


def test_a_title_of_two_holders_means_nobody() -> None:
    text = "President [P Ana Lopes] met President [P Juri Tamm].\nThe President said that it rained."
    assert who(text, "said") is None


def test_nobody_is_named() -> None:
    assert who("They said that it rained.", "said") is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("were [P Ana Lopes], [P Juri Tamm] and [P Ito Ken].", ("Ana Lopes", "Juri Tamm", "Ito Ken")),
        ("were [P Ana Lopes], head of the [O Relief Board], and [P Ito Ken].", ("Ana Lopes", "Ito Ken")),
        ("were the [O Relief Board] and the [O Harbour Office].", ("Relief Board", "Harbour Office")),
        ("were [P Ana Lopes]; nobody met [P Ito Ken].", ("Ana Lopes",)),
        ("were many others of whom nothing else is known, and [P Ito Ken].", ()),
    ],
)
def test_the_names_of_a_list(sentence: str, expected: tuple[str, ...]) -> None:
    scene = scene_of(marked_draft("Present " + sentence))
    assert refs_listed(scene, scene.lines[0], 2) == expected


def test_a_scene_is_made_once() -> None:
    draft = marked_draft("[P Ana Lopes] left.")
    assert scene_of(draft) is scene_of(draft)
