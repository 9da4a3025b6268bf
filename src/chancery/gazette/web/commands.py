"""The command port: what the pages may have written for a signed-in user, handed to them by the office.

Every command names its user, is one transaction, and gives the id of what it entered: of an entry of the ledger, or of
a claim.
"""

from __future__ import annotations

from typing import Protocol

from chancery.terms.by_hand import Statement
from chancery.terms.rulings import OnClaim, OnNames


class Commands(Protocol):
    """Raises WorkspaceError where the register cannot be written to, QuestionError for what is not there."""

    def judge_names(self, first: str, second: str, judgement: OnNames, *, by: str, why: str) -> str:
        """Enter a ruling on two members of the record. Raises QuestionError Q001 where they are not two."""

    def judge_claim(self, claim: str, judgement: OnClaim, *, by: str, why: str) -> str:
        """Enter a ruling on a claim. Raises QuestionError Q003 or Q007."""

    def take_back(self, subject: str, *, by: str, why: str) -> str:
        """Withdraw a ruling by its entry, or a claim by its id, and nothing else. Raises QuestionError Q001."""

    def add_claim(self, statement: Statement, *, by: str, why: str) -> str:
        """Enter what a user states by hand, perhaps in place of another claim; gives the claim's id.

        Raises QuestionError Q008 where the document's reading was taken back, Q009 where it does not hold.
        """
