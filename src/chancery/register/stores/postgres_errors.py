"""PostgreSQL's errors in Chancery's codes, by their SQLSTATE.

The states: https://www.postgresql.org/docs/current/errcodes-appendix.html
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from chancery.register.stores.addresses import Address
from chancery.terms.errors import DatabaseError, WorkspaceError

_LOCKED = {"55P03", "40P01"}  # waited too long for a lock, or two waited for each other
_NO_ROOM = {"53100", "53200"}
_REFUSED = ("28", "42501", "3D")  # wrong password or user, no right, no such database
_UNREACHABLE = ("08", "57P", "53300")  # the connection, a server that stops or starts, too many connections
_DAMAGED = ("XX001", "XX002", "58030")
_READONLY = "25006"


def state_of(error: BaseException) -> str:
    """The SQLSTATE of an error of the driver, or ""."""
    told = error.args[0] if error.args else None
    return str(told.get("C", "")) if isinstance(told, dict) else ""


@contextmanager
def coded_errors(address: Address) -> Iterator[None]:
    """Errors of the database as W001, W003, W005, W006, B002 or B003; a mistake in our SQL stays what it is."""
    import sqlalchemy.exc
    from pg8000.exceptions import DatabaseError as ServerError
    from pg8000.exceptions import InterfaceError

    try:
        yield
    except ServerError as error:
        raise _coded(error, address) from error
    except sqlalchemy.exc.TimeoutError as error:
        raise DatabaseError("B002", address=address, reason="all connections of this program are in use") from error
    except (InterfaceError, ConnectionError, TimeoutError, ssl.SSLError) as error:
        raise DatabaseError("B002", address=address, reason=_cause(error)) from error


def is_lost(error: BaseException) -> bool:
    """Whether the connection is not to be used again."""
    return isinstance(error, DatabaseError) and error.code == "B002"


def _coded(error: Exception, address: Address) -> Exception:
    state = state_of(error)
    told = error.args[0] if error.args and isinstance(error.args[0], dict) else {}
    reason = told.get("M", "")
    if state in _LOCKED:
        return WorkspaceError("W003", path=address)
    if state in _NO_ROOM:
        return WorkspaceError("W005", reason=reason)
    if state == _READONLY:
        return WorkspaceError("W001", path=address, reason=reason)
    if state.startswith(_REFUSED):
        return DatabaseError("B003", address=address, reason=reason)
    if state.startswith(_UNREACHABLE):
        return DatabaseError("B002", address=address, reason=reason)
    if state.startswith(_DAMAGED):
        return WorkspaceError("W006", path=address, reason=reason)
    return error


def _cause(error: BaseException) -> str:
    """The innermost words: the driver wraps what the system told it."""
    while error.__cause__ is not None:
        error = error.__cause__
    return str(getattr(error, "strerror", None) or error)
