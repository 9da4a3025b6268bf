"""Which file each source gets, what is written, and that nothing half-written stays behind."""

from __future__ import annotations

import datetime as dt
import json
import os
from pathlib import Path

import pytest

from chancery.gazette.record_export import export_records
from chancery.gazette.record_files import read_records, record_names, write_records
from chancery.register.views import ReadingView
from chancery.terms.claims import Reading, Referent
from chancery.terms.dates import Instant
from chancery.terms.document import Document
from chancery.terms.errors import OutputError

MORNING = Instant(dt.datetime(2024, 5, 1, 8, tzinfo=dt.UTC))
EVENING = Instant(dt.datetime(2024, 5, 1, 20, tzinfo=dt.UTC))


def view(*sources: str, name: str = "Ada Cole", at: Instant = MORNING, read: bool = True) -> ReadingView:
    document = Document(id="d" * 64, source=sources[0], media_type="text/plain", size=1, captured=at)
    referents = (Referent(id="p1", type="person", name=name),) if read else ()
    language = "en" if read else "fr"
    reading = Reading(document="d" * 64, reader="test", version="1", language=language, read=read, referents=referents)
    return ReadingView(document=document, sources=sources, reading=reading)


def test_every_source_path_gets_a_record_even_where_two_hold_the_same_bytes() -> None:
    export = export_records([view("x/001.txt", "x/002.txt")])
    assert list(export.records) == ["001.json", "002.json"]
    assert export.records["002.json"]["document"] == "002.txt"


def test_the_newest_capture_of_a_path_is_the_one_that_counts() -> None:
    export = export_records([view("a.txt", name="Newer", at=EVENING), view("./b/../a.txt", name="Older")])
    assert [entity["name"] for entity in export.records["a.json"]["entities"]] == ["Newer"]


def test_a_document_that_was_not_read_has_an_empty_record_and_is_counted() -> None:
    export = export_records([view("a.txt"), view("b.txt", read=False)])
    assert export.records["b.json"] == {"document": "b.txt", "entities": [], "facts": []}
    assert export.not_read == {"fr": 1}


def test_two_stems_that_clash_are_both_named() -> None:
    with pytest.raises(OutputError, match=r"x/001\.txt, y/001\.txt") as caught:
        record_names(["x/001.txt", "x/002.txt", "y/001.txt"])
    assert caught.value.code == "X001"


def test_a_tree_mirrors_the_folders_below_the_one_that_all_share() -> None:
    names = record_names(["in/x/001.txt", "./in/y/001.txt", "in/y/z/report.v2.html"], tree=True)
    assert list(names.values()) == ["x/001.json", "y/001.json", "y/z/report.v2.json"]
    with pytest.raises(OutputError, match="X001"):
        record_names(["x/001.txt", "x/001.md"], tree=True)


def test_written_records_can_be_read_back_and_other_files_stay(tmp_path: Path) -> None:
    out = tmp_path / "new" / "out"
    write_records(export_records([view("a.txt")]).records, out)
    (out / "notes.txt").write_text("mine")
    write_records(export_records([view("a.txt", name="Béla Ąžuolas")]).records, out)
    assert sorted(path.name for path in out.iterdir()) == ["a.json", "notes.txt"]
    assert read_records(out)["a"].entities[0].name == "Béla Ąžuolas"


def test_where_one_record_cannot_be_placed_none_is_and_nothing_stays_behind(tmp_path: Path) -> None:
    (tmp_path / "b.json").mkdir()
    with pytest.raises(OutputError, match="X002"):
        write_records(export_records([view("a.txt"), view("b.txt")]).records, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["b.json"]


def test_a_file_in_the_folders_place_is_a_coded_error(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    with pytest.raises(OutputError, match="X002"):
        write_records(export_records([view("a.txt")]).records, tmp_path / "out" / "deeper")
    assert (tmp_path / "out").read_text() == "a file"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_the_right_to_write_is_a_coded_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="X002"):
        write_records(export_records([view("a.txt")]).records, tmp_path / "out")


@pytest.mark.parametrize("content", [None, "{", "[]", json.dumps({"document": "a.txt", "entities": [{}], "facts": []})])
def test_a_broken_folder_of_gold_is_a_coded_error(tmp_path: Path, content: str | None) -> None:
    if content is not None:
        (tmp_path / "a.json").write_text(content)
    with pytest.raises(OutputError, match="X003"):
        read_records(tmp_path)


def test_a_missing_folder_of_gold_is_a_coded_error(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="X003"):
        read_records(tmp_path / "absent")
