"""`chancery read --reader llm`, as people and programs call it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.office.stand_in import StandIn, stand_in
from tests.office.test_readers import TEXT, answering
from tests.paths.commands import run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (folder / "b.txt").write_text(f"Error. {TEXT}", "utf-8")
    return folder


def use(server: StandIn, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in server.environment().items():
        monkeypatch.setenv(name, value)


def test_the_summary_tells_what_was_refused(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with stand_in(answering) as server:
        use(server, monkeypatch)
        result = run(tmp_path / "w", "read", "--reader", "llm", str(folder))
    assert result.exit_code == 3
    assert "2 documents, 1 new claims" in result.stdout
    assert "1 names and facts that the reader gave were refused: the text does not bear them out" in result.stdout
    assert "R005" in result.stderr and "b.txt" in result.stderr


def test_and_tells_programs(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with stand_in(answering) as server:
        use(server, monkeypatch)
        said = json.loads(run(tmp_path / "w", "read", "--reader", "llm", str(folder), "--json").stdout)
    assert (said["claims"], said["refused_claims"]) == (1, 1)
    assert [source["refused_claims"] for source in said["sources"]] == [1, 0]
    assert said["sources"][1]["error"]["code"] == "R005"


def test_without_settings_nothing_begins(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CHANCERY_LLM_URL", "CHANCERY_LLM_MODEL"):
        monkeypatch.delenv(name, raising=False)
    result = run(tmp_path / "w", "read", "--reader", "llm", str(folder))
    assert result.exit_code == 2
    assert "R002" in str(result.exception)
    assert not (tmp_path / "w").exists()


def test_it_is_off_by_default(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with stand_in(answering) as server:
        use(server, monkeypatch)
        run(tmp_path / "w", "read", str(folder))
    assert server.asked == []
