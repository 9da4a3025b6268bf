"""Bodies within bodies, as a data set tells it: a chain that leads back to where it began is broken at one place."""

from __future__ import annotations

from collections.abc import Mapping

from chancery.reader.importing.taking import Taking
from chancery.terms.errors import DataError


def check_parents(
    parents: Mapping[str, str], where: Mapping[str, str], taking: Taking, *, field: str
) -> dict[str, str]:
    """The parents that hold, by id; "" is none. Each that does not is told: D004 unknown, D002 within itself.

    `field` is what the data set calls the parent.

    Of a circle of bodies the parent that closes it, in the order given, is not taken. Work grows with the number.
    """
    sound: dict[str, str] = {}
    root: dict[str, str] = {}

    def top(key: str) -> str:
        chain = []
        while root.get(key, key) != key:
            chain.append(key)
            key = root[key]
        for each in chain:  # so that no chain is gone through twice
            root[each] = key
        return key

    for key, parent in parents.items():
        if not parent:
            continue
        if parent not in parents:
            taking.refuse(DataError("D004", where=where[key], text=f"the {field} {parent[:40]}"))
        elif top(parent) == key:  # a key that has no parent yet is its own top
            taking.refuse(DataError("D002", where=where[key], reason="it would be a part of itself"))
        else:
            sound[key] = parent
            root[key] = parent
    return sound
