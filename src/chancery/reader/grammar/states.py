"""From "Venezuelan" to the referent of Venezuela, where the document names it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from chancery.reader.draft import Draft
from chancery.reader.wordlists import word_list
from chancery.terms.claims import Ref


def state_finder(draft: Draft) -> Callable[[str], Ref | None]:
    """A function from an adjective to the id of its state in this document, or None where it names no such state.

    A body ("the Government of X") is preferred to a place of the same name.
    """
    found: dict[str, Ref] = {}
    for referent in sorted(draft.referents.values(), key=lambda referent: referent.type != "place"):
        if referent.type == "person":
            continue
        for name in (referent.name, *referent.aliases):
            found[name.casefold().removeprefix("the ")] = referent.id

    def state_of(adjective: str) -> Ref | None:
        for name in states_by_adjective().get(adjective, ()):
            if name.casefold() in found:
                return found[name.casefold()]
        return None

    return state_of


def states_in(draft: Draft) -> dict[str, Ref]:
    """The id of each state that the document names, by every name that it gives it."""
    found: dict[str, Ref] = {}
    for referent in draft.referents.values():
        forms = (referent.name, *referent.aliases)
        if referent.type != "person" and any(map(is_state, forms)):
            found.update((" ".join(form.split()), referent.id) for form in forms)
    return found


@cache
def states_by_adjective() -> dict[str, tuple[str, ...]]:
    """The names of the state that an adjective belongs to, as English writes them."""
    found: dict[str, tuple[str, ...]] = {}
    for name, entry in word_list("en", "states").items():
        adjectives, capitals, others = (part.split(",") for part in entry.split("|"))
        names = tuple(part.strip() for part in (name, *others, *capitals) if part.strip())
        for adjective in adjectives:
            if adjective.strip():
                found.setdefault(adjective.strip(), names)
    return found


def is_state(name: str) -> bool:
    """Whether this is the name of a state, article aside."""
    return " ".join(name.split()).removeprefix("the ").removeprefix("The ") in _state_names()


@cache
def _state_names() -> frozenset[str]:
    names: set[str] = set()
    for name, entry in word_list("en", "states").items():
        names.update(part.strip() for part in (name, *entry.split("|")[-1].split(",")) if part.strip())
    return frozenset(names)
