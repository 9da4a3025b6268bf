"""Titles, in sentences of our own."""

from __future__ import annotations

import pytest

from tests.reader.marked import marked_draft


def titles_in(text: str) -> list[tuple[str, str]]:
    draft = marked_draft(text)
    kinds = {(False, False): "role", (True, False): "rank", (False, True): "honorific"}
    return [(draft.text[title.start : title.end], kinds[title.rank, title.honorific]) for title in draft.titles]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vice-Chairmen spoke", [("Vice-Chairmen", "role")]),
        ("the Deputy Secretary General spoke", [("Deputy Secretary General", "role")]),
        ("Secretary-General Lopes", [("Secretary-General", "role")]),
        ("the secretary-general", [("secretary-general", "role")]),
        ("Deputy National Cyber Director Lopes", [("Director", "role")]),  # the rest is added when the names are known
        ("Lieutenant General Lopes", [("Lieutenant General", "rank")]),
        ("Comrade Lopes", [("Comrade", "honorific")]),
        ("Prime Ministers met", [("Prime Ministers", "role")]),
        ("Assistant to the President", [("Assistant", "role"), ("President", "role")]),
    ],
)
def test_titles_are_found_whole(text: str, expected: list[tuple[str, str]]) -> None:
    assert titles_in(text) == expected


def test_ranks_and_honorifics_need_their_capital() -> None:
    assert titles_in("in general the count was private") == []


def test_designate_and_elect_need_their_hyphen_and_emeritus_does_not() -> None:
    assert titles_in("the Ambassador-designate spoke") == [("Ambassador-designate", "role")]
    assert titles_in("the members elect a chairman") == [("members", "role"), ("chairman", "role")]
    assert titles_in("a professor emeritus spoke") == [("professor emeritus", "role")]
