"""`chancery withdraw DOCUMENT`: take back what was read in a document."""

from __future__ import annotations

import click

from chancery.cli.judging import judged, print_judgement
from chancery.cli.terminal import print_json
from chancery.office.daily import utc_now
from chancery.office.settings import Settings
from chancery.office.workspace import open_existing


@click.command()
@click.argument("document")
@judged
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def withdraw(settings: Settings, document: str, by: str, why: str, as_json: bool) -> None:
    """Take back all that was read in DOCUMENT (its path, or its SHA-256 or the beginning of it).

    What rests on it alone ends, and nothing else. Its bytes stay in the archive,
    and reading them does not bring it back, unless with `chancery read --again`.
    """
    with open_existing(settings) as register:
        entry = register.withdraw_document(document, by=by, why=why, at=utc_now())
        [view] = [each for each in register.rulings() if each.id == entry.id]
    if as_json:
        print_json(view)
    else:
        print_judgement(view)
