"""The web application: every page as HTML and, with .json, as the same typed object."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol
from urllib.parse import urlencode

import msgspec
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from chancery.gazette.pages.parts import Page
from chancery.gazette.pages.record import OpenRecord
from chancery.gazette.tongue import speaking
from chancery.gazette.web.accounts import Accounts
from chancery.gazette.web.actions import Actions
from chancery.gazette.web.citing import Answer, file_routes
from chancery.gazette.web.commands import Commands
from chancery.gazette.web.correcting import Correcting
from chancery.gazette.web.errors import ErrorAnswers
from chancery.gazette.web.guard import LOOPBACK_NAMES, Guard
from chancery.gazette.web.languages import choose_language, language_of
from chancery.gazette.web.rendering import Renderer
from chancery.gazette.web.routes import ROUTES, PageRoute
from chancery.gazette.web.visitors import check_reader, visitor_of
from chancery.register import known_at
from chancery.terms.dates import Instant
from chancery.terms.errors import ChanceryError

LANGUAGE = "/language/{code}"
_STATIC = Path(__file__).parent / "static"
_FRESH = {"cache-control": "no-cache"}
_VARIES = {"vary": "Accept-Language, Cookie"}


class RecordOpener(Protocol):
    """Opens the record as it stands, or as it stood at an instant. Raises WorkspaceError."""

    def __call__(self, known: Instant | None = None) -> AbstractContextManager[OpenRecord]: ...


def make_app(
    open_record: RecordOpener,
    *,
    hosts: Iterable[str] = (),
    accounts: Accounts | None = None,
    commands: Commands | None = None,
    reading_is_open: bool = True,
) -> Guard:
    """The application over a record, which is opened anew for each page, so that what was just read shows.

    It answers only for the names of this machine's loopback and for `hosts`. Without accounts and commands nothing can
    be written; unless `reading_is_open`, pages too are for signed-in users only.
    """
    renderer = Renderer()
    errors = ErrorAnswers(renderer)
    routes: list[BaseRoute] = [Mount("/static", StaticFiles(directory=_STATIC), name="static")]
    routes.append(Route(LANGUAGE, choose_language))
    if accounts is not None and commands is not None:
        routes += Actions(renderer, accounts, commands).routes()
        routes += Correcting(renderer, open_record, accounts, commands).routes()

    def answered(answer: Answer) -> Callable[[Request], Response]:
        def file(request: Request) -> Response:
            check_reader(visitor_of(request, accounts), open_to_all=reading_is_open)
            with speaking(language_of(request)), open_record() as record:
                return answer(record, request)

        return file

    for route in ROUTES:
        endpoint = _endpoint(route, renderer, open_record, accounts, reading_is_open)
        routes += [Route(json_path(route.path), endpoint), Route(route.path, endpoint)]
    routes += file_routes(answered)
    application = Starlette(
        routes=routes,
        exception_handlers={
            ChanceryError: errors.of_chancery,
            HTTPException: errors.of_http,
            Exception: errors.of_mistake,
        },
    )
    # Around the application, not inside it: Starlette's answer to a mistake passes by its own middleware.
    return Guard(application, LOOPBACK_NAMES | {host.casefold() for host in hosts})


def _endpoint(
    route: PageRoute, renderer: Renderer, open_record: RecordOpener, accounts: Accounts | None, reading_is_open: bool
) -> Callable[[Request], Response]:
    def answer(request: Request) -> Response:
        visitor = visitor_of(request, accounts)
        check_reader(visitor, open_to_all=reading_is_open)
        asked = request.query_params.get("known", "").strip() if route.known else ""
        known = known_at(asked) if asked else None
        if request.url.path.endswith(".json"):
            with open_record(known) as record:
                page = _as_known(route.build(record, request), asked)
            return Response(msgspec.json.encode(page), media_type="application/json", headers=_FRESH)
        with speaking(language_of(request)), open_record(known) as record:
            page = _as_known(route.build(record, request), asked)
            html = renderer.html(
                route.template, page, json_address=json_path(page.address), visitor=visitor, known=known
            )
        return HTMLResponse(html, headers=_FRESH | _VARIES)

    return answer


def _as_known(page: Page, known: str) -> Page:
    """The page with the day of the record in its address, where it was asked for one."""
    if not known:
        return page
    mark = "&" if "?" in page.address else "?"
    return msgspec.structs.replace(page, address=f"{page.address}{mark}{urlencode({'known': known})}")


def json_path(address: str) -> str:
    """The address of a page's JSON: "/" gives "/index.json", "/search?q=x" gives "/search.json?q=x"."""
    path, mark, query = address.partition("?")
    return f"{'/index' if path == '/' else path}.json{mark}{query}"
