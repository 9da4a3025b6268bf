"""`chancery forget`: afterwards no file of the workspace holds any form of the name, and the others are still there."""

from __future__ import annotations

import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from chancery.office.daily import utc_now
from chancery.office.settings import Settings
from chancery.office.workspace import open_for_writing, open_readonly
from chancery.terms.rulings import Ruling
from tests.cli.asked import Asked

NAMES = ("Ana Lopes", "Ana Núñez Lopes", "Lopes", "ANA LOPES", "lopes")
ELECTED = "On 3 July 1933 Ana Lopes was elected President of the International Relief Board.\n"
PAGES = {
    "elected.txt": ELECTED,
    "minutes.txt": (
        "The International Relief Board met in Geneva on 4 July 1933. Ana Lopes took the chair. "
        "On the same day Ivo Kovac was appointed Secretary of the International Relief Board.\n"
    ),
    "news of ana lopes.txt": "LOPES SPEAKS\n\nOn 5 May 1936 Ana Lopes resigned as President of the International Relief Board.\n",
    "other.txt": "On 9 June 1934 Maria Weiss was elected President of the Danube Commission.\n",
}


def made(folder: Path) -> Path:
    """A workspace in which she stands everywhere: readings, rulings, reasons, refusals, titles, paths, the past."""
    papers = folder / "papers"
    papers.mkdir()
    for name, text in PAGES.items():
        (papers / name).write_text(text, "utf-8")
    (papers / "wide.txt").write_bytes("Ana Lopes sent a telegram to the Danube Commission.\n".encode("utf-16"))
    (papers / "ana lopes.bin").write_bytes(b"\0")
    workspace = folder / "w"
    assert Asked(workspace, "read", str(papers), str(papers / "ana lopes.bin")).code == 3
    with open_for_writing(Settings(workspace=workspace)) as register:
        members = register.entity("Ana Lopes").members
        other = register.entity("Ivo Kovac").members[0]
        register.record_ruling(
            Ruling(judgement="not the same", subjects=(members[0], other), by="Ada", why="Lopes is no Kovac"),
            at=utc_now(),
        )
        [claim, *_] = register.claims_of(register.find_document(str(papers / "elected.txt")))
        register.record_ruling(Ruling(judgement="accept", subjects=(claim.id,), by="Ada"), at=utc_now())
        [claim] = register.claims_of(register.find_document(str(papers / "other.txt")))
        register.record_ruling(
            Ruling(judgement="accept", subjects=(claim.id,), by="Ada", why="told by Ana Lopes herself"), at=utc_now()
        )
    assert Asked(workspace, "show", "Ana Lopes", "--known", before_the_rulings(workspace)).code == 0
    assert list((workspace / "known").iterdir()), "a fold of the past, with her in it"
    return workspace


def before_the_rulings(workspace: Path) -> str:
    """The instant of the last reading, and before anyone was forgotten."""
    with open_readonly(Settings(workspace=workspace)) as register:
        return [entry.recorded for entry in register.ledger.entries() if entry.kind == "reading"][-1].iso()


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    return made(tmp_path)


