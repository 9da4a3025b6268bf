"""What speaks for and against a post that was drawn: features that people can read, for the scorer."""

from __future__ import annotations

from collections.abc import Sequence

from chancery.reader.draft import Draft
from chancery.reader.grammar.items import Item
from chancery.reader.grammar.states import is_state
from chancery.reader.grammar.tenancy import Drawn, role_key

_FEW = 3
_MANY = 5


def sentence_features(items: Sequence[Item], person: Item) -> tuple[str, ...]:
    """What the sentence shows beside the tie itself."""
    people = sum(item.kind == "P" for item in items)
    found = [f"people={people if people <= _FEW else 'many'}"]
    if items[-1].word not in (".", "!", "?"):
        found.append("no full stop")
    if not any(item.kind == "W" and item.text[0].islower() for item in items):
        found.append("capitals only")
    if person.kind == "P" and len(person.text.split()) == 1:
        found.append("one-word name")
    return tuple(found)


def features_of(draft: Draft, post: Drawn) -> list[str]:
    """All features of a post once its body is settled."""
    fact = post.fact
    words = role_key(fact.role).split()
    source = "none" if fact.organisation is None else post.body
    found = [
        post.rule, f"{post.rule}, body {source}", f"body {source}", f"change={fact.change}", *post.features,
        f"head={words[-1] if words else ''}", f"first={words[0] if words else ''}",
        f"words={len(words) if len(words) <= _MANY else 'many'}",
        "capital" if fact.role[:1].isupper() else "lower case",
    ]  # fmt: skip
    if fact.rank:
        found.append("rank")
    if fact.date is not None:
        found.append("dated")
    if " of " in fact.role or " for " in fact.role:
        found.append("complement in role")
    if fact.organisation is not None:
        body = draft.referents[fact.organisation]
        found.append("body a state" if is_state(body.name) else f"body {body.type}")
        found.append(f"body of {min(len(body.name.split()), _MANY)} words")
        if len(body.mentions) > 1:
            found.append("body named again")
    if len(draft.referents[fact.person].mentions) > 1:
        found.append("person named again")
    if post.end - post.start > _LONG:
        found.append("long evidence")
    return found


_LONG = 160  # characters
