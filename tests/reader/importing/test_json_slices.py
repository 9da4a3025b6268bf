from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chancery.reader.importing.json_slices import items, member_under, members, text_under, value_at, whole

values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=12,
)


@given(values, st.sampled_from([None, 1]))
def test_every_value_is_its_slice(value: Any, indent: int | None) -> None:
    text = json.dumps(value, indent=indent)
    top = whole(text)
    assert top.value == value
    if isinstance(value, dict):
        assert {key.value: slot.value for key, slot in members(text, top.start)} == value
        inner = [slot for _, slot in members(text, top.start)]
    else:
        inner = list(items(text, top.start)) if isinstance(value, list) else []
        assert not inner or [slot.value for slot in inner] == value
    for slot in inner:
        assert json.loads(text[slot.start : slot.end]) == slot.value


@pytest.mark.parametrize(
    "text", ["", "{", "[1,]", "{} {}", "NaN", "[" * 200_000, "1" * 10_000, '{"a": Infinity}', "'a'"]
)
def test_what_is_no_json_is_told(text: str) -> None:
    with pytest.raises(ValueError):
        whole(text)


def test_where_a_text_stands() -> None:
    text = '{"id": "Bo", "names": [], "properties": {"name": ["Bo", "Bob"]}, "n": 3}'
    start, end = text_under(text, 0, "properties", "name")
    assert (text[start:end], start) == ("Bo", text.index('["Bo"') + 2)
    for keys in (("names",), ("n",), ("nothing",), ("properties",), ("id", "name")):
        start, end = text_under(text, 0, *keys)
        assert start == end
    assert value_at(text, 6).value == "Bo"


def test_where_a_key_stands_with_its_value() -> None:
    text = '{"id": 1, "died": "1999", "inner": {"died": "1998"}, "died" : "2000"}'
    start, end = member_under(text, 0, "died")
    assert text[start:end] == '"died" : "2000"', "of one key told twice, the last one counts"
    start, end = member_under(text, 0, "born")
    assert start == end
