"""How well and how fast names are compared: `python -m bench.names`, with `--write` to renew the committed run.

Prints F1 at 0.7 beside LogicV2's frozen scores on the same lines, for the pairs that weights and tables were made with,
for those kept aside, and for all; and pairs a second in one process. `bench/frozen/names.csv` holds the score of every
case by its digest, without the names; `tests/bench/test_names.py` compares it case by case.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections.abc import Callable
from pathlib import Path

from bench.name_cases import ROOT, THRESHOLD, Case, figures, load_cases

from chancery.register.matching import Comparison, compare_names

FROZEN = ROOT / "bench" / "frozen" / "names.csv"
GROUPS: dict[str, Callable[[Case], bool]] = {
    "all": lambda case: True,
    "person": lambda case: case.schema == "Person",
    "company": lambda case: case.schema == "Company",
}
PARTS: dict[str, Callable[[Case], bool]] = {
    "tuned on": lambda case: not case.held_out,
    "held out": lambda case: case.held_out,
    "all": lambda case: True,
}


def compared(case: Case) -> Comparison:
    """The comparison of a case's names. A LegalEntity may be a person or a body: the better of the two."""
    found = compare_names([case.one], [case.other], case.kind)
    if case.schema == "LegalEntity":
        found = max(found, compare_names([case.one], [case.other], "person"), key=lambda one: one.score)
    return found


def frozen_row(case: Case, score: float) -> dict[str, str]:
    """The line of a case in the committed run."""
    taken = score >= THRESHOLD
    outcome = ("T" if taken == case.same else "F") + ("P" if taken else "N")
    return {
        "case": case.id,
        "part": "held out" if case.held_out else "tuned on",
        "score": f"{score:.4f}",
        "predicted": str(taken).lower(),
        "outcome": outcome,
    }


def write(scored: list[tuple[Case, float]], path: Path = FROZEN) -> None:
    """Write the run, in the order of the digests."""
    rows = sorted((frozen_row(case, score) for case, score in scored), key=lambda row: row["case"])
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def pairs_per_second(cases: list[Case], *, rounds: int = 20) -> tuple[float, float]:
    """Pairs a second by the wall clock and by processor time, all findings made, names taken apart before."""
    pairs = [([case.one], [case.other], case.kind) for case in cases]
    best = (0.0, 0.0)
    for _ in range(5):
        wall, processor = time.perf_counter(), time.process_time()
        for _ in range(rounds):
            for one, other, kind in pairs:
                compare_names(one, other, kind)
        done = rounds * len(pairs)
        best = (
            max(best[0], done / (time.perf_counter() - wall)),
            max(best[1], done / (time.process_time() - processor)),
        )
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="renew bench/frozen/names.csv")
    options = parser.parse_args()
    cases = load_cases()
    begin = time.process_time()
    found = [(case, compared(case)) for case in cases]
    cold = len(cases) / (time.process_time() - begin)
    scored = [(case, comparison.score) for case, comparison in found]
    print(f"{'pairs':<10}{'kind':<10}{'lines':>6}{'right':>7}{'wrong':>7}{'missed':>8}{'F1':>8}{'LogicV2':>9}")
    for part, in_part in PARTS.items():
        for group, in_group in GROUPS.items():
            chosen = [(case, score) for case, score in scored if in_part(case) and in_group(case)]
            ours = figures(chosen)
            theirs = figures((case, case.peer or 0.0) for case, _ in chosen)
            lines = sum(case.times for case, _ in chosen)
            print(f"{part:<10}{group:<10}{lines:>6}{ours.right:>7}{ours.wrong:>7}{ours.missed:>8}", end="")
            print(f"{ours.f1:>8.3f}{theirs.f1:>9.3f}")
    series = [
        case
        for case, comparison in found
        if case.same and case.schema == "Company" and "number differs" in {one.code for one in comparison.findings}
    ]
    rest = [(case, score) for case, score in scored if case.schema == "Company" and case not in series]
    print(f"{sum(case.times for case in series)} lines of companies labelled the same differ in a number; ", end="")
    theirs = figures((case, case.peer or 0.0) for case, _ in rest)
    print(f"without them: F1 {figures(rest).f1:.3f}, LogicV2 {theirs.f1:.3f}")
    wall, processor = pairs_per_second(cases)
    print(f"pairs a second, warm: {wall:,.0f} by the wall clock, {processor:,.0f} by processor time; cold {cold:,.0f}")
    if options.write:
        write(scored)


if __name__ == "__main__":
    main()
