"""Subjects of several: those joined to the left of a name by "and" or commas."""

from __future__ import annotations

from chancery.reader.grammar.items import Item
from chancery.reader.grammar.scene import Line, Scene, governed
from chancery.terms.claims import Ref

BORDERS = frozenset({";", ":", "“", "”", '"', "!", "?"})
"""Signs that no list of names crosses."""


def people_joined(scene: Scene, line: Line, at: int) -> tuple[Ref, ...]:
    """The person at `at` and those joined to the left by "and" or commas, first one first."""
    items = line.items
    refs: list[Ref] = []
    person = at
    while True:
        ref = items[person].ref
        if ref and ref not in refs:
            refs.append(ref)
        joint = None
        for back in range(person - 1, max(-1, person - 16), -1):
            item = items[back]
            if item.kind == "P":
                joint = back if joint is not None else None
                break
            if item.word in ("and", "&"):
                joint = back
            elif item.word in scene.words.finite or item.text in BORDERS:
                joint = None
                break
        else:
            joint = None
        if joint is None or back < 0 or items[back].kind != "P" or governed(scene, line, back):
            return tuple(reversed(refs))
        person = back


def bodies_joined(items: list[Item], at: int) -> tuple[Ref, ...]:
    """The body or state at `at` and those before it in a plain list: "A, the B, and C"."""
    refs: list[Ref] = []
    index = at
    while index >= 0 and items[index].kind in "OL":
        ref = items[index].ref
        if ref and ref not in refs:
            refs.append(ref)
        back = index - 1
        joined = False
        while back >= 0 and items[back].word in ("the", ",", "and", "&"):
            joined = joined or items[back].word != "the"
            back -= 1
        if not joined:
            break
        index = back
    return tuple(reversed(refs))
