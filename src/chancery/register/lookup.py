"""Finding the entity that a person means by a name or an id."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from chancery.register.citations import Shown
from chancery.register.forgetting.withholding import is_withheld_name
from chancery.register.identity import identified_key
from chancery.register.names import folded_words
from chancery.register.store import Store
from chancery.terms.claims import EntityType
from chancery.terms.entities import EntityName
from chancery.terms.errors import QuestionError

_KIND_WORDS = {"person": "person", "organisation": "body", "place": "place", None: "person, body or place"}
_CHOICES = 8  # of several entities that a name may mean, or that are near a name that is not known
_NEAR = 0.6  # of difflib's ratio, its own default: "Leage of Nations" finds "League of Nations" (0.97)


def find_entity(store: Store, name_or_id: str, kinds: tuple[EntityType, ...] | None = None) -> EntityName:
    """The entity with that id, or the one that bears that name, however it is spaced, cased and accented.

    An identifier that a source gave ("scheme:id") will do, too. An own name goes before an alias, and of equals a
    person or body before a place. Raises QuestionError Q001 where nothing is so named, with the nearest names, Q003
    where several are, and Q006 where who bore it was forgotten.
    """
    name_or_id = name_or_id.encode("utf-8", "replace").decode("utf-8")  # what a terminal may hand over is no text
    shown = Shown(store)
    by_id = store.first("SELECT type FROM entity WHERE id = ?", (name_or_id,))
    if by_id is not None and (kinds is None or by_id[0] in kinds):
        return shown.entity(name_or_id)
    identified = _identified(store, name_or_id, kinds)
    if identified is not None:
        return shown.entity(identified)
    found = _named(store, name_or_id, kinds)
    if not found:
        if is_withheld_name(store, name_or_id):
            raise QuestionError("Q006")
        kind = _KIND_WORDS[kinds[0] if kinds else None]
        near = _nearest(store, name_or_id, kinds)
        words = f"{name_or_id!r}" + (f" (the nearest: {', '.join(near)})" if near else "")
        raise QuestionError("Q001", kind=kind, name=words)
    best = min(rank for rank, _ in found)
    chosen = [entity for rank, entity in found if rank == best]
    if len(chosen) > 1:
        choices = ", ".join(f"{e.name} ({_KIND_WORDS[e.type]} {e.id})" for e in map(shown.entity, chosen[:_CHOICES]))
        more = f" and {len(chosen) - _CHOICES} more" if len(chosen) > _CHOICES else ""
        raise QuestionError("Q003", name=repr(name_or_id), choices=choices + more)
    return shown.entity(chosen[0])


def _identified(store: Store, identifier: str, kinds: tuple[EntityType, ...] | None) -> str | None:
    for kind in kinds or ("person", "organisation", "place"):
        row = store.first(
            "SELECT entity FROM referent WHERE type = ? AND key = ? ORDER BY seq, place, member LIMIT 1",
            (kind, identified_key(identifier)),
        )
        if row is not None:
            entity: str = row[0]
            return entity
    return None


def namesakes(store: Store, entity: EntityName) -> tuple[EntityName, ...]:
    """Other entities that bear its name."""
    shown = Shown(store)
    return tuple(shown.entity(other) for _, other in _named(store, entity.name, None) if other != entity.id)


def _named(store: Store, name: str, kinds: Iterable[EntityType] | None) -> list[tuple[tuple[int, int], str]]:
    folded = " ".join(folded_words(name))
    rows = store.rows(
        "SELECT entity.id, entity.type, max(own) FROM entity_name JOIN entity ON entity.id = entity WHERE folded = ?"
        " GROUP BY entity.id, entity.type, entity.name ORDER BY max(own) DESC, entity.name, entity.id",
        (folded,),
    )
    wanted = None if kinds is None else set(kinds)
    return [
        ((1 - own, int(kind == "place")), entity)
        for entity, kind, own in rows
        if folded and (wanted is None or kind in wanted)
    ]


def _nearest(store: Store, name: str, kinds: tuple[EntityType, ...] | None) -> list[str]:
    wanted = kinds or ("person", "organisation", "place")
    marks = ", ".join("?" for _ in wanted)
    names: dict[str, str] = dict(
        store.rows(
            "SELECT folded, entity.name FROM entity_name JOIN entity ON entity.id = entity"
            f" WHERE type IN ({marks}) ORDER BY entity_name.id LIMIT 20000",
            tuple(wanted),
        )
    )
    asked = " ".join(folded_words(name))
    near = difflib.get_close_matches(asked, names, n=3, cutoff=_NEAR)
    within = [folded for folded in names if asked and set(asked.split()) <= set(folded.split())]
    return list(dict.fromkeys(names[folded] for folded in (*near, *within)))[:4]
