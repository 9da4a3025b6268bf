"""Frames of words that tell an award: "A was awarded B", "C presented A with B", "A, recipient of B"."""

from __future__ import annotations

from collections.abc import Iterator

from chancery.reader.draft import Draft
from chancery.reader.grammar.award_holders import Awarding, gets, holds, include, is_medallist, listed, named_as
from chancery.reader.grammar.award_rows import elided
from chancery.reader.grammar.award_words import AwardWords, object_head, object_name
from chancery.reader.grammar.lists import refs_listed
from chancery.reader.grammar.scene import Line, Scene
from chancery.reader.grammar.subjects import subject_of
from chancery.reader.grammar.words import BE
from chancery.terms.claims import Ref

_REACH = 28  # items between a verb and what it gives
_TO = frozenset({"to", "on", "upon", "at", "before"})


def frames_of(draft: Draft, scene: Scene, words: AwardWords, line: Line) -> Iterator[Awarding]:
    """The awards of one line, verb by verb."""
    items = line.items
    yield from listed(draft, words, line)
    yield from include(draft, scene, words, line)
    for head, begin, thing in elided(draft, scene, words, line):
        refs = refs_listed(scene, line, begin, first_within=4)
        if refs:
            marks = {"verb before"} if any(i.word in words.giving for i in items[:head]) else set()
            yield Awarding(line, "elided", refs, (), thing, head, min(len(items) - 1, begin + 4), marks)
    for at, item in enumerate(items):
        if item.kind not in "WO":
            continue
        passive = any(i.word in BE for i in items[max(0, at - 3) : at])
        if (item.word in words.giving and passive) or (passive and item.word in words.honouring):
            yield from _given(draft, scene, words, line, at)
        elif item.word in words.giving or item.word in words.honouring:
            yield from _gives(draft, scene, words, line, at)
        elif item.word in ("went", "goes") and at + 1 < len(items) and items[at + 1].word == "to":
            yield from _given(draft, scene, words, line, at)
        elif item.word in words.getting:
            yield from gets(draft, scene, words, line, at)
        elif item.word in words.naming:
            yield from named_as(draft, scene, words, line, at)
        elif item.word in words.medallists:
            yield from is_medallist(scene, words, line, at)
        elif item.word in words.holders and at + 1 < len(items) and items[at + 1].word == "of":
            yield from holds(draft, scene, words, line, at)
        elif item.word in words.thanking or item.word in words.thanks:
            yield from _thanks(draft, scene, words, line, at)


def _given(draft: Draft, scene: Scene, words: AwardWords, line: Line, at: int) -> Iterator[Awarding]:
    """ "B was presented to A", "A was awarded B"."""
    items = line.items
    after = object_head(words, items, at + 1, min(len(items), at + _REACH))
    to = next((i for i in range(at + 1, min(len(items), at + 4)) if items[i].word in _TO - {"at"}), None)
    if to is not None:
        before = object_head(words, items, max(0, at - _REACH), at, last=False)
        refs = refs_listed(scene, line, to + 1)
        if before is not None:  # nobody is named in "certificates were awarded to pupils"
            end = next((i for i in range(to, len(items)) if items[i].ref in refs), min(len(items) - 1, to + 4))
            yield Awarding(
                line,
                "given to" if refs else "given to some",
                refs,
                _by(scene, line, at),
                object_name(draft, scene, items, before),
                before,
                end,
                set(),
            )
    elif after is not None:
        subject = subject_of(scene, line, at)
        if subject is not None:
            thing = object_name(draft, scene, items, after)
            first = min(subject.at, at)
            yield Awarding(
                line, "was given", subject.refs, _by(scene, line, after), thing, first, after, {f"how={subject.how}"}
            )
    elif to is None and items[at].word not in words.honouring:
        before = object_head(words, items, max(0, at - 12), at, last=False)
        if before is not None:
            thing = object_name(draft, scene, items, before)
            yield Awarding(line, "is given", (), _by(scene, line, at), thing, before, at, set())


