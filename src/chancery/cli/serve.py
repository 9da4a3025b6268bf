"""`chancery serve`: the record as web pages on this machine."""

from __future__ import annotations

import webbrowser
from contextlib import closing

import click

from chancery.gazette.web.server import address_of, bind, serve_on
from chancery.office.pages import application
from chancery.office.settings import Settings
from chancery.office.workspace import open_readonly


@click.command
@click.option("--host", default="127.0.0.1", show_default=True, help="A loopback address; others are refused.")
@click.option("--port", default=8421, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option("--open", "open_browser", is_flag=True, help="Open the pages in your browser.")
@click.pass_obj
def serve(settings: Settings, host: str, port: int, open_browser: bool) -> None:
    """Show the record as web pages on this machine, until you press Ctrl+C."""
    with open_readonly(settings):
        pass  # a workspace that cannot be opened is told before anything is served
    with closing(bind(host, port)) as bound:
        address = address_of(bound, host)

        def started() -> None:
            click.echo(f"Serving {settings.workspace} on {address}  (Ctrl+C ends it)")
            if open_browser:
                webbrowser.open(address)

        serve_on(bound, application(settings, hosts=[host]), started=started)
