"""Floors of accuracy, a little under what was reached; only an explicit edit lowers one. The judge is `../shared/gold/score`."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.paths.commands import answer, run
from tests.paths.shared import SHARED, needs_shared

pytestmark = needs_shared

# On the twenty development documents, of which nothing was trained or tuned: (F1, precision).
FLOORS = {
    "person": (0.95, 0.95),
    "organisation": (0.75, 0.70),
    "place": (0.79, 0.81),
    "post": (0.61, 0.71),
    "unit": (0.47, 0.58),
    "gathering": (0.79, 0.86),
    "attendance": (0.64, 0.70),
    "agreement": (0.62, 0.54),
    "award": (0.39, 0.62),
    "decision": (0.45, 0.59),
    "message": (0.54, 0.70),
    "all facts": (0.59, 0.70),
}


@pytest.fixture(scope="module")
def development(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("development")
    assert run(folder / "w", "read", str(SHARED / "gold" / "development" / "text")).exit_code == 0
    assert run(folder / "w", "export", "--format", "records", "--out", str(folder / "records")).exit_code == 0
    return folder / "w", folder / "records"


def judged(records: Path) -> dict[str, dict[str, Any]]:
    gold = SHARED / "gold"
    words = [str(gold / "development" / "records"), str(records), str(gold / "development" / "text"), "--json"]
    done = subprocess.run([sys.executable, str(gold / "score"), *words], capture_output=True, text=True, check=True)
    table: dict[str, dict[str, Any]] = json.loads(done.stdout)
    return table


def test_floors_hold(development: tuple[Path, Path]) -> None:
    table = judged(development[1])
    below = {
        kind: (table[kind]["f1"], table[kind]["precision"])
        for kind, (f1, precision) in FLOORS.items()
        if table[kind]["f1"] < f1 or table[kind]["precision"] < precision
    }
    assert not below


def test_our_scores_are_the_judges(development: tuple[Path, Path]) -> None:
    workspace, records = development
    ours = answer(workspace, "evaluate", str(SHARED / "gold" / "development" / "records"))
    rows = ours.get("rows", ours)
    for kind, row in judged(records).items():
        for figure in ("gold", "system", "match", "precision", "recall", "f1"):
            assert rows[kind][figure] == pytest.approx(row[figure], abs=5e-4), (kind, figure)
