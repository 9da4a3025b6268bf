"""The same bytes give the same claims, whatever was read before."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from chancery.archive.intake import find_sources, take_in
from chancery.archive.store import ByteStore
from chancery.reader import read_document
from chancery.terms.claims import Reading
from chancery.terms.dates import Instant

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
from tests.paths.test_deterministic import BULLETINS, readings
from chancery.archive.intake import find_sources
from pathlib import Path
found = readings(list(find_sources([str(BULLETINS)]).files), Path(sys.argv[1]))
print(hashlib.sha256(msgspec.json.encode([found[key] for key in sorted(found)])).hexdigest())
"""


def test_another_process_with_other_hashes_gives_the_same(tmp_path: Path) -> None:
    """Sets have another order in every process: nothing that is summed or chosen may depend on it."""

    def digest(seed: str) -> str:
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", DIGEST, str(tmp_path / seed)]
        done = subprocess.run(
            command, env=environment, cwd=BULLETINS.parents[1], capture_output=True, text=True, check=True
        )
        return done.stdout.strip()

    first = digest("0")
    assert len(first) == 64
    assert digest("1") == digest("4711") == first
