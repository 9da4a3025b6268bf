"""The record in an answer, whatever stands around it."""

from __future__ import annotations

import json

import pytest

from chancery.reader.llm.answers import MOST_ITEMS, parse_answer

RECORD = '{"entities": [{"id": "p1"}], "facts": []}'


@pytest.mark.parametrize(
    "text",
    [
        RECORD,
        f"```json\n{RECORD}\n```",
        f"Here it is {{as asked}}: {RECORD} I hope it helps {{}}.",
        f'<think>{{"facts": ["a draft"]}}</think>{RECORD}',
        f'{{"note": 1}} {RECORD}',
    ],
)
def test_found(text: str) -> None:
    answer = parse_answer(text)
    assert answer is not None
    assert (answer.entities, answer.facts, answer.refused) == (({"id": "p1"},), (), ())


@pytest.mark.parametrize(
    "text",
    ["", "I cannot do that.", "[]", "null", '{"note": 1}', RECORD[:-1], "{" * 100_000, '{"facts":' + "[" * 100_000],
)
def test_not_found(text: str) -> None:
    assert parse_answer(text) is None


def test_what_is_no_object_is_refused() -> None:
    answer = parse_answer('{"entities": ["Ana Lopes", "half \\ud800"], "facts": {"type": "post"}}')
    assert answer is not None
    assert (answer.entities, answer.facts) == ((), ())
    assert [(r.claim, r.reason, r.said) for r in answer.refused] == [
        (None, "no object of “entities”", '"Ana Lopes"'),
        (None, "no object of “entities”", '"half ?"'),
        (None, "“facts” is no list", '{"type": "post"}'),
    ]


def test_a_model_that_repeats_itself_is_cut_short() -> None:
    answer = parse_answer(json.dumps({"facts": [{}] * (MOST_ITEMS + 7)}))
    assert answer is not None
    assert len(answer.facts) == MOST_ITEMS
    assert answer.refused[0].reason == f"{MOST_ITEMS + 7} facts, of which the first {MOST_ITEMS} were looked at"
