"""Serving the application on this machine."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable

import uvicorn
from starlette.types import ASGIApp

from chancery.gazette.web.guard import is_loopback
from chancery.terms.errors import OutputError


def bind(host: str, port: int, *, users: bool = False, local: bool = True) -> socket.socket:
    """A socket bound to an address; port 0 takes any that is free.

    Unless `local`, others reach even a loopback address, through a server that stands before it. Raises OutputError
    X006 where others could reach it and there are no users, X004 where it cannot be had.
    """
    if not users and not (local and is_loopback(host)):
        raise OutputError("X006", address=host)
    address = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        bound = socket.socket(family, kind, protocol)
        try:
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            bound.bind(place)
            bound.listen(128)
        except BaseException:
            bound.close()
            raise
    except (OSError, OverflowError) as error:
        raise OutputError("X004", address=address, reason=getattr(error, "strerror", None) or error) from error
    return bound


def address_of(bound: socket.socket, host: str) -> str:
    """The address to open in a browser, by the name that was asked for."""
    port = bound.getsockname()[1]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def serve_on(
    bound: socket.socket,
    app: ASGIApp,
    *,
    started: Callable[[], None] = lambda: None,
    behind_another: bool = False,
) -> None:
    """Answer until interrupted. `started` is called once, before the first answer.

    `behind_another`: a server on this machine tells who asks, and whether by TLS (X-Forwarded-For and -Proto).
    """
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, proxy_headers=behind_another,
        forwarded_allow_ips="127.0.0.1,::1",
    )  # fmt: skip
    server = uvicorn.Server(config)
    started()
    with contextlib.suppress(KeyboardInterrupt):  # which the server hands on after it has ended in good order
        server.run(sockets=[bound])
