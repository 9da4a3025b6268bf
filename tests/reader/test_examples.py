"""Every entry of a word list that is matched against a text stands beside one sentence that it must match and one it must not.

Such entries are those with a pattern, and those with trigger words under "passive", "active" or "changes". The lists
are looked for in all languages, so a new one is checked from its first day.
"""

from __future__ import annotations

import re
from importlib.resources import files
from typing import Any, NamedTuple

import pytest
import yaml

from chancery.reader.grammar.cues import CueEntry, Cues
from chancery.reader.linking.fates import fates_of
from chancery.reader.linking.sites import lines_of
from tests.reader.marked import marked_draft

GROUPS = ("cues", "passive", "active", "changes")
# The names that the sentences of the word lists use, and what they are.
NAMES = {"Ana Lopes": "P", "Society": "O", "Fund": "O", "Relief Committee": "O"}


class Listed(NamedTuple):
    """An entry with the place where it is written."""

    place: str
    group: str
    entry: dict[str, Any]


def _lists() -> dict[str, Any]:
    """What each word list holds, by language and file."""
    return {
        f"{language.name}/{path.name}": yaml.safe_load(path.read_text("utf-8"))
        for language in files("chancery.reader").joinpath("languages").iterdir()
        for path in language.iterdir()
        if path.name.endswith(".yaml")
    }


LISTS = _lists()
ENTRIES = [
    Listed(f"{place}: {group}: {entry.get('name') or entry.get('change')}", group, entry)
    for place, lists in sorted(LISTS.items())
    for group in GROUPS
    for entry in lists.get(group, [])
]


def _with_pattern(value: object) -> int:
    """How many entries with a pattern stand anywhere in what a list holds."""
    if isinstance(value, dict):
        return ("pattern" in value) + sum(_with_pattern(each) for each in value.values())
    return sum(_with_pattern(each) for each in value) if isinstance(value, list) else 0


def _must_match(entry: dict[str, Any]) -> str:
    return str(entry.get("matches") or "")


def _must_not(entry: dict[str, Any]) -> str:
    return str(entry.get("refuses") or entry.get("not") or "")


def _marked(sentence: str) -> str:
    return re.sub("|".join(NAMES), lambda found: f"[{NAMES[found[0]]} {found[0]}]", sentence)


def _tells(listed: Listed, sentence: str) -> bool:
    """Whether the reader's grammar takes from the sentence what the entry stands for, whatever a scorer thinks of it."""
    if listed.group == "cues":
        return any(Cues([CueEntry(**listed.entry)]).hits(sentence, 0, len(sentence)))
    draft = marked_draft(_marked(sentence))
    if listed.group == "changes":
        return listed.entry["change"] in {fate.change for fate in fates_of(draft)}
    lines, _ = lines_of(draft)
    return listed.entry["change"] in {tie.change for line in lines for tie in line.ties.values()}


def test_the_lists_are_found() -> None:
    files_of = {group: {each.place.split(":")[0] for each in ENTRIES if each.group == group} for group in GROUPS}
    assert {
        f"en/{name}.yaml" for name in ("gatherings", "attendance", "agreements", "decisions", "messages")
    } <= files_of["cues"]
    assert files_of["passive"] == files_of["active"] == {"en/posts.yaml"}
    assert files_of["changes"] == {"en/units.yaml"}


def test_no_pattern_stands_where_it_is_not_looked_for() -> None:
    assert _with_pattern(LISTS) == sum("pattern" in listed.entry for listed in ENTRIES) > 0


@pytest.mark.parametrize("listed", ENTRIES, ids=lambda listed: listed.place)
def test_an_entry_matches_the_one_sentence_and_not_the_other(listed: Listed) -> None:
    yes, no = _must_match(listed.entry), _must_not(listed.entry)
    assert yes and no, "give it `matches` and `refuses` (of a pattern) or `not` (of trigger words)"
    assert _tells(listed, yes)
    assert not _tells(listed, no)


@pytest.mark.parametrize("listed", [each for each in ENTRIES if each.group != "cues"], ids=lambda listed: listed.place)
def test_the_sentence_that_must_match_has_a_trigger_of_the_entry(listed: Listed) -> None:
    said = " ".join(re.findall(r"[\w-]+", _must_match(listed.entry).casefold()))
    assert any(f" {trigger} " in f" {said} " for trigger in listed.entry["words"])
