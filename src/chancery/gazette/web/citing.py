"""References as files: of a fact, and of a page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from chancery.gazette.citing import FORMS, Reference
from chancery.gazette.pages.cite import page_reference
from chancery.gazette.pages.fact import fact_reference
from chancery.gazette.pages.record import OpenRecord
from chancery.terms.dates import Instant
from chancery.terms.errors import OutputError

Answer = Callable[[OpenRecord, Request], Response]


def base_of(request: Request) -> str:
    """What stands before the path in an address of this server."""
    return f"{request.url.scheme}://{request.headers.get('host', '')}"


def now() -> Instant:
    return Instant(dt.datetime.now(dt.UTC))


def fact_file(record: OpenRecord, request: Request) -> Response:
    """The reference to a fact in the form that the address ends with."""
    place = request.path_params
    return _file(fact_reference(record.register, place["sha"], place["claim"]), place["form"])


def page_file(record: OpenRecord, request: Request) -> Response:
    """The reference to the page that the query names."""
    asked = request.query_params
    reference = page_reference(asked.get("page", ""), asked.get("title", ""), base=base_of(request), at=now())
    return _file(reference, request.path_params["form"])


FILES: tuple[tuple[str, Answer], ...] = (
    ("/documents/{sha}/facts/{claim}/cite.{form:path}", fact_file),
    ("/cite.{form:path}", page_file),
)


def file_routes(endpoint: Callable[[Answer], Callable[[Request], Response]]) -> list[Route]:
    return [Route(path, endpoint(answer)) for path, answer in FILES]


def _file(reference: Reference, form: str) -> Response:
    if form not in FORMS:
        raise OutputError("X007", path=f"cite.{form}"[:100])
    make, media_type = FORMS[form]
    name = f"{reference.key}.{form}"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(make(reference), media_type=f"{media_type}; charset=utf-8", headers=headers)
