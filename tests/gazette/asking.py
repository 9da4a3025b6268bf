"""One request to an application, without a network."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor

import httpx
from starlette.types import ASGIApp


def ask(
    app: ASGIApp,
    path: str,
    *,
    method: str = "GET",
    headers: dict[str, str] | None = None,
    form: dict[str, str] | None = None,
    content: bytes | None = None,
    cookies: dict[str, str] | None = None,
) -> httpx.Response:
    """The answer; what goes wrong inside the application is answered too, not raised."""

    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8421") as client:
            client.cookies.update(cookies or {})
            return await client.request(method, path, headers=headers, data=form, content=content)

    # In a thread of its own: a browser that another test drives may hold this one's event loop.
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(asyncio.run, asked()).result()
