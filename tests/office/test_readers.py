"""The daily path with the second reader: documents go on whatever becomes of one, and what is refused is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from chancery.office.daily import Read, read_paths
from chancery.office.readers import Reader, reader_named
from chancery.office.settings import Settings
from chancery.office.workspace import open_readonly
from chancery.reader.llm import version_with
from chancery.terms.claims import Reading
from chancery.terms.document import Document, TextLayer
from tests.office.stand_in import Canned, said, stand_in

TEXT = "On 3 July 1933 Ana Lopes was elected President of the Relief Board.\n"
RECORD = {
    "entities": [
        {"id": "p1", "type": "person", "name": "Ana Lopes"},
        {"id": "o1", "type": "organisation", "name": "Relief Board"},
    ],
    "facts": [
        {"type": "post", "person": "p1", "role": "President", "organisation": "o1", "change": "elected",
         "date": "1933-07-03", "evidence": "Ana Lopes was elected President of the Relief Board"},
        {"type": "message", "kind": "speech", "from": "p1", "evidence": "Ana Lopes made a speech"},
    ],
}  # fmt: skip


def answering(words: str) -> Canned:
    for word, canned in (
        ("Broken", said('{"entities": [')),
        ("Error", Canned(b"", 500)),
        ("Slow", Canned(b"", silent=True)),
        ("Page", Canned(b"<html>")),
    ):
        if word in words:
            return canned
    return said(RECORD)


def read_all(folder: Path, workspace: Path, reader: Reader) -> dict[str, Read]:
    settings = Settings(workspace=workspace)
    return {Path(read.source).stem: read for read in read_paths([str(folder)], settings, reader=reader)}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a-good", "b-Broken", "c-Error", "d-Slow", "e-Page", "f-good"):
        (folder / f"{name}.txt").write_text(f"{name[2:]} news of {name[0]}. {TEXT}", "utf-8")
    return folder


def test_the_rest_of_the_batch_goes_on(folder: Path, tmp_path: Path) -> None:
    with stand_in(answering) as server:
        reader = reader_named("llm", server.environment(CHANCERY_LLM_TIMEOUT="0.5"))
        outcomes = read_all(folder, tmp_path / "w", reader)
    assert {name: (read.outcome, read.error.code if read.error else "") for name, read in outcomes.items()} == {
        "a-good": ("read", ""),
        "b-Broken": ("failed", "R006"),
        "c-Error": ("failed", "R005"),
        "d-Slow": ("failed", "R004"),
        "e-Page": ("failed", "R006"),
        "f-good": ("read", ""),
    }
    assert (outcomes["a-good"].claims, outcomes["a-good"].refused) == (1, 1)
    with open_readonly(Settings(workspace=tmp_path / "w")) as register:
        [view] = [view for view in register.readings() if view.sources[0].endswith("a-good.txt")]
        document = register.document(view.document.id)
        assert (document.reader, document.version) == ("llm", version_with("stand-in"))
        [refused] = document.refused
        assert refused.claim is not None
        assert (refused.reason, refused.claim.evidence[0].quote) == (
            "the quote stands nowhere in the text", "Ana Lopes made a speech",
        )  # fmt: skip
        assert [failed.code for failed in register.refused()] == ["R006", "R005", "R004", "R006"]


def test_read_once_and_tried_again_where_it_failed(folder: Path, tmp_path: Path) -> None:
    with stand_in(answering) as server:
        reader = reader_named("llm", server.environment(CHANCERY_LLM_TIMEOUT="0.5"))
        read_all(folder, tmp_path / "w", reader)
        asked = len(server.asked)
        assert read_all(folder, tmp_path / "w", reader)["a-good"].outcome == "already read"
        assert len(server.asked) == asked + 4
    with stand_in(lambda words: said(RECORD)) as server:
        assert read_all(folder, tmp_path / "w", reader_named("llm", server.environment()))["c-Error"].outcome == "read"
    with open_readonly(Settings(workspace=tmp_path / "w")) as register:
        assert register.refused() == []


def nothing(document: Document, layer: TextLayer) -> Reading:
    return Reading(document=document.id, reader="steps", version="1", language="en", read=True)


def test_one_reader_takes_the_others_place_and_gives_it_back(folder: Path, tmp_path: Path) -> None:
    steps = Reader("steps", "1", nothing)
    assert read_all(folder, tmp_path / "w", steps)["a-good"].outcome == "nothing found"
    with stand_in(answering) as server:
        reader = reader_named("llm", server.environment(CHANCERY_LLM_TIMEOUT="0.5"))
        outcomes = read_all(folder, tmp_path / "w", reader)
    assert (outcomes["a-good"].outcome, outcomes["c-Error"].outcome) == ("read", "failed")
    with open_readonly(Settings(workspace=tmp_path / "w")) as register:
        assert register.counts().people == 1
        assert register.refused() == [], "what steps read of it stands"
    outcomes = read_all(folder, tmp_path / "w", steps)
    assert (outcomes["a-good"].outcome, outcomes["c-Error"].outcome) == ("nothing found", "already read")
    with open_readonly(Settings(workspace=tmp_path / "w")) as register:
        assert register.counts().people == 0
