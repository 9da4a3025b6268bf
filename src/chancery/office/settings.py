"""Where the workspace and its register are, which model the second reader asks, and nothing else that a room would have
to look up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from chancery.terms.errors import ReadingError

WORKSPACE_VARIABLE = "CHANCERY_WORKSPACE"
DATABASE_VARIABLE = "CHANCERY_DATABASE"
DEFAULT_WORKSPACE = "chancery-workspace"

URL_VARIABLE = "CHANCERY_LLM_URL"
MODEL_VARIABLE = "CHANCERY_LLM_MODEL"
KEY_VARIABLE = "CHANCERY_LLM_KEY"
TIMEOUT_VARIABLE = "CHANCERY_LLM_TIMEOUT"
DEFAULT_TIMEOUT = 300.0
"""Seconds for one answer: a small model without a graphics card writes some ten tokens a second, and a dense piece of
text asks for two thousand."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What one run of Chancery was told."""

    workspace: Path
    database: str | None = field(default=None, repr=False)  # a postgresql:// address, with its password

    @property
    def ledger(self) -> Path:
        return self.workspace / "register.sqlite"

    @property
    def accounts(self) -> Path:
        return self.workspace / "users.sqlite"

    @property
    def register(self) -> Path | str:
        """Where the register is: a file of the workspace, or a database."""
        return self.database or self.ledger

    @property
    def bytes_folder(self) -> Path:
        return self.workspace / "archive"

    @property
    def past_folder(self) -> Path:
        return self.workspace / "known"


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """The chat endpoint of the second reader. `url` is its base, such as http://127.0.0.1:8080/v1."""

    url: str
    model: str
    key: str | None = field(default=None, repr=False)
    timeout: float = DEFAULT_TIMEOUT  # seconds for one answer


def database_setting(environment: Mapping[str, str]) -> str | None:
    """The address of the register's database, as the environment has it now; None for a file of the workspace."""
    return environment.get(DATABASE_VARIABLE, "").strip() or None


def model_settings(environment: Mapping[str, str]) -> ModelSettings:
    """The settings of the second reader, as the environment has them now. Raises ReadingError R002."""
    url, model, key, timeout = (
        environment.get(name, "").strip() for name in (URL_VARIABLE, MODEL_VARIABLE, KEY_VARIABLE, TIMEOUT_VARIABLE)
    )
    for name, value in ((URL_VARIABLE, url), (MODEL_VARIABLE, model)):
        if not value:
            raise ReadingError("R002", setting=name, reason="is not set")
    if not model.isprintable():
        raise ReadingError("R002", setting=MODEL_VARIABLE, reason="holds signs that no name has")
    parts = _parts(url)
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
        raise ReadingError("R002", setting=URL_VARIABLE, reason="is no http or https address")
    if parts.username or parts.password or parts.query or parts.fragment:
        raise ReadingError(
            "R002", setting=URL_VARIABLE, reason=f"holds more than an address; a key goes to {KEY_VARIABLE}"
        )
    if not (key.isascii() and key.isprintable()):
        raise ReadingError("R002", setting=KEY_VARIABLE, reason="holds signs that no key has")
    return ModelSettings(url=url.rstrip("/"), model=model, key=key or None, timeout=_seconds(timeout))


def _parts(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = parts.port  # raises for a port that is none
    except ValueError:
        return None
    return parts if url.isascii() and url.isprintable() and " " not in url else None


def _seconds(text: str) -> float:
    try:
        seconds = float(text) if text else DEFAULT_TIMEOUT
    except ValueError:
        seconds = 0.0
    if not 0 < seconds <= 86400:
        raise ReadingError("R002", setting=TIMEOUT_VARIABLE, reason="is no number of seconds up to 86400")
    return seconds
