"""Which register a command opens: that of the database, where one is set, and never a file beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from chancery.office.settings import Settings
from chancery.office.workspace import open_existing, open_for_writing, open_readonly
from chancery.terms.errors import DatabaseError, WorkspaceError

NOWHERE = "postgresql://ada:s3cret@127.0.0.1:1/minutes"


@pytest.mark.parametrize("opened", [open_existing, open_readonly])
def test_where_there_is_nothing_nothing_is_opened(tmp_path: Path, opened: object) -> None:
    with pytest.raises(WorkspaceError, match="W004"):
        opened(Settings(workspace=tmp_path / "none"))  # type: ignore[operator]


@pytest.mark.parametrize("opened", [open_existing, open_for_writing, open_readonly])
def test_a_database_that_is_set_is_meant_though_a_file_lies_there(tmp_path: Path, opened: object) -> None:
    open_for_writing(Settings(workspace=tmp_path)).close()
    with pytest.raises(DatabaseError, match="B002"):
        opened(Settings(workspace=tmp_path, database=NOWHERE))  # type: ignore[operator]
