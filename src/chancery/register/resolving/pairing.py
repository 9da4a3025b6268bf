"""Which atoms are worth comparing: those whose names share a blocking key that few others have.

The cost of candidates grows nearly linearly with the atoms: a key that more than `MOST` atoms share (a common surname)
gives no pairs by itself; such names meet under their rarer keys (surname and first letter of the given name, ...).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from chancery.register.matching import name_keys
from chancery.register.names import folded_name, is_general
from chancery.register.resolving.atoms import Atom
from chancery.register.resolving.weighing import Context, telling_names

MOST = 60  # atoms under one key: at most some 1,800 pairs of it


def candidate_pairs(atoms: Sequence[Atom], context: Context) -> Iterator[tuple[Atom, Atom]]:
    """Each pair once, in the order of the atoms."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, atom in enumerate(atoms):
        if _is_one_of_many(atom):
            continue
        for key in sorted({key for name in telling_names(atom) for key in name_keys(name, atom.kind)}):
            blocks[key].append(place)
    seen: set[tuple[int, int]] = set()
    for _, places in sorted(blocks.items()):
        if 1 < len(places) <= MOST:
            seen.update((a, b) for n, a in enumerate(places) for b in places[n + 1 :])
    seen |= _single_words(atoms) | _same_units(atoms, context)
    for a, b in sorted(seen):
        yield atoms[a], atoms[b]


def _same_units(atoms: Sequence[Atom], context: Context) -> set[tuple[int, int]]:
    """Units of one body that are called alike, however many: each with the first of them."""
    first: dict[tuple[str, str], int] = {}
    pairs = ((first.setdefault(key, place), place) for place, atom in enumerate(atoms) for key in context.units(atom))
    return {(a, b) for a, b in pairs if a != b}


def _single_words(atoms: Sequence[Atom]) -> set[tuple[int, int]]:
    """People named by one word, each with those whose names hold it, where these are few."""
    bearers: dict[str, list[int]] = defaultdict(list)
    single: list[tuple[int, str]] = []
    for place, atom in enumerate(atoms):
        if atom.kind == "person":
            names = [folded_name(name, "person") for name in telling_names(atom)]
            for word in {word for words in names for word in words}:
                bearers[word].append(place)
            single += [(place, words[0]) for words in names if len(words) == 1]
    return {
        (min(place, other), max(place, other))
        for place, word in single
        if len(bearers[word]) <= MOST
        for other in bearers[word]
        if other != place
    }


def _is_one_of_many(atom: Atom) -> bool:
    """A "Council" of no known parent: no comparison of names could tell whose."""
    return (
        atom.kind == "organisation"
        and not atom.parents
        and all(is_general(folded_name(name, "organisation")) for name in telling_names(atom))
    )
