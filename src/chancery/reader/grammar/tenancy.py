"""Posts as they are drawn, before they are stated."""

from __future__ import annotations

from dataclasses import dataclass

from chancery.reader.account import Account
from chancery.terms.claims import PostFact


@dataclass(slots=True, frozen=True)
class Drawn:
    """A post fact with the words that state it, and how likely it is."""

    fact: PostFact
    start: int
    end: int
    rule: str
    probability: float = 1.0
    features: tuple[str, ...] = ()  # what the probability was made of
    floor: float = 0.0  # how likely its words alone make it, whatever was learned
    because: tuple[Account, ...] = ()  # how each scorer judged, if the draft is traced


def is_envoy(role: str) -> bool:
    """ "Ambassador to Japan", "High Commissioner to India"."""
    words = role_key(role).split()
    return "to" in words and any(word in ("ambassador", "commissioner", "envoy", "consul") for word in words)


def role_key(role: str) -> str:
    """Roles that differ in case, hyphens or spaces only are one."""
    return " ".join(role.casefold().replace("-", " ").replace("–", " ").split())
