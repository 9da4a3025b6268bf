"""Names found once are found everywhere in the document, with one type."""

from __future__ import annotations

from collections import Counter, defaultdict

from chancery.reader.features import DocumentWords
from chancery.reader.gazetteer import Gazetteer
from chancery.reader.naming.headings import HEADING
from chancery.reader.naming.parting import stands_after_office
from chancery.reader.naming.stretch import Line, Stretch, all_stretches
from chancery.reader.wordlists import Phrases
from chancery.terms.claims import EntityType

_OPEN = frozenset({"of", "the", "and", "for", "in", "on", "to", "&", ",", "-", "'s", "’s"})


def settle_types(lines: list[Line]) -> None:
    """Give every occurrence of the same words, however cased, the type that most have; running text counts more."""
    votes: dict[tuple[str, ...], Counter[EntityType]] = defaultdict(Counter)
    for line, stretch in all_stretches(lines):
        votes[_folded(line.text(stretch))][stretch.type] += 1 if line.headline else 3
    for line, stretch in all_stretches(lines):
        best = max(sorted(votes[_folded(line.text(stretch))].items()), key=lambda item: item[1])
        stretch.type = best[0]


def _folded(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.casefold() for word in words)


def part_glued(lines: list[Line], lists: Gazetteer) -> None:
    """Part "Alan Hart Labour Party", whose last words are a body named elsewhere and the first a given name."""
    known = {
        line.text(stretch)
        for line, stretch in all_stretches(lines)
        if stretch.type == "organisation" and stretch.size > 1
    }
    tails = Counter(
        words[-2:]
        for words in known
        if len(words) > 3 and words[-1] in lists.organisation_heads and words[0] in lists.given_names
    )
    known |= {tail for tail, count in tails.items() if count > 1}
    for line, stretch in all_stretches(lines):
        if stretch.type == "place" or stretch.size < 4 or line.words[stretch.first] not in lists.given_names:
            continue
        if lists.places.longest(line.words, stretch.first, stretch.after) is not None:
            continue  # "Hong Kong Trade Council"
        for at in range(stretch.first + 2, stretch.after - 1):
            if tuple(line.words[at : stretch.after]) in known:
                line.add(Stretch(at, stretch.after, "organisation", "parted"))
                line.add(Stretch(stretch.first, at, "person", "parted"))
                break


def part_people(lines: list[Line], lists: Gazetteer) -> None:
    """Part "Department of Wildlife Ana Lopes" behind an office, whose last words are a person named elsewhere.

    The whole name is named elsewhere, or its last word stands alone for a person.
    """
    people = {line.text(s) for line, s in all_stretches(lines) if s.type == "person"}
    surnames = {words[-1] for words in people}
    for line, stretch in all_stretches(lines):
        if stretch.type != "organisation" or stretch.size < 3 or not stands_after_office(line, stretch):
            continue
        for size in (3, 2):
            at = stretch.after - size
            tail = tuple(line.words[at : stretch.after])
            if at <= stretch.first or line.words[at - 1] in _OPEN or not all(word[0].isupper() for word in tail):
                continue
            known = tail in people or ((tail[-1],) in people and tail[-1] in surnames)
            if known and not any(word in lists.organisation_heads for word in tail):
                line.add(Stretch(at, stretch.after, "person", "parted", stretch.score))
                line.add(Stretch(stretch.first, at, "organisation", "parted", stretch.score))
                break


def settle_title(lines: list[Line]) -> None:
    """In the title, where every word may be capitalised, keep of bodies and places what the text below confirms.

    "Club Honours Best" goes; what of it is a name is found again by what stands below.
    """
    below = {tuple(word.casefold() for word in line.text(s)) for line, s in all_stretches(lines) if not line.title}
    if not below:
        return
    people = {line.text(s) for line, s in all_stretches(lines) if s.type == "person" and s.size > 1 and not line.title}
    for line in lines:
        if line.title and line.headline:
            for s in line.stretches:
                while (
                    s.type == "person"
                    and s.size > 2
                    and line.text(s) not in people
                    and _has_prefix(line.text(s), people)
                ):
                    s.after -= 1
            line.stretches = [
                s for s in line.stretches
                if s.type == "person" or s.size == 1 or s.rule == HEADING
                or tuple(word.casefold() for word in line.text(s)) in below
            ]  # fmt: skip


def _has_prefix(words: tuple[str, ...], known: set[tuple[str, ...]]) -> bool:
    return any(words[:size] in known for size in range(2, len(words)))


def propagate(lines: list[Line], document: DocumentWords, lists: Gazetteer) -> None:
    """Mark the uncovered occurrences of the names that the document has, whole and in their short forms."""
    known: dict[tuple[str, ...], EntityType] = {}
    for line, stretch in all_stretches(lines):
        words = line.text(stretch)
        if _worth_looking_for(words, document, lists):
            known.setdefault(words, stretch.type)
        if stretch.type == "person" and 2 <= len(words) <= 4:
            for part in (words[-1:], words[1:]):
                if _worth_looking_for(part, document, lists) and (len(part) > 1 or len(part[0]) > 2):
                    known.setdefault(part, "person")
        if len(words) > 1 and any(word[0].islower() for word in words) is False:
            known.setdefault(tuple(word.upper() if word.isalpha() else word for word in words), stretch.type)
    phrases = Phrases((words, kind) for words, kind in known.items())
    for line in lines:
        taken = line.taken()
        index = 0
        size = len(line.words)
        while index < size:
            if taken[index] or not line.words[index][0].isupper():
                index += 1
                continue
            match = phrases.longest(line.words, index, size)
            if match and not any(taken[index : match[0]]) and _fits(line, index, match[0]):
                line.add(Stretch(index, match[0], match[1], "found elsewhere in the document"))  # type: ignore[arg-type]
                index = match[0]
            else:
                index += 1


def _worth_looking_for(words: tuple[str, ...], document: DocumentWords, lists: Gazetteer) -> bool:
    if len(words) > 1:
        return True
    word = words[0]
    return (
        word[0].isupper()
        and len(word) > 1
        and word.casefold() not in document.lower
        and word not in lists.state_of_adjective
    )


def _fits(line: Line, first: int, after: int) -> bool:
    """Whether it is no part of a longer run of capitalised words, unless that run is a headline."""
    if line.headline:
        return True
    if line.titled[first]:
        return False
    before = line.words[first - 1] if first else ""
    behind = line.words[after] if after < len(line.words) else ""
    joined_before = before[:1].isupper() and first > 1 and not line.titled[first - 1]
    joined_behind = behind[:1].isupper() and not line.titled[after]
    return after - first > 1 or not (joined_before or joined_behind)
