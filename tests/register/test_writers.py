"""Two writers at once, and a step that fails: every entry whole, none of what failed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.register.world import NOON, Page, new_register

_ROOT = Path(__file__).parents[2]

_WRITER = """
import sys
from pathlib import Path
from tests.register.world import Page, new_register
folder, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with new_register(Path(folder)) as register:
    for number in range(count):
        page = Page(f"{name} {number} spoke.")
        page.person("Ana Lopes")
        page.into(register)
"""


def test_what_a_failing_step_has_written_is_taken_back(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        Page("Ana Lopes spoke.").into(register)
        entries = list(register.ledger.entries())
        with pytest.raises(KeyError), register.store.writing():
            register.ledger.append("withdrawal", None, at=NOON, subject="x")
            raise KeyError
        assert list(register.ledger.entries()) == entries


def test_two_writers_at_once_wait_for_each_other(tmp_path: Path) -> None:
    """They also make the tables at once."""
    writers = [
        subprocess.Popen([sys.executable, "-c", _WRITER, str(tmp_path), name, "25"], cwd=_ROOT) for name in ("A", "B")
    ]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    with new_register(tmp_path) as register:
        assert register.counts().documents == 50
        entries = list(register.ledger.entries())
        assert [entry.seq for entry in entries] == list(range(1, 101))
        assert all(register.ledger.payload(entry) is not None for entry in entries)
        kinds = [entry.kind for entry in entries]
        assert kinds == ["capture", "reading"] * 50, "what one writer enters at once is not torn apart by the other"
        [person] = register.people()
        assert person.documents == 50
