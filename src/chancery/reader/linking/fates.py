"""Fates: what became of a body (founded, renamed, suspended, ended, planned), with what speaks for and against each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from chancery.reader.dating import nearest_date
from chancery.reader.draft import Draft
from chancery.reader.grammar.changes import doubts
from chancery.reader.grammar.home import is_dependent
from chancery.reader.grammar.items import Item, sentence_items
from chancery.reader.grammar.states import is_state
from chancery.reader.linking.gap import code_of, gap_features
from chancery.reader.naming.sureness import sure_features
from chancery.reader.wordlists import word_list
from chancery.terms.claims import Ref, UnitChange
from chancery.terms.dates import DateSpan

_DATE_REACH = 60  # characters: a date further off is that of something else in the sentence
_AUXILIARIES = 4  # items before a word of change that may deny it
_DENYING = frozenset({"not", "never", "nor", "neither", "cannot", "if", "unless", "whether"})
_PROPOSED_BEFORE = 8  # items before a word of change in which it may be said to be only proposed
_REACH = 20  # items between a word of change and the body it is told of


@dataclass(slots=True, frozen=True)
class Fate:
    """One body beside one word for a change, in the line of that number."""

    child: Ref
    change: UnitChange
    line: int
    start: int
    end: int
    date: DateSpan | None
    features: tuple[str, ...]


def fates_of(draft: Draft) -> Iterator[Fate]:
    """Every body near a word that tells of a change, in the order of the text."""
    for number, items in enumerate(sentence_items(draft)):
        triggers = list(_triggers(items))
        if not triggers:
            continue
        bodies = [at for at, item in enumerate(items) if item.kind == "O" and item.ref is not None]
        for first, last, trigger, change in triggers:
            if (change != "created" and _is_only_proposed(items, first)) or _is_denied(items, first, change):
                continue
            for at in bodies:
                if (at > last and at - last <= _REACH) or (at < first and first - at <= _REACH):
                    yield _fate(draft, items, number, at, (first, last), trigger, change, bodies)


def _is_only_proposed(items: Sequence[Item], first: int) -> bool:
    """ "proposed that the Board be dissolved": an end that is only proposed has no word in the claims."""
    return (
        first > 0
        and items[first - 1].word == "be"
        and any(item.word in _proposed() for item in items[max(0, first - _PROPOSED_BEFORE) : first])
    )


def _is_denied(items: Sequence[Item], first: int, change: UnitChange) -> bool:
    """ "was not dissolved", "was never founded", "may be dissolved", "if the Board is dissolved": none of it is so."""
    for item in reversed(items[max(0, first - _AUXILIARIES) : first]):
        if item.kind == "X":
            return False
        if item.word in _DENYING or (change != "created" and item.word in doubts()):
            return True
    return False


def _fate(
    draft: Draft, items: Sequence[Item], number: int, at: int, span: tuple[int, int], trigger: str, change: UnitChange,
    bodies: Sequence[int],
) -> Fate:  # fmt: skip
    first, last = span
    ref = items[at].ref
    assert ref is not None
    side = "before" if at < first else "after"
    gap = (at + 1, first) if side == "before" else (last + 1, at)
    rank = sum((at < other < first) if side == "before" else (last < other < at) for other in bodies)
    referent = draft.referents[ref]
    words = referent.name.casefold().split()
    found = [
        f"change={change}", f"trigger={trigger}", f"{trigger} {side}", f"{change} {side} {min(rank, 3)}",
        *gap_features(items, *gap, f"{change} {side}"), *gap_features(items, *gap, f"body {side}"),
        f"child ends={words[-1]}", f"dependent={is_dependent(referent.name)}", f"state={is_state(referent.name)}",
        f"named {min(len(referent.mentions), 4)}", f"bodies={min(len(bodies), 4)}",
        *sure_features(draft, "child", [ref]),
    ]  # fmt: skip
    before = [code_of(item) for item in items[max(0, first - 3) : first]]
    after = [code_of(item) for item in items[last + 1 : last + 3]]
    found += [f"left {code}" for code in before] + [f"right {code}" for code in after]
    found.append(f"{change} left={before[-1] if before else '^'}, right={after[0] if after else '$'}")
    if any(item.word in _proposed() for item in items[max(0, first - _PROPOSED_BEFORE) : first]):
        found.append("proposed")
        found.append(f"proposed {change}")
    if any(item.word in ("not", "never", "no") for item in items[max(0, first - 4) : first]):
        found.append("not")
    if any(item.date is not None for item in items):
        found.append("dated")
    if at + 1 < len(items):
        found.append(f"body then {code_of(items[at + 1])}")
    start, end = min(items[at].start, items[first].start), max(items[at].end, items[last].end)
    near = max(items[0].start, start - _DATE_REACH), min(items[-1].end, end + _DATE_REACH)
    mention = nearest_date(draft, start, end, within=near)
    told: UnitChange = "proposed" if "proposed" in found and change == "created" else change
    return Fate(ref, told, number, start, end, mention.span if mention else None, tuple(found))


def _triggers(items: Sequence[Item]) -> Iterator[tuple[int, int, str, UnitChange]]:
    """First and last item of each word or phrase of change, the phrase, and the change."""
    known = _known_triggers()
    for at, item in enumerate(items):
        if item.kind != "W":
            continue
        for parts, change in known.get(item.word, ()):
            if len(parts) == 1 or tuple(other.word for other in items[at : at + len(parts)]) == parts:
                yield at, at + len(parts) - 1, " ".join(parts), change


@cache
def _known_triggers() -> dict[str, list[tuple[tuple[str, ...], UnitChange]]]:
    found: dict[str, list[tuple[tuple[str, ...], UnitChange]]] = {}
    for entry in word_list("en", "units")["changes"]:
        for trigger in entry["words"]:
            parts = tuple(trigger.split())
            found.setdefault(parts[0], []).append((parts, entry["change"]))
    return found


@cache
def _proposed() -> frozenset[str]:
    return frozenset(word_list("en", "units")["proposed"])
