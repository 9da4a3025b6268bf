"""Who does it: the subject of a verb, found by walking left over auxiliaries, appositions and bracketed words."""

from __future__ import annotations

from dataclasses import dataclass

from chancery.reader.grammar.items import Item
from chancery.reader.grammar.joined import BORDERS, bodies_joined, people_joined
from chancery.reader.grammar.scene import Line, Scene, governed, governor
from chancery.terms.claims import Ref

_REACH = 45
_LONG_PAST = 4  # "-ed" words longer than this are verbs of the past
_LONG_VERB = 6  # "-ly" words at least this long are adverbs


@dataclass(slots=True, frozen=True)
class Subject:
    """The referents that do it, where they stand in the line (item index), and how they were found.

    `how`: person, pronoun, title, body (named itself), office (a body through its unnamed officer), plural, relative.
    """

    refs: tuple[Ref, ...]
    at: int
    how: str


def subject_of(scene: Scene, line: Line, verb: int) -> Subject | None:
    """The subject of the verb at item `verb`, or None where the words do not tell."""
    items, words = line.items, scene.words
    at = _skip_auxiliaries(scene, items, verb - 1)
    if at < 0:
        return None
    item = items[at]
    if item.word in ("and", "but") and at:
        earlier = _verb_before(scene, items, at)
        shared = subject_of(scene, line, earlier) if earlier is not None else None
        if shared is not None:
            return shared  # "A congratulated B and thanked C": A does both
    if item.word in words.he:
        ref = _named_before(scene, line, at) or line.he
        return Subject((ref,), at, "pronoun") if ref else None
    if item.word in words.they:
        return None
    if item.word in words.relatives:
        described = _described(scene, line, at)
        if described is not None:
            return described
        found = _walk(scene, line, at - 1)
        return Subject(found.refs, found.at, "relative") if found else None
    return _walk(scene, line, at)


def subject_after(scene: Scene, line: Line, verb: int) -> Subject | None:
    """The subject of an inverted verb: 'said Chairman A', 'said B, head of C'."""
    items = line.items
    body: Subject | None = None
    if verb + 1 < len(items) and items[verb + 1].word in ("that", "in", "on", "at", "to", "it", "they", "there"):
        return None
    for at in range(verb + 1, min(verb + 10, len(items))):
        item = items[at]
        if item.kind == "P" and item.ref:
            return Subject((item.ref,), at, "person")
        if item.word in scene.words.he and at == verb + 1:
            return Subject((line.he,), at, "pronoun") if line.he else None
        if item.kind == "O" and item.ref and body is None:
            body = Subject((item.ref,), at, "body" if at <= verb + 2 else "office")
        if item.word in (",", ".", "that", ";", ":") and at > verb + 1:
            break
    return body


def _described(scene: Scene, line: Line, relative: int) -> Subject | None:
    """ "A was a B officer who": A, not B, for what stands before "who" only tells what A was."""
    items = line.items
    if items[relative].word not in ("who", "that"):
        return None
    for back in range(relative - 1, max(0, relative - _REACH), -1):
        item = items[back]
        if item.text in BORDERS or item.kind == "P":
            return None
        if item.word in ("was", "is") and items[back + 1].word in ("a", "an", "the", "one"):
            for index in range(back):
                ref = items[index].ref
                if items[index].kind == "P" and ref and not governed(scene, line, index):
                    return Subject((ref,), index, "relative")
            he = line.he if any(i.word in scene.words.he for i in items[:back]) else None
            return Subject((he,), relative, "relative") if he else None
    return None


def _skip_auxiliaries(scene: Scene, items: list[Item], at: int) -> int:
    words = scene.words
    while at >= 0:
        item = items[at]
        if (item.word in words.auxiliaries and item.word not in words.relatives) or (
            item.kind == "W" and item.word.endswith("ly") and len(item.word) >= _LONG_VERB
        ):
            at -= 1
        elif item.kind == "D":
            at -= 1
            if at >= 0 and items[at].word in ("on", "in", "late", "early"):
                at -= 1
        else:
            break
    return at


def _named_before(scene: Scene, line: Line, at: int) -> Ref | None:
    """For a pronoun inside a line: the first person before it that no preposition governs."""
    for index in range(at):
        item = line.items[index]
        if item.kind == "P" and item.ref and not governed(scene, line, index):
            return item.ref
    return None


def _walk(scene: Scene, line: Line, at: int) -> Subject | None:
    items, words = line.items, scene.words
    body: Subject | None = None
    held: Subject | None = None
    stop = max(-1, at - _REACH)
    index = _before_relative(scene, items, at)
    while index > stop:
        item = items[index]
        if item.text == ")":
            index = _opening(items, index)
            continue
        if item.text in BORDERS:
            break
        if index < at and item.kind == "W" and item.word in words.finite:
            before = items[index - 1] if index else None
            if before is not None and before.word in words.relatives:
                index -= 2
                body = None
                continue
            break
        if item.kind == "P" and item.ref:
            if not governed(scene, line, index):
                return Subject(people_joined(scene, line, index), index, "person")
        elif item.kind == "T" and held is None:
            held = _held_title(scene, line, index)
        elif item.kind in "OL" and item.ref and body is None:
            by = governor(scene, line, index)
            spoken = any(i.word in words.spokesmen or i.kind == "T" for i in items[max(0, index - 5) : index])
            if by is None:
                body = Subject(bodies_joined(items, index), index, "body")
            elif spoken and by in ("of", "for", "at", "from", "with"):
                body = Subject((item.ref,), index, "office")
        index -= 1
    if held is not None and (body is None or held.at > body.at or body.how == "office"):
        return held
    return body


def _verb_before(scene: Scene, items: list[Item], at: int) -> int | None:
    """The verb to which "and" at item `at` joins another: the nearest one before it that is no auxiliary."""
    for index in range(at - 1, max(0, at - _REACH), -1):
        item = items[index]
        if item.text in BORDERS:
            return None
        if item.kind == "W" and item.word not in scene.words.auxiliaries:
            past = item.word.endswith("ed") and len(item.word) > _LONG_PAST and item.text[0].islower()
            if (item.word in scene.words.finite or past) and items[index - 1].word not in scene.words.determiners:
                return index
    return None


def _before_relative(scene: Scene, items: list[Item], at: int) -> int:
    """ "A, who met B there, said": a comma before the verb may close a clause that "who" opened after a comma."""
    if items[at].text == ",":
        for index in range(at - 1, max(0, at - _REACH), -1):
            if items[index].text in BORDERS:
                break
            if items[index].word in scene.words.relatives and items[index - 1].text == ",":
                return index - 2 if index > 1 else at
    return at


def _opening(items: list[Item], closing: int) -> int:
    for index in range(closing - 1, max(-1, closing - 20), -1):
        if items[index].text == "(":
            return index - 1
    return closing - 1


def _held_title(scene: Scene, line: Line, at: int) -> Subject | None:
    """The person meant by "the President", where nothing after the title names another body."""
    items = line.items
    before = items[at - 1].word if at else ""
    after = items[at + 1] if at + 1 < len(items) else None
    if before not in ("the", "") or (after is not None and after.kind in "PRH"):
        return None
    ref = scene.holder(items[at].text)
    return Subject((ref,), at, "title") if ref else None
