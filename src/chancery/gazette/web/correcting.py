"""Adding and correcting facts: what a signed-in editor states of a document, checked field by field."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from chancery.gazette.pages.add import Adding, asked_in
from chancery.gazette.pages.fact import fact_address
from chancery.gazette.pages.record import OpenRecord
from chancery.gazette.tongue import speaking
from chancery.gazette.web.accounts import Account, Accounts
from chancery.gazette.web.commands import Commands
from chancery.gazette.web.languages import language_of
from chancery.gazette.web.rendering import Renderer
from chancery.gazette.web.visitors import Visitor, check_form, fields_of, reason_of, visitor_of
from chancery.terms.errors import QuestionError

ADD = "/documents/{sha}/add"


class Correcting:
    """The handler of the form at `/documents/{sha}/add`: it answers with the new fact, or the form and what is wrong.

    The form gives offsets only; the words of the evidence are cut from the document's text.
    """

    def __init__(
        self,
        renderer: Renderer,
        open_record: Callable[[], AbstractContextManager[OpenRecord]],
        accounts: Accounts,
        commands: Commands,
    ) -> None:
        self._renderer = renderer
        self._open_record = open_record
        self._accounts = accounts
        self._commands = commands

    def routes(self) -> list[Route]:
        return [Route(ADD, self.add, methods=["POST"])]

    async def add(self, request: Request) -> Response:
        fields = await fields_of(request)
        visitor = await run_in_threadpool(visitor_of, request, self._accounts)
        account = check_form(request, visitor, fields, "editor")
        return await run_in_threadpool(self._added, request, visitor, account, fields)

    def _added(self, request: Request, visitor: Visitor, account: Account, fields: dict[str, str]) -> Response:
        with speaking(language_of(request)):
            with self._open_record() as record:
                adding = Adding(record, request.path_params["sha"], asked_in(fields, sent=True))
                if "more" in fields:
                    return self._form(adding, visitor, {}, status=200)
                entered = adding.entered()
                if entered.statement is None:
                    return self._form(adding, visitor, entered.problems)
            try:
                claim = self._commands.add_claim(entered.statement, by=account.name, why=reason_of(fields))
            except QuestionError as error:
                return self._form(adding, visitor, {"": f"{error.code}: {error.what}. {error.next}."})
        return RedirectResponse(fact_address(entered.statement.document, claim), status_code=303)

    def _form(self, adding: Adding, visitor: Visitor, problems: dict[str, str], *, status: int = 422) -> Response:
        html = self._renderer.html("add.html", adding.page(problems), json_address=None, visitor=visitor)
        return HTMLResponse(html, status_code=status, headers={"cache-control": "no-store"})
