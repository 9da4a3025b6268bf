"""The five real reports: their furniture is taken apart, and nothing in it is read for facts."""

from __future__ import annotations

from pathlib import Path

import pytest

from chancery.office.settings import Settings
from chancery.office.workspace import layer_of, open_readonly
from chancery.register import Register
from chancery.register.views import DocumentView
from chancery.terms.document import UNREAD_FURNITURE
from tests.paths.commands import run
from tests.paths.shared import SHARED, needs_shared

pytestmark = needs_shared


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("seeds") / "w"
    assert run(folder, "read", str(SHARED / "seeds")).exit_code == 0
    return Settings(workspace=folder)


def test_all_five_are_read(workspace: Settings) -> None:
    with open_readonly(workspace) as register:
        assert register.counts().read == 5


def test_language_marks_and_footers_are_metadata(workspace: Settings) -> None:
    with open_readonly(workspace) as register:
        (first,) = (view for view in views(register) if Path(view.document.source).name.startswith("000_"))
    assert first.document.category == "Coordination Committee of the DPRK ISG"
    assert len(first.document.links) == 3
    assert first.document.dateline is not None and first.document.dateline.strip().startswith("Beijing, September 30")


def test_no_claim_rests_on_furniture(workspace: Settings) -> None:
    with open_readonly(workspace) as register:
        for view in views(register):
            layer = layer_of(workspace, register, view.document.id)
            unread = [span for span in layer.furniture if span.kind in UNREAD_FURNITURE]
            for claim in view.claims:
                for evidence in claim.evidence:
                    assert not any(evidence.start < span.end and span.start < evidence.end for span in unread)


def views(register: Register) -> list[DocumentView]:
    return [register.document(listing.document.id) for listing in register.documents()]
