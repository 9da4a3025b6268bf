"""The context of two atoms as findings, and the sum of names and context as a probability."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

import msgspec
import yaml

from chancery.register.matching import Comparison, Finding, compare_names, particles
from chancery.register.names import (
    folded_name,
    folded_words,
    is_abroad_somewhere,
    is_full_name,
    is_general,
    opposite_words,
    word_lists,
)
from chancery.register.resolving.atoms import Atom, BodyId, Seat
from chancery.register.resolving.surroundings import Near, Surroundings
from chancery.register.roles import is_single_seat
from chancery.terms.claims import EntityType

_NEAR = dt.timedelta(days=731)
_LIFETIME = dt.timedelta(days=70 * 365)  # of holding posts: nobody is named in office over a longer time
_MOST_COMPANY = 3  # companions counted: one long document could otherwise outweigh the names


class Weights(msgspec.Struct, frozen=True):
    """`weights.yaml`: what context adds, in log-odds; and what the names' findings need of it to be sure."""

    context: dict[str, float]
    needed: dict[EntityType, dict[str, list[str]]]


@cache
def weights() -> Weights:
    text = resources.files(__package__).joinpath("weights.yaml").read_text("utf-8")
    return msgspec.convert(yaml.safe_load(text), Weights)


def is_borne_out(comparison: Comparison, kind: EntityType) -> bool:
    """Whether everything that the names leave open is settled by context."""
    codes = {finding.code for finding in comparison.findings}
    needed = weights().needed[kind]
    return all(code not in needed or codes & set(needed[code]) for code in codes)


def is_open(comparison: Comparison, kind: EntityType) -> bool:
    """Whether a person could still judge them one: nothing in the names rules it out."""
    needed = weights().needed[kind]
    return not any(needed.get(finding.code) == [] for finding in comparison.findings)


