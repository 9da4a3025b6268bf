"""A claim as the fields of a form hold it, for whoever corrects it."""

from __future__ import annotations

from collections.abc import Mapping

from chancery.gazette.correcting.fields import fields_of_kind
from chancery.gazette.correcting.stating import numbered
from chancery.register.views import DocumentView
from chancery.terms.claims import Claim, GatheringFact, Ref, Referent, kind_of


def typed_of(claim: Claim, view: DocumentView) -> dict[str, str]:
    """What the fields would hold that state the claim of the document."""
    referents = {each.referent.id: each.referent for each in view.referents}
    stated = {c.fact.gathering: c.id for c in view.claims if isinstance(c.fact, GatheringFact)}
    typed: dict[str, str] = {"stance": claim.stance}
    for field in fields_of_kind(kind_of(claim.fact)):
        value = getattr(claim.fact, field.name)
        match field.form:
            case "name":
                typed |= _named(field.name, value, referents)
            case "names":
                for place, ref in enumerate(value, start=1):
                    typed |= _named(numbered(field.name, place), ref, referents)
            case "gathering":
                typed[field.name] = stated.get(value, "")
            case "yes":
                typed[field.name] = "yes" if value else ""
            case _:
                typed[field.name] = "" if value is None else str(value)
    return typed


def _named(name: str, ref: Ref | None, referents: Mapping[Ref, Referent]) -> dict[str, str]:
    referent = referents.get(ref or "")
    return {} if referent is None else {name: referent.name, f"{name}-type": referent.type}
