"""As known on a day: the answers of then, whatever came later, however often and by however many it is asked."""

from __future__ import annotations

import datetime as dt
import multiprocessing
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chancery.register import Answers, Register, known_at, open_register, past_files
from chancery.register.past_files import KEPT
from chancery.register.store import Store
from chancery.register.stores.sqlite import SqliteStore
from chancery.register.texts import kept_layer
from chancery.terms.claims import PostFact
from chancery.terms.dates import Instant
from chancery.terms.document import TextLayer
from chancery.terms.errors import QuestionError
from chancery.terms.rulings import Ruling
from tests.register.derived import derived_rows
from tests.register.test_fold import Session, act, pages
from tests.register.world import NOON, Page, new_register, passing_register
from tests.stores.databases import place_of


def later(days: int, *, hours: int = 0) -> Instant:
    return Instant(NOON.at + dt.timedelta(days=days, hours=hours))


@pytest.mark.slow_on_postgresql
@settings(max_examples=30)
@given(st.data(), st.lists(st.integers(0, 2), min_size=2, max_size=6))
def test_it_is_what_the_register_said_then_and_stays_so(data: st.DataObject, steps: list[int]) -> None:
    with passing_register() as register, tempfile.TemporaryDirectory() as folder:
        session = Session(register)
        said: dict[Instant, dict[str, object]] = {}
        for number, days in enumerate(steps):
            session.now = Instant(session.now.at + dt.timedelta(days=days))
            session.read(data.draw(pages(number))) if number < 2 else act(session, data.draw)
            said[session.now] = derived_rows(register)
            asked = data.draw(st.sampled_from(sorted(said)))
            assert _as_known(register, asked, Path(folder)) == said[asked]
        for at in sorted(said):
            assert _as_known(register, at, Path(folder)) == said[at], "also now"


def _as_known(register: Register, at: Instant, folder: Path) -> dict[str, object]:
    with register.known(at, folder=folder) as past:
        return derived_rows(past)


def lopes(number: int) -> Page:
    """A report by which Ana Lopes is Head of yet another office."""
    page = Page(f"Ana Lopes is Head of Office {number}.", f"19{20 + number}-01-01", source=f"{number}.txt")
    page.say(PostFact(person=page.person("Ana Lopes"), role="Head", organisation=page.body(f"Office {number}")))
    return page


def with_reports(folder: Path, count: int) -> Register:
    """One report a day, from NOON on."""
    register = new_register(folder)
    for number in range(count):
        lopes(number).into(register, at=later(number))
    return register


def posts(answers: Answers) -> int:
    return len(answers.holders_on("Head", None, None))


def test_rulings_and_withdrawals_of_later_do_not_reach_back(tmp_path: Path) -> None:
    with with_reports(tmp_path, 2) as register:
        members = register.entity("Ana Lopes").members
        ruling = register.record_ruling(
            Ruling(judgement="not the same", subjects=(members[0], members[1]), by="Ada"), at=later(3)
        )
        register.withdraw(ruling.id, by="Ada", at=later(4))
        [claim] = register.claims_of(lopes(1).sha)
        register.withdraw(claim.id, by="Ada", at=later(5))
        found = []
        for days in range(6):
            with register.known(later(days), folder=tmp_path / "known") as past:
                found.append((len(past.people()), posts(past)))
        assert found == [(1, 1), (1, 2), (1, 2), (2, 2), (1, 2), (1, 1)]


def test_before_the_first_entry_nothing_is_known(tmp_path: Path) -> None:
    with with_reports(tmp_path, 1) as register:
        before = Instant(NOON.at - dt.timedelta(microseconds=1))
        with register.known(before, folder=tmp_path / "known") as past:
            assert past.documents() == []
            with pytest.raises(QuestionError) as caught:
                past.entity("Ana Lopes")
            assert caught.value.code == "Q001"


