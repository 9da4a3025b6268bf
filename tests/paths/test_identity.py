"""Who is one across the five real reports: at least as well as when the floors were set."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from chancery.office.daily import read_paths
from chancery.office.settings import Settings
from chancery.office.workspace import open_readonly
from tests.paths.identity.scoring import PairScore, score_pairs

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
CLUSTERS = Path(__file__).with_name("identity") / "seeds.yaml"

# A little under what is reached: precision, recall. Raised by an explicit edit only.
FLOORS = {"person": (0.99, 0.75), "organisation": (0.99, 0.45)}


@pytest.mark.skipif(not SEEDS.is_dir(), reason="needs the reports of ../shared/seeds")
def test_people_and_bodies_of_several_reports_are_one_as_often_as_before(tmp_path: Path) -> None:
    settings = Settings(workspace=tmp_path)
    assert all(read.outcome == "read" for read in read_paths([str(SEEDS)], settings))
    with open_readonly(settings) as register:
        scores = score_pairs(register, yaml.safe_load(CLUSTERS.read_text("utf-8")))
    for kind, (precision, recall) in FLOORS.items():
        score: PairScore = scores[kind]
        assert score.said > 10, "the reader finds the names of the file"
        assert score.precision >= precision and score.recall >= recall, (kind, score)
