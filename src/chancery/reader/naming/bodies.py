"""Which names of bodies mean the same body: other cases and articles, declared short forms, initials, short forms."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from chancery.reader.gazetteer import Gazetteer
from chancery.reader.naming.short_forms import abbreviates, follows_initials, is_spelt_by
from chancery.reader.naming.vocabulary import WORDS

Name = tuple[str, ...]
_Join = Callable[[int, int], None]  # two mentions of one body
_Root = Callable[[int], int]  # the first mention of the body of a mention


@dataclass(slots=True)
class Body:
    """One mention: its words, the offset of the name, the index of the mention whose bracket declares it, if any."""

    words: Name
    declared_by: int | None = None
    parent: int | None = None  # the index of the mention of the body named inside it
    unit: Name = ()  # the words without the parent's
    of_state: bool = False  # the parent is a state


def same_bodies(mentions: Sequence[Body], lists: Gazetteer) -> list[int]:
    """For each mention, in the order of the text, the number of its body."""
    owner = list(range(len(mentions)))

    def root(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    def join(a: int, b: int) -> None:
        a, b = sorted((root(a), root(b)))
        owner[b] = a

    keys: dict[Name, int] = {}
    loose: dict[Name, int] = {}
    for index, body in enumerate(mentions):
        if not is_short_form(body.words, lists):  # "the Board" may mean one here and another there
            join(keys.setdefault(body_key(body.words), index), index)
        if len(body.words) > 2:
            join(loose.setdefault(_loose_key(body.words), index), index)
        if body.declared_by is not None:
            join(body.declared_by, index)
    _join_initials(mentions, keys, join)
    _join_without_tail(keys, join)
    _join_without_state(mentions, lists, join, root)
    _join_units(mentions, join, root)
    _join_bare_units(mentions, join, root)
    _join_without_state(mentions, lists, join, root)
    _join_short_forms(mentions, lists, join, root)
    _join_units(mentions, join, root)  # "Party Central Committee", now that it is known which party
    numbers: dict[int, int] = {}
    return [numbers.setdefault(root(index), len(numbers)) for index in range(len(mentions))]


_BEFORE_OTHERS = frozenset({"of", "with", "for", "in", "on", "to", "at", "by", "from", "between", "against"})
# How many names before and after "the Association" are looked at for the body that it means.
_SHORT_FORM_REACH = 300


def body_key(words: Name) -> Name:
    """What is compared: case, articles, marks of possession and plain signs left out."""
    return (
        tuple(
            word.casefold().replace("’", "'")
            for word in words
            if word[0].isalnum() and word.casefold() not in ("the", "a")
        )
        or words
    )


def _loose_key(words: Name) -> Name:
    """The key of a longer name without plurals, "and" and ways of spelling: "Labour Services", "Labor and Service"."""
    return tuple(_SPELLINGS.sub(_spelt, word) for word in body_key(words) if word != "and")


_SPELLINGS = re.compile(r"(?<=[a-z]{3})(?<!s)(?:s|our)$|(?<=[a-z]{2})(?:tre|ence|isation)$")
_SAME = {"s": "", "our": "or", "tre": "ter", "ence": "ense", "isation": "ization"}


def _spelt(match: re.Match[str]) -> str:
    return _SAME.get(match[0], match[0])


def _unit_key(words: Name) -> Name:
    """The key of a unit, without the number of its term: "Eighth Central Committee" is "Central Committee"."""
    key = body_key(words)
    return key[1:] if len(key) > 1 and (key[0] in WORDS.ordinals or key[0][0].isdigit()) else key


def _join_initials(mentions: Sequence[Body], keys: dict[Name, int], join: _Join) -> None:
    """ "WTO" with "World Trade Organization", where the first letters are just these and no bracket says otherwise."""
    declared = {body_key(body.words) for body in mentions if body.declared_by is not None}
    for key, index in keys.items():
        word = mentions[index].words[0]
        if (
            len(key) != 1
            or key in declared
            or not (2 <= len(word) <= 8 and sum(map(str.isupper, word)) >= 2 and len(mentions[index].words) == 1)
        ):
            continue
        for other, at in keys.items():
            if len(other) > 1 and is_spelt_by(word, mentions[at].words):
                join(at, index)
                break


def _join_without_tail(keys: dict[Name, int], join: _Join) -> None:
    for key, index in list(keys.items()):
        bare = key
        while len(bare) > 1 and bare[-1].rstrip(".") in WORDS.company_tails:
            bare = bare[:-1]
        if bare != key and bare in keys:
            join(keys[bare], index)


def _join_units(mentions: Sequence[Body], join: _Join, root: _Root) -> None:
    """Units of one name in one body."""
    for _ in range(2):  # a parent joined may join units of units
        units: dict[tuple[int, Name], int] = {}
        for index, body in enumerate(mentions):
            if body.parent is not None and body.unit:
                join(units.setdefault((root(body.parent), _unit_key(body.unit)), index), index)


def _join_bare_units(mentions: Sequence[Body], join: _Join, root: _Root) -> None:
    """ "Central Committee" alone with the one that names its parent, where only one parent has such a unit."""
    units: dict[Name, set[int]] = {}
    for index, body in enumerate(mentions):
        if body.parent is not None and (len(body.unit) > 1 or body.of_state):
            units.setdefault(_unit_key(body.unit), set()).add(root(index))
    for index, body in enumerate(mentions):
        owners = units.get(_unit_key(body.words), set())
        if body.parent is None and len(owners) == 1:
            join(next(iter(owners)), index)


def _join_without_state(mentions: Sequence[Body], lists: Gazetteer, join: _Join, root: _Root) -> None:
    """ "US EPA" and "EPA of the US" with "EPA", where only one body has that name."""
    owners: dict[Name, set[int]] = {}
    for index, body in enumerate(mentions):
        bare = without_state(body.words, lists)
        if bare != body.words:
            owners.setdefault(body_key(bare), set()).add(root(index))
    for index, body in enumerate(mentions):
        found = owners.get(body_key(body.words), set())
        if len({root(owner) for owner in found}) == 1:
            join(next(iter(found)), index)
        elif found and len({body_key(mentions[owner].words) for owner in found}) > 1:
            states = {next((w for w in mentions[owner].words if w in lists.place_words), "") for owner in found}
            if len(states) == 1:
                for owner in found:
                    join(owner, index)


def without_state(words: Name, lists: Gazetteer) -> Name:
    """The name without the state before or behind it: "US Army", "Army of the Republic of Korea"."""
    match = lists.places.longest(words, 0, len(words))
    if match and match[1] == "state" and match[0] < len(words) and words[match[0]] not in ("'s", "’s", "-", "of"):
        return words[match[0] :]
    for at in range(1, len(words) - 1):
        if words[at] == "of":
            first = at + 1 + (words[at + 1] == "the")
            match = lists.places.longest(words, first, len(words)) if first < len(words) else None
            if match and match[0] == len(words) and match[1] == "state":
                return words[:at]
    return words


def _join_short_forms(mentions: Sequence[Body], lists: Gazetteer, join: _Join, root: _Root) -> None:
    """ "the Association" with the last body before it, or else the first after it, whose name has that head."""
    # Of "League of Nations Information Section" the head is "Section": the League is its parent.
    heads = [
        _phrase_head(body.unit if body.parent is not None and body.unit else body.words) if len(body.words) > 1 else ""
        for body in mentions
    ]
    distinct: dict[tuple[Name, bool], int] = {}
    for index, body in enumerate(mentions):
        distinct.setdefault((body.words, body.parent is None), index)
    longer = _longer_names([mentions[index].words for (_, is_alone), index in distinct.items() if is_alone])
    alone = [index for (_, is_alone), index in distinct.items() if is_alone]
    bare: dict[str, int] = {}  # those that no longer name explains
    for index, body in enumerate(mentions):
        if not is_short_form(body.words, lists) or body.declared_by is not None:
            continue
        before = range(index - 1, max(-1, index - 1 - _SHORT_FORM_REACH), -1)
        for at in (*before, *range(index + 1, min(len(mentions), index + 1 + _SHORT_FORM_REACH))):
            is_declared = mentions[at].declared_by is not None and mentions[at].words == body.words
            if is_declared or (body.words[0] == heads[at] and mentions[at].parent != index):
                join(at, index)
                break
        else:
            join(bare.setdefault(body.words[0], index), index)
    for (words, _), index in distinct.items():
        headed = len(words) > 2 and words[1] == "of" and words[0] in lists.organisation_words["of_bodies"]
        if (len(words) > 1 and words[-1] in lists.organisation_heads) or headed:
            first = min(longer.get((True, words), len(alone)), longer.get((False, body_key(words)), len(alone)))
            if first < len(alone):
                join(alone[first], index)


def is_short_form(words: Name, lists: Gazetteer) -> bool:
    """Whether the name is one word that many bodies are called by: "the Association", "the Board"."""
    return len(words) == 1 and (words[0] in lists.short_forms or words[0] in lists.organisation_heads)


def _longer_names(names: Sequence[Name]) -> dict[tuple[bool, Name], int]:
    """For what begins names before "of", "and", "for" or "on" (True), and for each end of a key (False): the
    place of the first such name. "X University" goes with "X University of Science", "Action Group" with
    "International Action Group"."""
    found: dict[tuple[bool, Name], int] = {}
    for place, words in enumerate(names):
        for at, word in enumerate(words):
            if at and word in ("of", "and", "for", "on"):
                found.setdefault((True, words[:at]), place)
        key = body_key(words)
        for at in range(1, len(key)):
            if key[at - 1] not in _BEFORE_OTHERS:  # "Friends of the Seed Union" are not the Union
                found.setdefault((False, key[at:]), place)
    return found


def _phrase_head(words: Name) -> str:
    """The last word before the first "of", "in" or "for": "Association" of "General Association of Residents"."""
    for index, word in enumerate(words):
        if index and word in ("of", "in", "for", "on", "to"):
            return words[index - 1]
    return words[-1]


def declaring(short: Name, nested: Sequence[Name]) -> int:
    """Which of the names that end before a bracket, the outermost first, its short form stands for."""
    if len(short) > 1:  # the innermost: "Seed IAG" begins no "Council of the Seed ..."
        return next((n for n in range(len(nested) - 1, -1, -1) if abbreviates(short, nested[n])), len(nested) - 1)
    for number, name in enumerate(nested):
        if is_spelt_by(short[0], name):
            return number
    for number in range(len(nested) - 1, -1, -1):
        if follows_initials(short[0], nested[number]):
            return number
    return len(nested) - 1
