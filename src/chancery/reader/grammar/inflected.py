"""The forms of English verbs, so that word lists can hold verbs and not their forms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

_VOWELS = frozenset("aeiou")
_HISSING = ("s", "x", "z", "ch", "sh")


class Form(NamedTuple):
    """One form of a verb; `shape` is base, s, ing, past or part (what a form that is both counts as: past)."""

    verb: str
    shape: str


def forms_of(verbs: Iterable[str], irregular: Mapping[str, str]) -> dict[str, Form]:
    """Every form of the verbs, by the word. `irregular` gives past and participle: "chose chosen", "set".

    A verb is written as its base; a doubled last consonant is written out: "ban+" gives "banned".
    """
    found: dict[str, Form] = {}
    for written in verbs:
        verb = written.rstrip("+")
        stem = verb + verb[-1] if written.endswith("+") else verb
        made = {verb: "base", _third_person(verb): "s", _ing(stem, verb): "ing"}
        if verb in irregular:
            past, *participle = irregular[verb].split()
            made.update({participle[0] if participle else past: "part", past: "past"})
        else:
            made[_past(stem, verb)] = "past"
        for word, shape in made.items():
            found.setdefault(word, Form(verb, shape))
    return found


def _third_person(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(_HISSING) or verb.endswith("o") else "s")


def _ing(stem: str, verb: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    return stem + "ing"


def _past(stem: str, verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in _VOWELS:
        return verb[:-1] + "ied"
    return stem + "ed"
