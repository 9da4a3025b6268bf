"""Word lists of a language: YAML beside the steps, read once, matched as phrases of words."""

from __future__ import annotations

from collections.abc import Iterable, KeysView, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def word_list(language: str, name: str) -> Any:
    """The content of `languages/<language>/<name>.yaml`. Raises FileNotFoundError for a list that is not there."""
    path = files("chancery.reader").joinpath("languages", language, f"{name}.yaml")
    return yaml.load(path.read_text("utf-8"), Loader=_LOADER)  # noqa: S506 - a safe loader either way


class Phrases:
    """A set of phrases, each with a value; the longest one that begins at a word is found in one walk.

    Words are compared as they are given: fold them first, on both sides.
    """

    def __init__(self, phrases: Iterable[tuple[Sequence[str], str]]) -> None:
        self._root: dict[str, Any] = {}
        for words, value in phrases:
            node = self._root
            for word in words:
                node = node.setdefault(word, {})
            node[""] = value

    def opening(self) -> KeysView[str]:
        """The words with which some phrase begins."""
        return self._root.keys()

    def longest(self, words: Sequence[str], begin: int, end: int) -> tuple[int, str] | None:
        """The end (exclusive) and the value of the longest phrase that begins at `begin`, or None."""
        node = self._root
        found: tuple[int, str] | None = None
        at = begin
        while at < end:
            step = node.get(words[at])
            if step is None:
                break
            node = step
            at += 1
            if "" in node:
                found = (at, node[""])
        return found
