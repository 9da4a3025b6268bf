"""The ledger's tables brought from an older format to today's, by the scripts of `migrations/`, in one transaction.

Only the ledger is migrated. What is derived is folded anew from it, which `rebuild` does next.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from chancery.register.schema import FORMAT, VERSION_TABLE
from chancery.terms.errors import DatabaseError

if TYPE_CHECKING:
    from sqlalchemy import Connection

SCRIPTS = Path(__file__).parent / "migrations"
VERSIONS = (SCRIPTS / "versions",)


def check_installed() -> None:
    """Raises DatabaseError B004 where what migrates is not installed: nothing else of Chancery needs it."""
    try:
        import alembic  # noqa: F401
    except ImportError as error:
        raise DatabaseError("B004", purpose="this update of the ledger's tables", package=error.name) from error


def upgrade(connection: Connection, *, found: int) -> None:
    """Run every script after format `found`, within the transaction that the connection has begun."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", "\n".join(map(str, VERSIONS)).replace("%", "%%"))
    config.attributes["connection"] = connection
    columns = "version_num VARCHAR(32) NOT NULL PRIMARY KEY"
    connection.exec_driver_sql(f"CREATE TABLE IF NOT EXISTS {VERSION_TABLE} ({columns})")
    connection.exec_driver_sql(f"DELETE FROM {VERSION_TABLE}")
    if found:
        connection.exec_driver_sql(f"INSERT INTO {VERSION_TABLE} VALUES ('{found:04}')")
    command.upgrade(config, f"{FORMAT:04}")
