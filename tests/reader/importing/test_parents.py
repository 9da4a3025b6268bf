from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from chancery.reader.importing.parents import check_parents
from chancery.reader.importing.taking import Taking


def checked(parents: dict[str, str]) -> tuple[dict[str, str], list[str]]:
    taking = Taking()
    sound = check_parents(parents, {key: f"body {key}" for key in parents}, taking, field="parent")
    return sound, [f"{error.code} {re.split('body ', error.fields['where'])[1]}" for error in taking.untaken]


def test_a_circle_is_broken_where_it_closes() -> None:
    assert checked({"a": "b", "b": "c", "c": "a", "d": "a"}) == ({"a": "b", "b": "c", "d": "a"}, ["D002 c"])
    assert checked({"a": "a"}) == ({}, ["D002 a"])


def test_an_unknown_parent_is_told() -> None:
    assert checked({"a": "x", "b": ""}) == ({}, ["D004 a"])


def test_the_field_is_called_as_the_data_set_calls_it() -> None:
    taking = Taking()
    check_parents({"a": "x"}, {"a": "body a"}, taking, field="parent")
    assert taking.untaken[0].fields["text"] == "the parent x"


def test_a_long_chain_is_no_trouble() -> None:
    chain = {str(n): str(n + 1) for n in range(100_000)} | {"100000": ""}
    assert len(checked(chain)[0]) == 100_000


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["", *"abcdef"]), min_size=1))
def test_whatever_is_given_nothing_is_within_itself(parents: dict[str, str]) -> None:
    sound, told = checked(parents)
    assert len(sound) + len(told) == sum(bool(parent) for parent in parents.values())
    for key in sound:
        seen = {key}
        while key in sound:
            key = sound[key]
            assert key not in seen
            seen.add(key)
