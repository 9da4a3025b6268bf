"""The judge of the gold and our scores give one table, on gold records spoilt at random."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest

from chancery.gazette.evaluation import texts_in
from chancery.gazette.record_export import export_records
from chancery.gazette.record_files import read_records, write_records
from chancery.gazette.scoring import score_records
from chancery.office.daily import read_paths
from chancery.office.settings import Settings
from chancery.office.workspace import open_readonly
from tests.gazette.perturbation import perturbed
from tests.gazette.test_scoring import FIXTURE

SHARED = Path(os.environ.get("CHANCERY_SHARED") or Path(__file__).resolve().parents[2].parent / "shared")
JUDGE = SHARED / "gold" / "score"
DOCUMENTS = 30  # of the training set, chosen at random: enough for every rule, in a few seconds

pytestmark = pytest.mark.skipif(not JUDGE.exists(), reason=f"the judge of the gold is not at {JUDGE}")


def judge_and_compare(gold: Path, system: Path, text: Path) -> dict[str, Any]:
    """The judge's table, after ours was found to be the same."""
    command = [sys.executable, JUDGE, gold, system, text, "--json"]
    judged: dict[str, Any] = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    ours = score_records(read_records(gold), read_records(system), texts_in(text))
    assert msgspec.to_builtins(ours.rows) == judged
    return judged


def test_the_judge_gives_the_same_table_for_the_committed_example() -> None:
    assert judge_and_compare(FIXTURE / "gold", FIXTURE / "system", FIXTURE / "text")["person"]["match"] == 6


def test_the_judge_gives_the_same_table_for_what_is_exported(tmp_path: Path) -> None:
    settings = Settings(workspace=tmp_path / "work")
    list(read_paths([str(SHARED / "seeds")], settings))
    with open_readonly(settings) as register:
        write_records(export_records(register.readings()).records, tmp_path / "out")
    assert judge_and_compare(SHARED / "gold" / "seeds", tmp_path / "out", SHARED / "seeds")["person"]["match"] > 0


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

    judged = judge_and_compare(gold_folder, system_folder, training / "text")
    assert 0.1 < judged["all facts"]["f1"] < 0.9, "records that are hardly spoilt, or ruined, would prove little"
