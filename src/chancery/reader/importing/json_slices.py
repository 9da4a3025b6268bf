"""JSON with the place of every value, one level at a time. The decoding itself is the standard library's."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NoReturn

import msgspec

_SPACE = re.compile(r"[ \t\r\n]*")


class Slice(msgspec.Struct, frozen=True):
    """A decoded value and where it stands: half-open offsets."""

    value: Any
    start: int
    end: int


def value_at(text: str, at: int) -> Slice:
    """The value that begins at an offset, or after white space. Raises ValueError where there is none.

    What is nested too deeply, "NaN", and numbers of thousands of digits are no values.
    """
    start = _after_space(text, at)
    try:
        value, end = _DECODER.raw_decode(text, start)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    return Slice(value, start, end)


def whole(text: str) -> Slice:
    """The one value that a text holds. Raises ValueError where it holds none, or more."""
    found = value_at(text, 1 if text.startswith("\ufeff") else 0)
    if _after_space(text, found.end) != len(text):
        raise ValueError(f"something follows at character {found.end}")
    return found


def members(text: str, at: int) -> Iterator[tuple[Slice, Slice]]:
    """Keys and values of the object that begins at an offset, which must be sound."""
    at = _after_space(text, at + 1)
    while text[at] != "}":
        key = value_at(text, at)
        at = _after_space(text, key.end) + 1  # the colon
        found = value_at(text, at)
        yield key, found
        at = _after_space(text, found.end)
        if text[at] == ",":
            at = _after_space(text, at + 1)


def items(text: str, at: int) -> Iterator[Slice]:
    """The items of the array that begins at an offset, which must be sound."""
    at = _after_space(text, at + 1)
    while text[at] != "]":
        found = value_at(text, at)
        yield found
        at = _after_space(text, found.end)
        if text[at] == ",":
            at = _after_space(text, at + 1)


def text_under(text: str, at: int, *keys: str) -> tuple[int, int]:
    """Where the string stands that the keys lead to, one inside the other, in the sound object at an offset.

    Without its quotation marks; of a list its first item; an empty place where there is no string.
    """
    found = _last(text, at, keys[0])
    if found is None:
        return at, at
    slot = found[1]
    if isinstance(slot.value, dict) and len(keys) > 1:
        return text_under(text, slot.start, *keys[1:])
    if isinstance(slot.value, list):
        slot = next(items(text, slot.start), slot)
    return (slot.start + 1, slot.end - 1) if isinstance(slot.value, str) and len(keys) == 1 else (at, at)


def member_under(text: str, at: int, key: str) -> tuple[int, int]:
    """Where a key of the sound object at an offset stands with its value; an empty place where there is no such key."""
    found = _last(text, at, key)
    return (at, at) if found is None else (found[0].start, found[1].end)


def _last(text: str, at: int, key: str) -> tuple[Slice, Slice] | None:
    """The key with its value: of one that is told twice, the last one counts."""
    found = [pair for pair in members(text, at) if pair[0].value == key]
    return found[-1] if found else None


def _after_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return at if found is None else found.end()


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number")


_DECODER = json.JSONDecoder(parse_constant=_refuse)
