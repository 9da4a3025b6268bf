"""Users of the pages, their passwords (argon2id) and sessions: a file of the workspace beside the register.

It is no part of the record. Only digests are kept: of passwords by argon2, of session tokens by SHA-256. A session ends
after `IDLE` without a request and after `LONGEST` in any case. After `TRIES` failures of a name or of a client within
`WINDOW`, signing in is refused for that long, whether or not the name exists.
"""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import msgspec
from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from chancery.gazette.web.accounts import Account, Role
from chancery.terms.errors import AccessError, WorkspaceError
from chancery.terms.rulings import BY_RULE

IDLE = 2 * 3600  # seconds
LONGEST = 12 * 3600  # seconds
TRIES = 5
WINDOW = 15 * 60  # seconds
LEAST_PASSWORD = 10  # characters: NIST SP 800-63B asks for 8 at least, and for no rules of composition
_LONGEST_NAME = 80

_TABLES = """
CREATE TABLE IF NOT EXISTS user (
    name TEXT PRIMARY KEY, role TEXT NOT NULL, password TEXT NOT NULL, added REAL NOT NULL);
CREATE TABLE IF NOT EXISTS session (
    digest TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT, begun REAL NOT NULL, seen REAL NOT NULL);
CREATE TABLE IF NOT EXISTS failure (what TEXT NOT NULL, at REAL NOT NULL);
CREATE INDEX IF NOT EXISTS failure_what ON failure (what, at);
"""


@cache
def _nobody() -> str:
    """A digest that is verified for names that there are not, so that the time an answer takes tells nothing."""
    return PasswordHasher().hash(secrets.token_hex(16))


class User(msgspec.Struct, frozen=True):
    """A user as `chancery user list` tells; `added` is in seconds since 1970, UTC."""

    name: str
    role: Role
    added: float


