"""The sample workspace, made once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from chancery.gazette.pages import OpenRecord
from chancery.office.settings import Settings
from tests.gazette.congress import add_congress
from tests.gazette.sample import add_hostile, open_record, sample_workspace


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return sample_workspace(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def hostile_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    settings = sample_workspace(tmp_path_factory.mktemp("hostile"))
    add_hostile(settings)
    add_congress(settings)
    return settings


@pytest.fixture(scope="session")
def congress_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    settings = sample_workspace(tmp_path_factory.mktemp("congress"))
    add_congress(settings)
    return settings


@pytest.fixture
def congress(congress_settings: Settings) -> Iterator[OpenRecord]:
    with open_record(congress_settings) as opened:
        yield opened


@pytest.fixture
def record(settings: Settings) -> Iterator[OpenRecord]:
    with open_record(settings) as opened:
        yield opened
