"""The transport of the second reader, against a server that answers well, badly, slowly or not at all."""

from __future__ import annotations

import socket
import time

import pytest

from chancery.office.chat import chat_with
from chancery.office.settings import ModelSettings, model_settings
from chancery.reader.llm import Question
from chancery.terms.errors import ReadingError
from tests.office.stand_in import Canned, said, stand_in

QUESTION = Question(system="read", user="the text, 習近平", source="a.txt")


def failure(canned: Canned, **more: str) -> ReadingError:
    with stand_in(lambda words: canned) as server, pytest.raises(ReadingError) as error:
        chat_with(model_settings(server.environment(**more)))(QUESTION)
    assert "a.txt" in error.value.what
    return error.value


def test_a_question_and_its_answer() -> None:
    with stand_in(lambda words: said("yes")) as server:
        assert chat_with(model_settings(server.environment(CHANCERY_LLM_KEY="abc")))(QUESTION) == "yes"
        assert chat_with(model_settings(server.environment()))(QUESTION) == "yes"
    assert server.paths == ["/v1/chat/completions"] * 2
    assert server.asked[0] == {
        "model": "stand-in",
        "messages": [{"role": "system", "content": "read"}, {"role": "user", "content": "the text, 習近平"}],
        "temperature": 0,
        "stream": False,
    }
    assert server.heads[0]["Authorization"] == "Bearer abc"
    assert "Authorization" not in server.heads[1]


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with pytest.raises(ReadingError, match=rf"R003.*http://127\.0\.0\.1:{port}/v1.*a\.txt"):
        chat_with(ModelSettings(f"http://127.0.0.1:{port}/v1", "small"))(QUESTION)


@pytest.mark.parametrize("canned", [Canned(b"", silent=True), Canned(b"x" * 2000, drip=0.05)], ids=["silent", "drips"])
def test_an_answer_that_takes_too_long(canned: Canned) -> None:
    began = time.monotonic()
    error = failure(canned, CHANCERY_LLM_TIMEOUT="0.3")
    assert (error.code, "0.3 seconds" in error.what) == ("R004", True)
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("status", [401, 404, 500])
def test_a_refusal(status: int) -> None:
    error = failure(Canned(b"the key abc is wrong", status), CHANCERY_LLM_KEY="abc")
    assert error.code == "R005"
    assert f"HTTP {status}" in error.what
    assert "abc" not in str(error.as_dict())


def test_no_redirect_is_followed() -> None:
    with stand_in(lambda words: said("stolen")) as other:
        error = failure(Canned(b"", 307, {"Location": f"{other.url}/chat/completions"}), CHANCERY_LLM_KEY="abc")
    assert error.code == "R005"
    assert other.asked == []


@pytest.mark.parametrize(
    "body",
    [
        b"<html>",
        b"",
        b"[]",
        b"{}",
        b'{"choices": []}',
        b'{"choices": [{"message": {"content": null}}]}',
        b"[" * 100_000,
    ],
)
def test_an_answer_that_is_no_chat(body: bytes) -> None:
    assert failure(Canned(body)).code == "R006"


def test_an_answer_without_end() -> None:
    assert "more than 4194304 bytes" in failure(Canned(b" " * (4 * 1024 * 1024 + 1))).what
