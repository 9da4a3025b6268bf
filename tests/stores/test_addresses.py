"""Addresses of databases: what is understood, what is refused, and that no password is ever shown."""

from __future__ import annotations

import pytest

from chancery.register.stores.addresses import parse_address
from chancery.terms.errors import DatabaseError


def test_the_parts_of_an_address() -> None:
    found = parse_address("postgresql://ada:p%40ss%2Fword@db.example:6543/minutes?schema=team_a&sslmode=require")
    assert (found.user, found.password, found.host, found.port) == ("ada", "p@ss/word", "db.example", 6543)
    assert (found.database, found.schema, found.sslmode) == ("minutes", "team_a", "require")


def test_what_is_left_out_is_as_postgresqls_own_programs_have_it() -> None:
    found = parse_address("postgres://ada@db.example/minutes")
    assert (found.port, found.schema, found.sslmode, found.password) == (5432, "public", "prefer", None)
    assert parse_address("postgresql:///minutes?host=/run/postgresql").host == "/run/postgresql"
    assert parse_address("postgresql:///minutes").user


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("mysql://ada:s3cret@db.example/minutes", "does not begin"),
        ("ada:s3cret@db.example/minutes", "does not begin"),
        ("postgresql://ada:s3cret@db.example:many/minutes", "port"),
        ("postgresql://ada:s3cret@db.example/", "no database"),
        ("postgresql://ada:s3cret@db.example/a/b", "no database"),
        ("postgresql://ada:s3cret@db.example/minutes?shcema=x", "shcema is not known"),
        ("postgresql://ada:s3cret@db.example/minutes?schema", "URL"),
        ("postgresql://ada:s3cret@db.example/minutes?schema=x;drop", "schema's name"),
        ("postgresql://ada:s3cret@db.example/minutes?schema=T", "schema's name"),
        ("postgresql://ada:s3cret@db.example/minutes?sslmode=maybe", "sslmode is one of"),
        ("postgresql://ada:s3cret[@db.example/minutes", "URL"),
    ],
)
def test_d001_what_is_no_address_is_told_without_the_password(address: str, said: str) -> None:
    with pytest.raises(DatabaseError, match=said) as caught:
        parse_address(address)
    assert caught.value.code == "B001"
    assert "s3cret" not in repr(caught.value) + str(caught.value.as_dict())
    assert caught.value.__cause__ is None, "which would quote the address"


def test_the_password_is_not_shown() -> None:
    found = parse_address("postgresql://ada:s3cret@db.example/minutes?schema=team")
    assert str(found) == "postgresql://ada@db.example:5432/minutes?schema=team"
    assert "s3cret" not in repr(found)
