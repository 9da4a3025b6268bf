"""The command line, run inside the test's process."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from chancery.cli import ERROR, chancery
from chancery.terms.errors import ChanceryError


def run(workspace: Path, *words: str) -> Result:
    """The result of `chancery --workspace WORKSPACE WORDS...`; a coded error is a result with exit code 2, as in `main`."""
    result = CliRunner().invoke(chancery, ["--workspace", str(workspace), *words], catch_exceptions=True)
    if isinstance(result.exception, ChanceryError):
        result.exit_code = ERROR
    elif result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def answer(workspace: Path, *words: str) -> Any:
    """What the command prints with --json."""
    result = run(workspace, *words, "--json")
    assert result.exit_code in (0, 1, 3), result.output
    return json.loads(result.stdout)