def files_with(workspace: Path, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Every file of the workspace that holds one of the names, however it is encoded, and the name."""
    for path in workspace.rglob("*"):
        for name in (*names, *(str(path.relative_to(workspace)) if name in path.name else name for name in names)):
            if path.is_file() and any(form in path.read_bytes() for form in _encoded(name)):
                yield str(path.relative_to(workspace)), name


def _encoded(name: str) -> set[bytes]:
    escaped = json.dumps(name)[1:-1]
    return {
        text.encode(encoding) for text in (name, escaped) for encoding in ("utf-8", "utf-16-le", "utf-16-be", "latin-1")
    }


def test_without_yes_it_is_told_and_nothing_is_written(workspace: Path) -> None:
    before = {path: path.read_bytes() for path in workspace.rglob("*") if path.is_file()}
    asked = Asked(workspace, "forget", "Ana Lopes")
    assert (asked.code, asked.err) == (0, "")
    assert asked.out.startswith("To be forgotten: Ana Lopes (")
    assert "documents that name the person: 4\n" in asked.out
    assert "archived bytes deleted: 4\n" in asked.out
    assert "Nothing was written." in asked.out
    assert "backups" in asked.out
    assert {p: p.read_bytes() for p in workspace.rglob("*") if p.is_file() and "-shm" not in p.name} == {
        path: data for path, data in before.items() if "-shm" not in path.name
    }


def test_no_file_of_the_workspace_holds_any_form_of_the_name(workspace: Path) -> None:
    assert len({file for file, _ in files_with(workspace, NAMES)}) > 3
    asked = Asked(workspace, "forget", "Ana Lopes", "--by", "Ada", "--why", "asked by Ana Lopes", "--yes", "--json")
    assert asked.code == 0, asked.err
    answer = json.loads(asked.out)["forgetting"]
    assert (answer["bytes"], answer["done"]) == (4, True)
    assert list(files_with(workspace, NAMES)) == []


def test_what_the_documents_say_of_others_stays_with_the_name_masked(workspace: Path) -> None:
    Asked(workspace, "forget", "Ana Lopes", "--yes")
    asked = Asked(workspace, "who", "Secretary", "--in", "International Relief Board", "--json")
    [holder] = json.loads(asked.out)["holders"]
    assert holder["tenure"]["person"]["name"] == "Ivo Kovac"
    assert "Ivo Kovac was appointed Secretary" in holder["tenure"]["citations"][0]["sentence"]
    assert Asked(workspace, "show", "Maria Weiss").code == 0
    asked = Asked(workspace, "show", "Ana Lopes")
    assert (asked.code, asked.err[:4]) == (2, "Q006")
    asked = Asked(workspace, "who", "President", "--in", "International Relief Board")
    assert asked.code == 1
    assert Asked(workspace, "search", "telegram").out.count("█") >= len("Ana Lopes") - 1


def test_as_known_before_it_is_withheld_too(workspace: Path) -> None:
    Asked(workspace, "forget", "Ana Lopes", "--yes")
    then = before_the_rulings(workspace)
    assert Asked(workspace, "show", "Ana Lopes", "--known", then).err[:4] == "Q006"
    assert Asked(workspace, "who", "Secretary", "--known", then).out.startswith("Ivo Kovac")
    assert list(files_with(workspace, NAMES)) == [], "nor does a fold of the past hold her"


def test_rebuilt_it_answers_the_same(workspace: Path) -> None:
    Asked(workspace, "forget", "Ana Lopes", "--yes")
    before = Asked(workspace, "show", "International Relief Board", "--json").out
    assert Asked(workspace, "rebuild").code == 0
    assert Asked(workspace, "show", "International Relief Board", "--json").out == before
    assert list(files_with(workspace, NAMES)) == []


def test_the_documents_are_refused_and_new_ones_are_read_without_the_person(workspace: Path) -> None:
    Asked(workspace, "forget", "Ana Lopes", "--yes")
    papers = workspace.parent / "papers"
    asked = Asked(workspace, "read", str(papers / "news of ana lopes.txt"))
    assert (asked.code, asked.err[:4]) == (2, "A013")
    new = papers / "new ana lopes.txt"
    new.write_text(
        "On 7 July 1937 Ana Lopes and Ivo Kovac spoke in Geneva. Lopes left early. "
        "On the same day Ivo Kovac was elected President of the International Relief Board.\n",
        "utf-8",
    )
    for _ in range(2):
        assert Asked(workspace, "read", str(new)).code == 0
        assert list(files_with(workspace, NAMES)) == []
    asked = Asked(workspace, "who", "President", "--in", "International Relief Board")
    assert asked.out.startswith("Ivo Kovac")
    assert Asked(workspace, "rebuild").code == 0
    assert Asked(workspace, "who", "President", "--in", "International Relief Board").out == asked.out


def test_bytes_are_kept_on_demand(workspace: Path) -> None:
    kept = {path for path in (workspace / "archive").rglob("*") if path.is_file()}
    Asked(workspace, "forget", "Ana Lopes", "--keep-bytes", "--yes")
    assert {path for path in (workspace / "archive").rglob("*") if path.is_file()} == kept
    assert all(file.startswith("archive/") for file, _ in files_with(workspace, NAMES))


def test_bytes_that_no_document_has_go_too(workspace: Path) -> None:
    from chancery.archive.store import ByteStore

    store = ByteStore(workspace / "archive")
    named, other = store.put(b"Ana Lopes, cut short"), store.put(b"nobody, cut short")
    Asked(workspace, "forget", "Ana Lopes", "--yes")
    assert named not in store
    assert other in store


def test_forgotten_once_is_forgotten(workspace: Path) -> None:
    Asked(workspace, "forget", "Ana Lopes", "--yes")
    assert Asked(workspace, "forget", "Ana Lopes", "--yes").err[:4] == "Q006"
    assert Asked(workspace, "forget", "Nobody Atall", "--yes").err[:4] == "Q001"
    assert Asked(workspace, "forget", "Ivo Kovac", "--yes").code == 0, "and then another, in the same documents"
    assert list(files_with(workspace, (*NAMES, "Ivo Kovac", "Kovac"))) == []


@pytest.mark.slow
def test_killed_at_any_instant_the_next_run_completes_it(tmp_path: Path) -> None:
    chance = random.Random(1948)
    for number in range(4):
        folder = tmp_path / str(number)
        folder.mkdir()
        workspace = made(folder)
        command = [sys.executable, "-m", "chancery", "--workspace", str(workspace), "forget", "Ana Lopes", "--yes"]
        worker = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while not (workspace / "register.sqlite-wal").exists() and worker.poll() is None:
            time.sleep(0.001)
        time.sleep(chance.uniform(0.0, 0.25))
        worker.send_signal(signal.SIGKILL)
        worker.wait()
        again = Asked(workspace, "forget", "Ana Lopes", "--yes")
        assert again.code == 0 or again.err.startswith("Q006"), again.err
        assert list(files_with(workspace, NAMES)) == []
        assert Asked(workspace, "show", "Ivo Kovac").code == 0


def test_what_a_kill_left_is_done_by_the_next_reading_too(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from chancery.office import forgetting

    class KilledError(BaseException):
        pass

    register_is_done: list[int] = []
    real = forgetting.finish_forgetting

    def first_then_killed(settings: Settings, register: object) -> int:
        if register_is_done:
            raise KilledError
        register_is_done.append(1)
        return real(settings, register)  # type: ignore[arg-type]

    monkeypatch.setattr(forgetting, "finish_forgetting", first_then_killed)
    with pytest.raises(KilledError):
        forgetting.forget(Settings(workspace=workspace), "Ana Lopes", by="Ada")
    assert list(files_with(workspace, NAMES))
    assert Asked(workspace, "read", str(workspace.parent / "papers" / "other.txt")).code == 0
    assert list(files_with(workspace, NAMES)) == []
