"""The command port: what the pages may have written for a signed-in user, handed to them by the office.

Every command names its user, is one transaction, and gives the id of what it entered: of an entry of the ledger, or of
a claim.
"""

from __future__ import annotations

from typing import Protocol

from chancery.terms.by_hand import Statement
from chancery.terms.rulings import Judgement


class Commands(Protocol):
    """Raises WorkspaceError where the register cannot be written to, QuestionError for what is not there."""

    def rule(self, judgement: Judgement, subjects: tuple[str, ...], *, by: str, why: str) -> str:
        """Enter a ruling on two members ("same", ...) or on one claim ("accept", "reject")."""

    def take_back(self, entry: str, *, by: str, why: str) -> str:
        """Withdraw a ruling or a reading by its entry, or a claim by its id, and nothing else."""

    def add_claim(self, statement: Statement, *, by: str, why: str) -> str:
        """Enter what a user states by hand, perhaps in place of another claim; gives the claim's id.

        Raises QuestionError Q008 where the document's reading was taken back, Q009 where it does not hold.
        """
