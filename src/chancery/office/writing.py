"""What the pages may have written: the command port over a workspace."""

from __future__ import annotations

from chancery.office.daily import utc_now
from chancery.office.settings import Settings
from chancery.office.workspace import open_for_writing
from chancery.terms.by_hand import Statement
from chancery.terms.rulings import Judgement, Ruling


class WorkspaceCommands:
    """See `gazette.web.commands.Commands`. The register is opened for each command, and only for it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def rule(self, judgement: Judgement, subjects: tuple[str, ...], *, by: str, why: str) -> str:
        with open_for_writing(self._settings) as register:
            ruling = Ruling(judgement=judgement, subjects=subjects, by=by, why=why)
            return register.record_ruling(ruling, at=utc_now()).id

    def take_back(self, entry: str, *, by: str, why: str) -> str:
        with open_for_writing(self._settings) as register:
            return register.withdraw(entry, by=by, why=why, at=utc_now()).id

    def add_claim(self, statement: Statement, *, by: str, why: str) -> str:
        with open_for_writing(self._settings) as register:
            return register.add_claim(statement, by=by, why=why, at=utc_now())
