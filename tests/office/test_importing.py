"""A data set from its files into the register: all of it or none, once, and again when it changes."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import msgspec
import pytest

from chancery.archive.store import ByteStore
from chancery.office.importing import Imported, import_data
from chancery.office.settings import Settings
from chancery.office.workspace import layer_of, open_for_writing, open_readonly
from chancery.register import rebuild
from chancery.terms.document import TextLayer
from chancery.terms.errors import ChanceryError
from tests.reader.importing.given import APPOINTMENTS, PEOPLE, TABLES
from tests.register.derived import derived_state


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "tables"
    folder.mkdir()
    for name, text in TABLES.items():
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(workspace=tmp_path / "w")


def ifg(folder: Path, settings: Settings) -> Imported:
    return import_data("ifg", folder, settings)


def posts(settings: Settings, name: str) -> list[str]:
    with open_readonly(settings) as register:
        return [f"{t.post.role} {t.start.date} {t.end.date}" for t in register.entity(name).tenures]


def test_what_is_imported_can_be_asked_for_with_its_rows(folder: Path, settings: Settings) -> None:
    done = ifg(folder, settings)
    assert (done.new, done.refused, done.replaced) == (6, 0, 0)
    assert [error.code for error in done.untaken] == ["D007"]
    with open_readonly(settings) as register:
        [tom, other] = [register.entity(f"ifg:{key}") for key in ("p2", "p3")]
        assert tom.id != other.id
        assert [t.acting for t in other.tenures] == [True]
        quotes = {citation.quote for citation in tom.tenures[0].citations}
        assert {"a3,p2,s3,1999-01-01,", "p2,Tom Reed,,"} <= quotes
        assert {c.sentence for c in tom.tenures[0].citations} == quotes, "a row is what a citation shows"
        assert {name.name for name in register.entity("ifg:p1").names} == {"Ida Brook", "Lady Brook"}


def test_every_file_is_a_document_whose_bytes_are_kept(folder: Path, settings: Settings) -> None:
    ifg(folder, settings)
    store = ByteStore(settings.bytes_folder)
    with open_readonly(settings) as register:
        documents = [register.document(listing.document.id).document for listing in register.documents()]
    assert {document.title for document in documents} == set(TABLES)
    for document in documents:
        assert store.get(document.id).decode() == TABLES[document.title or ""]
        assert (document.media_type, document.publisher) == ("text/csv", "Institute for Government")


def test_importing_twice_adds_nothing(folder: Path, settings: Settings) -> None:
    ifg(folder, settings)
    with open_for_writing(settings) as register:
        before = len(list(register.ledger.entries()))
    again = ifg(folder, settings)
    assert (again.new, again.claims, again.replaced) == (0, 0, 0)
    with open_for_writing(settings) as register:
        assert len(list(register.ledger.entries())) == before


def test_a_changed_file_takes_the_place_of_the_earlier_one(folder: Path, settings: Settings) -> None:
    ifg(folder, settings)
    (folder / "appointment.csv").write_text(APPOINTMENTS.replace("1977-02-02", "1978-02-02"), "utf-8")
    assert ifg(folder, settings).replaced == 1
    assert posts(settings, "ifg:p1")[-1].endswith(" 1978-02-02")
    (folder / "person.csv").write_text(PEOPLE.replace("p2,Tom Reed", "p2,Thomas Reed"), "utf-8")
    assert ifg(folder, settings).replaced == 1
    with open_readonly(settings) as register:
        assert register.entity("ifg:p2").name == "Thomas Reed"


def test_a_set_that_comes_back_as_it_was_is_as_it_was(folder: Path, settings: Settings) -> None:
    def told() -> list[object]:
        with open_readonly(settings) as register:
            people = [register.entity(f"ifg:{key}") for key in ("p1", "p2", "p3")]
            return [
                (p.name, [n.name for n in p.names], [(t.post.role, t.start, t.end) for t in p.tenures]) for p in people
            ]

    ifg(folder, settings)
    before = told()
    (folder / "appointment.csv").write_text(APPOINTMENTS.replace("1977-02-02", "1978-02-02"), "utf-8")
    (folder / "person.csv").write_text(PEOPLE.replace("p2,Tom Reed", "p2,Thomas Reed"), "utf-8")
    ifg(folder, settings)
    assert told() != before
    for name in ("appointment.csv", "person.csv"):
        (folder / name).write_text(TABLES[name], "utf-8")
    assert ifg(folder, settings).replaced == 2
    assert told() == before
    assert ifg(folder, settings).new == 0


def test_it_can_be_rebuilt_from_the_bytes_and_the_ledger(folder: Path, settings: Settings) -> None:
    ifg(folder, settings)
    (folder / "appointment.csv").write_text(APPOINTMENTS.replace("1977-02-02", "1978-02-02"), "utf-8")
    ifg(folder, settings)
    with open_for_writing(settings) as register:
        before = derived_state(register)
        rebuild(register, partial(layer_of, settings, register))
        assert derived_state(register) == before


def test_a_set_of_another_kind_leaves_nothing_in_the_record(folder: Path, settings: Settings) -> None:
    (folder / "post.csv").unlink()
    with pytest.raises(ChanceryError, match="D001"):
        ifg(folder, settings)
    with open_readonly(settings) as register:
        assert register.documents() == []


def test_ids_hold_within_one_data_set_only(tmp_path: Path, settings: Settings) -> None:
    for name, person in (("one", "Ana Lopes"), ("two", "Bo Lind"), ("three", "Lady Quay")):
        content = {"persons": [{"id": "1", "name": person}], "memberships": [{"person_id": "1", "role": "Head"}]}
        (tmp_path / f"{name}.json").write_text(json.dumps(content), "utf-8")
    import_data("popolo", tmp_path / "one.json", settings)
    import_data("popolo", tmp_path / "two.json", settings)
    import_data("popolo", tmp_path / "three.json", settings, dataset="one")
    with open_readonly(settings) as register:
        assert len(register.people()) == 2
        assert register.entity("one:1").id == register.entity("Lady Quay").id != register.entity("two:1").id


def test_a_new_way_to_make_text_loses_nothing_that_it_bears_out(folder: Path, settings: Settings) -> None:
    ifg(folder, settings)

    def otherwise(sha: str) -> TextLayer:
        return msgspec.structs.replace(layer_of(settings, register, sha), version="data/0")

    with open_for_writing(settings) as register:
        before = register.store.rows("SELECT id FROM claim ORDER BY id")
        rebuild(register, otherwise)
        assert register.store.rows("SELECT id FROM claim ORDER BY id") == before != []
