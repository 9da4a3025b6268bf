"""`chancery evaluate`: the readings of a workspace, or record files, against gold records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from chancery.office.settings import Settings
from chancery.terms.errors import OutputError
from tests.cli.test_export import run
from tests.gazette.sample import sample_workspace
from tests.gazette.test_scoring import FIXTURE


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return sample_workspace(tmp_path / "work")


@pytest.fixture
def gold(settings: Settings, tmp_path: Path) -> Path:
    """What the workspace holds of two documents, with one more person."""
    folder = tmp_path / "gold"
    run(settings, "export", "--format", "records", "--out", str(folder))
    for name in ("garden.fr.json", "quiet.json"):
        (folder / name).unlink()
    record = json.loads((folder / "garden.json").read_text("utf-8"))
    record["entities"].append({"id": "p9", "type": "person", "name": "Cy Ek", "aliases": []})
    (folder / "garden.json").write_text(json.dumps(record), "utf-8")
    return folder


def test_the_workspace_is_scored_by_its_own_readings_and_texts(settings: Settings, gold: Path) -> None:
    said = json.loads(run(settings, "evaluate", str(gold), "--json", "--misses", "person"))
    assert said["rows"]["person"] == {"gold": 4, "system": 3, "match": 3, "precision": 1.0, "recall": 0.75, "f1": 0.857}
    assert said["rows"]["all facts"]["f1"] == 1.0
    assert said["misses"] == [{"what": "missed", "row": "person", "document": "garden.txt", "words": "Cy Ek"}]


def test_the_table_and_the_misses_for_people(settings: Settings, gold: Path) -> None:
    lines = run(settings, "evaluate", str(gold), "--misses", "person").splitlines()
    assert lines[0].split() == ["type", "gold", "system", "match", "P", "R", "F1"]
    assert lines[1].split() == ["person", "4", "3", "3", "1.000", "0.750", "0.857"]
    assert lines[-1] == "missed   garden.txt: Cy Ek"


def test_record_files_can_be_scored_without_a_workspace(tmp_path: Path) -> None:
    arguments = [str(FIXTURE / "gold"), "--records", str(FIXTURE / "system"), "--text", str(FIXTURE / "text")]
    said = json.loads(run(Settings(workspace=tmp_path / "none"), "evaluate", *arguments, "--json"))
    assert said["rows"] == json.loads((FIXTURE / "table.json").read_text("utf-8"))


def test_a_record_without_its_text_is_a_coded_error(settings: Settings) -> None:
    with pytest.raises(OutputError, match=r"X005.*harbour\.json"):
        run(settings, "evaluate", str(FIXTURE / "gold"), "--records", str(FIXTURE / "system"))


def test_a_folder_without_gold_is_a_coded_error(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="X003"):
        run(settings, "evaluate", str(tmp_path / "none"))
