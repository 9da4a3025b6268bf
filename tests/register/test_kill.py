"""kill -9 at random instants: what was committed is there and whole, and the next run goes on."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from chancery.register import Register, rebuild
from chancery.register.store import Store
from tests.register.derived import derived_state
from tests.register.world import NOON, Page, new_register

ROUNDS = 6
_SEED = 1946

# Tells of each report after it was recorded; every fifth time it rebuilds, and rules on what it recorded.
_WORKER = """
import sys
from pathlib import Path
from chancery.register import rebuild
from chancery.terms.rulings import Ruling
from tests.register.test_kill import numbered, layer_of
from tests.register.world import NOON, new_register
number = int(sys.argv[2])
with new_register(Path(sys.argv[1])) as register:
    while True:
        numbered(number).into(register)
        print(number, flush=True)
        if number % 5 == 0:
            rebuild(register, layer_of)
            members = register.entity(register.people()[0].entity.id).members[-2:]
            if len(members) == 2:
                register.record_ruling(Ruling(judgement="not the same", subjects=members, by="Ada"), at=NOON)
        number += 1
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


def killed_while_recording(folder: Path, first: int, seconds: float) -> list[int]:
    """The numbers that the worker said were recorded before it was killed."""
    worker = subprocess.Popen(
        [sys.executable, "-c", _WORKER, str(folder), str(first)],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert worker.stdout is not None
    told = [int(worker.stdout.readline())]
    time.sleep(seconds)
    worker.send_signal(signal.SIGKILL)
    rest, _ = worker.communicate(timeout=30)
    assert worker.returncode == -signal.SIGKILL, "it was still at work"
    return told + [int(line) for line in rest.splitlines() if line]


def test_nothing_committed_is_lost_and_nothing_is_half_there(tmp_path: Path) -> None:
    chance = random.Random(_SEED)
    told: list[int] = []
    for _ in range(ROUNDS):
        told += killed_while_recording(tmp_path, len(told) + 1, chance.uniform(0.0, 0.4))
        with new_register(tmp_path) as register:
            assert _is_sound(register.store)
            assert _recorded(register) >= set(told)
            # One more than was told may have been committed before the kill.
            told = sorted(_recorded(register))
            assert told == list(range(1, len(told) + 1))
    with new_register(tmp_path) as register:
        state = derived_state(register)
        rebuild(register, layer_of)  # type: ignore[arg-type]
        assert derived_state(register) == state
        assert not numbered(1).into(register).new
        assert register.record_capture(numbered(0).document, at=NOON)


def _is_sound(store: Store) -> bool:
    return store.rows("PRAGMA integrity_check") == [("ok",)] and store.rows("PRAGMA foreign_key_check") == []


def _recorded(register: Register) -> set[int]:
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
