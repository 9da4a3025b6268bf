"""Referents: which names of a document mean the same person, body or place, under its fullest name."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from chancery.reader.draft import Draft, Name
from chancery.reader.gazetteer import Gazetteer, gazetteer
from chancery.reader.naming.acting import acting_score
from chancery.reader.naming.bodies import Body, body_key, same_bodies
from chancery.reader.naming.people import same_people
from chancery.reader.words import spans_of_words, word_texts
from chancery.terms.claims import EntityType, Mention, Referent

_LETTER = {"person": "p", "organisation": "o", "place": "l"}


def run(draft: Draft) -> None:
    """Fill `draft.referents` and give each name its entity."""
    lists = gazetteer(draft.layer.language)
    _settle_states(draft, lists)
    groups: dict[EntityType, list[list[Name]]] = {
        "person": _people(draft),
        "organisation": _bodies(draft, lists),
        "place": _places(draft, lists),
    }
    for kind, found in groups.items():
        for number, names in enumerate(found, 1):
            ref = f"{_LETTER[kind]}{number}"
            draft.referents[ref] = _referent(draft, ref, kind, names)
            for name in names:
                name.entity = ref


def _referent(draft: Draft, ref: str, kind: EntityType, names: list[Name]) -> Referent:
    forms: dict[str, int] = {}
    for name in names:
        form = " ".join(draft.text[name.start : name.end].split())
        forms[form] = forms.get(form, 0) + 1
    best = max(forms, key=lambda form: (not form.isupper() or len(forms) == 1, len(form)))
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
        state = lists.state_of.get(" ".join(draft.text[name.start : name.end].split()))
        body = Body(word_texts(state) if state else words)
        inner = names[index + 1] if index + 1 < len(names) else None
        if inner and inner.level > name.level and inner.end <= name.end:
            body.parent = index + 1
            body.unit = tuple(
                draft.text[a:b]
                for a, b in spans_of_words(draft.text, name.start, name.end)
                if (b <= inner.start or a >= inner.end) and draft.text[a:b] not in ("of", "the", "'s", "’s")
            )
        if index and name.rule == "declared short form":
            before = index - 1
            while before > 0 and names[before].level > 0:
                before -= 1
            body.declared_by = before
        mentions.append(body)
    return _grouped(names, same_bodies(mentions, lists))


def _places(draft: Draft, lists: Gazetteer) -> list[list[Name]]:
    names = [name for name in draft.names if name.type == "place"]
    keys: dict[object, int] = {}
    numbers = []
    for name in names:
        text = " ".join(draft.text[name.start : name.end].split())
        numbers.append(keys.setdefault(lists.state_of.get(text) or body_key(word_texts(text)), len(keys)))
    return _grouped(names, numbers)


def _settle_states(draft: Draft, lists: Gazetteer) -> None:
    """Make the names of a state that acts in the document names of a body."""
    starts = [draft.tokens[first].start if first < after else -1 for first, after in draft.sentence_tokens]
    states: dict[str, list[Name]] = defaultdict(list)
    for name in draft.names:
        if name.type == "place":
            state = lists.state_of.get(" ".join(draft.text[name.start : name.end].split()))
            if state:
                states[state].append(name)
    ends = [token.start for token in draft.tokens]
    for names in states.values():
        places = []
        for name in names:
            at = bisect_right(ends, name.start) - 1
            line = next(i for i in range(len(starts)) if draft.sentence_tokens[i][0] <= at < draft.sentence_tokens[i][1])
            first, after = draft.sentence_tokens[line]
            last = bisect_right(ends, name.end - 1)
            places.append(([token.text for token in draft.tokens[first:after]], at - first, last - first))
        if any(name.level > 0 for name in names) or acting_score(places) >= 0.5:
            for name in names:
                name.type = "organisation"
