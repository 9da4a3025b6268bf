"""Gold records spoilt at random, so that two scorers have something to agree about."""

from __future__ import annotations

import copy
import random
from typing import Any

_LABELS = ["holds", "elected", "signed", "adopted", "proposed", "speaker", "meeting", "statement"]
_DATES = [None, "2024", "2024-08", "2024-08-13"]


def perturbed(record: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    """The record with entities and facts dropped, renamed, retyped, doubled and changed in their fields."""
    spoilt = copy.deepcopy(record)
    names = [entity["name"] for entity in spoilt["entities"]] or ["Nobody"]
    ids = [entity["id"] for entity in spoilt["entities"]] or ["x1"]
    spoilt["entities"] = [_entity(entity, names, dice) for entity in spoilt["entities"] if dice.random() > 0.15]
    facts = [_fact(fact, ids, dice) for fact in spoilt["facts"] if dice.random() > 0.15]
    facts += [dict(fact, id="g99") if "id" in fact else dict(fact) for fact in facts if dice.random() < 0.1]
    dice.shuffle(facts)
    spoilt["facts"] = facts
    return spoilt


def _entity(entity: dict[str, Any], names: list[str], dice: random.Random) -> dict[str, Any]:
    match dice.randrange(20):
        case 0 | 1:
            entity["type"] = dice.choice(["person", "organisation", "place"])
        case 2 | 3:
            entity["name"] = entity["name"][:-1]
        case 4:
            entity["name"] = dice.choice(names)
        case 5:
            entity["aliases"].append(dice.choice(names))
        case 6:
            entity["name"] = f"Comrade {entity['name'].upper()}"
    return entity


def _fact(fact: dict[str, Any], ids: list[str], dice: random.Random) -> dict[str, Any]:
    words = fact["evidence"].split()
    fact["evidence"] = dice.choice([fact["evidence"]] * 6 + [" ".join(words[len(words) // 3 :]), "said nowhere"])
    for field in [name for name in fact if name not in ("type", "id", "evidence") and dice.random() < 0.12]:
        fact[field] = _value(field, fact[field], ids, dice)
    return fact


def _value(field: str, value: Any, ids: list[str], dice: random.Random) -> Any:
    if field in ("change", "status", "kind", "capacity", "mode"):
        return dice.choice(_LABELS)
    if field in ("date", "start", "end", "deadline"):
        return dice.choice([*_DATES, value and value[:7]])
    if field in ("role", "name", "title", "object", "summary"):
        return dice.choice([None, f"Deputy {value}", " ".join((value or "").split()[:2])])
    if isinstance(value, list):
        return [*value[1:], dice.choice(ids)]
    return dice.choice([None, dice.choice(ids)])
