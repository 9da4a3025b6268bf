"""Users, passwords and sessions: only digests are kept, sessions end, and guessing is slowed down."""

from __future__ import annotations

from pathlib import Path

import pytest

from chancery.gazette.web.accounts import Account
from chancery.office.accounts import IDLE, LONGEST, TRIES, WINDOW, AccountFile
from chancery.terms.errors import AccessError

PASSWORD = "correct horse battery"


class Clock:
    def __init__(self) -> None:
        self.at = 1_900_000_000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def accounts(tmp_path: Path, clock: Clock) -> AccountFile:
    made = AccountFile(tmp_path / "users.sqlite", now=clock)
    made.add("Ada", "editor", PASSWORD)
    return made


def code(raised: pytest.ExceptionInfo[AccessError]) -> str:
    return raised.value.code


def test_a_session_is_its_users_until_signed_out(accounts: AccountFile) -> None:
    session = accounts.sign_in("Ada", PASSWORD, client="here")
    assert accounts.account_of(session) == Account("Ada", "editor")
    assert accounts.account_of(session[:-1] + "x") is None
    accounts.sign_out(session)
    assert accounts.account_of(session) is None


def test_neither_password_nor_token_stands_in_the_file(accounts: AccountFile, tmp_path: Path) -> None:
    session = accounts.sign_in("Ada", PASSWORD, client="here")
    content = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert PASSWORD.encode() not in content
    assert session.encode() not in content


def test_only_its_owner_may_read_the_file(accounts: AccountFile, tmp_path: Path) -> None:
    assert (tmp_path / "users.sqlite").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(("name", "password"), [("Ada", "wrong password"), ("Bo", PASSWORD), ("", "")])
def test_a_wrong_name_and_a_wrong_password_are_told_alike(accounts: AccountFile, name: str, password: str) -> None:
    with pytest.raises(AccessError) as raised:
        accounts.sign_in(name, password, client="here")
    assert code(raised) == "S003"


def test_guessing_is_refused_after_some_tries_even_with_the_right_password(accounts: AccountFile, clock: Clock) -> None:
    for number in range(TRIES):
        with pytest.raises(AccessError):
            accounts.sign_in("Ada", "wrong password", client=f"client {number}")
    with pytest.raises(AccessError) as raised:
        accounts.sign_in("Ada", PASSWORD, client="another")
    assert code(raised) == "S004"
    clock.at += WINDOW + 1
    assert accounts.sign_in("Ada", PASSWORD, client="another")


def test_a_client_that_guesses_many_names_is_refused(accounts: AccountFile) -> None:
    for number in range(TRIES):
        with pytest.raises(AccessError):
            accounts.sign_in(f"user {number}", "wrong password", client="one")
    with pytest.raises(AccessError) as raised:
        accounts.sign_in("Ada", PASSWORD, client="one")
    assert code(raised) == "S004"
    assert accounts.sign_in("Ada", PASSWORD, client="two")


def test_an_idle_session_ends_and_so_does_a_long_one(accounts: AccountFile, clock: Clock) -> None:
    session = accounts.sign_in("Ada", PASSWORD, client="here")
    begun = clock.at
    while clock.at - begun < LONGEST:
        assert accounts.account_of(session) is not None
        clock.at += IDLE - 61
    assert accounts.account_of(session) is None
    session = accounts.sign_in("Ada", PASSWORD, client="here")
    clock.at += IDLE + 1
    assert accounts.account_of(session) is None


def test_the_one_time_token_works_once(tmp_path: Path) -> None:
    accounts = AccountFile(tmp_path / "users.sqlite", once_for="keeper")
    token = accounts.one_time_token or ""
    with pytest.raises(AccessError):
        accounts.sign_in_once("0" * len(token))
    assert accounts.account_of(accounts.sign_in_once(token)) == Account("keeper", "owner")
    with pytest.raises(AccessError) as raised:
        accounts.sign_in_once(token)
    assert code(raised) == "S005"


def test_without_a_token_nobody_gets_in_by_an_empty_one(accounts: AccountFile) -> None:
    with pytest.raises(AccessError):
        accounts.sign_in_once("")


@pytest.mark.parametrize("name", ["", "  ", "rule: identity", "a" * 81, "A\nda", "Ada"])
def test_a_name_that_does_not_fit_is_refused(accounts: AccountFile, name: str) -> None:
    with pytest.raises(AccessError) as raised:
        accounts.add(name, "reader", PASSWORD)
    assert code(raised) == "S007"


def test_a_short_password_is_refused(accounts: AccountFile) -> None:
    with pytest.raises(AccessError):
        accounts.add("Bo", "reader", "short")


def test_a_new_password_and_removal_end_the_sessions(accounts: AccountFile) -> None:
    session = accounts.sign_in("Ada", PASSWORD, client="here")
    accounts.set_password("Ada", "another password")
    assert accounts.account_of(session) is None
    session = accounts.sign_in("Ada", "another password", client="here")
    accounts.set_role("Ada", "reader")
    assert accounts.account_of(session) == Account("Ada", "reader")
    accounts.remove("Ada")
    assert accounts.account_of(session) is None
    assert accounts.users() == []


def test_a_user_who_is_not_there_cannot_be_changed(accounts: AccountFile) -> None:
    for change in (lambda: accounts.remove("Bo"), lambda: accounts.set_role("Bo", "owner")):
        with pytest.raises(AccessError) as raised:
            change()
        assert code(raised) == "S007"
