"""Which database a test runs on: see tests/stores/databases.py."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.stores.databases import STORES, closing, on_postgresql, running_server, skipped_without

# No test fails because a machine is slow. (In CI, Hypothesis's own profile, which is the parent here, also repeats.)
settings.register_profile("chancery", settings(), deadline=None)
settings.load_profile("chancery")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test of a module that makes registers runs on every database, unless it says on which."""
    if not hasattr(metafunc.module, "new_register"):
        return
    only = [store for store in STORES if metafunc.definition.get_closest_marker(store)]
    late = pytest.param("postgresql", marks=pytest.mark.slow)
    is_late = metafunc.definition.get_closest_marker("slow_on_postgresql") is not None
    stores = [late if is_late and store == "postgresql" else store for store in only or STORES]
    metafunc.parametrize("database", stores, indirect=True, scope="module")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str | None]:
    with running_server() as server:
        yield server


@pytest.fixture(scope="module", autouse=True)
def database(request: pytest.FixtureRequest) -> Iterator[str]:
    """The name of the database that registers are made in meanwhile."""
    if getattr(request, "param", "sqlite") == "sqlite":
        yield "sqlite"
        return
    with on_postgresql(skipped_without(request.getfixturevalue("postgres_server"))):
        yield "postgresql"


@pytest.fixture(autouse=True)
def registers_are_closed() -> Iterator[None]:
    with closing():
        yield