class Context:
    """Looks up what a comparison needs of the record as a whole."""

    def __init__(
        self, surroundings: Surroundings, spread: NameSpread, states: frozenset[str], names: Mapping[str, Sequence[str]]
    ) -> None:
        """`states` are the bodies of which a shared post says nothing: half the world's officers serve them. `names`
        gives the folded names of each body, its short ones too."""
        self._names = names
        self._surroundings = surroundings
        self._spread = spread
        self._states = states

    def compare(self, a: Atom, b: Atom, names: Comparison | None = None) -> Comparison:
        """How likely two atoms are one, and why: the findings of their names and of their context."""
        names = compare_names(telling_names(a), telling_names(b), a.kind) if names is None else names
        found = self.findings(a, b, names)
        return Comparison(
            score=_probability(_log_odds(names.score) + sum(f.weight for f in found)),
            findings=(*names.findings, *found),
        )

    def findings(self, a: Atom, b: Atom, names: Comparison) -> tuple[Finding, ...]:
        found: list[Finding] = []
        full = compare_names(a.own, b.own, a.kind)
        if (beside := a.documents & b.documents) and not (a.kind != "person" and _is_one_name(full)):
            found.append(_finding("named side by side", f"{len(beside)} document(s) name both, and tell them apart"))
        if a.kind == "person":
            found += self._of_people(a, b)
        if a.kind == "organisation":
            found += self._of_bodies(a, b)
        if not is_open(full, a.kind):
            found.append(_finding("other full names", "only a shorter name of one agrees"))
        elif a.kind == "organisation":
            found += _left_open(full, names)
        if a.kind != "person":
            found += _of_words(a, b)
        shared = self.company(a, b) if a.kind != "place" else frozenset()  # where things happen, the same people come
        if shared:
            # Only what is a name: other keys hold posts or identifiers, which mean nothing to a reader.
            named = sorted(key for _, key in shared if key.isprintable())[:_MOST_COMPANY]
            who = ", ".join(named) or f"{len(shared)} others"
            weight = weights().context["same company"] * min(len(shared), _MOST_COMPANY)
            found.append(Finding("same company", f"documents of both name {who}", weight))
        return tuple(found)

    def company(self, a: Atom, b: Atom) -> frozenset[Near]:
        """Who and what else documents of both name, where no document names both."""
        beside = a.documents & b.documents
        return self._surroundings.around(a.documents - beside, but=a) & self._surroundings.around(
            b.documents - beside, but=b
        ) - {(b.kind, b.key), (a.kind, a.key)}

    def named_beside(self, atom: Atom) -> frozenset[Near]:
        """Who and what else the atom's documents name."""
        return self._surroundings.around(atom.documents, but=atom)

    def _of_people(self, a: Atom, b: Atom) -> list[Finding]:
        found = []
        post = _shared_post(a, b)
        if post is not None:
            role, near = post
            code = "same post near in time" if near else "same post"
            found.append(_finding(code, f"both {role} of one body" + (" at one time" if near else "")))
        elif self.bodies(a) & self.bodies(b):
            found.append(_finding("same body", "posts in one body"))
        elif self.bodies(a) and self.bodies(b) and not self.company(a, b):
            found.append(_finding("different careers", "posts in different bodies, and nobody named beside both"))
        if _is_surname(a) and _is_surname(b):
            found.append(_finding("surname alone", "both have a surname only"))
        elif _is_surname(a) or _is_surname(b):
            found.append(_finding("surname of one", "one has a surname only"))
        if _gap(a, b) > _LIFETIME:
            found.append(_finding("far apart in time", "seen more than seventy years apart"))
        bearers = self._spread.bearers(a, b)
        if bearers is not None and bearers >= NameSpread.COMMON:
            found.append(_finding("common name", "several others bear each word of the name"))
        elif bearers == 0:
            found.append(_finding("rare name", "nobody else bears the words of the name"))
            if self.company(a, b):
                found.append(_finding("rare name in one company", "and the same others are named beside it"))
        return found

    def _of_bodies(self, a: Atom, b: Atom) -> list[Finding]:
        if a.entities & b.parents or b.entities & a.parents:
            return [_finding("part of the other", "one is a unit of the other")]
        if a.parents & b.parents or self._names_parent(a, b) or self._names_parent(b, a):
            return [_finding("same parent", "units of one body")]
        if a.parents and b.parents:
            return [_finding("different parents", "units of different bodies")]
        return []

    def _names_parent(self, a: Atom, b: Atom) -> bool:
        """Whether the one is named with a parent of the other: "Council of the League" beside the League's Council."""
        ends = [f" of {name}" for parent in b.parents for name in self._names.get(parent, ())]
        return any(folded.endswith(end) for folded in _folded(a) for end in ends)

    def as_units(self, a: Atom, b: Atom) -> Comparison | None:
        """Two units of one body, if they are named alike but for that body's name: "Council of the League" and "Council
        of the League of Nations". None where they are not, or where a body may have several so called."""
        if not a.parents & b.parents:
            return None
        alike = {unit for _, unit in self.units(a) & self.units(b)}
        if not alike:
            return None
        found = _finding("same unit", f"both are called {min(alike)} in one body")
        return Comparison(score=_probability(found.weight), findings=(found,))

    def units(self, atom: Atom) -> frozenset[tuple[BodyId, str]]:
        """Each parent with what a full name of the atom says beside the parent's, where that tells one of its units
        from the others."""
        return frozenset(
            (parent, bare)
            for parent in atom.parents
            for name in _folded(atom)
            if not is_abroad_somewhere(tuple(name.split()))
            for own in ("", *self._names.get(parent, ()))
            if (bare := _without(name, own)) and (" " in bare or bare in word_lists()["single_organs"])
        )

    def bodies(self, atom: Atom) -> frozenset[str]:
        """The bodies that a person has posts in, states left out."""
        return frozenset(seat.body for seat in atom.seats if seat.body is not None) - self._states


class NameSpread:
    """How many atoms bear each word of people's names: of a common name two bearers are likely two people."""

    COMMON = 3  # others that bear each word that two names share: their meeting by chance is no wonder

    def __init__(self, atoms: Sequence[Atom]) -> None:
        self._keys: dict[str, set[str]] = {}
        for atom in atoms:
            for word in _words(atom):
                self._keys.setdefault(word, set()).add(atom.key)

    def bearers(self, a: Atom, b: Atom) -> int | None:
        """The fewest others that bear one of the words that two names share; None where they share none."""
        shared = _words(a) & _words(b)
        return min((len(self._keys[word] - {a.key, b.key}) for word in shared), default=None)


def _words(atom: Atom) -> frozenset[str]:
    return frozenset(word for name in telling_names(atom) for word in folded_name(name, atom.kind) if len(word) > 1)


def telling_names(atom: Atom) -> tuple[str, ...]:
    """The names by which atoms are compared: a surname alone, or "the Congress", tells only inside its document.

    Where nothing better is known, these are its fullest names.
    """
    if atom.kind == "person":
        telling = [name for name in atom.names if is_full_name(folded_name(name, "person"))]
    else:
        telling = [name for name in atom.names if name in atom.own or _is_telling(name, atom)]
    return tuple(telling) or atom.own


