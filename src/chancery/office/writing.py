"""What the pages may have written: the command port over a workspace."""

from __future__ import annotations

from chancery.office.daily import utc_now
from chancery.office.settings import Settings
from chancery.office.workspace import open_existing
from chancery.terms.by_hand import Statement
from chancery.terms.errors import QuestionError
from chancery.terms.rulings import OnClaim, OnNames


class WorkspaceCommands:
    """See `gazette.web.commands.Commands`. The register is opened for each command, and only for it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def judge_names(self, first: str, second: str, judgement: OnNames, *, by: str, why: str) -> str:
        with open_existing(self._settings) as register:
            return register.judge_names(first, second, judgement, by=by, why=why, at=utc_now()).id

    def judge_claim(self, claim: str, judgement: OnClaim, *, by: str, why: str) -> str:
        with open_existing(self._settings) as register:
            return register.judge_claim(claim, judgement, by=by, why=why, at=utc_now()).id

    def take_back(self, subject: str, *, by: str, why: str) -> str:
        with open_existing(self._settings) as register:
            about = register.ledger.entry(subject)
            if about is not None and about.kind != "ruling":  # a document is withdrawn by `chancery withdraw`
                raise QuestionError("Q001", kind="ruling or claim", name=subject)
            return register.withdraw(subject, by=by, why=why, at=utc_now()).id

    def add_claim(self, statement: Statement, *, by: str, why: str) -> str:
        with open_existing(self._settings) as register:
            return register.add_claim(statement, by=by, why=why, at=utc_now())
