"""Errors in one shape, as a page or as JSON: code, what, likely cause, next step."""

from __future__ import annotations

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from chancery.gazette.pages.parts import inside
from chancery.gazette.pages.problems_in_words import error_in_words
from chancery.gazette.tongue import speaking
from chancery.gazette.web.languages import language_of
from chancery.gazette.web.rendering import Renderer
from chancery.terms.errors import ChanceryError, OutputError

_STATUS = {"X007": 404, "Q001": 404, "S001": 401, "S002": 403, "S003": 403, "S004": 429, "S005": 403, "S006": 403}


class ErrorPage(msgspec.Struct, frozen=True, kw_only=True):
    """What the error template shows."""

    title: str
    address: str
    code: str
    what: str
    cause: str
    next: str


class ErrorAnswers:
    """Turns what was raised while a page was made into an answer."""

    def __init__(self, renderer: Renderer) -> None:
        self._renderer = renderer

    def of_chancery(self, request: Request, error: Exception) -> Response:
        assert isinstance(error, ChanceryError)
        return self._answer(request, error, _STATUS.get(error.code, 400))

    def of_http(self, request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        problem = OutputError("X007", path=_path(request))
        return self._answer(request, problem, error.status_code, dict(error.headers or {}))

    def of_mistake(self, request: Request, error: Exception) -> Response:
        """The server's own log has the trace; the page has no more than that it happened."""
        return self._answer(request, OutputError("X009", path=_path(request)), 500)

    def _answer(
        self, request: Request, error: ChanceryError, status: int, headers: dict[str, str] | None = None
    ) -> Response:
        if wants_json(request):
            body = msgspec.json.encode({"error": error.as_dict()})
            return Response(body, status_code=status, headers=headers, media_type="application/json")
        with speaking(language_of(request)):
            said = error_in_words(error)
            page = ErrorPage(
                title=error.code, address=_asked(request), code=error.code,
                what=said.what, cause=said.cause, next=said.next,
            )  # fmt: skip
            html = self._renderer.html("error.html", page, json_address=None)
        return HTMLResponse(html, status_code=status, headers=headers)


def wants_json(request: Request) -> bool:
    """Whether the address ends in .json, or the client asks for JSON and not for HTML."""
    accept = request.headers.get("accept", "")
    return request.url.path.endswith(".json") or ("application/json" in accept and "text/html" not in accept)


def _asked(request: Request) -> str:
    """The page that was asked for; a form's address is none to go back to."""
    query = f"?{request.url.query}" if request.url.query else ""
    return inside((request.url.path + query)[:2000]) if request.method == "GET" else "/"


def _path(request: Request) -> str:
    return request.url.path[:200]