def _gives(draft: Draft, scene: Scene, words: AwardWords, line: Line, at: int) -> Iterator[Awarding]:
    """ "C presented B to A", "C presented A with B", "C awarded A the B", "C honoured A"."""
    items = line.items
    giver = subject_of(scene, line, at)
    givers = giver.refs if giver else ()
    head = object_head(words, items, at + 1, min(len(items), at + _REACH))
    names = refs_listed(scene, line, at + 1, first_within=4)
    place = next((i for i in range(at + 1, len(items)) if items[i].ref and items[i].ref in names), None)
    first = giver.at if giver and giver.at < at else at
    if head is not None and (place is None or head < place):
        to = next((i for i in range(head + 1, min(len(items), head + 14)) if items[i].word in _TO), None)
        refs = refs_listed(scene, line, to + 1) if to is not None else ()
        if to is not None and refs:
            yield Awarding(line, "gives to", refs, givers, object_name(draft, scene, items, head), first, to + 1, set())
        elif items[at].word in ("laid", "placed") and givers:
            yield Awarding(line, "lays", (), givers, object_name(draft, scene, items, head), first, head, set())
        else:
            marks = {f"how={giver.how if giver else 'nobody'}"} | ({"to some"} if to is not None else set())
            end = to + 2 if to is not None and to + 2 < len(items) else head
            yield Awarding(line, "gives", (), givers, object_name(draft, scene, items, head), first, end, marks)
    elif head is not None and names and place is not None and head > place:
        joint = {i.word for i in items[place + 1 : head]}
        frame = "gives with" if "with" in joint else "gives somebody"
        yield Awarding(line, frame, names, givers, object_name(draft, scene, items, head), first, head, set())
    elif items[at].word in ("donated", "gifted"):
        to = next((i for i in range(at + 2, min(len(items), at + 16)) if items[i].word == "to"), None)
        refs = refs_listed(scene, line, to + 1) if to is not None else ()
        if to is not None and refs:
            thing = " ".join(draft.text[items[at + 1].start : items[to - 1].end].split())
            yield Awarding(line, "donates", refs, givers, thing, first, to + 1, set())
    elif names and place is not None and items[at].word in words.honouring:
        yield Awarding(line, "honours", names, givers, "honour", first, place, set())


def _thanks(draft: Draft, scene: Scene, words: AwardWords, line: Line, at: int) -> Iterator[Awarding]:
    """ "C thanked A for B", "expressed his gratitude to A"."""
    items = line.items
    verb = items[at].word in words.thanking
    subject = subject_of(scene, line, at) if verb else None
    if not verb:
        lead = next(
            (
                i
                for i in range(at - 1, max(-1, at - 6), -1)
                if items[i].word in ("expressed", "expresses", "conveyed", "extended")
            ),
            None,
        )
        subject = subject_of(scene, line, lead) if lead is not None else None
    begin = at + 1
    if not verb:
        if begin >= len(items) or items[begin].word not in ("to", "for"):
            return
        begin += 1
    refs = refs_listed(scene, line, begin, first_within=4)
    reason = next((i for i in range(begin, min(len(items), at + 30)) if items[i].word == "for"), None)
    if not refs and verb and begin + 1 < len(items) and items[begin].word == "the" and items[begin + 1].kind == "T":
        held = scene.holder(items[begin + 1].text)
        refs = (held,) if held else ()
    if subject is None or (not refs and not (verb and reason is not None)):
        return
    end = min(len(items) - 1, (reason or begin) + 10)
    thing = "thanks " + draft.text[items[reason].start : items[end].end] if reason is not None else "thanks"
    marks = {"thanks for" if reason is not None else "thanks", f"how={subject.how}"}
    yield Awarding(
        line,
        "thanks" if verb else "gratitude",
        refs,
        subject.refs,
        " ".join(thing.split()),
        min(subject.at, at),
        end,
        marks,
    )


def _by(scene: Scene, line: Line, at: int) -> tuple[Ref, ...]:
    for index in range(at + 1, min(len(line.items), at + 20)):
        if line.items[index].word == "by":
            return refs_listed(scene, line, index + 1)[:1]
        if line.items[index].text in (".", ";"):
            break
    return ()
