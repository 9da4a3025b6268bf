"""Writes into docs/database.md what `bench/scale.py` measured last, of each database; needs its files in bench/results."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs" / "database.md"
RESULTS = ROOT / "bench" / "results"
DATABASES = ("SQLite", "PostgreSQL")
SHOWN = {  # in which order, with what they are called
    "ingest, claims per CPU s": "claims taken in per second of this program's processor",
    "size, bytes per claim": "bytes per claim",
    "who held a post on a day, p50 µs": "who held a post on a day, median, ms",
    "who held a post on a day, p99 µs": "99 of 100, ms",
    "roster of a body on a day, p50 µs": "roster of a body on a day, median, ms",
    "roster of a body on a day, p99 µs": "99 of 100, ms",
    "units of a body on a day, p50 µs": "tree of its units, median, ms",
    "units of a body on a day, p99 µs": "99 of 100, ms",
    "a person, p50 µs": "a person, median, ms",
    "search, p50 µs": "search, median, ms",
}


def measured() -> list[tuple[str, dict[str, Any]]]:
    """The name of the database and the results of every run that stands there, the smaller ones first."""
    found = [
        (name, json.loads(path.read_text("utf-8")))
        for name in DATABASES
        for path in RESULTS.glob(f"scale-{name}-*.json")
    ]
    return sorted(found, key=lambda each: (DATABASES.index(each[0]), each[1]["claims"]))


def table(runs: list[tuple[str, dict[str, Any]]]) -> str:
    heads = " | ".join(f"{name}, {run['claims']:,} claims" for name, run in runs)
    lines = [f"| | {heads} |", f"|---|{'---:|' * len(runs)}"]
    for measure, said in SHOWN.items():
        values = [run.get(measure) for _, run in runs]
        shown = ["" if v is None else f"{v / 1000:.1f}" if measure.endswith("µs") else f"{v:,}" for v in values]
        lines.append(f"| {said} | {' | '.join(shown)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    runs = measured()
    if not runs:
        raise SystemExit(f"nothing is measured yet: {RESULTS} holds no scale-*.json")
    text = TARGET.read_text("utf-8")
    put = re.sub(
        r"(<!-- scale -->).*?(<!-- /scale -->)", lambda m: f"{m[1]}\n{table(runs)}\n{m[2]}", text, flags=re.DOTALL
    )
    TARGET.write_text(put, "utf-8")
