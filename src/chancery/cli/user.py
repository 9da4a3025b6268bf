"""`chancery user`: who may rule and correct, and who may read where the record is served to others."""

from __future__ import annotations

from typing import get_args

import click
import msgspec

from chancery.cli.terminal import print_json, print_line, shown
from chancery.gazette.web.accounts import Role
from chancery.office.accounts import AccountFile
from chancery.office.settings import Settings
from chancery.office.workspace import open_readonly

_ROLE = click.Choice(get_args(Role))


@click.group
def user() -> None:
    """Users of the pages: readers read, editors and owners rule and correct.

    Forgetting and users are commands of whoever has the workspace.
    """


@user.command
@click.argument("name")
@click.option("--role", type=_ROLE, default="editor", show_default=True)
@click.option("--password", prompt=True, hide_input=True, confirmation_prompt=True, help="Asked for if not given.")
@click.pass_obj
def add(settings: Settings, name: str, role: str, password: str) -> None:
    """Add a user; the password is asked for, and has ten characters at least."""
    _accounts(settings).add(name, msgspec.convert(role, Role), password)
    click.echo(f"{shown(name)} is added as {role}")


@user.command(name="list")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_obj
def list_users(settings: Settings, as_json: bool) -> None:
    """All users with their roles."""
    users = _accounts(settings).users()
    if as_json:
        print_json(users)
    for each in () if as_json else users:
        print_line(f"{each.role:8}{shown(each.name)}")


@user.command
@click.argument("name")
@click.argument("role", type=_ROLE)
@click.pass_obj
def role(settings: Settings, name: str, role: str) -> None:
    """Give a user another role."""
    _accounts(settings).set_role(name, msgspec.convert(role, Role))
    click.echo(f"{shown(name)} is now {role}")


@user.command
@click.argument("name")
@click.option("--password", prompt=True, hide_input=True, confirmation_prompt=True, help="Asked for if not given.")
@click.pass_obj
def password(settings: Settings, name: str, password: str) -> None:
    """Give a user a new password; the user is signed out everywhere."""
    _accounts(settings).set_password(name, password)
    click.echo(f"{shown(name)} has a new password")


@user.command
@click.argument("name")
@click.pass_obj
def remove(settings: Settings, name: str) -> None:
    """Remove a user. What the user ruled stays in the record, with the name."""
    _accounts(settings).remove(name)
    click.echo(f"{shown(name)} is removed")


def _accounts(settings: Settings) -> AccountFile:
    with open_readonly(settings):
        pass  # users belong to a record that is there
    return AccountFile(settings.accounts)
