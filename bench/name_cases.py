"""The labelled pairs of names of `../shared/peers/name-bench`, which are kept aside, and how well scores do on them.

A third of the cases is *held out*, by a digest of the case: neither tables nor weights were made by looking at it.
"""

from __future__ import annotations

import csv
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

import msgspec

from chancery.terms.claims import EntityType

ROOT = Path(__file__).resolve().parents[1]
BENCH = Path(os.environ.get("CHANCERY_SHARED", ROOT.parent / "shared")) / "peers" / "name-bench"
THRESHOLD = 0.7


class Case(msgspec.Struct, frozen=True):
    """A pair of names that people or a model labelled as one or two."""

    id: str  # digest of schema and names; lines of the source with the same names are one
    held_out: bool
    schema: str  # Person, Company, Organization, LegalEntity, Vessel
    one: str
    other: str
    same: bool
    peer: float | None  # LogicV2's score; none for the cases that it was not run on
    times: int  # how often the case stands in the peer's run: its figures count every line

    @property
    def kind(self) -> EntityType:
        return "person" if self.schema == "Person" else "organisation"


class Figures(msgspec.Struct, frozen=True):
    """True and false positives and false negatives at the threshold."""

    right: int
    wrong: int
    missed: int

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)


def load_cases(folder: Path = BENCH) -> list[Case]:
    """The cases of the peer's run, then those that it was not run on.

    Labels are those of the peer's run, so that figures are of the same lines; `cases.csv` has four of them otherwise.
    """
    lines: dict[tuple[str, ...], list[float | None]] = {}
    for row in _rows(folder / "logicv2-frozen.csv"):
        lines.setdefault(_key(row), []).append(float(row["score"]))
    run = {key[:3] for key in lines}
    for row in _rows(folder / "cases.csv"):
        if _key(row)[:3] not in run:
            lines.setdefault(_key(row), []).append(None)
    cases = []
    for (schema, one, other, label), peers in lines.items():
        pair = hashlib.sha256("\x1f".join([schema, *sorted((one, other))]).encode()).digest()
        digest = hashlib.sha256("\x1f".join((schema, one, other, label)).encode()).hexdigest()[:12]
        times = 0 if peers[0] is None else len(peers)
        cases.append(Case(digest, pair[0] % 3 == 0, schema, one, other, label == "true", peers[0], times))
    return cases


def figures(pairs: Iterable[tuple[Case, float]]) -> Figures:
    """The figures of scores at the threshold, over the cases that the peer was run on."""
    right = wrong = missed = 0
    for case, score in pairs:
        taken = score >= THRESHOLD
        right += case.times * (taken and case.same)
        wrong += case.times * (taken and not case.same)
        missed += case.times * (not taken and case.same)
    return Figures(right, wrong, missed)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _key(row: dict[str, str]) -> tuple[str, str, str, str]:
    return row["schema"], row["name1"], row["name2"], row["is_match"]
