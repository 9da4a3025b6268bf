"""The daily path's outcomes, one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

from chancery.office import daily
from chancery.office.daily import Read, read_paths
from chancery.office.settings import Settings
from chancery.terms.claims import Reading
from chancery.terms.document import Document, TextLayer
from chancery.terms.errors import WorkspaceError

TEXT = "On 3 July 1933 Ana Lopes was elected President of the International Relief Board.\n"


def read_all(folder: Path, workspace: Path) -> dict[str, Read]:
    return {Path(read.source).name: read for read in read_paths([str(folder)], Settings(workspace=workspace))}


def folder_with(tmp_path: Path, **texts: str) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    return folder


def test_the_three_outcomes_that_are_no_errors(tmp_path: Path) -> None:
    french = (
        "Le Conseil de la Société a élu hier à Genève sa nouvelle présidente, qui prendra ses fonctions en septembre. "
        * 4
    )
    folder = folder_with(
        tmp_path, read=TEXT, nothing="it rained, and nobody came, and so it ended there.\n" * 8, french=french
    )
    outcomes = read_all(folder, tmp_path / "w")
    assert {name: read.outcome for name, read in outcomes.items()} == {
        "read.txt": "read", "nothing.txt": "nothing found", "french.txt": "not read",
    }  # fmt: skip
    assert outcomes["french.txt"].language == "fr"
    assert outcomes["read.txt"].claims > 0


def test_a_reader_that_fails_is_told_and_the_rest_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_document = daily.read_document

    def failing(document: Document, layer: TextLayer) -> Reading:
        if "poison" in layer.text:
            raise IndexError("beyond the end")
        return read_document(document, layer)

    monkeypatch.setattr(daily, "read_document", failing)
    outcomes = read_all(folder_with(tmp_path, a="poison, and more of it\n", b=TEXT), tmp_path / "w")
    assert outcomes["b.txt"].outcome == "read"
    failed = outcomes["a.txt"]
    assert failed.outcome == "failed"
    assert failed.error is not None and failed.error.code == "R001"
    assert "IndexError: beyond the end" in failed.error.what


def test_a_failed_reading_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = folder_with(tmp_path, a=TEXT)

    def failing(document: Document, layer: TextLayer) -> Reading:
        raise IndexError

    with monkeypatch.context() as context:
        context.setattr(daily, "read_document", failing)
        assert read_all(folder, tmp_path / "w")["a.txt"].outcome == "failed"
    assert read_all(folder, tmp_path / "w")["a.txt"].outcome == "read"


def test_a_workspace_that_cannot_be_made(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, a=TEXT)
    (tmp_path / "w").write_text("a file in the folder's place")
    with pytest.raises(WorkspaceError) as error:
        read_all(folder, tmp_path / "w")
    assert error.value.code == "W001"
