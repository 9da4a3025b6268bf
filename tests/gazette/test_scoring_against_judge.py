"""The judge of the gold and our scores give one table, on gold records spoilt at random."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from tests.gazette.perturbation import perturbed

from chancery.gazette.record_files import read_records
from chancery.gazette.scoring import score_records

SHARED = Path(os.environ.get("CHANCERY_SHARED") or Path(__file__).resolve().parents[2].parent / "shared")
JUDGE = SHARED / "gold" / "score"
DOCUMENTS = 30  # of the training set, chosen at random: enough for every rule, in a few seconds

pytestmark = pytest.mark.skipif(not JUDGE.exists(), reason=f"the judge of the gold is not at {JUDGE}")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_judge_gives_the_same_table(seed: int, tmp_path: Path) -> None:
    dice = random.Random(seed)
    training = SHARED / "gold" / "training"
    gold_folder, system_folder = tmp_path / "gold", tmp_path / "system"
    gold_folder.mkdir()
    system_folder.mkdir()
    for path in dice.sample(sorted((training / "records").glob("*.json")), DOCUMENTS):
        record = json.loads(path.read_text("utf-8"))
        (gold_folder / path.name).write_text(json.dumps(record), "utf-8")
        if dice.random() < 0.95:
            (system_folder / path.name).write_text(json.dumps(perturbed(record, dice)), "utf-8")

    command = [sys.executable, JUDGE, gold_folder, system_folder, training / "text", "--json"]
    judged = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    ours = score_records(
        read_records(gold_folder),
        read_records(system_folder),
        lambda stem: (training / "text" / f"{stem}.txt").read_text("utf-8"),
    )

    assert msgspec.to_builtins(ours.rows) == judged
    assert 0.1 < judged["all facts"]["f1"] < 0.9, "records that are hardly spoilt, or ruined, would prove little"
