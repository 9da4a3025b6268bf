"""Bad input: each its coded error, the rest of the batch goes on, the exit code says so, nothing half-written stays."""

from __future__ import annotations

from pathlib import Path

from chancery.archive.store import ByteStore
from tests.paths.commands import answer, run

GOOD = "On 3 July 1933 Ana Lopes was elected President of the International Relief Board.\n"


def test_a_bad_batch_is_told_file_by_file(tmp_path: Path) -> None:
    batch = tmp_path / "in"
    batch.mkdir()
    (batch / "empty.txt").write_bytes(b"")
    (batch / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (batch / "broken.txt").write_bytes(GOOD.encode() + b"\xff\xfe\xc3\x28 \x80\x81\xc0" * 30)
    (batch / "line.txt").write_bytes(b"word " * 10_000_000)
    (batch / "bomb.html").write_bytes(b"<div>" * 200_000 + b"deep")
    (batch / "good.txt").write_text(GOOD, "utf-8")
    workspace = tmp_path / "w"
    outcome = answer(workspace, "read", str(batch), str(tmp_path / "nowhere.txt"))
    codes = {Path(s["source"]).name: s.get("error", {}).get("code") for s in outcome["sources"]}
    assert codes.pop("good.txt") is None
    assert codes["nowhere.txt"] == "A001"
    assert codes["empty.txt"] == "A003"
    assert codes["binary.txt"] == "A004"
    assert codes["broken.txt"] in ("A004", "A005")
    assert codes["line.txt"] in ("A006", "A012")
    assert codes["bomb.html"] == "A008"
    assert run(workspace, "read", str(batch)).exit_code == 3
    kept = [path for path in (workspace / "archive").rglob("*") if path.is_file()]
    assert len(kept) == 1, "only the bytes that were taken in are kept, and no half-written file"
    assert ByteStore(workspace / "archive").get(kept[0].name) == GOOD.encode()


def test_nothing_readable_is_an_error(tmp_path: Path) -> None:
    assert run(tmp_path / "w", "read", str(tmp_path / "nowhere")).exit_code == 2


def test_questions_to_no_workspace_say_what_to_do(tmp_path: Path) -> None:
    result = run(tmp_path / "none", "who", "President")
    assert result.exit_code == 2
    assert getattr(result.exception, "code", "") == "W004"
    assert not (tmp_path / "none").exists()
