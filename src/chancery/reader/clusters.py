"""Groups of words of like meaning: what a word is like, where the word itself was never met in training."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from sys import intern

import msgspec

_GENITIVES = ("'s", "’s")


@cache
def _groups(language: str) -> dict[str, str]:
    path = files("chancery.reader").joinpath("languages", language, "clusters.json")
    return msgspec.json.decode(path.read_bytes(), type=dict[str, str])


def groups_of(word: str, language: str) -> tuple[str, str, str] | None:
    """The coarse, middle and fine group of a word in lower case (of 64, 256 and 1024); None for a word not grouped."""
    known = _groups(language)
    found = known.get(word) or (known.get(word[:-2]) if word.endswith(_GENITIVES) else None)
    if found is None:
        return None
    coarse, middle, fine = found.split(" ")
    return intern(f"g64:{coarse}"), intern(f"g256:{middle}"), intern(f"g1024:{fine}")
