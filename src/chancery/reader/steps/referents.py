"""Referents: which names of a document mean the same person, body or place, under its fullest name."""

from __future__ import annotations

import re
from collections import defaultdict

from chancery.reader.draft import Draft, Name
from chancery.reader.gazetteer import Gazetteer, gazetteer
from chancery.reader.naming.bodies import Body, declaring, same_bodies
from chancery.reader.naming.organs import governed_state
from chancery.reader.naming.people import same_people
from chancery.reader.naming.place_names import Key, place_keys
from chancery.reader.naming.plausible import is_plausible, plausibility
from chancery.reader.naming.short_forms import DECLARED
from chancery.reader.naming.states import CAPITAL, headed_places, states_named
from chancery.reader.words import spans_of_words, word_texts
from chancery.terms.claims import EntityType, Mention, Referent

_DEEPEST = 5
# "the Seed Council, also called the Council of Seeds"
_ALSO = re.compile(
    r"[,(\s]*(?:(?:also|commonly|officially|formerly|previously|then|sometimes|better)\s+){1,2}"
    r"(?:called|known\s+as|named|abbreviated(?:\s+(?:to|as))?|referred\s+to\s+as)\s+(?:the\s+)?[\"“'‘*]*"
)
_LETTER = {"person": "p", "organisation": "o", "place": "l"}


def run(draft: Draft) -> None:
    """Fill `draft.referents` and give each name its entity; names that are hardly any leave `draft.names`."""
    lists = gazetteer(draft.layer.language)
    starts = [token.start for token in draft.tokens]
    for kind, found in groups_of(draft).items():
        kept = [names for names in found if is_plausible(draft, names, starts, lists)]
        for number, names in enumerate(kept, 1):
            ref = f"{_LETTER[kind]}{number}"
            draft.referents[ref] = _referent(draft, ref, kind, names)
            if draft.tracing:
                draft.named_because[ref] = plausibility(draft, names, starts, lists)
            for name in names:
                name.entity = ref
    draft.names = [name for name in draft.names if name.entity is not None]
    _level(draft.names)


def groups_of(draft: Draft) -> dict[EntityType, list[list[Name]]]:
    """The names that mean the same, by type, in the order of the text; states that act have become bodies."""
    lists = gazetteer(draft.layer.language)
    _settle_states(draft, lists)
    return {"person": _people(draft), "organisation": _bodies(draft, lists), "place": _places(draft, lists)}


def _level(names: list[Name]) -> None:
    """Count levels anew, where an outer name has gone. Names stand in order, each after the one that holds it."""
    open_ends: list[int] = []
    for name in names:
        while open_ends and open_ends[-1] <= name.start:
            open_ends.pop()
        name.level = len(open_ends)
        open_ends.append(name.end)


def _referent(draft: Draft, ref: str, kind: EntityType, names: list[Name]) -> Referent:
    forms: dict[str, int] = {}
    for name in names:
        form = " ".join(draft.text[name.start : name.end].split())
        forms[form] = forms.get(form, 0) + 1
    states = gazetteer(draft.layer.language).state_of
    best = max(forms, key=lambda form: (form in states, not form.isupper(), len(form)))
    return Referent(
        id=ref,
        type=kind,
        name=best,
        aliases=tuple(form for form in forms if form != best),
        mentions=tuple(Mention(name.start, name.end) for name in names),
    )


def _words(draft: Draft, name: Name) -> tuple[str, ...]:
    return tuple(draft.text[a:b] for a, b in spans_of_words(draft.text, name.start, name.end))


def _grouped(names: list[Name], numbers: list[int]) -> list[list[Name]]:
    groups: dict[int, list[Name]] = defaultdict(list)
    for name, number in zip(names, numbers, strict=True):
        groups[number].append(name)
    return [groups[number] for number in sorted(groups)]


def _people(draft: Draft) -> list[list[Name]]:
    names = [name for name in draft.names if name.type == "person"]
    return _grouped(names, same_people([_words(draft, name) for name in names]))


def _bodies(draft: Draft, lists: Gazetteer) -> list[list[Name]]:
    names = [name for name in draft.names if name.type == "organisation"]
    mentions: list[Body] = []
    for index, name in enumerate(names):
        words = _words(draft, name)
        state = _state_named(" ".join(draft.text[name.start : name.end].split()), words, name, lists)
        body = Body(word_texts(state) if state else words)
        inner = names[index + 1] if index + 1 < len(names) else None
        if inner and state is None and inner.level > name.level and inner.end <= name.end:
            body.parent = index + 1
            body.of_state = inner.rule == "state inside a name"
            body.unit = tuple(
                draft.text[a:b]
                for a, b in spans_of_words(draft.text, name.start, name.end)
                if (b <= inner.start or a >= inner.end) and draft.text[a:b] not in ("of", "the", "'s", "’s")
            )
        if index and _ALSO.fullmatch(draft.text[names[index - 1].end : name.start]):
            body.declared_by = index - 1
        if index and name.rule == DECLARED:
            end = names[index - 1].end
            nested = [at for at in range(max(0, index - _DEEPEST), index) if names[at].end == end]
            while nested and names[nested[0]].level > 0 and nested[0] > 0:
                nested.insert(0, nested[0] - 1)
            nested = [at for at in nested if names[at].end == end]
            body.declared_by = nested[declaring(words, [_words(draft, names[at]) for at in nested])]
        mentions.append(body)
    return _grouped(names, same_bodies(mentions, lists))


def _places(draft: Draft, lists: Gazetteer) -> list[list[Name]]:
    names = [name for name in draft.names if name.type == "place"]
    keys = place_keys([" ".join(draft.text[name.start : name.end].split()) for name in names], lists)
    numbers: dict[Key, int] = {}
    return _grouped(names, [numbers.setdefault(key, len(numbers)) for key in keys])


def _settle_states(draft: Draft, lists: Gazetteer) -> None:
    """Make the names of a state that acts in the document names of a body, and so those of a city under its mayor."""
    for state in states_named(draft, lists).values():
        if state.acts(draft.layer.language):
            for name in state.names:
                name.type = "organisation"
    headed = headed_places(draft, lists)
    for name in draft.names:
        if name.type == "place" and " ".join(draft.text[name.start : name.end].split()) in headed:
            name.type = "organisation"


def _state_named(text: str, words: tuple[str, ...], name: Name, lists: Gazetteer) -> str | None:
    """The state that a body's name means: the state itself, its government, its capital in its stead."""
    if text.isupper() and len(text) > 4:
        text = text.title()
    if name.rule == CAPITAL:
        return lists.state_of_capital[text]
    return lists.state_of.get(text) or governed_state(words, lists)
