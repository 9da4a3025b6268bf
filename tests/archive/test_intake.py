"""Taking files in: what is kept of a good one, and that nothing is kept of a bad one."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from chancery.archive.intake import take_in
from chancery.archive.limits import MAX_BYTES, MAX_LINE
from chancery.archive.store import ByteStore
from chancery.terms.dates import DateSpan, Instant
from chancery.terms.errors import IntakeError

FIXTURES = Path(__file__).parent / "fixtures"
NOW = Instant(datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))

REPORT = b"""2024-07-20

Council Elects New President

GENEVA, July 20 (LNN) -- The Council met on Friday and elected Mr. Berg as its President. He spoke.

Category: News | Views: 57 | Tags: Council, Elections
"""


@pytest.fixture
def store(tmp_path: Path) -> ByteStore:
    return ByteStore(tmp_path / "store")


def kept(tmp_path: Path) -> list[Path]:
    return [path for path in (tmp_path / "store").rglob("*") if path.is_file()]


def test_a_report_is_kept_with_what_its_page_says(tmp_path: Path, store: ByteStore) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(REPORT)
    capture = take_in(str(path), store=store, now=NOW)
    document, layer = capture.document, capture.layer
    assert document.id == layer.document == hashlib.sha256(REPORT).hexdigest()
    assert store.get(document.id) == REPORT
    assert (document.source, document.media_type, document.size, document.captured) == (
        str(path), "text/plain", len(REPORT), NOW,
    )  # fmt: skip
    assert document.title == "Council Elects New President"
    assert document.dateline == "GENEVA, July 20 (LNN)"
    assert document.publisher == "LNN"
    assert document.published == DateSpan.parse("2024-07-20")
    assert document.language == layer.language == "en"
    assert document.category == "News"
    assert document.tags == ("Council", "Elections")
    assert layer.text == REPORT.decode()


@pytest.mark.parametrize(
    "name", ["A003.txt", "A004.txt", "A005.txt", "A007.pdf", "A008.html", "A009.html"]
)  # fmt: skip
def test_each_bad_file_gets_its_code_and_is_not_kept(tmp_path: Path, store: ByteStore, name: str) -> None:
    with pytest.raises(IntakeError) as error:
        take_in(str(FIXTURES / name), store=store, now=NOW)
    assert error.value.code == name[:4]
    assert error.value.fields["path"] == str(FIXTURES / name)
    assert kept(tmp_path) == []


def bad_paths(folder: Path) -> dict[str, Path]:
    """What no repository can hold."""
    paths = {code: folder / f"{code}.txt" for code in ("A001", "A006", "A011", "A012")}
    with paths["A006"].open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    paths["A011"].symlink_to(paths["A011"])
    paths["A012"].write_bytes(b"The Council met.\n" + b"word " * (MAX_LINE // 5) + b"more\n")
    return paths


@pytest.mark.parametrize("code", ["A001", "A006", "A011", "A012"])
def test_bad_files_that_the_test_makes(tmp_path: Path, store: ByteStore, code: str) -> None:
    with pytest.raises(IntakeError) as error:
        take_in(str(bad_paths(tmp_path)[code]), store=store, now=NOW)
    assert error.value.code == code
    assert kept(tmp_path) == []


def test_a_line_of_fifty_megabytes_is_refused(tmp_path: Path, store: ByteStore) -> None:
    path = tmp_path / "line.txt"
    path.write_bytes(b"x" * 50_000_000)
    with pytest.raises(IntakeError) as error:
        take_in(str(path), store=store, now=NOW)
    assert error.value.code == "A006"
    assert kept(tmp_path) == []


@pytest.mark.parametrize("content", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"])
def test_white_space_alone_is_empty(tmp_path: Path, store: ByteStore, content: bytes) -> None:
    path = tmp_path / "blank.txt"
    path.write_bytes(content)
    with pytest.raises(IntakeError) as error:
        take_in(str(path), store=store, now=NOW)
    assert error.value.code == "A003"


def test_a_folder_is_no_file(tmp_path: Path, store: ByteStore) -> None:
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(IntakeError) as error:
        take_in(str(tmp_path / "folder.txt"), store=store, now=NOW)
    assert error.value.code == "A007"
