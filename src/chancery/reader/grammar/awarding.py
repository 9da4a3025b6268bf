"""Who was honoured with what, with the features that the probability of each award is made of."""

from __future__ import annotations

from chancery.reader.draft import Draft
from chancery.reader.grammar.award_frames import frames_of
from chancery.reader.grammar.award_holders import Awarding
from chancery.reader.grammar.award_rows import award_sections, row_of
from chancery.reader.grammar.award_words import AwardWords, award_words, object_name
from chancery.reader.grammar.scene import Line, Scene, scene_of
from chancery.reader.linking.gap import code_of, gap_features, nearest, surroundings
from chancery.terms.claims import Ref

_REACH = 24  # items between somebody and what may be given
_ROWS = frozenset({"listed", "row", "row of names"})  # a row of a list may look like a heading


def awardings_of(draft: Draft) -> list[Awarding]:
    """All of them, in the order of the text."""
    scene = scene_of(draft)
    words = award_words(draft.layer.language)
    types = {ref: str(referent.type) for ref, referent in draft.referents.items()}
    found: list[Awarding] = []
    sections = award_sections(draft, scene, words)
    for line in scene.lines:
        told = list(frames_of(draft, scene, words, line))
        if not told and line.index in sections:
            told = list(row_of(draft, line, sections[line.index]))
        told += _near(draft, scene, words, line, {ref for awarding in told for ref in awarding.recipients})
        for awarding in told:
            if line.index in sections:
                awarding.features.add("in a list of awards")
            awarding.features |= _features(scene, words, awarding, types)
            found.append(awarding)
    return found


def _near(draft: Draft, scene: Scene, words: AwardWords, line: Line, told: set[Ref]) -> list[Awarding]:
    """Everybody else in a line that names something that is given: the scorer decides."""
    items = line.items
    heads = [at for at, item in enumerate(items) if item.kind in "WO" and _is_object(words, item.word)]
    if not heads:
        return []
    giving = any(i.word in words.giving or i.word in words.honouring or i.word in words.getting for i in items)
    found: list[Awarding] = []
    for at, item in enumerate(items):
        if item.kind not in "PO" or item.ref is None or item.ref in told:
            continue
        head = nearest(heads, at)
        if head == at:
            continue
        if abs(head - at) > _REACH:
            continue
        told.add(item.ref)
        side = "before" if at < head else "after"
        gap = (at + 1, head) if at < head else (head + 1, at)
        marks = {f"near {side}", f"near, giving={giving}", *gap_features(items, *gap, f"near {side}")}
        thing = object_name(draft, scene, items, head)
        found.append(Awarding(line, "near", (item.ref,), (), thing, min(at, head), max(at, head), marks))
    return found


def _is_object(words: AwardWords, text: str) -> bool:
    return any(part in words.objects for part in text.split())


def _features(scene: Scene, words: AwardWords, awarding: Awarding, types: dict[Ref, str]) -> set[str]:
    items = awarding.line.items
    inside = items[awarding.first : awarding.last + 1]
    head = awarding.object.casefold().split()
    first = awarding.recipients[0] if awarding.recipients else None
    found = {
        f"frame={awarding.frame}",
        f"type={types.get(first, '?') if first else 'nobody'}",
    }
    found.add(f"{awarding.frame} to {types.get(first, '?') if first else 'nobody'}")
    weak = any(word in words.weak for word in head)
    if not awarding.recipients:
        found.add(f"{'weak' if weak else 'strong'} for nobody{' by somebody' if awarding.givers else ''}")
    found |= surroundings(items, awarding.first, awarding.last)
    found |= {f"object {word}" for word in head[-2:]} | {
        f"inside {code_of(item)}" for item in inside if item.kind == "W"
    }
    if weak:
        found.add("weak object")
    if any(word[:1].isupper() for word in awarding.object.split()[:3]):
        found.add("capital")
    if set(awarding.recipients) & set(awarding.givers):
        found.add("gives to itself")
    if awarding.givers:
        found.add("giver")
    if awarding.line.heading and awarding.frame not in _ROWS:
        found.add("heading")
    if any(awarding.line.quoted[awarding.first : awarding.last + 1]):
        found.add("quoted")
    if any(item.word in scene.words.doubts or item.word in scene.words.negations for item in inside):
        found.add("doubt")
    if len(inside) > 20:
        found.add("far apart")
    return found
