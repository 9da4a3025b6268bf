"""Parents: which body may be part of which, with what speaks for and against each pair."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from chancery.reader.draft import Draft, Name
from chancery.reader.grammar.home import home_body, home_state, is_dependent
from chancery.reader.grammar.items import Item, sentence_items
from chancery.reader.grammar.states import is_state, state_finder, states_in
from chancery.reader.grammar.words import says
from chancery.reader.linking.gap import among, gap_features, outline_of
from chancery.reader.naming.sureness import sure_features
from chancery.reader.wordlists import word_list
from chancery.terms.claims import Ref

_REACH = 24  # items between two names of which one may be part of the other
_NEXT = 4  # names behind a name that it is paired with
_MANY = 6


@dataclass(slots=True)
class Pair:
    """One body and one that it may be part of: features of all places together, and the best place as evidence."""

    child: Ref
    parent: Ref
    features: set[str] = field(default_factory=set)
    start: int = 0
    end: int = 0
    how: str = ""
    lines: set[int] = field(default_factory=set)
    _best: int = 10**9

    def seen(self, features: Sequence[str], start: int, end: int, how: str, far: int, line: int = -1) -> None:
        """Add what one place shows; the place with the smallest `far` is kept as evidence."""
        self.features.update(features)
        if line >= 0:
            self.lines.add(line)
        if far < self._best:
            self._best, self.start, self.end, self.how = far, start, end, how


class _Pairs:
    """The pairs seen so far in a document."""

    def __init__(self, draft: Draft) -> None:
        self.found: dict[tuple[Ref, Ref], Pair] = {}
        self._referents = draft.referents

    def of(self, child: Ref | None, parent: Ref | None) -> Pair | None:
        """The pair of two referents, made if need be; None where the first cannot be part of the second."""
        if child is None or parent is None or child == parent:
            return None
        made = self.found.get((child, parent))
        if made is not None:
            return made
        part, whole = self._referents.get(child), self._referents.get(parent)
        if part is None or whole is None or part.type != "organisation" or whole.type == "person":
            return None
        made = self.found[child, parent] = Pair(child, parent)
        return made


def pairs_of(draft: Draft) -> list[Pair]:
    """Every pair, in the order in which they are first seen; no body is its own part."""
    pairs = _Pairs(draft)
    _nested(draft, pairs)
    states, adjectives = states_in(draft), state_finder(draft)
    for number, items in enumerate(sentence_items(draft)):
        _beside(items, number, pairs)
        for at in outline_of(items).bodies:
            if items[at].kind == "O":
                _of_state(items, at, number, states, adjectives, pairs)
    _around(draft, pairs)
    found = pairs.found
    for made in found.values():
        made.features |= set(_kinds(draft, made))
        made.features.update(sure_features(draft, "child", [made.child]))
        made.features.update(sure_features(draft, "parent", [made.parent]))
    return list(found.values())


def _nested(draft: Draft, pairs: _Pairs) -> None:
    """ "Economic Department of the Association", "RA Secretariat": a name inside a name."""
    open_names: list[Name] = []
    for name in sorted(draft.names, key=lambda name: (name.start, -name.end)):
        while open_names and open_names[-1].end <= name.start:
            open_names.pop()
        for depth, outer in enumerate(reversed(open_names)):
            made = pairs.of(outer.entity, name.entity)
            if made is not None:
                before = draft.text[outer.start : name.start].split()
                after = draft.text[name.end : outer.end].split()
                link = " ".join(word for word in before[-2:] if word.islower())
                found = [
                    "nested", f"nested depth {depth}", f"nested link={link or '-'}",
                    f"nested {'first' if not before else 'last' if not after else 'middle'}",
                    f"nested after={after[0].casefold() if after else '-'}",
                    f"nested before={before[-1].casefold() if before else '-'}",
                    f"nested head={(after[-1] if after and not before else before[0] if before else '-').casefold()}",
                ]  # fmt: skip
                made.seen(found, outer.start, outer.end, "name in a name", 0)
        open_names.append(name)


def _beside(items: Sequence[Item], number: int, pairs: _Pairs) -> None:
    """Two names in one line, either of which may be part of the other."""
    outline = outline_of(items)
    named, codes = outline.bodies, outline.codes
    for place, at in enumerate(named):
        for between, other in enumerate(named[place + 1 : place + 1 + _NEXT]):
            if other - at > _REACH:
                break
            people = among(outline.persons, at + 1, other)
            shared = [f"between={between}", f"people between={min(people, 2)}"]
            start, end = items[at].start, items[other].end
            left = codes[at - 1] if at else "^"
            right = codes[other + 1] if other + 1 < len(items) else "$"
            for child, parent, name in ((at, other, "child first"), (other, at, "parent first")):
                made = pairs.of(items[child].ref, items[parent].ref)
                if made is not None:
                    found = gap_features(items, at + 1, other, name)
                    found += [f"{name}, {feature}" for feature in shared]
                    found += [f"{name} left={left}", f"{name} right={right}"]
                    made.seen(found, start, end, name, other - at, number)


def _of_state(
    items: Sequence[Item],
    at: int,
    number: int,
    states: dict[str, Ref],
    adjectives: Callable[[str], Ref | None],
    pairs: _Pairs,
) -> None:
    """ "Venezuelan parliament", "United States Department of Labor": the state in the name or before it."""
    item = items[at]
    words = item.text.split()
    candidates = [(adjectives(words[0]), item.start, "adjective inside")]
    if at and items[at - 1].kind == "W":
        candidates.append((adjectives(items[at - 1].text), items[at - 1].start, "adjective before"))
    sizes = range(min(3, len(words) - 1), 0, -1)
    candidates += [(states.get(" ".join(words[:size])), item.start, "name of a state") for size in sizes]
    for ref, start, how in candidates:
        made = pairs.of(item.ref, ref)
        if made is not None:
            last = words[-1].casefold()
            made.seen(
                [how, f"{how}, of a state={says(item.word, _of_a_state())}", f"{how}, last={last}"],
                start,
                item.end,
                how,
                1,
                number,
            )


def _around(draft: Draft, pairs: _Pairs) -> None:
    """Likely parents: the body that the document is about, the first one, and the ones named last before a body."""
    home = home_body(draft)
    state = home_state(draft, but="")
    bodies = [n for n in draft.names if n.type == "organisation" and n.entity in draft.referents and n.level == 0]
    bodies.sort(key=lambda name: name.start)
    starts = [name.start for name in bodies]
    first = next((name.entity for name in bodies if not is_state(draft.text[name.start : name.end])), None)
    often = _named_most(draft)
    done: set[Ref] = set()
    for name in bodies:
        if name.entity is None or name.entity in done:
            continue
        done.add(name.entity)
        dependent = is_dependent(draft.referents[name.entity].name)
        for ref, how in (
            (home, "of the home body"), (first, "of the first body"), (state, "of the document's state"), *often,
        ):  # fmt: skip
            made = pairs.of(name.entity, ref)
            if made is not None:
                made.seen([how, f"{how}, dependent={dependent}"], name.start, name.end, how, 10**6)
        before = bisect_right(starts, name.start - 1) - 1
        rank = 0
        while before >= 0 and rank < 2:
            other = bodies[before].entity
            if (
                other != name.entity
                and other is not None
                and not is_state(draft.text[bodies[before].start : bodies[before].end])
            ):
                made = pairs.of(name.entity, other)
                if made is not None:
                    how = f"named before {rank}"
                    made.seen([how, f"{how}, dependent={dependent}"], name.start, name.end, how, 10**6)
                rank += 1
            before -= 1


def _named_most(draft: Draft) -> list[tuple[Ref, str]]:
    """The two bodies that the document names most often, states left out."""
    named = [
        (ref, len(referent.mentions))
        for ref, referent in draft.referents.items()
        if referent.type == "organisation" and not is_state(referent.name)
    ]
    named.sort(key=lambda found: (-found[1], found[0]))
    return [(ref, f"of the body named most {rank}") for rank, (ref, _) in enumerate(named[:2])]


def _kinds(draft: Draft, pair: Pair) -> Iterator[str]:
    """What the two are, and what their names share."""
    child, parent = draft.referents[pair.child], draft.referents[pair.parent]
    words, others = child.name.casefold().split(), parent.name.casefold().split()
    head = next((words[at - 1] for at, word in enumerate(words) if at and word in ("of", "for", "on")), words[-1])
    other = next((others[at - 1] for at, word in enumerate(others) if at and word in ("of", "for", "on")), others[-1])
    of_parent = "state" if is_state(parent.name) else parent.type
    of_child = "state" if is_state(child.name) else "body"
    yield f"child head={head}"
    yield f"parent head={other if of_parent != 'state' else 'STATE'}"
    yield f"{head} of {of_parent}"
    yield f"{of_child} of {of_parent}"
    yield f"dependent={is_dependent(child.name)} of {of_parent}"
    yield f"child of {min(len(words), _MANY)} words"
    yield f"parent of {min(len(others), _MANY)} words"
    yield f"child named {min(len(child.mentions), 4)}"
    yield f"parent named {min(len(parent.mentions), 4)}"
    if of_parent == "state":
        yield f"of a state={says(child.name.casefold(), _of_a_state())}"
    forms = {form.casefold() for form in (parent.name, *parent.aliases)}
    if any(f" {form} " in f" {child.name.casefold()} " for form in forms):
        yield "the parent's name is in the child's"
    if any(f" {form.casefold()} " in f" {parent.name.casefold()} " for form in (child.name, *child.aliases)):
        yield "the child's name is in the parent's"
    if words[0] == others[0]:
        yield "same first word"
    nested = "nested" in pair.features
    yield f"{head} nested={nested}"
    for how in (
        "of the home body",
        "of the body named most 0",
        "named before 0",
        "child first [,]",
        "child first [of]",
        "adjective before",
        "name of a state",
        "parent first [’s]",
    ):
        if how in pair.features:
            yield f"{how}: {head}"


@cache
def _of_a_state() -> frozenset[str]:
    return frozenset(word_list("en", "units")["of_a_state"])
