"""Lists of names: "A, head of B, C and the D" gives A, C and D, for B only tells what A is head of."""

from __future__ import annotations

from chancery.reader.grammar.items import Item
from chancery.reader.grammar.scene import Line, Scene

_LONGEST = 160
_BREAKS = frozenset({".", ":", "“", "”", '"', "!", "?"})
_INSIDE = frozenset({"of", "for", "in", "at", "to", "from", "on"})


def names_listed(scene: Scene, line: Line, at: int, *, first_within: int = 6) -> list[int]:
    """The items of the names in the list that begins at item `at`, in order; empty where no name follows soon.

    The list is of people if a person comes first, else of bodies and states. It ends at a verb or a full stop.
    """
    items = line.items
    found: list[int] = []
    for index in range(at, min(len(items), at + _LONGEST)):
        item = items[index]
        if item.text in _BREAKS or (not found and index - at > first_within):
            break
        if item.kind == "W" and (item.word in scene.words.finite or item.word in ("that", "during", "said")):
            if found and index and items[index - 1].word in scene.words.relatives:
                continue
            break
        if item.kind in "POL" and item.ref:
            if found and _tells_where(items, index, found[-1]):
                continue
            if not found and item.kind in "OL" and _belongs_to_person(items, index):
                continue
            if found and items[found[0]].kind == "P" and item.kind != "P":
                continue
            if found and items[found[0]].kind != "P" and item.kind == "P":
                break
            found.append(index)
    return found


def refs_listed(scene: Scene, line: Line, at: int, *, first_within: int = 6) -> tuple[str, ...]:
    """The referents of `names_listed`, each once."""
    refs = (line.items[index].ref for index in names_listed(scene, line, at, first_within=first_within))
    return tuple(dict.fromkeys(ref for ref in refs if ref))


def _tells_where(items: list[Item], index: int, last: int) -> bool:
    """Whether a preposition ties the name to the one before it in the list."""
    for back in range(index - 1, max(last, index - 6), -1):
        item = items[back]
        if item.word in _INSIDE or item.text == "(":
            return True
        if item.word in (",", "and", ";", "&"):
            return False
    return False


def _belongs_to_person(items: list[Item], index: int) -> bool:
    """ "British Prime Minister A", "B's chairman A": the body stands before the person who counts."""
    for item in items[index + 1 : index + 7]:
        if item.kind == "P":
            return True
        if (
            item.kind not in "TRHO"
            and item.word not in ("'s", "’s", "of", "the", "for")
            and not item.text[:1].isupper()
        ):
            return False
    return False