def _is_telling(alias: str, atom: Atom) -> bool:
    """An acronym of an own name, or an alias of several words that are not all general."""
    words = folded_name(alias, "organisation")
    if len(words) == 1 and alias.isupper():
        return any(_initials(name).startswith(words[0]) for name in atom.own)
    return len(words) > 1 and not is_general(words)


def _initials(name: str) -> str:
    return "".join(word[0] for word in folded_name(name, "organisation") if word not in _SMALL)


_LONGEST_ACRONYM = 6  # letters; a longer word in capitals is likelier a headline's
_SMALL = frozenset({"of", "and", "for", "in", "on", "to", "at", "de", "la", "des", "du", "und", "der"})


def _is_one_name(names: Comparison) -> bool:
    """Whether two names of bodies differ in nothing ("U.S. Navy", "United States Navy"): that a document has both tells
    that its reader took them for two, not that they are."""
    return bool(names.findings) and {finding.code for finding in names.findings} <= {"same words", "more words"}


def _left_open(full: Comparison, names: Comparison) -> list[Finding]:
    """That an acronym is what joins the full names of two bodies: the other names of one do not settle it ("OKC" is
    short for many bodies)."""
    known = {finding.code for finding in names.findings}
    return [Finding(f.code, f.words, 0.0) for f in full.findings if f.code == "acronym" and f.code not in known]


def _of_words(a: Atom, b: Atom) -> list[Finding]:
    """What no likeness of spelling overcomes."""
    found = []
    one, other = (frozenset[str]().union(*(_opposites_in(name, atom) for name in atom.own)) for atom in (a, b))
    if one and other and one.isdisjoint(other):
        found.append(_finding("opposite words", f"{' '.join(sorted(one))} and {' '.join(sorted(other))}"))
    acronyms = [{folded_words(name) for name in atom.own if _is_acronym(name)} for atom in (a, b)]
    if all(acronyms) and acronyms[0].isdisjoint(acronyms[1]):
        one_text, other_text = (" ".join(min(words)) for words in acronyms)
        found.append(_finding("other acronym", f"{one_text} and {other_text} are two acronyms"))
    return found


def _opposites_in(name: str, atom: Atom) -> frozenset[str]:
    return opposite_words(folded_name(name, atom.kind))


def _is_acronym(name: str) -> bool:
    return len(name) <= _LONGEST_ACRONYM and name.isupper() and len(folded_words(name)) == 1


def _is_surname(atom: Atom) -> bool:
    """Whether every name of a person is a single word, beside particles ("al-Nasir")."""
    return all(
        sum(word not in particles() for word in folded_name(name, atom.kind)) == 1 for name in telling_names(atom)
    )


def _shared_post(a: Atom, b: Atom) -> tuple[str, bool] | None:
    """A role that both have in one body, and whether at one time; the near ones first."""
    of_b: dict[tuple[str, str | None], list[Seat]] = {}
    for seat in b.seats:
        of_b.setdefault((seat.role, seat.body), []).append(seat)
    shared = [
        (seat.role, seat.day is not None and other.day is not None and abs(seat.day - other.day) <= _NEAR)
        for seat in a.seats
        if seat.body is not None and is_single_seat(seat.role)
        for other in of_b.get((seat.role, seat.body), ())
    ]
    return max(shared, key=lambda each: (each[1], each[0]), default=None)


def _folded(atom: Atom) -> frozenset[str]:
    return frozenset(" ".join(folded_name(name, atom.kind)) for name in atom.own)


def _without(name: str, parent: str) -> str:
    """A folded name without its parent's, behind it or before it."""
    return name.removesuffix(f" of {parent}").removeprefix(f"{parent} ") if parent else name


def _gap(a: Atom, b: Atom) -> dt.timedelta:
    if not a.days or not b.days:
        return dt.timedelta(0)
    return max(a.days[0] - b.days[-1], b.days[0] - a.days[-1], dt.timedelta(0))


def _finding(code: str, words: str) -> Finding:
    return Finding(code, words, weights().context[code])


def _log_odds(score: float) -> float:
    kept = min(max(score, 1e-4), 1 - 1e-4)
    return math.log(kept / (1 - kept))


def _probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A pair of atoms with its comparison."""

    first: Atom
    second: Atom
    comparison: Comparison
