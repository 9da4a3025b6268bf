"""Companies by the end of their name: "One Seed Pictures Limited"; what stands behind that end is another name."""

from __future__ import annotations

from chancery.reader.gazetteer import Gazetteer
from chancery.reader.naming.stretch import Line, Stretch
from chancery.reader.naming.vocabulary import WORDS

_MOST_WORDS = 7


def add_companies(line: Line, lists: Gazetteer) -> None:
    """Add the capitalised words before "Ltd" as a body; cut one behind it: "Seed Co. Ltd | of Norway Ann Hart"."""
    words = line.words
    at = 1
    while at < len(words):
        if words[at] not in WORDS.company_suffixes or line.titled[at]:
            at += 1
            continue
        end = at + 1
        while end < len(words) and words[end] in WORDS.company_suffixes:
            end += 1
        _settle(line, at, end, lists)
        at = end


def _settle(line: Line, at: int, end: int, lists: Gazetteer) -> None:
    words = line.words
    if words[at - 1] == ")" and at > 3 and words[at - 3] == "(":  # "Seed Trade (Oslo) Ltd"
        front = next((s for s in line.stretches if s.type == "organisation" and s.after == at - 3), None)
        if front is not None:
            line.add(Stretch(front.first, end, "organisation", front.rule, front.score))
        return
    holding = next((s for s in line.stretches if s.first <= at < s.after), None)
    if holding is not None and holding.first < at:
        if holding.type == "organisation" and holding.after > end and words[end] == "of":
            _cut(line, holding, end, lists)
        elif holding.type == "organisation" and holding.after < end:
            holding.after = end
        return
    first = at - (words[at - 1] == ",")
    while first > 0 and at - first < _MOST_WORDS and not line.titled[first - 1]:
        before = words[first - 1]
        if not (before[0].isupper() or before[0].isdigit() or (before == "&" and first > 1)):
            break
        first -= 1
    covered = [s for s in line.stretches if s.first < end and first < s.after]
    if first < at - (words[at - 1] == ",") and all(first <= s.first for s in covered):
        line.add(Stretch(first, end, "organisation", "end of a company's name"))


def _cut(line: Line, holding: Stretch, end: int, lists: Gazetteer) -> None:
    """Part "of Norway Ann Hart" from the company: the person stays, the state is found by its list."""
    match = lists.places.longest(line.words, end + 1, holding.after)
    after, holding.after = holding.after, end
    if match and 2 <= after - match[0] <= 4 and all(word[0].isupper() for word in line.words[match[0] : after]):
        line.add(Stretch(match[0], after, "person", "parted"))
