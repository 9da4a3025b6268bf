"""Writes into docs/database.md what `bench/scale.py` and `bench/load.py` measured last; needs their files in bench/results."""

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


def under_load() -> str | None:
    """What the load on the largest record gave, of each page and its JSON; None where none was measured."""
    found = [json.loads(path.read_text("utf-8")) for path in RESULTS.glob("load-*.json")]
    if not found:
        return None
    run = max(found, key=lambda each: each["claims"])
    lines = [
        f"| {run['claims']:,} claims | median, ms | 99 of 100, ms | answers per second | of the ceiling |",
        "|---|---:|---:|---:|---:|",
    ]
    for name, page in run.items():
        if isinstance(page, dict) and "p50, ms" in page:
            share = "" if name == "ceiling" else f"{page['of the ceiling']:.2%}"
            told = "the ceiling: a line of text" if name == "ceiling" else name
            lines.append(f"| {told} | {page['p50, ms']} | {page['p99, ms']} | {page['requests/s']:,.1f} | {share} |")
    return "\n".join([*lines, "", f"The server took at most {run['peak memory of the server, MB']} MB."])


def put(text: str, mark: str, told: str) -> str:
    """The text with this between its two marks."""
    return re.sub(
        rf"(<!-- {mark} -->).*?(<!-- /{mark} -->)", lambda m: f"{m[1]}\n{told}\n{m[2]}", text, flags=re.DOTALL
    )


if __name__ == "__main__":
    runs = measured()
    if not runs:
        raise SystemExit(f"nothing is measured yet: {RESULTS} holds no scale-*.json")
    text = put(TARGET.read_text("utf-8"), "scale", table(runs))
    load = under_load()
    TARGET.write_text(text if load is None else put(text, "load", load), "utf-8")
