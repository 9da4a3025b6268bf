"""What forms do: signing in and out, and rulings. Each answers with a redirect, so that reloading repeats nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from chancery.gazette.pages.parts import Page, inside
from chancery.gazette.pages.problems_in_words import error_in_words
from chancery.gazette.tongue import gettext as _
from chancery.gazette.tongue import speaking
from chancery.gazette.web.accounts import Accounts
from chancery.gazette.web.commands import Commands
from chancery.gazette.web.languages import language_of
from chancery.gazette.web.rendering import Renderer
from chancery.gazette.web.visitors import (
    COOKIE,
    Visitor,
    check_form,
    check_origin,
    fields_of,
    forget_session,
    keep_session,
    reason_of,
    visitor_of,
)
from chancery.terms.errors import AccessError

SIGN_IN, SIGN_OUT, RULE, TAKE_BACK = "/sign-in", "/sign-out", "/rulings", "/rulings/{entry}/withdraw"


class SignInPage(Page, frozen=True, kw_only=True):
    """`back` is the page to return to; `problem` says why the last try failed."""

    back: str
    problem: str | None = None


class Actions:
    """The handlers of forms over the accounts and the command port."""

    def __init__(self, renderer: Renderer, accounts: Accounts, commands: Commands) -> None:
        self._renderer = renderer
        self._accounts = accounts
        self._commands = commands

    def routes(self) -> list[Route]:
        return [
            Route(SIGN_IN, self.ask_to_sign_in, methods=["GET"]),
            Route(SIGN_IN, self.sign_in, methods=["POST"]),
            Route(SIGN_OUT, self.sign_out, methods=["POST"]),
            Route(RULE, self.rule, methods=["POST"]),
            Route(TAKE_BACK, self.take_back, methods=["POST"]),
        ]

    def ask_to_sign_in(self, request: Request) -> Response:
        """The form; with the one-time token of `chancery serve` in the address, a session at once."""
        back = inside(request.query_params.get("back", "/"))
        token = request.query_params.get("token")
        if token is not None:
            response = RedirectResponse(back, status_code=303)
            keep_session(response, self._accounts.sign_in_once(token), secure=request.url.scheme == "https")
            return response
        return self._form(request, back, None)

    async def sign_in(self, request: Request) -> Response:
        fields = await fields_of(request)
        check_origin(request)
        back = inside(fields.get("back", "/"))
        client = request.client.host if request.client else ""
        try:
            session = await run_in_threadpool(
                self._accounts.sign_in, fields.get("name", ""), fields.get("password", ""), client=client
            )
        except AccessError as error:
            return self._form(request, back, error)
        response = RedirectResponse(back, status_code=303)
        keep_session(response, session, secure=request.url.scheme == "https")
        return response

    async def sign_out(self, request: Request) -> Response:
        visitor, fields = await self._asked(request)
        check_form(request, visitor, fields, "reader")
        await run_in_threadpool(self._accounts.sign_out, request.cookies.get(COOKIE, ""))
        response = RedirectResponse(inside(fields.get("back", "/")), status_code=303)
        forget_session(response)
        return response

    async def rule(self, request: Request) -> Response:
        """A ruling on two members or on one claim, by the signed-in user."""
        visitor, fields = await self._asked(request)
        account = check_form(request, visitor, fields, "editor")
        first, second, why = fields.get("first", ""), fields.get("second", ""), reason_of(fields)
        match fields.get("judgement", ""):
            case "accept" | "reject" as judgement:
                return await self._done(
                    fields, partial(self._commands.judge_claim, first, judgement, by=account.name, why=why)
                )
            case "same" | "not the same" | "unsure" as judgement:
                return await self._done(
                    fields, partial(self._commands.judge_names, first, second, judgement, by=account.name, why=why)
                )
            case _:
                raise AccessError("S006", reason="it holds no judgement")

    async def take_back(self, request: Request) -> Response:
        """Withdraw one ruling, or one claim that was stated by hand, and nothing else."""
        visitor, fields = await self._asked(request)
        account = check_form(request, visitor, fields, "editor")
        entry = request.path_params["entry"]
        return await self._done(fields, lambda: self._commands.take_back(entry, by=account.name, why=reason_of(fields)))

    async def _done(self, fields: dict[str, str], command: Callable[[], str]) -> Response:
        await run_in_threadpool(command)
        return RedirectResponse(inside(fields.get("back", "/")), status_code=303)

    async def _asked(self, request: Request) -> tuple[Visitor, dict[str, str]]:
        fields = await fields_of(request)
        return await run_in_threadpool(visitor_of, request, self._accounts), fields

    def _form(self, request: Request, back: str, error: AccessError | None) -> Response:
        with speaking(language_of(request)):
            said = None if error is None else error_in_words(error)
            page = SignInPage(
                title=_("Sign in"), address="/sign-in", back=back,
                problem=None if error is None or said is None else f"{error.code}: {said.what}. {said.next}.",
            )  # fmt: skip
            html = self._renderer.html("sign_in.html", page, json_address=None)
        return HTMLResponse(html, status_code=200 if error is None else 403, headers={"cache-control": "no-store"})
