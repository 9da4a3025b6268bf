"""Units: which body belongs to which, and what became of a body."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from chancery.reader.dating import nearest_date
from chancery.reader.draft import Draft, Name
from chancery.reader.grammar.home import home_body, is_dependent
from chancery.reader.grammar.items import Item, sentence_items
from chancery.reader.grammar.scoring import Weights, weights
from chancery.reader.grammar.states import is_state, state_finder, states_in
from chancery.reader.grammar.unit_features import DrawnUnit, unit_features
from chancery.reader.grammar.words import says
from chancery.reader.wordlists import word_list
from chancery.terms.claims import Ref, UnitChange, UnitFact

# Signs and words between a body and its parent.
_OF = frozenset({"of the", "of", "at the", "under the", "of its", "to the", "in the", "within the", "at", "for the"})
_GENITIVE = frozenset({"'s", "’s", "'", "’"})
# A change is told of a body within this many items of the word for it.
_NEAR = 8
_SHORT_NAME = 5  # words; a longer name of a committee tells where it belongs


def run(draft: Draft) -> None:
    """State the unit facts of the document that are likelier than the threshold."""
    read(draft, weights(draft.layer.language, "units"))


def read(draft: Draft, scorer: Weights) -> None:
    """State the unit facts whose probability by `scorer` reaches its threshold."""
    for unit in candidates(draft):
        probability = scorer.probability(unit_features(draft, unit))
        if probability >= scorer.threshold:
            draft.state(unit.fact, unit.start, unit.end, rule=unit.rule, confidence=round(probability, 3))


def candidates(draft: Draft) -> list[DrawnUnit]:
    """A unit fact for each nesting of bodies and each change of a body, once."""
    drawn = [*_nested(draft)]
    for items in sentence_items(draft):
        drawn.extend(_beside(items))
        drawn.extend(_adjective(draft, items))
        drawn.extend(_changes(draft, items))
    drawn.extend(_of_the_home_body(draft, drawn))
    seen: set[tuple[Ref, Ref | None, UnitChange]] = set()
    kept: list[DrawnUnit] = []
    created = {unit.fact.child for unit in drawn if unit.fact.change == "created" and unit.fact.parent is not None}
    for unit in drawn:
        fact = unit.fact
        key = (fact.child, fact.parent, fact.change)
        if key in seen or fact.child == fact.parent or (fact.parent, fact.child, fact.change) in seen:
            continue
        if fact.change == "created" and fact.parent is None and fact.child in created:
            continue
        seen.add(key)
        kept.append(unit)
    return kept


def _nested(draft: Draft) -> Iterator[DrawnUnit]:
    """ "Economic Department of the Association", "RA Secretariat": a name inside a name."""
    names = sorted(draft.names, key=lambda name: (name.start, -name.end))
    open_names: list[Name] = []
    for name in names:
        while open_names and open_names[-1].end <= name.start:
            open_names.pop()
        outer = next((other for other in reversed(open_names) if other.entity != name.entity), None)
        open_names.append(name)
        if outer is None or outer.type != "organisation" or name.type == "person":
            continue
        if outer.entity is None or name.entity is None:
            continue
        before = draft.text[outer.start : name.start]
        after = draft.text[name.end : outer.end]
        if not (before.strip() or after.strip()):
            continue
        if _is_inner_parent(draft, name, before, after):
            fact = UnitFact(child=outer.entity, parent=name.entity)
            yield DrawnUnit(fact, outer.start, outer.end, "unit: name in a name")


def _of_the_home_body(draft: Draft, drawn: list[DrawnUnit]) -> Iterator[DrawnUnit]:
    """A committee or department without a parent, in a document about one body, belongs to that body."""
    home = home_body(draft)
    if home is None:
        return
    has_parent = {unit.fact.child for unit in drawn if unit.fact.parent is not None}
    for name in draft.names:
        referent = draft.referents.get(name.entity or "")
        if name.type != "organisation" or referent is None or referent.id in has_parent:
            continue
        if is_dependent(referent.name) and len(referent.name.split()) <= _SHORT_NAME:
            has_parent.add(referent.id)
            yield DrawnUnit(UnitFact(child=referent.id, parent=home), name.start, name.end, "unit: of the home body")


def _is_inner_parent(draft: Draft, inner: Name, before: str, after: str) -> bool:
    """Whether the outer name, of which `inner` is a part, is a unit of it."""
    inner_text = draft.text[inner.start : inner.end]
    rest = " ".join((before + " " + after).split()).casefold()
    state = inner.type == "place" or is_state(inner_text)
    if not before.strip():  # "X Cabinet", "X's Cabinet"
        if state:
            return says(rest, _of_a_state())
        return says(rest, _parts())
    words = before.split()
    if words[-1].casefold() not in ("of", "the") or after.strip(" )"):
        return False
    if state:
        return says(rest, _of_a_state()) and "in the" not in before
    return True


def _beside(items: list[Item]) -> Iterator[DrawnUnit]:
    """Two names side by side: "Southern Division of the Agency", "the Agency's Southern Division"."""
    for at, item in enumerate(items):
        if item.kind != "O" or item.ref is None:
            continue
        own = item.word
        after = at + 1
        if after < len(items) and items[after].word in _GENITIVE and after + 1 < len(items):
            child = items[after + 1]
            if child.kind == "O" and child.ref is not None:
                yield DrawnUnit(UnitFact(child=child.ref, parent=item.ref), item.start, child.end, "unit: genitive")
            continue
        if after + 2 < len(items) and items[after].word == "(" and items[after + 2].word == ")":
            after += 3  # the acronym of the name before
        beyond = items[after + 1] if after + 1 < len(items) and items[after].word == "," else None
        if (
            beyond is not None
            and beyond.kind == "O"
            and beyond.ref
            and says(own, _parts())
            and not is_state(beyond.text)
        ):
            if not _goes_on(items, after + 2):  # "Southern Division, the Agency", and no list of bodies
                yield DrawnUnit(UnitFact(child=item.ref, parent=beyond.ref), item.start, beyond.end, "unit: comma")
            continue
        words: list[str] = []
        while after < len(items) and items[after].kind == "W" and len(words) < 2:
            words.append(items[after].word)
            after += 1
        if after >= len(items):
            continue
        other = items[after]
        if other.kind not in ("O", "L") or other.ref is None:
            continue
        state = other.kind == "L" or is_state(other.text)
        if " ".join(words) in _OF and says(own, _parts() if not state else _of_a_state()):
            yield DrawnUnit(UnitFact(child=item.ref, parent=other.ref), item.start, other.end, "unit: of")


def _goes_on(items: list[Item], at: int) -> bool:
    """Whether a list of bodies goes on at the item: "A Division, B Agency and C Board"."""
    joint = items[at].word if at < len(items) else ""
    return (
        joint in (",", "and", "&") and at + 1 < len(items) and any(item.kind == "O" for item in items[at + 1 : at + 3])
    )


def _adjective(draft: Draft, items: list[Item]) -> Iterator[DrawnUnit]:
    """ "Venezuelan parliament", "the Chinese Ministry of Commerce": the state's adjective before a body of state."""
    state_of = state_finder(draft)
    named = states_in(draft)
    for at, item in enumerate(items):
        if item.kind != "O" or item.ref is None:
            continue
        first = item.text.split()[0]
        parent = state_of(first)
        start = item.start
        if parent is None and at > 0 and items[at - 1].kind == "W":
            parent = state_of(items[at - 1].text)
            start = items[at - 1].start
        rule = "unit: adjective of a state"
        if parent is None:
            parent, rule = _state_before(item, named), "unit: name of a state"
        if parent is not None and parent != item.ref and says(item.word, _of_a_state()):
            yield DrawnUnit(UnitFact(child=item.ref, parent=parent), start, item.end, rule)


