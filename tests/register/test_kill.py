"""kill -9 at random instants of reading, ruling and rebuilding: what was committed is there and whole, the next run
goes on.

A kill takes the process, not the machine: what a power cut does to a commit is guarded by settings of the database,
which the modules of `register/stores/` name (SQLite: WAL with synchronous=FULL; PostgreSQL: fsync, full_page_writes and
synchronous_commit).
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from chancery.register import Register, rebuild
from chancery.register.stores.sqlite import SqliteStore
from tests.register.derived import derived_state
from tests.register.world import NOON, Page, new_register

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")

ROUNDS = 10  # for each kind of work and each database
_SEED = 1946
_LONGEST = {"read": 0.3, "rule": 0.3, "rebuild": 0.6}  # seconds of work before the kill, at most

# Tells of each thing that was done after it was committed, and goes on for ever.
_WORKER = """
import sys
from itertools import count
from pathlib import Path
from chancery.register import rebuild
from chancery.terms.rulings import Ruling
from tests.register.test_kill import layer_of, numbered
from tests.register.world import NOON, new_register
folder, what, first = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
with new_register(folder) as register:
    print("begun", flush=True)
    for number in count(first):
        if what == "read":
            numbered(number).into(register)
        elif what == "rebuild":
            rebuild(register, layer_of)
        else:
            members = tuple(m for (m,) in register.store.rows(
                "SELECT member FROM referent WHERE name = 'Ana Lopes' ORDER BY seq LIMIT 2"))
            ruling = register.record_ruling(Ruling(judgement="not the same", subjects=members, by=str(number)), at=NOON)
            if number % 2:
                register.withdraw(ruling.id, by=str(number), at=NOON)
        print(number, flush=True)
"""


def numbered(number: int) -> Page:
    """A report with enough in it that recording it takes many writes."""
    page = Page(f"Report {number}.\n" + "\n".join(f"Ana Lopes spoke {n} times." for n in range(40)))
    page.person("Ana Lopes")
    for n in range(20):
        page.body(f"Relief Office {n}")
    return page


def layer_of(sha: str) -> object:
    """The text layer of any numbered report."""
    return next(page.layer for number in range(10000) if (page := numbered(number)).sha == sha)


def killed_at_work(folder: Path, what: str, first: int, seconds: float) -> list[int]:
    """The numbers of what the worker said was done before it was killed."""
    worker = subprocess.Popen(
        [sys.executable, "-c", _WORKER, str(folder), what, str(first)],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert worker.stdout is not None
    assert worker.stdout.readline() == "begun\n"
    # Every other time it is killed within its first work, else after it has told of something.
    first_told = "" if first % 2 == 0 else worker.stdout.readline()
    time.sleep(seconds)
    worker.send_signal(signal.SIGKILL)
    with worker.stdout as output:
        told = first_told + output.read()  # not `communicate`, which would lose what `readline` had read ahead
    assert worker.wait(timeout=30) == -signal.SIGKILL, "it was still at work"
    return [int(line) for line in told.splitlines() if line]


@pytest.mark.slow_on_postgresql
def test_killed_while_reading(tmp_path: Path) -> None:
    chance = random.Random(_SEED)
    known: list[int] = []
    for _ in range(ROUNDS):
        told = killed_at_work(tmp_path, "read", len(known) + 1, chance.uniform(0.0, _LONGEST["read"]))
        with new_register(tmp_path) as register:
            _is_sound(register)
            found = _reports(register)
            assert found >= {*known, *told}, "nothing that was told is lost"
            # One more than was told may have been committed before the kill.
            assert found <= {*known, *told, len(known) + len(told) + 1}
            known = sorted(found)
    with new_register(tmp_path) as register:
        _is_what_a_rebuild_gives(register)
        assert not numbered(1).into(register).new
        assert numbered(len(known) + 1).into(register).new, "and it goes on"


@pytest.mark.slow_on_postgresql
def test_killed_while_ruling(tmp_path: Path) -> None:
    chance = random.Random(_SEED)
    with new_register(tmp_path) as register:
        for number in range(6):
            numbered(number).into(register)
    done = 0
    for _ in range(ROUNDS):
        told = killed_at_work(tmp_path, "rule", done + 1, chance.uniform(0.0, _LONGEST["rule"]))
        with new_register(tmp_path) as register:
            _is_sound(register)
            rulings = [entry for entry in register.ledger.entries() if entry.kind == "ruling"]
            assert all(register.ledger.payload(entry) is not None for entry in rulings)
            assert 0 <= len(rulings) - done - len(told) <= 1
            done = len(rulings)
    assert done > 0
    with new_register(tmp_path) as register:
        _is_what_a_rebuild_gives(register)


@pytest.mark.slow_on_postgresql
def test_killed_while_rebuilding(tmp_path: Path) -> None:
    chance = random.Random(_SEED)
    with new_register(tmp_path) as register:
        for number in range(8):
            numbered(number).into(register)
        state, entries = derived_state(register), list(register.ledger.entries())
    for _ in range(ROUNDS):
        killed_at_work(tmp_path, "rebuild", 1, chance.uniform(0.0, _LONGEST["rebuild"]))
        with new_register(tmp_path) as register:
            _is_sound(register)
            assert list(register.ledger.entries()) == entries
            assert derived_state(register) == state, "all of the old or all of the new, which are the same"
    with new_register(tmp_path) as register:
        _is_what_a_rebuild_gives(register)
        assert register.record_capture(numbered(9).document, at=NOON)


def _is_what_a_rebuild_gives(register: Register) -> None:
    state = derived_state(register)
    rebuild(register, layer_of)  # type: ignore[arg-type]
    assert derived_state(register) == state


def _is_sound(register: Register) -> None:
    with register.store.writing():
        pass  # a server may be at the dead one's last commit still
    if isinstance(register.store, SqliteStore):
        assert register.store.rows("PRAGMA integrity_check") == [("ok",)]
        assert register.store.rows("PRAGMA foreign_key_check") == []
    entries = list(register.ledger.entries())
    assert [entry.seq for entry in entries] == list(range(1, len(entries) + 1))


def _reports(register: Register) -> set[int]:
    """The numbers of the reports in the register, each checked to be whole: capture, reading, text and names."""
    by_sha: dict[str, list[str]] = {}
    for entry in register.ledger.entries():
        assert register.ledger.payload(entry) is not None
        if entry.document is not None:
            by_sha.setdefault(entry.document, []).append(entry.kind)
    assert all(kinds == ["capture", "reading"] for kinds in by_sha.values())
    found = set()
    for listing in register.documents():
        view = register.document(listing.document.id)
        assert len(view.referents) == 21
        found.add(int(register.text_of(view.document.id).split(".")[0].removeprefix("Report ")))
    assert len(found) == len(by_sha)
    return found
