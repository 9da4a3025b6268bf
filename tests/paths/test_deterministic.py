"""The same bytes give the same claims, whatever was read before."""

from __future__ import annotations

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
