"""Which hosts are answered for, and what every answer says to the browser."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from chancery.gazette.web.guard import LOOPBACK_NAMES, Guard, host_name, is_loopback
from chancery.gazette.web.server import address_of, bind
from chancery.terms.errors import OutputError
from tests.gazette.asking import ask


@pytest.fixture
def app() -> Guard:
    application = Starlette(routes=[Route("/", lambda request: PlainTextResponse("seen"))])
    return Guard(application, LOOPBACK_NAMES | {"127.0.0.7"})


@pytest.mark.parametrize("host", ["127.0.0.1:8421", "localhost", "LOCALHOST:1", "[::1]:8421", "127.0.0.7"])
def test_names_of_this_machine_are_answered_for(app: Guard, host: str) -> None:
    assert ask(app, "/", headers={"host": host}).text == "seen"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:8421", "", "[::2]", "localhost.evil"])
def test_another_name_pointed_here_is_refused_in_the_one_shape(app: Guard, host: str) -> None:
    answer = ask(app, "/", headers={"host": host})
    assert answer.status_code == 421
    assert answer.json()["error"]["code"] == "X008"
    assert "seen" not in answer.text


def test_every_answer_forbids_what_a_page_does_not_need(app: Guard) -> None:
    for host in ("localhost", "evil.example"):
        headers = ask(app, "/", headers={"host": host}).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    ("header", "name"), [("[::1]:80", "::1"), ("Localhost:80", "localhost"), ("a.b", "a.b"), ("[::1", "::1")]
)
def test_the_name_in_a_host_header(header: str, name: str) -> None:
    assert host_name(header) == name


def test_only_this_machine_can_be_served() -> None:
    assert is_loopback("127.0.0.1")
    assert is_loopback("127.9.9.9")
    assert is_loopback("::1")
    assert is_loopback("localhost")
    for host in ("0.0.0.0", "::", "192.168.1.2", "chancery.example"):
        assert not is_loopback(host)
        with pytest.raises(OutputError, match="X006"):
            bind(host, 0)


def test_a_port_that_is_taken_is_a_coded_error() -> None:
    with bind("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        assert address_of(taken, "127.0.0.1") == f"http://127.0.0.1:{port}/"
        with pytest.raises(OutputError, match=f"X004.*127.0.0.1:{port}"):
            bind("127.0.0.1", port)
