"""Word lists of this room, read once: YAML beside this file, each with where it is known from."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def word_list(name: str) -> Any:
    """The content of `<name>.yaml`. Raises FileNotFoundError for a list that is not there."""
    return yaml.safe_load(files(__name__).joinpath(f"{name}.yaml").read_text("utf-8"))
