"""Opening one connection to PostgreSQL, in the state in which a store wants it."""

from __future__ import annotations

import socket
import ssl
from pathlib import Path
from typing import Any

from chancery.register.stores.addresses import Address
from chancery.terms.errors import DatabaseError

_PATIENCE = 10.0  # seconds for the server to answer at all


def connected(address: Address, *, readonly: bool) -> Any:
    """A connection of the driver in autocommit: who wants a transaction says BEGIN.

    A writer's commit returns when it is on the disk, whatever was set for its user. A server that hears nothing from
    the other side for two minutes lets the connection go, with the locks that it holds. Raises DatabaseError B002, and
    the driver's own errors.
    """
    import pg8000.dbapi

    try:
        server = _reached(address)
    except OSError as error:
        raise DatabaseError("B002", address=address, reason=error.strerror or error) from error
    try:
        connection = pg8000.dbapi.connect(
            user=address.user,
            host=address.host,
            database=address.database,
            password=address.password or "",  # without one the driver stumbles where the server asks for it
            sock=server,
            ssl_context=_security(address),
            application_name="chancery",
            startup_params={
                "search_path": address.schema,
                "default_transaction_read_only": "on" if readonly else "off",
                "tcp_keepalives_idle": "60",
                "tcp_keepalives_interval": "20",
                "tcp_keepalives_count": "3",
            },
        )
    except BaseException:
        server.close()
        raise
    server.settimeout(None)
    connection.autocommit = True
    if not readonly:
        connection.execute_simple(
            "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'"
        )
    return connection


def _reached(address: Address) -> socket.socket:
    if not address.host.startswith("/"):
        server = socket.create_connection((address.host, address.port), timeout=_PATIENCE)
        server.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        server.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return server
    server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    server.settimeout(_PATIENCE)
    try:
        server.connect(str(Path(address.host) / f".s.PGSQL.{address.port}"))
    except BaseException:
        server.close()
        raise
    return server


def _security(address: Address) -> bool | ssl.SSLContext | None:
    """What the driver does about TLS: None tries it and goes on without."""
    if address.sslmode == "disable" or address.host.startswith("/"):
        return False
    if address.sslmode == "verify-full":
        return ssl.create_default_context()
    return True if address.sslmode == "require" else None
