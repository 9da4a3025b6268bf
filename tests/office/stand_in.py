"""A stand-in for a chat endpoint: a thread on 127.0.0.1 that gives canned answers and keeps what it was asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Canned:
    """One answer: its status and body, and how it is sent. `drip` sends the body byte by byte, so many seconds apart."""

    body: bytes
    status: int = 200
    heads: dict[str, str] = field(default_factory=dict)
    drip: float = 0.0
    silent: bool = False  # sends nothing until the server is closed


@dataclass
class StandIn:
    """The server, once it runs: its base address, and every question with its path and heads."""

    url: str
    asked: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    heads: list[dict[str, str]] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    def environment(self, **more: str) -> dict[str, str]:
        return {"CHANCERY_LLM_URL": self.url, "CHANCERY_LLM_MODEL": "stand-in", **more}


def said(content: object) -> Canned:
    """A chat endpoint's answer with this content; anything but words is written as JSON."""
    words = content if isinstance(content, str) else json.dumps(content)
    return Canned(json.dumps({"choices": [{"message": {"role": "assistant", "content": words}}]}).encode())


@contextmanager
def stand_in(answer: Callable[[str], Canned]) -> Iterator[StandIn]:
    """The server while the block runs; `answer` gets the words of the question."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            server.asked.append(question)
            server.paths.append(self.path)
            server.heads.append(dict(self.headers))
            canned = answer(question["messages"][-1]["content"])
            if canned.silent:
                server.closing.wait(30)
                return
            self.send_response(canned.status)
            for name, value in canned.heads.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(canned.body)))
            self.end_headers()
            with suppress(OSError):  # the client has had enough
                self._send(canned)

        def _send(self, canned: Canned) -> None:
            if not canned.drip:
                self.wfile.write(canned.body)
                return
            for byte in canned.body:
                self.wfile.write(bytes([byte]))
                self.wfile.flush()
                if server.closing.wait(canned.drip):
                    return

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listening:
        server = StandIn(f"http://127.0.0.1:{listening.server_address[1]}/v1")
        thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.closing.set()
            listening.shutdown()
            thread.join()
