"""How well the record's clusters agree with files that were judged: precision and recall over pairs of names."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec

from chancery.register import Register

Name = tuple[str, str, str]  # type, name, report
Place = str  # of a name: the letter of its type, sixteen digits of its document, the offsets of its first mention


class Drawn(msgspec.Struct, frozen=True):
    """One drawn cluster with its neighbours, as judged: see the note of `reports.json`."""

    one: list[list[Place]]
    other: list[Place]


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


@dataclass(frozen=True)
class DrawnScore:
    """Pairs of drawn names of one type, and how many drawn clusters hold nothing that is another's."""

    pairs: PairScore
    clusters: int
    whole: int  # of them, those in which all is one
    lost: int  # names that the reader finds no more


def score_drawn(register: Register, drawn: list[Drawn]) -> DrawnScore:
    """Over the judged names of drawn clusters that the reader still finds."""
    entities = _entities_by_place(register)
    said = found = both = whole = lost = 0
    for each in drawn:
        group = {name: number for number, names in enumerate(each.one) for name in names}
        group |= dict.fromkeys(each.other, -1)
        known = [name for name in group if name in entities]
        lost += len(group) - len(known)
        wrong = 0
        for a, b in combinations(known, 2):
            if group[a] == group[b] == -1:
                continue
            one, same = group[a] == group[b], entities[a] == entities[b]
            said, found, both, wrong = said + one, found + same, both + (one and same), wrong + (same and not one)
        whole += not wrong
    return DrawnScore(PairScore(said, found, both), len(drawn), whole, lost)


def _entities_by_place(register: Register) -> dict[Place, str]:
    members = {
        (document, local): (kind, entity)
        for document, local, kind, entity in register.store.rows("SELECT document, local, type, entity FROM referent")
    }
    found = {}
    for view in register.readings():
        for referent in view.reading.referents:
            if referent.mentions and (view.reading.document, referent.id) in members:
                kind, entity = members[view.reading.document, referent.id]
                first, end = min((mention.start, mention.end) for mention in referent.mentions)
                found[f"{kind[0]}:{view.reading.document[:16]}:{first}-{end}"] = entity
    return found


def _entities(register: Register) -> dict[Name, str]:
    """The entity of each name of each report; an own name goes before another's alias."""
    rows: list[Any] = register.store.rows(
        "SELECT referent.type, naming.name, source.source, referent.entity FROM naming"
        " JOIN referent ON referent.member = naming.member JOIN source ON source.document = referent.document"
        " ORDER BY own, referent.member"
    )
    return {(kind, name, Path(source).stem[:3]): entity for kind, name, source, entity in rows}
