"""One connection to PostgreSQL while it is lent, and the statements that were prepared on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from chancery.register.store import Listed, Row, Values

if TYPE_CHECKING:
    from sqlalchemy.pool import PoolProxiedConnection

_MOST_PREPARED = 600  # the register knows some two hundred statements; those of several rows make a few of each
_PREPARED = "chancery statements"


class Session:
    """Statements with `$1`, `$2`, … over one connection; each is prepared once, and then costs one round trip."""

    def __init__(self, lent: PoolProxiedConnection) -> None:
        self._lent = lent
        self._driver: Any = lent.driver_connection
        self._prepared: dict[str, tuple[Any, ...]] = lent.info.setdefault(_PREPARED, {})

    def rows(self, sql: str, values: Values) -> list[Row]:
        prepared = self._prepared.get(sql)
        if prepared is None:
            if len(self._prepared) >= _MOST_PREPARED:
                self.forget_statements()
            prepared = self._prepared[sql] = self._driver.prepare_statement(sql, ())
        name, columns, functions = prepared
        given = [_bound(value) for value in values]
        context = self._driver.execute_named(name, given, columns, functions, sql)
        return [tuple(row) for row in context.rows or ()]

    def simple(self, sql: str) -> None:
        """Statements without values, several with semicolons between."""
        self._driver.execute_simple(sql)

    def script(self, statements: Iterable[str]) -> None:
        self.simple(";\n".join(statements))

    def roll_back(self) -> None:
        """End a transaction that failed; on a connection that is lost there is none left."""
        from pg8000.exceptions import Error

        try:
            self._driver.execute_simple("ROLLBACK")
        except (Error, OSError):
            self.give_up()

    def give_up(self) -> None:
        """Never use this connection again."""
        if self._lent.is_valid:
            self._lent.invalidate()

    def forget_statements(self) -> None:
        self.simple("DEALLOCATE ALL")
        self._prepared.clear()


def _bound(value: object) -> str | None:
    """A value as the protocol's text. PostgreSQL's texts hold no NUL; a space stands in its place."""
    match value:
        case None:
            return None
        case bool():
            return str(int(value))
        case int() | float():
            return repr(value)
        case bytes():
            return "\\x" + value.hex()
        case str():
            return value.replace("\0", " ")
        case Listed():
            return f"{{{','.join(map(_element, value.values))}}}"
    raise TypeError(f"no value of the register: {type(value)}")


def _element(value: str | int) -> str:
    if isinstance(value, int):
        return repr(value)
    escaped = value.replace("\0", " ").replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
