"""An oracle: the Institute for Government's ministers tables, imported, must be answered from as they say.

Its users ask four questions: the appointments of a person, the holders of a post, the whole government on a date, and
entries and exits between two dates. Each is asked a thousand times and compared with what plain Python makes of the
tables. Compared are people, posts (merged across renames), acting or not, and *days*: where a person's rows in one post
follow one another on one day, tables and register agree if they cover the same days.
"""

from __future__ import annotations

import datetime as dt
import random
from collections import defaultdict
from collections.abc import Iterator

import pytest

from chancery.office.importing import Imported, import_data
from chancery.office.settings import Settings
from chancery.office.workspace import open_readonly
from chancery.register import Register
from chancery.terms.entities import Tenure
from tests.paths.ifg_tables import Days, Ministers, Post, joined
from tests.paths.shared import SHARED, needs_shared

FOLDER = SHARED / "peers" / "ifg-ministers"
ASKED = 1000
pytestmark = [needs_shared, pytest.mark.slow]


@pytest.fixture(scope="module")
def ministers() -> Ministers:
    return Ministers(FOLDER)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(workspace=tmp_path_factory.mktemp("ministers"))


@pytest.fixture(scope="module")
def imported(workspace: Settings) -> Imported:
    return import_data("ifg", FOLDER, workspace)


@pytest.fixture(scope="module")
def register(workspace: Settings, imported: Imported) -> Iterator[Register]:
    assert imported.new
    with open_readonly(workspace) as opened:
        yield opened


@pytest.fixture(scope="module")
def ids(register: Register, ministers: Ministers) -> dict[str, str]:
    """From entities of the register to the tables' ids."""
    return {register.entity(f"ifg:{key}").id: key for key in (*ministers.people, *ministers.organisations)}


@pytest.fixture
def chance() -> random.Random:
    return random.Random(1979)  # a seed, and the first year of the tables


def post_of(tenure: Tenure, ids: dict[str, str], ministers: Ministers) -> Post:
    assert tenure.post.body is not None
    return ministers.post(ids[tenure.post.body.id], tenure.post.role)


def days_of(tenure: Tenure, latest: dt.date) -> tuple[dt.date, dt.date]:
    """The days for which the register says "held"; one that is seen on the tables' latest day has no end yet."""
    assert tenure.start.kind == "known" and tenure.start.date is not None and tenure.start.date.first is not None
    assert tenure.end.date is not None and tenure.end.date.first is not None
    if tenure.end.kind == "known":
        return tenure.start.date.first, tenure.end.date.first
    assert (tenure.end.kind, tenure.end.date.first) == ("at least", latest)
    return tenure.start.date.first, dt.date.max


def test_the_appointments_of_a_person(
    register: Register, ministers: Ministers, ids: dict[str, str], chance: random.Random
) -> None:
    wanted: dict[str, dict[tuple[Post, bool], Days]] = defaultdict(dict)
    for (person, post, acting), days in ministers.held.items():
        wanted[person][post, acting] = days
    for person in chance.sample(ministers.people, ASKED):
        told: dict[tuple[Post, bool], list[tuple[dt.date, dt.date]]] = defaultdict(list)
        for tenure in register.entity(f"ifg:{person}").tenures:
            told[post_of(tenure, ids, ministers), tenure.acting].append(days_of(tenure, ministers.latest))
            assert tenure.citations
        assert {key: joined(days) for key, days in told.items()} == wanted[person]


def test_the_holders_of_a_post(
    register: Register, ministers: Ministers, ids: dict[str, str], chance: random.Random
) -> None:
    """All that ever held it, and those of one day: a day on which one of its times begins or ends, or any other."""
    wanted: dict[Post, dict[tuple[str, bool], Days]] = defaultdict(dict)
    for (person, post, acting), days in ministers.held.items():
        wanted[post][person, acting] = days
    for organisation, role in chance.choices(ministers.roles, k=ASKED):
        post = ministers.post(organisation, role)
        body = f"ifg:{organisation}"
        told: dict[tuple[str, bool], list[tuple[dt.date, dt.date]]] = defaultdict(list)
        for holder in register.holders_on(role, body, None):
            key = ids[holder.tenure.person.id], holder.tenure.acting
            told[key].append(days_of(holder.tenure, ministers.latest))
        assert {key: joined(days) for key, days in told.items()} == wanted[post]
        on = _some_day(chance, ministers, wanted[post])
        then = {
            (ids[holder.tenure.person.id], holder.tenure.acting)
            for holder in register.holders_on(role, body, on)
            if holder.holding == "held"
        }
        assert then == {key for key, days in wanted[post].items() if _covers(days, on)}


def test_the_whole_government_on_a_date(
    register: Register, ministers: Ministers, ids: dict[str, str], chance: random.Random
) -> None:
    for _ in range(ASKED):
        on = _some_day(chance, ministers, ministers.held)
        told = {
            (ids[holder.tenure.person.id], post_of(holder.tenure, ids, ministers), holder.tenure.acting)
            for holder in register.held_on(on, cited=False)
        }
        assert told == {key for key, days in ministers.held.items() if _covers(days, on)}


def test_entries_and_exits_between_two_dates(
    register: Register, ministers: Ministers, ids: dict[str, str], chance: random.Random
) -> None:
    for _ in range(ASKED):
        first = _some_day(chance, ministers, ministers.held)
        last = first + dt.timedelta(days=chance.randrange(60))
        came, went = register.moves_between(first, last, cited=False)
        for told, end in ((came, 0), (went, 1)):
            found = {
                (ids[t.person.id], post_of(t, ids, ministers), t.acting, days_of(t, ministers.latest)[end])
                for t in told
            }
            assert found == {
                (*key, interval[end])
                for key, days in ministers.held.items()
                for interval in days
                if first <= interval[end] <= last
            }


def test_every_row_is_taken_or_told(imported: Imported, ministers: Ministers) -> None:
    told = [error.fields["where"] for error in imported.untaken if error.code == "D006"]
    assert sum(where.endswith("of appointment.csv") for where in told) == ministers.unsound
    assert imported.refused == 0
    assert {error.code for error in imported.untaken} == {"D004", "D006", "D007"}


def _covers(days: Days, on: dt.date) -> bool:
    return any(first <= on <= last for first, last in days)


def _some_day(chance: random.Random, ministers: Ministers, held: dict[object, Days]) -> dt.date:  # type: ignore[type-arg]
    """As often as not one on which something begins or ends: there mistakes are made."""
    if chance.random() < 0.5:
        days = chance.choice(list(held.values()))
        on = chance.choice(chance.choice(days))
        if on <= ministers.latest:
            return on
    first = dt.date(1979, 5, 4)
    return first + dt.timedelta(days=chance.randrange((ministers.latest - first).days + 1))
