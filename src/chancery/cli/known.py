"""`--known`: the option of every question that asks the record as it stood on a day."""

from __future__ import annotations

import click

from chancery.register import known_at
from chancery.terms.dates import Instant


def _instant(ctx: click.Context, parameter: click.Parameter, value: str | None) -> Instant | None:
    return None if value is None else known_at(value)


known_option = click.option(
    "--known",
    metavar="DAY",
    callback=_instant,
    help="Answer as the record stood at the end of that day (UTC), or at an instant such as 2026-03-01T09:30:00Z.",
)
"""Gives the command the argument `known`, an Instant or None. Raises QuestionError Q005."""
