"""The settings of the second reader: read when asked for, and told where they will not do."""

from __future__ import annotations

import pytest

from chancery.office.readers import DEFAULT_READER, reader_named
from chancery.office.settings import DEFAULT_TIMEOUT, ModelSettings, model_settings
from chancery.terms.errors import ReadingError

GOOD = {"CHANCERY_LLM_URL": "http://127.0.0.1:8080/v1/", "CHANCERY_LLM_MODEL": "small"}


def test_what_the_environment_says() -> None:
    assert model_settings(GOOD) == ModelSettings(url="http://127.0.0.1:8080/v1", model="small", timeout=DEFAULT_TIMEOUT)
    more = {"CHANCERY_LLM_KEY": " abc ", "CHANCERY_LLM_TIMEOUT": "2.5"}
    assert model_settings({**GOOD, **more}) == ModelSettings("http://127.0.0.1:8080/v1", "small", "abc", 2.5)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"CHANCERY_LLM_URL": ""}, "CHANCERY_LLM_URL is not set"),
        ({"CHANCERY_LLM_MODEL": " "}, "CHANCERY_LLM_MODEL is not set"),
        ({"CHANCERY_LLM_MODEL": "a\udcff"}, "CHANCERY_LLM_MODEL holds signs that no name has"),
        ({"CHANCERY_LLM_URL": "localhost:8080"}, "CHANCERY_LLM_URL is no http or https address"),
        ({"CHANCERY_LLM_URL": "file:///etc/passwd"}, "CHANCERY_LLM_URL is no http or https address"),
        ({"CHANCERY_LLM_URL": "http://[::1"}, "CHANCERY_LLM_URL is no http or https address"),
        ({"CHANCERY_LLM_URL": "http://a:99999/v1"}, "CHANCERY_LLM_URL is no http or https address"),
        ({"CHANCERY_LLM_URL": "http://a/v1 HTTP/1.1"}, "CHANCERY_LLM_URL is no http or https address"),
        ({"CHANCERY_LLM_URL": "https://me:word@a/v1"}, "CHANCERY_LLM_URL holds more than an address"),
        ({"CHANCERY_LLM_KEY": "a\r\nHost: b"}, "CHANCERY_LLM_KEY holds signs that no key has"),
        ({"CHANCERY_LLM_TIMEOUT": "long"}, "CHANCERY_LLM_TIMEOUT is no number of seconds"),
        ({"CHANCERY_LLM_TIMEOUT": "nan"}, "CHANCERY_LLM_TIMEOUT is no number of seconds"),
    ],
)
def test_what_will_not_do(change: dict[str, str], said: str) -> None:
    with pytest.raises(ReadingError, match="R002") as error:
        model_settings({**GOOD, **change})
    assert said in error.value.what


def test_a_key_is_not_shown() -> None:
    assert "abc" not in repr(model_settings({**GOOD, "CHANCERY_LLM_KEY": "abc"}))


def test_the_default_reader_asks_for_no_settings() -> None:
    assert reader_named(DEFAULT_READER, {}).name == "steps"
    with pytest.raises(ReadingError, match="R002"):
        reader_named("llm", {})
