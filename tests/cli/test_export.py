"""`chancery export`, as outside scripts call it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from chancery.cli import chancery
from chancery.office.settings import Settings
from chancery.terms.errors import OutputError, WorkspaceError
from tests.gazette.sample import GARDEN, add, sample_workspace


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return sample_workspace(tmp_path / "work")


def run(settings: Settings, *arguments: str) -> str:
    result = CliRunner().invoke(
        chancery, ["--workspace", str(settings.workspace), *arguments], catch_exceptions=False, standalone_mode=False
    )
    return result.stdout


def test_a_record_for_each_source_path(settings: Settings, tmp_path: Path) -> None:
    add(settings, "reports/copy.txt", GARDEN, {}, [])
    out = tmp_path / "out"
    said = run(settings, "export", "--format", "records", "--out", str(out))
    assert sorted(path.name for path in out.iterdir()) == [
        "copy.json", "garden.fr.json", "garden.json", "later.json", "quiet.json",
    ]  # fmt: skip
    record = json.loads((out / "garden.json").read_text("utf-8"))
    assert (record["document"], len(record["entities"]), len(record["facts"])) == ("garden.txt", 6, 8)
    assert {**json.loads((out / "copy.json").read_text("utf-8")), "document": "garden.txt"} == record
    assert "5 records written" in said
    assert "1 of them empty: the document was not read (language: fr)" in said


def test_the_summary_as_json(settings: Settings, tmp_path: Path) -> None:
    out = tmp_path / "out"
    said = json.loads(run(settings, "export", "--format", "records", "--out", str(out), "--json"))
    assert said == {"out": str(out), "format": "records", "written": 4, "not_read": {"fr": 1}}


def test_clashing_stems_write_nothing_unless_the_folders_are_mirrored(settings: Settings, tmp_path: Path) -> None:
    add(settings, "other/quiet.txt", "Other Hours\n\nThe office is closed at noon.\n", {}, [])
    out = tmp_path / "out"
    with pytest.raises(OutputError, match=r"X001.*other/quiet\.txt, reports/quiet\.txt"):
        run(settings, "export", "--format", "records", "--out", str(out))
    assert not out.exists()
    run(settings, "export", "--format", "records", "--out", str(out), "--tree")
    assert (out / "other" / "quiet.json").exists()
    assert (out / "reports" / "quiet.json").exists()


def test_without_a_workspace_there_is_nothing_to_export(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="W004"):
        run(Settings(workspace=tmp_path / "none"), "export", "--format", "records", "--out", str(tmp_path / "out"))
    assert not (tmp_path / "out").exists()
