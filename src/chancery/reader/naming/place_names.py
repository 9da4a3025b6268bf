"""Which names of places mean the same place: short forms of states of the US, capitals, what kind of place it is."""

from __future__ import annotations

from collections.abc import Sequence

from chancery.reader.gazetteer import Gazetteer
from chancery.reader.naming.bodies import body_key
from chancery.reader.naming.vocabulary import WORDS
from chancery.reader.words import word_texts

Key = str | tuple[str, ...]


def place_keys(texts: Sequence[str], lists: Gazetteer) -> list[Key]:
    """For each name, what is equal for those that mean the same place.

    "NJ" is "New Jersey", "OSLO" is "Oslo"; "Elm City" is "Elm" where the document names both and no other kind of Elm.
    """
    keys = [_key(text, lists) for text in texts]
    states = {body_key(word_texts(name)) for name in lists.long_form.values()}  # Kansas City does not lie in Kansas
    longer: dict[Key, set[Key]] = {}
    for key in set(keys):
        if isinstance(key, tuple) and len(key) > 1 and key[-1] in WORDS.kinds_of_places and key[:-1] not in states:
            longer.setdefault(key[:-1], set()).add(key)
    bare = {next(iter(found)): key for key, found in longer.items() if len(found) == 1}
    known = set(keys)
    return [bare[key] if key in bare and bare[key] in known else key for key in keys]


def _key(text: str, lists: Gazetteer) -> Key:
    if text.isupper() and len(text) > 4:
        text = text.title()
    text = lists.long_form.get(text, text)
    return lists.state_of.get(text) or body_key(word_texts(text))
