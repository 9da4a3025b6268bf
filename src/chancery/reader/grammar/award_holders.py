"""Awards told of those who have them: "A won B", "A, recipient of B", "A, Olympic gold medallist"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chancery.reader.draft import Draft
from chancery.reader.grammar.award_words import AwardWords, object_head, object_name
from chancery.reader.grammar.lists import refs_listed
from chancery.reader.grammar.scene import Line, Scene, governed
from chancery.reader.grammar.subjects import subject_of
from chancery.terms.claims import Ref

_LONGEST_ROW = 40  # items
_LONGEST_TITLE = 16


@dataclass(slots=True)
class Awarding:
    """One award: `frame` names the words that told it; `first` and `last` are the items (inclusive) that state it."""

    line: Line
    frame: str
    recipients: tuple[Ref, ...]
    givers: tuple[Ref, ...]
    object: str
    first: int
    last: int
    features: set[str]


def listed(draft: Draft, words: AwardWords, line: Line) -> Iterator[Awarding]:
    """A row of a list: "Golden Oar Award – A", "Rower of the Year: A", "Best Rower - A"."""
    items = line.items
    if len(items) > _LONGEST_ROW:
        return
    sign = next(
        (i for i, item in enumerate(items[:_LONGEST_TITLE]) if i and item.text in ("–", "—", "-", ":", "|")), None
    )
    if sign is None:
        return
    title = [item.word for item in items[:sign]]
    named = any(word in words.objects and word not in words.weak for word in title)
    if not named and title[-3:] != ["of", "the", "year"] and title[0] != "best":
        return
    refs = tuple(dict.fromkeys(item.ref for item in items[sign + 1 :] if item.kind in "PO" and item.ref))[:1]
    if refs:
        thing = " ".join(draft.text[items[0].start : items[sign - 1].end].split())
        yield Awarding(line, "listed", refs, (), thing, 0, min(len(items) - 1, sign + 4), set())


def gets(draft: Draft, scene: Scene, words: AwardWords, line: Line, at: int) -> Iterator[Awarding]:
    """ "A won B"."""
    items = line.items
    head = object_head(words, items, at + 1, min(len(items), at + 18))
    subject = subject_of(scene, line, at)
    if head is None:
        return
    refs, begin = (subject.refs, min(at, subject.at)) if subject is not None else ((), at)
    thing = object_name(draft, scene, items, head)
    source = next((i for i in range(head, min(len(items), head + 6)) if items[i].word == "from"), None)
    givers = refs_listed(scene, line, source + 1)[:1] if source is not None else ()
    yield Awarding(
        line,
        "gets",
        refs,
        givers,
        thing,
        begin,
        head,
        {f"how={subject.how if subject is not None else 'nobody'}", f"gets={items[at].word}"},
    )


def is_medallist(scene: Scene, words: AwardWords, line: Line, at: int) -> Iterator[Awarding]:
    """ "A, Olympic gold medallist", "A, the Golden Oar Award-winning rower"."""
    items = line.items
    name = next((i for i in range(at) if items[i].kind == "P" and items[i].ref and not governed(scene, line, i)), None)
    first = at
    while first > 0 and items[first - 1].kind == "W" and items[first - 1].word not in scene.words.determiners | {"and"}:
        first -= 1
    ref = items[name].ref if name is not None else None
    if name is None or ref is None or (items[at].word.endswith("winning") and not items[at].text[0].isupper()):
        return
    thing = " ".join(item.text for item in items[first : at + 1])
    thing = re.sub(r"medall?ists?$", "medal", thing, flags=re.IGNORECASE)
    thing = re.sub(r"-winning$", "", thing)
    yield Awarding(line, "medallist", (ref,), (), thing, name, at, set())


def holds(draft: Draft, scene: Scene, words: AwardWords, line: Line, at: int) -> Iterator[Awarding]:
    """ "A, recipient of B"."""
    items = line.items
    head = object_head(words, items, at + 1, min(len(items), at + 16))
    if head is None:
        return
    for back in range(at - 1, max(-1, at - 12), -1):
        ref = items[back].ref
        if items[back].kind in "PO" and ref and not (back and items[back - 1].word in ("of", "at", "in")):
            yield Awarding(line, "recipient of", (ref,), (), object_name(draft, scene, items, head), back, head, set())
            return
        if items[back].kind == "W" and items[back].word in scene.words.finite and items[back].word not in ("is", "was"):
            return
