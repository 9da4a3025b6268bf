"""`chancery evaluate`: the readings of a workspace, or record files, against gold records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from chancery.office.readers import Reader, reader_named
from chancery.office.settings import Settings
from chancery.terms.claims import Reading
from chancery.terms.document import Document, TextLayer
from chancery.terms.errors import OutputError
from tests.cli.test_export import run
from tests.gazette.sample import sample_workspace
from tests.gazette.test_scoring import FIXTURE
from tests.office.stand_in import Canned, StandIn, said, stand_in
from tests.paths.commands import run as run_to_its_end


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


@pytest.fixture
def served(gold: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[StandIn]:
    """A model that knows the gold record of the garden by heart, makes up a man, and fails on the later document."""
    known = json.loads((gold / "garden.json").read_text("utf-8"))

    def answer(words: str) -> Canned:
        return Canned(b"", 500) if "Steps Down" in words else said(known)

    def nothing(document: Document, layer: TextLayer) -> Reading:
        return Reading(document=document.id, reader="steps", version="1", language="en", read=True)

    def named(name: str) -> Reader:
        return Reader("steps", "1", nothing) if name == "steps" else reader_named(name)

    monkeypatch.setattr("chancery.cli.evaluate.reader_named", named)
    with stand_in(answer) as server:
        for name, value in server.environment().items():
            monkeypatch.setenv(name, value)
        yield server


def test_readers_side_by_side(settings: Settings, gold: Path, served: StandIn) -> None:
    result = run_to_its_end(settings.workspace, "evaluate", str(gold), "--reader", "steps", "--reader", "llm")
    lines = result.stdout.splitlines()
    assert lines[0].split() == ["steps", "llm"]
    assert lines[1].split() == ["type", "gold", "P", "R", "F1", "P", "R", "F1"]
    assert lines[2].split() == ["person", "4", "0.000", "0.000", "0.000", "1.000", "0.500", "0.667"]
    blocks = [block.splitlines() for block in "\n".join(lines[2:]).split("\n\n")]
    assert [block[0].split()[0] for block in blocks] == [
        "person", "post", "unit", "gathering", "attendance", "agreement", "award", "decision", "message", "all",
    ]  # fmt: skip
    assert [line.split()[0] for line in blocks[1]] == ["post", "post+change", "post+date"]
    assert "llm: 1 names and facts refused, which the texts do not bear out" in result.stderr
    assert "R005" in result.stderr
    assert result.exit_code == 3


def test_and_for_programs(settings: Settings, gold: Path, served: StandIn) -> None:
    words = ["--reader", "steps", "--reader", "llm", "--json", "--misses", "unit"]
    given = json.loads(run_to_its_end(settings.workspace, "evaluate", str(gold), *words).stdout)
    assert given["documents"] == 2
    assert list(given["readers"]) == ["steps", "llm"]
    steps, llm = given["readers"]["steps"], given["readers"]["llm"]
    assert (steps["rows"]["all facts"]["system"], steps["version"], steps["failures"]) == (0, "1", [])
    assert [miss["what"] for miss in steps["misses"]] == ["missed"]
    assert llm["misses"] == []
    assert llm["rows"]["unit"]["f1"] == 1.0
    assert (llm["refused"], llm["without_record"], [error["code"] for error in llm["failures"]]) == (
        1,
        ["later"],
        ["R005"],
    )


def test_nothing_of_it_enters_the_record(settings: Settings, gold: Path, served: StandIn) -> None:
    before = settings.ledger.read_bytes()
    run_to_its_end(settings.workspace, "evaluate", str(gold), "--reader", "llm")
    assert settings.ledger.read_bytes() == before


def test_readers_read_a_folder_of_texts_without_a_workspace(tmp_path: Path, served: StandIn) -> None:
    arguments = [str(FIXTURE / "gold"), "--text", str(FIXTURE / "text"), "--reader", "steps", "--json"]
    given = json.loads(run(Settings(workspace=tmp_path / "none"), "evaluate", *arguments))
    assert (given["documents"], given["readers"]["steps"]["rows"]["person"]["system"]) == (3, 0)
    assert not (tmp_path / "none").exists()


def test_a_reader_without_the_text_is_a_coded_error(settings: Settings, tmp_path: Path, served: StandIn) -> None:
    for more in ([], ["--text", str(tmp_path)]):
        with pytest.raises(OutputError, match=r"X005.*harbour\.json"):
            run(settings, "evaluate", str(FIXTURE / "gold"), "--reader", "steps", *more)


def test_reading_anew_and_records_exclude_each_other(settings: Settings, gold: Path) -> None:
    result = run_to_its_end(settings.workspace, "evaluate", str(gold), "--reader", "steps", "--records", str(gold))
    assert result.exit_code == 2
    assert "give one of the two" in result.stderr
