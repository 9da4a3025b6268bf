"""Everybody in a line that tells of giving may have got something: a candidate each, for the scorer to judge."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chancery.reader.draft import Draft
from chancery.reader.grammar.award_holders import Awarding
from chancery.reader.grammar.award_words import AwardWords, object_name
from chancery.reader.grammar.items import Item
from chancery.reader.grammar.lists import refs_listed
from chancery.reader.grammar.scene import Line, Scene
from chancery.reader.grammar.subjects import Subject, subject_of
from chancery.reader.grammar.words import BE
from chancery.reader.linking.gap import gap_features, nearest
from chancery.terms.claims import Ref

_REACH = 24  # items between somebody and what may be given
_NEAR_VERB = 14  # items between somebody and a verb of giving, where nothing says what is given
_OBJECT = 8  # items of what is given, where no word for awards tells it
_HIM = frozenset({"him", "her", "he", "she"})
_LINKS = frozenset({"to", "with", "by", "on", "upon", "for", "from"})


@dataclass(slots=True, frozen=True)
class _Anchors:
    """Where the verbs of giving and the words for what is given stand in a line."""

    verbs: list[int]
    heads: list[int]


def links_of(draft: Draft, scene: Scene, words: AwardWords, line: Line, told: set[Ref]) -> Iterator[Awarding]:
    """A candidate for each person and body of the line that no frame has told of; `told` are the recipients it has."""
    items = line.items
    anchors = _Anchors(
        [at for at, item in enumerate(items) if item.word in words.verbs and item.kind == "W"],
        [
            at
            for at, item in enumerate(items)
            if item.word in words.objects or (item.kind == "O" and is_object(words, item.word))
        ],
    )
    if not anchors.verbs and not anchors.heads:
        return
    subjects: dict[int, Subject | None] = {}
    for at, item in enumerate(items):
        ref = item.ref if item.kind in "PO" else line.he if item.word in _HIM else None
        if ref is None or ref in told:
            continue
        verb = nearest(anchors.verbs, at) if anchors.verbs else None
        head = nearest(anchors.heads, at) if anchors.heads else None
        if head == at or not _in_reach(items, words, verb, head, at):
            continue
        told.add(ref)
        if verb is not None and verb not in subjects:
            subjects[verb] = subject_of(scene, line, verb)
        yield _link(draft, scene, words, line, at, ref, verb, head, subjects.get(verb) if verb is not None else None)


def is_object(words: AwardWords, text: str) -> bool:
    """Whether any word of the text is one for what is given."""
    return any(part in words.objects for part in text.split())


def _in_reach(items: list[Item], words: AwardWords, verb: int | None, head: int | None, at: int) -> bool:
    if head is not None and abs(head - at) <= _REACH:
        return True
    return verb is not None and abs(verb - at) <= _NEAR_VERB and words.verbs[items[verb].word][0] in words.sure


def _link(
    draft: Draft,
    scene: Scene,
    words: AwardWords,
    line: Line,
    at: int,
    ref: Ref,
    verb: int | None,
    head: int | None,
    subject: Subject | None,
) -> Awarding:
    items = line.items
    marks = {"linked", f"linked {items[at].kind if items[at].ref else 'pronoun'}"}
    places = [(at, "who"), (verb, "verb"), (head, "what")]
    order = sorted((place, name) for place, name in places if place is not None)
    marks.add("order " + " ".join(name for _, name in order))
    if head is not None:
        side = "before" if at < head else "after"
        gap = (at + 1, head) if at < head else (head + 1, at)
        marks |= {f"near {side}", f"near, giving={verb is not None}", *gap_features(items, *gap, f"near {side}")}
    givers: tuple[Ref, ...] = ()
    if verb is not None:
        base, group = words.verbs[items[verb].word]
        passive = "passive" if any(i.word in BE for i in items[max(0, verb - 3) : verb]) else "active"
        side = "before" if at < verb else "after"
        gap = (at + 1, verb) if at < verb else (verb + 1, at)
        marks |= set(gap_features(items, *gap, f"verb {side}"))
        marks |= {
            f"{group} {passive} {side}",
            f"{base} {passive} {side}",
            f"what={head is not None} {group} {passive} {side}",
        }
        link = next((i.word for i in reversed(items[gap[0] : gap[1]]) if i.word in _LINKS), "")
        marks.add(f"{group} {passive} {side} {link}")
        if subject is not None:
            role = "is subject" if ref in subject.refs else "other subject"
            marks |= {role, f"{role} {group} {passive}", f"{role} {side}"}
            givers = subject.refs if passive == "active" and ref not in subject.refs else ()
    thing, first, last = _thing(draft, scene, line, at, verb, head)
    if passive_by := _by(scene, line, max(at, verb or 0, head or 0)):
        givers = passive_by if ref not in passive_by else givers
    return Awarding(line, "near", (ref,), givers, thing, first, last, marks)


def _thing(draft: Draft, scene: Scene, line: Line, at: int, verb: int | None, head: int | None) -> tuple[str, int, int]:
    """What is given, and the first and last item of what states it."""
    items = line.items
    if head is not None and abs(head - at) <= _REACH:
        return object_name(draft, scene, items, head), min(at, head), max(at, head)
    assert verb is not None
    begin = verb + 1 if at < verb else at + 1 if at + 1 < len(items) else at
    end = begin
    while end + 1 < len(items) and end - begin < _OBJECT and items[end + 1].text not in (".", ";", ","):
        end += 1
    end = min(end, len(items) - 1)
    text = " ".join(draft.text[items[min(begin, end)].start : items[end].end].split())
    return text, min(at, verb), max(at, verb, end)


def _by(scene: Scene, line: Line, at: int) -> tuple[Ref, ...]:
    for index in range(at + 1, min(len(line.items), at + 8)):
        if line.items[index].word == "by":
            return refs_listed(scene, line, index + 1)[:1]
    return ()
