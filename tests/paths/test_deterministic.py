"""The same bytes give the same claims, whatever was read before."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from chancery.archive.intake import find_sources, take_in
from chancery.archive.store import ByteStore
from chancery.reader import read_document
from chancery.terms.claims import Reading
from chancery.terms.dates import Instant
from tests.paths.shared import SHARED, needs_shared

BULLETINS = Path(__file__).resolve().parents[2] / "examples" / "league-of-nations"
NOW = Instant.parse("2026-01-01T00:00:00+00:00")


def readings(sources: list[str], folder: Path) -> dict[str, Reading]:
    captures = [take_in(source, store=ByteStore(folder), now=NOW) for source in sources]
    return {capture.document.id: read_document(capture.document, capture.layer) for capture in captures}


def test_reading_twice_and_in_another_order_gives_the_same(tmp_path: Path) -> None:
    sources = list(find_sources([str(BULLETINS)]).files)
    forth = readings(sources, tmp_path / "a")
    back = readings(sources[::-1], tmp_path / "b")
    assert len(forth) == 42
    assert forth == back


DIGEST = """
import hashlib, sys
import msgspec
from tests.paths.test_deterministic import readings
from chancery.archive.intake import find_sources
from pathlib import Path
sources = list(find_sources([sys.argv[1]]).files)
found = readings(sources[:: int(sys.argv[3])], Path(sys.argv[2]))
print(len(found), hashlib.sha256(msgspec.json.encode([found[key] for key in sorted(found)])).hexdigest())
"""


def begun(seed: str, documents: Path, folder: Path, *, step: int = 1) -> subprocess.Popen[str]:
    """A process of its own that reads everything, forwards or backwards, and prints the digest of all readings."""
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", DIGEST, str(documents), str(folder / seed), str(step)]
    return subprocess.Popen(command, env=environment, cwd=BULLETINS.parents[1], stdout=subprocess.PIPE, text=True)


def told(process: subprocess.Popen[str]) -> str:
    said, _ = process.communicate()
    assert process.returncode == 0
    return said.strip()


def test_another_process_with_other_hashes_gives_the_same(tmp_path: Path) -> None:
    """Sets have another order in every process: nothing that is summed or chosen may depend on it."""
    first = told(begun("0", BULLETINS, tmp_path))
    assert first.startswith("42 ")
    assert told(begun("1", BULLETINS, tmp_path)) == told(begun("4711", BULLETINS, tmp_path)) == first


@pytest.mark.slow
@needs_shared
def test_thousands_of_reports_forwards_and_backwards_give_the_same(tmp_path: Path) -> None:
    reports = SHARED / "corpora"
    forth, back = begun("1", reports, tmp_path), begun("77", reports, tmp_path, step=-1)
    said = told(forth)
    assert int(said.split()[0]) > 2000
    assert told(back) == said
