"""Which names of people mean the same person: the surname alone, initials, a middle name left out, another spelling."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence

from chancery.reader.naming.vocabulary import WORDS

_LEAST_VARIED = 5  # letters in a word that another spelling may differ in: "Li Wei Min" is not "Li Wei Man"

Name = tuple[str, ...]


def same_people(mentions: Sequence[Name]) -> list[int]:
    """For each mention, in the order of the text, the number of its person; numbers count up as persons come."""
    folded = [_folded(name) for name in mentions]
    counts = Counter(folded)
    order = {name: index for index, name in reversed(list(enumerate(folded)))}
    owner: dict[Name, Name] = {}
    people: list[Name] = []  # names that stand for somebody of their own
    with_word: dict[str, list[int]] = defaultdict(list)  # the places in `people` of the names with a word
    for name in sorted(counts, key=lambda name: (-_weight(name), order[name])):
        if _weight(name) < 2 * len(name) or len(name) == 1:  # has initials, or is a single word
            continue
        places = sorted({place for word in name for place in with_word.get(word, ())})  # names that share none differ
        owner[name] = next((people[place] for place in places if _same_full(name, people[place])), name)
        if owner[name] is name:
            for word in set(name):
                with_word[word].append(len(people))
            people.append(name)
    surnamed: dict[str, list[Name]] = defaultdict(list)
    for full in filter(None, people):
        surnamed[full[-1]].append(full)
    for name in sorted(
        (name for name in counts if name not in owner and len(name) > 1), key=lambda name: (-len(name), order[name])
    ):
        owner[name] = next((full for full in surnamed.get(name[-1], ()) if _initials_of(name, full)), name)
        if owner[name] is name:
            surnamed[name[-1]].append(name)
    ends = {word for name, full in owner.items() if name for word in (name[0], name[-1], full[0], full[-1])}
    found: list[int] = []
    numbers: dict[Name, int] = {}
    for index, name in enumerate(folded):
        person = owner.get(name)
        if person is None and len(name) == 1 and name[0] in ends:
            person = _latest_with(name[0], folded, index, owner)
        person = person or name
        found.append(numbers.setdefault(person, len(numbers)))
    return found


def _folded(name: Name) -> Name:
    """Case, accents and the full stops of initials left out."""
    return tuple(
        _without_accents(word.casefold()).rstrip(".").replace("’", "'")
        for word in name
        if word[0].isalnum() and word not in ("'s", "’s") and word not in WORDS.suffixes
    )


def _without_accents(word: str) -> str:
    return (
        word
        if word.isascii()
        else "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    )


def _weight(name: Name) -> int:
    """Two for each written-out word, one for each initial."""
    return sum(1 if len(word) == 1 or "." in word else 2 for word in name)


def _same_full(name: Name, full: Name) -> bool:
    if name == full or set(name) == set(full):
        return True
    if len(name) < len(full) and len(name) > 1:
        if name[0] == full[0] and name[-1] == full[-1]:
            return True
        if name == full[-len(name) :] or (name == full[: len(name)]):
            return True
    if len(name) == len(full):
        differing = [(a, b) for a, b in zip(name, full, strict=True) if a != b]
        if len(differing) != 1:
            return False
        a, b = differing[0]
        shortened = name[-1] == full[-1] and min(len(a), len(b)) > 2 and (a.startswith(b) or b.startswith(a))
        return shortened or _another_spelling(a, b)
    return False


def _another_spelling(a: str, b: str) -> bool:
    if min(len(a), len(b)) < _LEAST_VARIED:
        return a.replace("-", "") == b.replace("-", "")
    if sorted(a) == sorted(b):
        return True
    return edits(a, b, most=2 if min(len(a), len(b)) > 7 else 1) is not None


def edits(a: str, b: str, *, most: int) -> int | None:
    """The number of letters to change, put in or leave out between two words, or None if more than `most`."""
    if abs(len(a) - len(b)) > most:
        return None
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, other in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (letter != other))
        if min(row) > most:
            return None
    return row[-1] if row[-1] <= most else None


def _initials_of(name: Name, full: Name) -> bool:
    """Whether "w hart" may be "wendy hart", "ann m hart" "ann hart"."""
    if not name or len(full) < 2 or name[-1] != full[-1]:
        return False
    front, full_front = name[:-1], full[:-1]
    if not all(word == "" or len(word) > 1 for word in full_front) and front == full_front:
        return True
    letters = [letter for word in front for letter in (word.split(".") if "." in word else [word]) if letter]
    at = 0
    for letter in letters:
        while at < len(full_front) and not full_front[at].startswith(letter):
            at += 1
        if at == len(full_front):
            return len(letters) > 1 and letters[0] == full_front[0]
        at += 1
    return True


def _latest_with(word: str, folded: Sequence[Name], index: int, owner: dict[Name, Name]) -> Name | None:
    """The person with that surname, or given name, named last before this mention, or else first after it."""
    for at in (*range(index - 1, -1, -1), *range(index + 1, len(folded))):
        full = owner.get(folded[at])
        if full and word in (folded[at][-1], full[-1]):
            return full
    for at in (*range(index - 1, -1, -1), *range(index + 1, len(folded))):
        full = owner.get(folded[at])
        if full and word in (folded[at][0], full[0]):
            return full
    return None
