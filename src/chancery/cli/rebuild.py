"""`chancery rebuild`: everything derived, made anew from the bytes and the ledger."""

from __future__ import annotations

from functools import partial

import click

from chancery.office.settings import Settings
from chancery.office.workspace import layer_of, open_for_rebuilding
from chancery.register import rebuild as rebuild_register


@click.command
@click.pass_obj
def rebuild(settings: Settings) -> None:
    """Make names, tenures and the search index anew from the archived bytes and the ledger.

    The answers stay the same; this is the way back when an index was lost, and the way on after an update that derives
    them in another way. The ledger's own tables are brought up to date first, where an update changed them.
    """
    with open_for_rebuilding(settings) as register:
        rebuild_register(register, partial(layer_of, settings, register))
        counts = register.counts()
    click.echo(f"made anew: {counts.people} people, {counts.bodies} bodies, {counts.posts} posts")
