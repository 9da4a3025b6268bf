"""Who may do what: what the pages need to know of users, handed to them by the office."""

from __future__ import annotations

from typing import Literal, Protocol

import msgspec

Role = Literal["reader", "editor", "owner"]

_RANK: dict[Role, int] = {"reader": 0, "editor": 1, "owner": 2}


class Account(msgspec.Struct, frozen=True):
    """A user who is signed in."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether the user's role is that one or above it."""
        return _RANK[self.role] >= _RANK[role]


class Accounts(Protocol):
    """Users and their sessions. Tokens are secrets of 256 bits, in hexadecimal."""

    def sign_in(self, name: str, password: str, *, client: str) -> str:
        """A new session's token. Raises AccessError S003 for a wrong name or password, S004 after too many tries of
        the name or from the client."""

    def sign_in_once(self, token: str) -> str:
        """A new session's token for the one-time token that the server printed. Raises AccessError S005."""

    def account_of(self, session: str) -> Account | None:
        """Whose session it is; None where it has ended or never was."""

    def sign_out(self, session: str) -> None:
        """End the session."""
