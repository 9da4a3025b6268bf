"""Who is asking: the session in the cookie, the token that guards forms, and what a handler may demand.

The session's token is a secret; a form carries a token made from it, which another site can neither read nor guess.
"""

from __future__ import annotations

import hashlib
import hmac
from urllib.parse import parse_qsl

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from chancery.gazette.web.accounts import Account, Accounts, Role
from chancery.terms.errors import AccessError

COOKIE = "chancery-session"
LONGEST_FORM = 200_000  # bytes; the longest field is a passage of a document
LONGEST_REASON = 500  # characters
_MOST_FIELDS = 200
_LONGEST = 12 * 3600  # seconds that a browser keeps the cookie


class Visitor(msgspec.Struct, frozen=True):
    """Whoever asks: a signed-in user with the token for forms, or nobody known."""

    account: Account | None = None
    form_token: str = ""

    def may(self, role: Role) -> bool:
        return self.account is not None and self.account.may(role)


NOBODY = Visitor()


def visitor_of(request: Request, accounts: Accounts | None) -> Visitor:
    session = request.cookies.get(COOKIE, "")
    account = accounts.account_of(session) if accounts is not None and session else None
    return Visitor(account, _form_token(session)) if account is not None else NOBODY


def check_reader(visitor: Visitor, *, open_to_all: bool) -> None:
    """Raises AccessError S001 where pages are for users only and nobody is signed in."""
    if not open_to_all and visitor.account is None:
        raise AccessError("S001")


async def fields_of(request: Request) -> dict[str, str]:
    """The fields of a form, the last of each name. Raises AccessError S006 for one that is too large or no form."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
        raise AccessError("S006", reason="it is not sent as a form")
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_FORM:
            raise AccessError("S006", reason="it is larger than any form of these pages")
    try:
        return dict(parse_qsl(body.decode("ascii"), keep_blank_values=True, max_num_fields=_MOST_FIELDS))
    except ValueError as error:
        raise AccessError("S006", reason="it cannot be read") from error


def reason_of(fields: dict[str, str]) -> str:
    """Why somebody rules or states something, on one line."""
    return " ".join(fields.get("why", "").split())[:LONGEST_REASON]


def check_form(request: Request, visitor: Visitor, fields: dict[str, str], role: Role) -> Account:
    """The user on whose behalf a form is to be carried out.

    Raises AccessError: S001 nobody is signed in, S002 the role does not suffice, S006 the form is not from our page.
    """
    check_origin(request)
    if visitor.account is None:
        raise AccessError("S001")
    if not hmac.compare_digest(visitor.form_token.encode(), fields.get("form_token", "").encode()):
        raise AccessError("S006", reason="it does not carry this session's token")
    if not visitor.account.may(role):
        raise AccessError("S002", name=visitor.account.name, has=visitor.account.role, needs=role)
    return visitor.account


def check_origin(request: Request) -> None:
    """A browser tells which site a form is from. Raises AccessError S006 where it is another one."""
    origin = request.headers.get("origin")
    if origin is not None and origin.partition("://")[2] != request.headers.get("host", ""):
        raise AccessError("S006", reason="it comes from another site")


def keep_session(response: Response, session: str, *, secure: bool) -> None:
    response.set_cookie(COOKIE, session, max_age=_LONGEST, httponly=True, samesite="strict", secure=secure, path="/")


def forget_session(response: Response) -> None:
    response.delete_cookie(COOKIE, path="/")


def _form_token(session: str) -> str:
    return hmac.new(session.encode(), b"form", hashlib.sha256).hexdigest()
