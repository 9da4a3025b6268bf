"""The database on a server: what is not there, refuses, is another's, newer or lost, each with its code."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path
from threading import Barrier, Thread

import pytest

from chancery.register import open_register
from chancery.register.schema import FORMAT
from chancery.register.stores.addresses import parse_address
from chancery.terms.errors import ChanceryError
from tests.register.world import Page, new_register
from tests.stores.databases import place_of

pytestmark = pytest.mark.postgresql


def report(name: str, *, words: str = "") -> Page:
    page = Page(f"{name} spoke. {words}")
    page.person(name)
    return page


def code_of(place: str, **how: object) -> str:
    with pytest.raises(ChanceryError) as caught:
        open_register(place, **how).close()  # type: ignore[arg-type]
    assert _password(place) not in repr(caught.value) + str(caught.value.as_dict())
    return caught.value.code


def _password(place: str) -> str:
    return parse_address(place).password or "no password"


@pytest.fixture
def place(tmp_path: Path) -> str:
    return str(place_of(tmp_path))


def test_w004_nothing_there_is_not_made_by_asking(place: str) -> None:
    assert code_of(place, readonly=True) == "W004"
    assert code_of(place) == "W004"


def test_w002_made_by_a_newer_chancery(place: str, tmp_path: Path) -> None:
    for version in (f"{FORMAT + 1:04}", "ae1027a6acf1"):
        with new_register(tmp_path / version) as register:
            register.store.run("UPDATE chancery_version SET version_num = ?", (version,))
        assert code_of(str(place_of(tmp_path / version)), readonly=True) == "W002"


def test_w007_an_index_of_an_older_chancery(place: str, tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        register.store.run("UPDATE shape SET digest = 'older'")
    assert code_of(place, readonly=True) == code_of(place) == "W007"


def test_d002_a_server_that_is_not_there(place: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        assert code_of(f"postgresql://ada:s3cret@127.0.0.1:{taken.getsockname()[1]}/minutes") == "B002"
    assert code_of("postgresql://ada:s3cret@no-such-host.invalid/minutes") == "B002"
    assert code_of("postgresql://ada:s3cret@/minutes?host=/no/such/folder") == "B002"


def test_d003_a_wrong_password_and_a_database_that_is_not_there(place: str) -> None:
    right = parse_address(place)
    assert code_of(place.replace(f"/{right.database}?", "/no_such_database?")) == "B003"
    if right.password is not None:
        assert code_of(place.replace(right.password, "wr0ng")) == "B003"
        assert code_of(place.replace(f":{right.password}", "")) == "B003"


def test_d005_tables_of_another_program(place: str, tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        register.store.run("DROP TABLE entry CASCADE")
    assert code_of(place, create=True) == "B005"


def test_d004_without_the_driver(place: str) -> None:
    blocked = (
        "import sys; sys.modules['pg8000'] = sys.modules['pg8000.dbapi'] = None\n"
        "from chancery.register import open_register\n"
        "from chancery.terms.errors import DatabaseError\n"
        "try: open_register('postgresql://ada@127.0.0.1/minutes')\n"
        "except DatabaseError as error: print(error.code)"
    )
    done = subprocess.run([sys.executable, "-c", blocked], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "B004"


def test_a_file_needs_none_of_its_packages(tmp_path: Path) -> None:
    asked = (
        "import sys\nfrom pathlib import Path\nfrom chancery.register import open_register\n"
        "open_register(Path(sys.argv[1]) / 'r.sqlite', create=True).people()\n"
        "print(sorted({'sqlalchemy', 'alembic', 'pg8000'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", asked, tmp_path], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_w003_another_writer_for_longer_than_the_wait(place: str, tmp_path: Path) -> None:
    with new_register(tmp_path) as first, open_register(place, wait=0.05) as second:
        report("Ana Lopes").into(first)
        with first.store.writing():
            with pytest.raises(ChanceryError) as caught:
                report("Ivo Kovac").into(second)
            assert caught.value.code == "W003"
            assert len(second.people()) == 1, "reading goes on meanwhile"
        assert report("Ivo Kovac").into(second).new, "and writing, when the other is done"


def test_registers_of_two_schemas_do_not_wait_for_each_other(tmp_path: Path) -> None:
    with (
        new_register(tmp_path / "a") as first,
        open_register(place_of(tmp_path / "b"), create=True, wait=0.05) as second,
        first.store.writing(),
    ):
        assert report("Ivo Kovac").into(second).new


def test_a_reader_cannot_write(place: str, tmp_path: Path) -> None:
    new_register(tmp_path).close()
    with open_register(place, readonly=True) as register, pytest.raises(ChanceryError) as caught:
        report("Ivo Kovac").into(register)
    assert caught.value.code == "W001"


def test_d002_a_connection_that_is_lost_keeps_nothing_half_and_the_next_call_goes_on(
    place: str, tmp_path: Path
) -> None:
    with new_register(tmp_path) as register, open_register(place) as other:
        report("Ana Lopes").into(register)
        entries = list(register.ledger.entries())
        with pytest.raises(ChanceryError) as caught, register.store.writing():
            report("Ivo Kovac").into(register)
            [pid] = register.store.one("SELECT pg_backend_pid()")
            other.store.run("SELECT pg_terminate_backend(?)", (pid,))
            register.counts()
        assert caught.value.code == "B002"
        assert list(register.ledger.entries()) == entries
        assert report("Ivo Kovac").into(register).new


def test_readers_go_on_with_what_was_while_another_rebuilds(place: str, tmp_path: Path) -> None:
    page = report("Ana Lopes")
    with new_register(tmp_path) as register, open_register(place, readonly=True) as reader:
        page.into(register)
        with register.store.writing():
            register.store.empty_derived()
            assert [each.entity.name for each in reader.people()] == ["Ana Lopes"]


def test_several_threads_ask_at_once(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        report("Ana Lopes").into(register)
        together, found = Barrier(4), []

        def ask() -> None:
            with register.store.snapshot():
                together.wait(timeout=30)  # all four are within their snapshots
                found.append(len(register.people()))

        threads = [Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert found == [1, 1, 1, 1]


def test_texts_that_the_database_cannot_hold_as_they_are(tmp_path: Path) -> None:
    """A NUL in a name, one endless word, and more different words than an index of one text takes."""
    many = " ".join(f"{number:07}" for number in range(200_000))
    with new_register(tmp_path) as register:
        report("Ana\0Lopes", words="x" * 5000 + "\n" + many).into(register)
        assert [each.entity.name for each in register.people()] == ["Ana Lopes"]
        assert register.entity("Ana\0Lopes").names
        assert len([hit for hit in register.search("x" * 5000) if hit.passage]) == 1
        assert len([hit for hit in register.search("0000007") if hit.passage]) == 1


def test_a_writers_commit_is_on_the_disk_whatever_was_set_for_the_user(place: str, tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        user, database = register.store.one("SELECT current_user, current_database()")
        register.store.run(f'ALTER ROLE "{user}" IN DATABASE "{database}" SET synchronous_commit = off')
        try:
            with open_register(place) as writer:
                assert writer.store.one("SHOW synchronous_commit") == ("on",)
        finally:
            register.store.run(f'ALTER ROLE "{user}" IN DATABASE "{database}" RESET synchronous_commit')
