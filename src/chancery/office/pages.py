"""The web application over a workspace."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache, partial

from starlette.types import ASGIApp

from chancery.gazette.pages.record import OpenRecord
from chancery.gazette.web import make_app
from chancery.gazette.web.accounts import Accounts
from chancery.gazette.web.app import RecordOpener
from chancery.office.settings import Settings
from chancery.office.workspace import layer_of, open_as_known, open_readonly
from chancery.office.writing import WorkspaceCommands
from chancery.terms.dates import Instant


def application(
    settings: Settings, *, hosts: Iterable[str] = (), accounts: Accounts | None = None, reading_is_open: bool = True
) -> ASGIApp:
    """The pages of the record. Each answer is of its own moment, so that what was just read shows.

    A file is opened anew for each page, a database once: to connect takes longer than most pages. With accounts,
    signed-in users may rule and correct; unless `reading_is_open`, only they may read.
    """
    return make_app(
        partial(_open_record, settings) if settings.database is None else _kept_open(settings),
        hosts=hosts,
        accounts=accounts,
        commands=WorkspaceCommands(settings),
        reading_is_open=reading_is_open,
    )


def _kept_open(settings: Settings) -> RecordOpener:
    kept = cache(partial(open_readonly, settings))

    @contextmanager
    def opened(known: Instant | None = None) -> Iterator[OpenRecord]:
        if known is None:
            yield OpenRecord(register=kept(), layer_of=partial(layer_of, settings, kept()))
        else:  # a fold of the past is a file of its own
            with _open_record(settings, known) as record:
                yield record

    return opened


@contextmanager
def _open_record(settings: Settings, known: Instant | None = None) -> Iterator[OpenRecord]:
    with open_as_known(settings, known) as register:
        yield OpenRecord(register=register, layer_of=partial(layer_of, settings, register))
