"""Which language a request is answered in: the one that was chosen here, or else the browser's."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from chancery.gazette.pages.parts import inside
from chancery.gazette.tongue import LANGUAGES, preferred
from chancery.terms.errors import OutputError

COOKIE = "chancery-language"
_A_YEAR = 365 * 24 * 3600  # seconds


def language_of(request: Request) -> str:
    """The code of the language to answer in."""
    chosen = request.cookies.get(COOKIE, "")
    return chosen if chosen in LANGUAGES else preferred(request.headers.get("accept-language", ""))


def choose_language(request: Request) -> Response:
    """Keep the choice in a cookie and go back to the page. Raises OutputError X007 for a language there is not."""
    code = request.path_params["code"]
    if code not in LANGUAGES:
        raise OutputError("X007", path=request.url.path[:200])
    response = RedirectResponse(inside(request.query_params.get("back", "/")), status_code=303)
    response.set_cookie(COOKIE, code, max_age=_A_YEAR, samesite="lax", httponly=True)
    return response
