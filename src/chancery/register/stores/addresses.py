"""The address of a PostgreSQL database: `postgresql://USER:PASSWORD@HOST:PORT/DATABASE?schema=NAME&sslmode=MODE`.

`host` among the options is the folder of a Unix socket, as PostgreSQL's own programs read it; so is `sslmode`, of which
`prefer` (the default), `disable`, `require` and `verify-full` are known. Signs of a password that an address cannot
hold are percent-encoded.
"""

from __future__ import annotations

import getpass
from dataclasses import dataclass, field
from urllib.parse import parse_qs, unquote, urlsplit

import regex

from chancery.terms.errors import DatabaseError

SCHEMES = ("postgresql", "postgres")
DEFAULT_PORT = 5432
DEFAULT_SCHEMA = "public"
SSL_MODES = ("disable", "prefer", "require", "verify-full")

_SCHEMA = regex.compile(r"[a-z_][a-z0-9_]{0,62}")
_OPTIONS = {"schema", "sslmode", "host"}


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is, and as whom. `host` is a name, or the folder of a Unix socket where it begins with "/"."""

    user: str
    host: str
    port: int
    database: str
    schema: str = DEFAULT_SCHEMA
    sslmode: str = "prefer"
    password: str | None = field(default=None, repr=False)

    def __str__(self) -> str:
        """What people may see: no password."""
        where = f"{self.user}@{self.host}:{self.port}/{self.database}"
        return f"postgresql://{where}" + ("" if self.schema == DEFAULT_SCHEMA else f"?schema={self.schema}")


def parse_address(url: str) -> Address:
    """The address that a URL writes. Raises DatabaseError B001, whose words never hold the password."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        options = parse_qs(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query))
    except ValueError:  # the error's own words may quote the address
        raise DatabaseError("B001", reason="it is no URL, or its port is no number") from None
    if parts.scheme not in SCHEMES:
        raise DatabaseError("B001", reason=f"it does not begin with {SCHEMES[0]}://")
    given = {name: values[-1] for name, values in options.items()}
    if unknown := sorted(given.keys() - _OPTIONS):
        raise DatabaseError(
            "B001", reason=f"the option {unknown[0]} is not known; there are {', '.join(sorted(_OPTIONS))}"
        )
    database = unquote(parts.path.removeprefix("/"))
    if not database or "/" in database:
        raise DatabaseError("B001", reason="it names no database after the host")
    schema, sslmode = given.get("schema", DEFAULT_SCHEMA), given.get("sslmode", "prefer")
    if not _SCHEMA.fullmatch(schema):
        raise DatabaseError("B001", reason="a schema's name has small letters, digits and underscores only")
    if sslmode not in SSL_MODES:
        raise DatabaseError("B001", reason=f"sslmode is one of {', '.join(SSL_MODES)}")
    return Address(
        user=unquote(parts.username) if parts.username else getpass.getuser(),
        host=given.get("host") or parts.hostname or "localhost",
        port=port or DEFAULT_PORT,
        database=database,
        schema=schema,
        sslmode=sslmode,
        password=None if parts.password is None else unquote(parts.password),
    )
