"""The transport of the second reader: one question to an OpenAI-compatible chat endpoint, one answer.

No redirect is followed and no proxy is used: the text and the key go to the address in the settings and nowhere else.
"""

from __future__ import annotations

import http.client
import json
import socket
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from urllib.parse import urlsplit

from chancery.office.settings import ModelSettings
from chancery.reader.llm import Ask, Question
from chancery.terms.errors import ReadingError

_MOST_BYTES = 4 * 1024 * 1024  # of an answer; the longest that a model gives to a piece is a hundredth of it
_AT_ONCE = 64 * 1024
_OK = 200


def chat_with(settings: ModelSettings) -> Ask:
    """The callable that the reader asks. It raises ReadingError R003, R004, R005 or R006."""

    def ask(question: Question) -> str:
        with _coded(settings, question.source):
            status, reason, body = _post(settings, question)
        if status != _OK:
            raise ReadingError("R005", url=settings.url, path=question.source, status=status, reason=reason)
        return _content(body, question.source)

    return ask


@contextmanager
def _coded(settings: ModelSettings, source: str) -> Iterator[None]:
    try:
        yield
    except TimeoutError as error:
        raise ReadingError("R004", url=settings.url, path=source, seconds=f"{settings.timeout:g}") from error
    except (OSError, http.client.HTTPException) as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        raise ReadingError("R003", url=settings.url, path=source, reason=reason) from error


def _post(settings: ModelSettings, question: Question) -> tuple[int, str, bytes]:
    """Status, its reason and the body. Raises OSError or HTTPException; TimeoutError when the time is up."""
    deadline = time.monotonic() + settings.timeout
    parts = urlsplit(settings.url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    with closing(kind(parts.hostname or "", parts.port, timeout=settings.timeout)) as connection:
        connection.connect()
        wire: socket.socket = connection.sock  # the connection forgets it once the answer's head is read
        connection.request("POST", f"{parts.path}/chat/completions", _body(settings, question), _heads(settings))
        wire.settimeout(_left(deadline))
        with closing(connection.getresponse()) as response:
            body = bytearray()
            while not response.isclosed() and len(body) <= _MOST_BYTES:
                wire.settimeout(_left(deadline))
                some = response.read1(_AT_ONCE)
                if not some:
                    break
                body += some
    if len(body) <= _MOST_BYTES:
        return response.status, response.reason, bytes(body)
    raise ReadingError("R006", path=question.source, reason=f"it has more than {_MOST_BYTES} bytes")


def _left(deadline: float) -> float:
    """Seconds until the deadline: a server that sends a byte now and then does not keep the batch for ever."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _heads(settings: ModelSettings) -> dict[str, str]:
    heads = {"Content-Type": "application/json", "Accept": "application/json", "Connection": "close"}
    return heads if settings.key is None else {**heads, "Authorization": f"Bearer {settings.key}"}


def _body(settings: ModelSettings, question: Question) -> bytes:
    said = {
        "model": settings.model,
        "messages": [{"role": "system", "content": question.system}, {"role": "user", "content": question.user}],
        "temperature": 0,
        "stream": False,
    }
    return json.dumps(said).encode("ascii")


def _content(body: bytes, source: str) -> str:
    """What the model said, in the answer of its server. Raises ReadingError R006."""
    try:
        content = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, RecursionError, LookupError, TypeError) as error:
        raise ReadingError("R006", path=source, reason="the server did not answer as a chat endpoint does") from error
    if not isinstance(content, str):
        raise ReadingError("R006", path=source, reason="the model said nothing")
    return content
