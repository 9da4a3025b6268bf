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
_MANY = frozenset({"awards", "honours", "honors", "prizes", "decorations", "medals", "distinctions", "accolades"})


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


def named_as(draft: Draft, scene: Scene, words: AwardWords, line: Line, at: int) -> Iterator[Awarding]:
    """ "A was named Rower of the Year", "the board named A to the Hall of Fame"."""
    items = line.items
    stop = min(len(items), at + 16)
    year = next((i for i in range(at + 1, stop) if items[i].word == "year" and items[i - 2].word == "of"), None)
    head = year if year is not None else object_head(words, items, at + 1, stop)
    if head is None or (year is None and items[head].word in words.weak):
        return
    after = next((i for i in range(at + 1, min(head, at + 5)) if items[i].kind in "PO" and items[i].ref), None)
    passive = any(i.word in ("was", "were", "been", "is", "are") for i in items[max(0, at - 3) : at])
    subject = subject_of(scene, line, at)
    if passive and subject is not None:
        refs, first, begin = subject.refs, min(at, subject.at), at + 1
    elif not passive and after is not None:
        refs, first, begin = (items[after].ref or "",), at, after + 1
    else:
        return
    thing = " ".join(draft.text[items[begin].start : items[head].end].split()) if begin <= head else items[head].text
    yield Awarding(line, "named", refs, (), thing.strip('“”" '), first, head, {"of the year"} if year else set())


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


def include(draft: Draft, scene: Scene, words: AwardWords, line: Line) -> Iterator[Awarding]:
    """ "His awards include B (1983), C and D": each of them."""
    items = line.items
    for at in range(len(items) - 2):
        if items[at].word not in _MANY or items[at + 1].word not in ("include", "included", "are", "were", "including"):
            continue
        ref = next((i.ref for i in items[:at] if i.kind == "P" and i.ref), None) or line.he
        if ref is None:
            return
        first = begin = at + 2
        for index in range(at + 2, len(items) + 1):
            stop = index == len(items) or items[index].text in (",", ";", ".") or items[index].word == "and"
            if not stop:
                continue
            part = [i for i in range(begin, index) if items[i].text not in ("(", ")") and items[i].kind != "D"]
            part = part[1:] if part and items[part[0]].word in scene.words.determiners else part
            if part and items[part[0]].text[:1].isupper():
                thing = " ".join(draft.text[items[part[0]].start : items[part[-1]].end].split())
                thing = re.sub(r"\s*\(.*$", "", thing)
                yield Awarding(
                    line, "included", (ref,), (), thing, part[0], part[-1], {f"included {min(part[0] - first, 3)}"}
                )
            begin = index + 1
            if index < len(items) and items[index].text == ".":
                break
        return
