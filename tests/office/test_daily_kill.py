"""Reading that is really killed: whole documents only, and the next run goes on."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

TEXT = "On {day} July 1933 Ana Lopes was elected President of the International Relief Board number {day}.\n"


def _read(workspace: Path, folder: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "chancery", "--workspace", str(workspace), "read", str(folder), "--json"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def test_kill_and_go_on(tmp_path: Path) -> None:
    folder, workspace = tmp_path / "in", tmp_path / "w"
    folder.mkdir()
    for day in range(1, 31):
        (folder / f"{day:02}.txt").write_text(TEXT.format(day=day) * 20, "utf-8")
    chance = random.Random(7)
    for _ in range(4):
        process = _read(workspace, folder)
        time.sleep(chance.uniform(0.3, 1.2))
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
        process.communicate()
    output, _ = _read(workspace, folder).communicate()
    summary = json.loads(output)
    assert summary["outcomes"]["read"] + summary["outcomes"]["already read"] == 30
    assert summary["outcomes"]["failed"] == summary["outcomes"]["refused"] == 0
    again = json.loads(_read(workspace, folder).communicate()[0])
    assert again["outcomes"]["already read"] == 30
    assert again["claims"] == 0
    assert not list((workspace / "archive").rglob("*.part"))