def _state_before(item: Item, named: dict[str, Ref]) -> Ref | None:
    """The state whose name the body's begins with: "United States Department of Labor", "U.S. Navy"."""
    words = item.text.split()
    for size in range(min(3, len(words) - 1), 0, -1):
        ref = named.get(" ".join(words[:size]))
        if ref is not None:
            return ref
    return None


def _changes(draft: Draft, items: list[Item]) -> Iterator[DrawnUnit]:
    """ "The Committee was dissolved on 3 May", "the Council set up the Committee"."""
    sentence = " ".join(item.word for item in items)
    for entry in word_list("en", "units")["changes"]:
        for trigger in entry["words"]:
            if f" {trigger} " not in f" {sentence} ":
                continue
            at = _index_of(items, trigger)
            if at is None:
                continue
            size = len(trigger.split())
            told = _told_of(items, at, size, trigger)
            if told is None:
                continue
            child, parent = told
            change: UnitChange = entry["change"]
            before = {item.word for item in items[max(0, at - _NEAR) : at]}
            if before & set(word_list("en", "units")["proposed"]):
                change = "proposed"
            if before & {"not", "never"}:
                continue
            start = min(child.start, items[at].start)
            end = max(child.end, items[at + size - 1].end)
            mention = nearest_date(draft, start, end, within=(items[0].start, items[-1].end))
            fact = UnitFact(
                child=child.ref or "", parent=parent.ref if parent else None, change=change,
                date=mention.span if mention else None,
            )  # fmt: skip
            yield DrawnUnit(fact, start, end, f"unit: {entry['change']}")
            break


def _told_of(items: list[Item], at: int, size: int, trigger: str) -> tuple[Item, Item | None] | None:
    """The body that the change befell, and its parent if the one who acted is a body."""
    before = next(
        (items[i] for i in range(at - 1, max(-1, at - _NEAR), -1) if items[i].kind == "O" and items[i].ref), None
    )
    after = next(
        (items[i] for i in range(at + size, min(len(items), at + size + 5)) if items[i].kind == "O" and items[i].ref),
        None,
    )
    passive = any(items[i].word in ("was", "were", "been", "is", "be", "being") for i in range(max(0, at - 3), at))
    noun = trigger.endswith(("tion", "ment", "ing")) or " " in trigger
    if passive or (noun and trigger not in ("set up",)):
        if noun and not passive and after is not None and at + size < len(items) and items[at + size].word == "of":
            return after, None
        if before is None or (noun and not passive and " " not in trigger):
            return None
        parent = after if after is not None and any(
            items[i].word in ("by", "within", "under") for i in range(at + size, min(len(items), at + size + 3))
        ) else None  # fmt: skip
        return before, parent if parent is not None and parent.ref != before.ref else None
    if after is not None:
        parent = before if before is not None and says(after.word, _parts()) else None
        return after, parent if parent is not None and parent.ref != after.ref else None
    if at <= 2 and before is None:  # "Founded in 1984, X ..."
        first = next((item for item in items[at:] if item.kind == "O" and item.ref), None)
        return (first, None) if first is not None else None
    return None


def _index_of(items: list[Item], trigger: str) -> int | None:
    words = trigger.split()
    for at in range(len(items) - len(words) + 1):
        if all(items[at + k].kind == "W" and items[at + k].word == word for k, word in enumerate(words)):
            return at
    return None


@cache
def _of_a_state() -> frozenset[str]:
    return frozenset(word_list("en", "units")["of_a_state"])


@cache
def _parts() -> frozenset[str]:
    return frozenset(word_list("en", "units")["parts"])
