"""Who was honoured with what, with the features that the probability of each award is made of."""

from __future__ import annotations

from chancery.reader.clusters import groups_of
from chancery.reader.draft import Draft
from chancery.reader.grammar.award_frames import frames_of
from chancery.reader.grammar.award_holders import Awarding
from chancery.reader.grammar.award_links import links_of
from chancery.reader.grammar.award_rows import award_sections, row_of
from chancery.reader.grammar.award_words import AwardWords, award_words
from chancery.reader.grammar.scene import Scene, scene_of
from chancery.reader.linking.gap import code_of, surroundings
from chancery.terms.claims import Ref

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
        told += links_of(draft, scene, words, line, {ref for awarding in told for ref in awarding.recipients})
        for awarding in told:
            if line.index in sections:
                awarding.features.add("in a list of awards")
            awarding.features |= _features(scene, words, awarding, types, draft.layer.language)
            found.append(awarding)
    return found


def _features(scene: Scene, words: AwardWords, awarding: Awarding, types: dict[Ref, str], language: str) -> set[str]:
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
    if not any(word in words.objects for word in head):
        found |= {"no word of awards", f"{awarding.frame} without a word of awards"}
    for word in head[-1:]:
        found |= {f"object {group}" for group in groups_of(word, language) or ()}
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
