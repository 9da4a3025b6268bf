"""From the model's answer to the objects in it, whatever surrounds them. Nothing of it is believed yet."""

from __future__ import annotations

import json
import re
from typing import Any

import msgspec

from chancery.terms.claims import Refusal

MOST_ITEMS = 500  # of each list; a piece of text holds a few dozen, and a model that repeats itself never ends
_MOST_STARTS = 50  # braces that are tried as the beginning of the record
_THINKING = re.compile(r"<think>.*?</think>", re.DOTALL)
_LONGEST_SAID = 500  # characters of what is kept of something without form

Item = dict[str, Any]


class Answer(msgspec.Struct, frozen=True):
    """The entities and facts of one answer as they came, and what in its lists is neither."""

    entities: tuple[Item, ...]
    facts: tuple[Item, ...]
    refused: tuple[Refusal, ...]


def parse_answer(text: str) -> Answer | None:
    """The record in an answer, with or without words and fences around it; None where there is none."""
    found = _record_in(_THINKING.sub("", text))
    if found is None:
        return None
    refused: list[Refusal] = []
    entities, facts = (_items(found.get(name), name, refused) for name in ("entities", "facts"))
    return Answer(entities, facts, tuple(refused))


def as_said(item: object) -> str:
    """Something of an answer as JSON, cut where it is long."""
    return writable(json.dumps(item, ensure_ascii=False))[:_LONGEST_SAID]


def writable(text: str) -> str:
    """The text without halves of characters, which JSON can spell and no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _record_in(text: str) -> Item | None:
    decoder = json.JSONDecoder()
    at = text.find("{")
    for _ in range(_MOST_STARTS):
        if at < 0:
            return None
        try:
            value, _ = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, dict) and ("entities" in value or "facts" in value):
            return value
        at = text.find("{", at + 1)
    return None


def _items(value: object, name: str, refused: list[Refusal]) -> tuple[Item, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        refused.append(Refusal(None, f"“{name}” is no list", as_said(value)))
        return ()
    if len(value) > MOST_ITEMS:
        refused.append(Refusal(None, f"{len(value)} {name}, of which the first {MOST_ITEMS} were looked at"))
    kept = []
    for item in value[:MOST_ITEMS]:
        if isinstance(item, dict):
            kept.append(item)
        else:
            refused.append(Refusal(None, f"no object of “{name}”", as_said(item)))
    return tuple(kept)
