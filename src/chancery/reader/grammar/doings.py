"""Who does what in each line: the verbs of a document by class, with their subjects."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from chancery.reader.draft import Draft
from chancery.reader.grammar.lists import refs_listed
from chancery.reader.grammar.scene import Line, Scene, scene_of
from chancery.reader.grammar.subjects import Subject, subject_after, subject_of
from chancery.reader.wordlists import word_list

_VIEW = "doings"
_MARKS = frozenset({",", "”", '"', "’", "'", "–", "-", "—", "“"})


@dataclass(slots=True, frozen=True)
class Doing:
    """A verb at item `at` of a line, the classes it is in, and who does it; `inverted` for "said A"."""

    line: Line
    at: int
    verb: str
    classes: frozenset[str]
    subject: Subject | None
    inverted: bool = False
    passive: bool = False


def doings_of(draft: Draft) -> list[list[Doing]]:
    """For each line of the scene its doings, in order; made once and kept with the draft."""
    found = draft.views.get(_VIEW)
    if isinstance(found, list):
        return found
    scene = scene_of(draft)
    classes = verb_classes(draft.layer.language)
    made = [_doings(scene, line, classes) for line in scene.lines]
    draft.views[_VIEW] = made
    return made


@cache
def verb_classes(language: str) -> dict[str, frozenset[str]]:
    """Each verb form with the classes that it is in."""
    found: dict[str, set[str]] = {}
    for name, words in word_list(language, "verbs").items():
        for word in words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def _doings(scene: Scene, line: Line, classes: dict[str, frozenset[str]]) -> list[Doing]:
    found: list[Doing] = []
    items = line.items
    for at, item in enumerate(items):
        if item.kind != "W" or item.word not in classes:
            continue
        if at and (items[at - 1].word in scene.words.determiners or items[at - 1].word in ("to", "of", "for", "in")):
            continue  # "the said", "of noted": an adjective or a noun
        passive = _passive(items[max(0, at - 3) : at])
        inverted = False
        subject = None
        if "say" in classes[item.word] and at and items[at - 1].text in _MARKS:
            subject = subject_after(scene, line, at)
            inverted = subject is not None
        if subject is None:
            subject = subject_of(scene, line, at)
            if subject is None and found and found[-1].subject is not None and _joined(items[found[-1].at + 1 : at]):
                subject = found[-1].subject
        agents = _agents(scene, line, at) if passive else _after_were(scene, line, at)
        if agents is not None:
            subject, passive = agents, False
        found.append(Doing(line, at, item.word, classes[item.word], subject, inverted, passive))
    return found


def _agents(scene: Scene, line: Line, at: int) -> Subject | None:
    """Who does what was done: "was delivered by A"."""
    items = line.items
    for index in range(at + 1, min(len(items), at + 7)):
        if items[index].word == "by":
            refs = refs_listed(scene, line, index + 1)
            return Subject(refs, index, "agent") if refs else None
        if items[index].kind == "X":
            break
    return None


def _after_were(scene: Scene, line: Line, at: int) -> Subject | None:
    """ "Also addressing the meeting were A and B": the verb stands before those who do it."""
    items = line.items
    if at > 2 or not items[at].word.endswith("ing"):
        return None
    for index in range(at + 1, min(len(items), at + 9)):
        if items[index].word in ("were", "was"):
            refs = refs_listed(scene, line, index + 1)
            return Subject(refs, index, "list") if refs else None
    return None


def _passive(before: list) -> bool:  # type: ignore[type-arg]
    return any(item.word in ("was", "were", "been", "be", "is", "are", "being") for item in before)


def _joined(between: list) -> bool:  # type: ignore[type-arg]
    """ "A visited B and met C": one subject for both verbs."""
    return any(item.word in ("and", ",", "but") for item in between[-4:])