class AccountFile:
    """The users of one workspace. Each call opens the file anew, so that several programs may share it."""

    def __init__(self, path: Path, *, now: Callable[[], float] = time.time, once_for: str | None = None) -> None:
        """`once_for` names the user for whom a one-time token is made, to be had from `one_time_token`."""
        self._path = path
        self._now = now
        self._hasher = PasswordHasher()
        self._once = secrets.token_hex(32) if once_for is not None else None
        self._once_for = once_for or ""
        self._lock = threading.Lock()

    @property
    def one_time_token(self) -> str | None:
        """The token that signs in once, without a password; None where it is used up."""
        return self._once

    def users(self) -> list[User]:
        if not self._path.exists():
            return []
        with self._open() as db:
            return [User(*row) for row in db.execute("SELECT name, role, added FROM user ORDER BY name")]

    def add(self, name: str, role: Role, password: str) -> None:
        """Raises AccessError S007 where the name is taken or does not fit, or the password is too short."""
        name = name.strip()
        if not name or len(name) > _LONGEST_NAME or not name.isprintable() or name.startswith(BY_RULE):
            raise AccessError("S007", name=name or "(none)", reason="that is no name for a user")
        hashed = self._hashed(name, password)
        with self._open() as db:
            try:
                db.execute("INSERT INTO user VALUES (?, ?, ?, ?)", (name, role, hashed, self._now()))
            except sqlite3.IntegrityError as error:
                raise AccessError("S007", name=name, reason="there is one of that name") from error

    def set_role(self, name: str, role: Role) -> None:
        """Raises AccessError S007 where there is no such user."""
        self._change("UPDATE user SET role = ? WHERE name = ?", role, name)

    def set_password(self, name: str, password: str) -> None:
        """Sessions of the user end. Raises AccessError S007."""
        self._change("UPDATE user SET password = ? WHERE name = ?", self._hashed(name, password), name)
        with self._open() as db:
            db.execute("DELETE FROM session WHERE name = ?", (name,))

    def remove(self, name: str) -> None:
        """Raises AccessError S007 where there is no such user."""
        self._change("DELETE FROM user WHERE name = ?", name)
        with self._open() as db:
            db.execute("DELETE FROM session WHERE name = ?", (name,))

    def sign_in(self, name: str, password: str, *, client: str) -> str:
        """See `gazette.web.accounts.Accounts`."""
        name = name.strip()[:_LONGEST_NAME]
        tried = (_digest(f"name {name}"), _digest(f"client {client}"))
        with self._open() as db:
            db.execute("DELETE FROM failure WHERE at < ?", (self._now() - WINDOW,))
            for what in tried:
                if db.execute("SELECT count(*) FROM failure WHERE what = ?", (what,)).fetchone()[0] >= TRIES:
                    raise AccessError("S004", minutes=WINDOW // 60)
            row = db.execute("SELECT password FROM user WHERE name = ?", (name,)).fetchone()
            # Counted before it is checked, so that many tries at once are counted too.
            db.executemany("INSERT INTO failure VALUES (?, ?)", [(what, self._now()) for what in tried])
        if not self._is_right(row[0] if row else _nobody(), password) or row is None:
            raise AccessError("S003")
        with self._open() as db:
            db.executemany("DELETE FROM failure WHERE what = ?", [(what,) for what in tried])
        return self._begin(name, None)

    def sign_in_once(self, token: str) -> str:
        """See `gazette.web.accounts.Accounts`; whoever comes so is an owner."""
        with self._lock:
            if self._once is None or not secrets.compare_digest(self._once.encode(), token.encode("utf-8", "replace")):
                raise AccessError("S005")
            self._once = None
        return self._begin(self._once_for, "owner")

    def account_of(self, session: str) -> Account | None:
        """See `gazette.web.accounts.Accounts`."""
        if not self._path.exists():
            return None
        now = self._now()
        with self._open() as db:
            db.execute("DELETE FROM session WHERE seen < ? OR begun < ?", (now - IDLE, now - LONGEST))
            row = db.execute(
                "SELECT session.name, coalesce(session.role, user.role) FROM session"
                " LEFT JOIN user ON user.name = session.name WHERE digest = ?",
                (_digest(session),),
            ).fetchone()
            if row is None or row[1] is None:
                return None
            db.execute("UPDATE session SET seen = ? WHERE digest = ? AND seen < ?", (now, _digest(session), now - 60))
        return Account(*row)

    def sign_out(self, session: str) -> None:
        with self._open() as db:
            db.execute("DELETE FROM session WHERE digest = ?", (_digest(session),))

    def _begin(self, name: str, role: Role | None) -> str:
        session = secrets.token_hex(32)
        with self._open() as db:
            now = self._now()
            db.execute("INSERT INTO session VALUES (?, ?, ?, ?, ?)", (_digest(session), name, role, now, now))
        return session

    def _is_right(self, hashed: str, password: str) -> bool:
        try:
            return self._hasher.verify(hashed, password)
        except (Argon2Error, InvalidHashError):
            return False

    def _hashed(self, name: str, password: str) -> str:
        if len(password) < LEAST_PASSWORD:
            raise AccessError("S007", name=name, reason=f"a password has {LEAST_PASSWORD} characters at least")
        return self._hasher.hash(password)

    def _change(self, sql: str, *values: str) -> None:
        with self._open() as db:
            if db.execute(sql, values).rowcount == 0:
                raise AccessError("S007", name=values[-1], reason="there is no such user")

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """One transaction. Only the owner of the workspace may read the file."""
        try:
            new = not self._path.exists()
            db = sqlite3.connect(self._path, timeout=10)
            try:
                if new:
                    self._path.chmod(0o600)
                db.executescript(_TABLES)
                with db:
                    db.execute("BEGIN IMMEDIATE")
                    yield db
            finally:
                db.close()
        except sqlite3.OperationalError as error:
            raise WorkspaceError("W001", path=self._path, reason=error) from error


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()
