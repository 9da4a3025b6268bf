"""Blocking keys: names that are worth comparing share one."""

from __future__ import annotations

from chancery.register.matching.bodies import body_name
from chancery.register.matching.people import person_name
from chancery.terms.claims import EntityType


def name_keys(name: str, kind: EntityType) -> frozenset[str]:
    """The keys under which a name is looked for. Two names that share none are not worth comparing."""
    found = (person_name if kind == "person" else body_name)(name)
    words = found.words
    keys = {"j:" + "".join(sorted(word.text for word in words))} if words else set()
    for place, word in enumerate(words):
        if len(word.text) == 1 or word.number or not word.skeleton:
            continue
        for other in words[place + 1 :]:
            pair = sorted((word.skeleton[:1] or word.text[0], other.skeleton))
            keys.add("p:" + " ".join(pair))
            keys.add("p:" + " ".join(sorted((other.skeleton[:1] or other.text[0], word.skeleton))))
        keys.add("w:" + word.skeleton)
    return frozenset(keys)