def test_a_clock_that_was_set_back_makes_nothing_known_earlier(tmp_path: Path) -> None:
    with new_register(tmp_path) as register:
        for number, days in enumerate((0, 9, 4, 10)):
            lopes(number).into(register, at=later(days))
        found = []
        for days in (3, 5, 9):
            with register.known(later(days), folder=tmp_path / "known") as past:
                found.append(posts(past))
        assert found == [1, 1, 3]


def test_a_fold_is_kept_gone_on_from_and_made_anew_when_it_is_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "known"
    folded: list[str] = []

    def counting(store: Store, sha: str) -> TextLayer:
        folded.append(sha)
        return kept_layer(store, sha)

    monkeypatch.setattr(past_files, "kept_layer", counting)

    with with_reports(tmp_path, 5) as register:
        for days, read in ((1, 2), (1, 0), (3, 2), (2, 1)):
            folded.clear()
            with register.known(later(days), folder=folder) as past:
                assert posts(past) == days + 1
            assert len(folded) == read
        for path in folder.iterdir():
            path.write_bytes(b"\0" * 4096)
        with register.known(later(1), folder=folder) as past:
            assert posts(past) == 2
        assert not [path.name for path in folder.iterdir() if not path.name.endswith(".sqlite")]


def test_only_some_folds_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / "known"
    with with_reports(tmp_path, KEPT + 3) as register:
        for days in range(KEPT + 2):
            with register.known(later(days), folder=folder):
                os.utime(max(folder.iterdir(), key=lambda path: path.stat().st_mtime_ns), (days, days))
        assert len(list(folder.iterdir())) == KEPT
        with register.known(later(0), folder=folder) as past:
            assert posts(past) == 1


def test_of_today_a_register_that_is_only_read_answers_itself(tmp_path: Path) -> None:
    with_reports(tmp_path, 1).close()
    path = place_of(tmp_path)
    with open_register(path, readonly=True) as register:
        with register.known(later(0), folder=tmp_path / "known") as past:
            with open_register(path) as writer:
                lopes(1).into(writer, at=later(1))
            assert posts(past) == 1, "what comes meanwhile is not of then"
        assert posts(register) == 2
    assert not (tmp_path / "known").exists()


def test_where_no_folder_can_be_made_the_fold_is_a_passing_one(tmp_path: Path) -> None:
    with with_reports(tmp_path, 2) as register:
        (tmp_path / "file").touch()
        with register.known(later(0), folder=tmp_path / "file" / "known") as past:
            assert posts(past) == 1
            assert isinstance(past.store, SqliteStore)
            kept = past.store.path
        assert not kept.exists()


def _ask(folder: str, days: int) -> None:
    with (
        open_register(place_of(Path(folder)), readonly=True) as register,
        register.known(later(days), folder=Path(folder) / "known") as past,
    ):
        assert posts(past) == days + 1


def test_several_processes_may_ask_at_once(tmp_path: Path) -> None:
    with_reports(tmp_path, 4).close()
    spawn = multiprocessing.get_context("spawn")
    asking = [spawn.Process(target=_ask, args=(str(tmp_path), days)) for days in (2, 2, 1)]
    for process in asking:
        process.start()
    for process in asking:
        process.join(60)
    assert [process.exitcode for process in asking] == [0, 0, 0]


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2030-01-01", "2030-01-01T23:59:59.999999Z"),
        ("2030-02", "2030-02-28T23:59:59.999999Z"),
        ("2030", "2030-12-31T23:59:59.999999Z"),
        ("2030-01-01T12:00:00Z", "2030-01-01T12:00:00.000000Z"),
        ("2030-01-01T12:00:00+02:00", "2030-01-01T10:00:00.000000Z"),
    ],
)
def test_a_day_is_known_to_its_end(text: str, at: str) -> None:
    assert known_at(text).iso() == at


@pytest.mark.parametrize("text", ["", "yesterday", "--01-01", "2030-01-01T12:00:00", "0001-01-01T00:00:00+23:00"])
def test_q005_what_is_neither_a_day_nor_an_instant(text: str) -> None:
    with pytest.raises(QuestionError) as caught:
        known_at(text)
    assert caught.value.code == "Q005"
