"""Unfinished files go when a writer starts alone, and stay while another writes."""

from __future__ import annotations

from pathlib import Path

from chancery.office.settings import Settings
from chancery.office.sweeping import among_writers


def _leave(settings: Settings) -> Path:
    incoming = settings.bytes_folder / "incoming"
    incoming.mkdir(parents=True, exist_ok=True)
    left = incoming / "left.part"
    left.write_bytes(b"half")
    return left


def test_the_first_writer_sweeps(tmp_path: Path) -> None:
    settings = Settings(workspace=tmp_path)
    left = _leave(settings)
    with among_writers(settings):
        assert not left.exists()


def test_a_writer_beside_another_does_not(tmp_path: Path) -> None:
    settings = Settings(workspace=tmp_path)
    with among_writers(settings):
        left = _leave(settings)
        with among_writers(settings):
            assert left.exists()
