"""A real change of reader: the same package with another threshold, and what becomes of rulings on what it drew."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import chancery
from chancery.office.settings import Settings
from chancery.office.workspace import open_for_writing, open_readonly
from chancery.terms.dates import Instant
from chancery.terms.rulings import Ruling

TEXT = """On 3 July 1933 Ana Lopes was elected President of the International Relief Board.
The Board sent a telegram to the Danube Commission.
"""
NOW = Instant.parse("2030-01-01T12:00:00Z")


@pytest.fixture(scope="module")
def stricter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package that states a post only where it is next to certain of it."""
    folder = tmp_path_factory.mktemp("stricter")
    shutil.copytree(Path(chancery.__file__).parent, folder / "chancery", ignore=shutil.ignore_patterns("__pycache__"))
    path = folder / "chancery" / "reader" / "languages" / "en" / "weights" / "posts.json"
    weights = json.loads(path.read_text("utf-8"))
    weights["threshold"] = 0.9999999
    path.write_text(json.dumps(weights), "utf-8")
    return folder


def command(package: Path, workspace: Path, *words: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(package)}
    done = subprocess.run(
        [sys.executable, "-m", "chancery", "--workspace", str(workspace), *words],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout


def test_a_ruling_goes_to_review_with_its_fact_and_comes_back_with_it(tmp_path: Path, stricter: Path) -> None:
    present = Path(chancery.__file__).parents[1]
    page, workspace = tmp_path / "report.txt", tmp_path / "w"
    page.write_text(TEXT, "utf-8")
    command(present, workspace, "read", str(page))
    with open_for_writing(Settings(workspace=workspace)) as register:
        [listing] = register.documents()
        sha = listing.document.id
        [claim] = [claim for claim in register.claims_of(sha) if getattr(claim.fact, "role", "") == "President"]
        kept = [each for each in register.claims_of(sha) if type(each.fact).__name__ != "PostFact"]
        first = register.document(sha).version
        register.record_ruling(Ruling(judgement="reject", subjects=(claim.id,), by="Ada", why="a hoax"), at=NOW)

    said = command(stricter, workspace, "read", str(page))
    assert "1 ruling has lost its fact: see `chancery orphans`" in said
    told = command(present, workspace, "orphans")
    assert "Ana Lopes elected President" in told
    assert "reject, by Ada" in told
    assert "a hoax" in told
    with open_readonly(Settings(workspace=workspace)) as register:
        assert register.document(sha).version != first
        assert [each.id for each in register.claims_of(sha)] == [each.id for each in kept], "superseded, not doubled"
        [orphan] = register.orphaned_rulings()
        assert (orphan.subjects[0].claim, orphan.subjects[0].version) == (claim, first)

    # Turning back to a reader that has read it before would add nothing; a third one draws the fact again.
    third = tmp_path / "third"
    shutil.copytree(present / "chancery", third / "chancery", ignore=shutil.ignore_patterns("__pycache__"))
    (third / "chancery" / "reader" / "another.py").write_text("# another version\n", "utf-8")
    assert "lost its fact" not in command(third, workspace, "read", str(page))
    with open_readonly(Settings(workspace=workspace)) as register:
        assert register.orphaned_rulings() == []
        assert claim.id not in {each.id for each in register.claims_of(sha)}, "it is rejected still"
