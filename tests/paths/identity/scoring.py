"""How well the record's clusters agree with a file that was checked by hand: precision and recall over pairs."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from chancery.register import Register

Name = tuple[str, str, str]  # type, name, report


@dataclass(frozen=True)
class PairScore:
    """Pairs of names, of one type: how many the file says are one, how many the record says, and how many both."""

    said: int
    found: int
    both: int

    @property
    def precision(self) -> float:
        return self.both / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        return self.both / self.said if self.said else 1.0


def score_pairs(register: Register, clusters: dict[str, list[list[list[str]]]]) -> dict[str, PairScore]:
    """Over the names of the file that the reader found in their reports; other names count neither way."""
    entities = _entities(register)
    scores = {}
    for kind, several in clusters.items():
        of: dict[Name, int] = {
            (kind, name, report): number for number, cluster in enumerate(several) for name, report in cluster
        }
        known = [name for name in of if name in entities]
        said = found = both = 0
        for a, b in combinations(known, 2):
            one, same = of[a] == of[b], entities[a] == entities[b]
            said, found, both = said + one, found + same, both + (one and same)
        scores[kind] = PairScore(said, found, both)
    return scores


def _entities(register: Register) -> dict[Name, str]:
    """The entity of each name of each report; an own name goes before another's alias."""
    rows: list[Any] = register.store.rows(
        "SELECT referent.type, naming.name, source.source, referent.entity FROM naming"
        " JOIN referent ON referent.member = naming.member JOIN source ON source.document = referent.document"
        " ORDER BY own, referent.member"
    )
    return {(kind, name, Path(source).stem[:3]): entity for kind, name, source, entity in rows}
