"""`chancery serve`: the record as web pages on this machine."""

from __future__ import annotations

import getpass
import webbrowser
from contextlib import closing
from urllib.parse import urlencode

import click

from chancery.gazette.web.guard import is_loopback
from chancery.gazette.web.server import address_of, bind, serve_on
from chancery.office.accounts import AccountFile
from chancery.office.pages import application
from chancery.office.settings import Settings
from chancery.office.workspace import open_readonly


@click.command
@click.option("--host", default="127.0.0.1", show_default=True, help="Others than loopback only where there are users.")
@click.option("--port", default=8421, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--name", "names", multiple=True, metavar="NAME", help="A name by which browsers reach this server.")
@click.option("--open", "open_browser", is_flag=True, help="Open the pages in your browser.")
@click.pass_obj
def serve(settings: Settings, host: str, port: int, names: tuple[str, ...], open_browser: bool) -> None:
    """Show the record as web pages, until you press Ctrl+C.

    On this machine everyone may read. To rule and correct, open the address that is printed, which signs you in once,
    or sign in as a user (`chancery user add`). For others, name with --name by what name their browsers come: then
    only users may read, and a server with TLS on this machine is to stand before it and pass requests on.
    """
    with open_readonly(settings):
        pass  # a workspace that cannot be opened is told before anything is served
    local = is_loopback(host) and not names  # by a name, requests come from others, through a server before this one
    accounts = AccountFile(settings.accounts, once_for=getpass.getuser() if local else None)
    with closing(bind(host, port, users=bool(accounts.users()), local=local)) as bound:
        address = address_of(bound, host)
        writing = f"{address}sign-in?{urlencode({'token': accounts.one_time_token})}" if local else None

        def started() -> None:
            click.echo(f"Serving {settings.workspace} on {address}  (Ctrl+C ends it)")
            if writing is not None:
                click.echo(f"To rule and correct, open this once: {writing}")
            if open_browser:
                webbrowser.open(address)

        app = application(settings, hosts=[host, *names], accounts=accounts, reading_is_open=local)
        serve_on(bound, app, started=started, behind_another=bool(names))
