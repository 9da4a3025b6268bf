"""Alembic runs this file; `migrating.upgrade` hands it the connection, inside the transaction of the whole change."""

from __future__ import annotations

from alembic import context

from chancery.register.schema import VERSION_TABLE

context.configure(connection=context.config.attributes["connection"], version_table=VERSION_TABLE)
context.run_migrations()
