"""From compared pairs to what is sure and what a person should look at.

A pair is sure when its probability is `SURE` at least, context settles what the names leave open, and nothing makes it
ambiguous: a name that fits two atoms which cannot be one themselves ("V. Petrov" beside Viktor and Vladimir) is sure of
neither, unless one is far likelier. Sure pairs are joined likeliest first; two clusters in which any two names cannot
be one, or of which a pair speaks against it, stay apart.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from chancery.register.identity import told_apart
from chancery.register.matching import Comparison, compare_names
from chancery.register.resolving.atoms import Atom
from chancery.register.resolving.pairing import candidate_pairs
from chancery.register.resolving.weighing import Context, Judged, is_borne_out, is_open, telling_names

SURE = 0.97  # of the pairs that it joins over the five real reports, all are right: tests/paths/test_identity.py
DOUBTFUL = 0.5  # below it, a pair is not shown to anyone
NAMES_LEAST = 0.4  # of the names alone: no context makes one of "Wang Yi" and "Wang Wentao"
_MARGIN = 2.0  # of log-odds, by which the likelier of two partners must lead
_NEVER = 0.1  # of the names of two that others would join
_AGAINST = frozenset({"named side by side", "different parents", "part of the other", "far apart in time"})


Compared = Mapping[tuple[str, str], Comparison]  # of names, by the keys of two atoms


class Verdicts(msgspec.Struct, frozen=True):
    """Pairs that are one, and pairs that may be; both likeliest first."""

    same: tuple[Judged, ...]
    doubtful: tuple[Judged, ...]


def likely_pairs(atoms: Sequence[Atom]) -> Compared:
    """The candidates among the atoms of one type whose names are not too unlike, whatever the context says.

    This is nearly all of the work, and it needs no second look: names do not change when the context does.
    """
    found: dict[tuple[str, str], Comparison] = {}
    for a, b in candidate_pairs(atoms):
        if not told_apart(a.identifiers, b.identifiers):
            names = compare_names(telling_names(a), telling_names(b), a.kind)
            if names.score >= NAMES_LEAST:
                found[a.key, b.key] = names
    return found


def judge_pairs(atoms: Sequence[Atom], context: Context, compared: Compared) -> Verdicts:
    """Weigh pairs of atoms of one type by their names, as `likely_pairs` compared them, and by their context."""
    known = {atom.key: atom for atom in atoms}
    weighed = [
        Judged(first=known[one], second=known[other], comparison=context.compare(known[one], known[other], names))
        for (one, other), names in {**compared, **units_alike(atoms, context)}.items()
    ]
    likely = [each for each in weighed if each.comparison.score >= DOUBTFUL]
    likely.sort(key=lambda pair: (-pair.comparison.score, pair.first.key, pair.second.key))
    sure = {_pair(each) for each in likely if _is_sure(each)}
    compatible = {_pair(each) for each in likely}
    by_atom = _by_atom(likely)
    same, doubtful = [], []
    clusters = _Clusters(atoms, against={_pair(each) for each in weighed if _speaks_against(each)})
    for each in likely:
        pair = _pair(each)
        if pair in sure and not _is_ambiguous(each, by_atom, compatible, context) and clusters.may_join(pair):
            clusters.join(pair)
            same.append(each)
        else:
            doubtful.append(each)
    settled = tuple(each for each in doubtful if is_open(each.comparison, each.first.kind))
    settled = tuple(each for each in settled if not clusters.are_one(_pair(each)))
    return Verdicts(tuple(same), settled)


def units_alike(atoms: Sequence[Atom], context: Context) -> Compared:
    """Units of one body that are called alike, each with the first of them: their names say the same in other words."""
    first: dict[tuple[str, str], Atom] = {}
    found: dict[tuple[str, str], Comparison] = {}
    for atom in atoms:
        for key in sorted(context.units(atom)):
            other = first.setdefault(key, atom)
            if other is not atom and not told_apart(other.identifiers, atom.identifiers):
                names = context.as_units(other, atom)
                if names is not None:
                    found[other.key, atom.key] = names
    return found


def _is_sure(pair: Judged) -> bool:
    return pair.comparison.score >= SURE and is_borne_out(pair.comparison, pair.first.kind)


def _by_atom(judged: Iterable[Judged]) -> dict[str, list[Judged]]:
    found: dict[str, list[Judged]] = defaultdict(list)
    for each in judged:
        found[each.first.key].append(each)
        found[each.second.key].append(each)
    return found


def _speaks_against(pair: Judged) -> bool:
    return not _is_sure(pair) and any(finding.code in _AGAINST for finding in pair.comparison.findings)


def _is_ambiguous(
    pair: Judged, by_atom: dict[str, list[Judged]], compatible: set[frozenset[str]], context: Context
) -> bool:
    for atom, partner in ((pair.first, pair.second), (pair.second, pair.first)):
        for other in by_atom[atom.key]:
            rival = other.second if other.first.key == atom.key else other.first
            if rival.key == partner.key or frozenset((rival.key, partner.key)) in compatible:
                continue
            if context.units(rival) & context.units(partner):
                continue  # called alike in one body; each is compared with the first of them only
            if _log_odds(pair) - _log_odds(other) < _MARGIN:
                return True
    return False


def _log_odds(pair: Judged) -> float:
    score = min(max(pair.comparison.score, 1e-9), 1 - 1e-9)
    return math.log(score / (1 - score))


def _pair(judged: Judged) -> frozenset[str]:
    return frozenset((judged.first.key, judged.second.key))


class _Clusters:
    """Atoms joined so far."""

    def __init__(self, atoms: Sequence[Atom], *, against: set[frozenset[str]]) -> None:
        self._atoms = {atom.key: atom for atom in atoms}
        self._against = against
        self._apart: dict[frozenset[str], bool] = {}  # two clusters may be tried again and again
        self._of: dict[str, set[str]] = {}

    def _cluster(self, key: str) -> set[str]:
        return self._of.setdefault(key, {key})

    def are_one(self, pair: frozenset[str]) -> bool:
        first, second = pair
        return self._cluster(first) is self._cluster(second)

    def may_join(self, pair: frozenset[str]) -> bool:
        """Whether no two of the clusters' atoms speak against it."""
        first, second = map(self._cluster, sorted(pair))
        if first is second:
            return True
        others = (other for a in first for b in second if (other := frozenset((a, b))) != pair)
        return not any(self._cannot_be_one(other) for other in others)

    def _cannot_be_one(self, pair: frozenset[str]) -> bool:
        if pair not in self._apart:
            self._apart[pair] = pair in self._against or self._are_unlike(pair)
        return self._apart[pair]

    def _are_unlike(self, pair: frozenset[str]) -> bool:
        one, other = (self._atoms[key] for key in sorted(pair))
        if told_apart(one.identifiers, other.identifiers):
            return True
        return compare_names(telling_names(one), telling_names(other), one.kind).score < _NEVER

    def join(self, pair: frozenset[str]) -> None:
        first, second = map(self._cluster, sorted(pair))
        if first is not second:
            first |= second
            for key in second:
                self._of[key] = first
