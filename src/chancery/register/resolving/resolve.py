"""The resolver: what the rule is sure of becomes rulings in the ledger, and what it is sure of no more is taken back.

It looks at the record as it stands without its own rulings, so that running it twice adds nothing. A person's ruling on
two atoms goes before the rule's, which then says nothing of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec

from chancery.register.identity import MemberId
from chancery.register.matching import Comparison
from chancery.register.names import folded_words
from chancery.register.resolving.atoms import Atom, Mentioned, atoms_of
from chancery.register.resolving.careers import namesakes_in
from chancery.register.resolving.judging import Compared, judge_pairs, likely_pairs
from chancery.register.resolving.suggestions import Suggestion, suggestion_of
from chancery.register.resolving.surroundings import Surroundings
from chancery.register.resolving.weighing import Context, NameSpread
from chancery.register.store import Store
from chancery.terms.claims import EntityType
from chancery.terms.rulings import Judgement, Ruling

RULE = "rule: identity/3"  # `by` of its rulings; the number is raised when weights or findings change
APART = 0.35  # below it, bearers of one full name are ruled two people
NAMESAKES_SURE = 0.7  # from it on, nobody is asked whether bearers of one full name are two people

_KINDS: tuple[EntityType, ...] = ("organisation", "place", "person")
_FIRST = _KINDS[0]
_MOST_ROUNDS = 3  # units of units of a body

Rule = Callable[[Ruling], object]
TakeBack = Callable[[str], object]


class Resolved(msgspec.Struct, frozen=True, kw_only=True):
    """What one run of the resolver did."""

    same: int = 0  # rulings added
    apart: int = 0
    taken_back: int = 0
    suggestions: tuple[Suggestion, ...] = ()


def resolve(store: Store, *, rule: Rule, take_back: TakeBack) -> Resolved:
    """Bring the rule's rulings up to date: bodies and places first, for people are known by the bodies they serve.

    `rule` enters a ruling and `take_back` withdraws one by its entry's id; both fold it at once.
    """
    surroundings = Surroundings(store)
    done = Resolved()
    for kind in _KINDS:
        compared = likely_pairs(atoms_of(store, kind))
        for _ in range(_MOST_ROUNDS if kind == "organisation" else 1):
            # Bodies are known by those that they belong to: where these became one, the judgement may be another.
            round_ = _resolve_kind(store, kind, surroundings, compared, rule=rule, take_back=take_back)
            done = Resolved(
                same=done.same + round_.same,
                apart=done.apart + round_.apart,
                taken_back=done.taken_back + round_.taken_back,
                suggestions=done.suggestions,
            )
            if not (round_.same or round_.apart or round_.taken_back):
                break
        done = msgspec.structs.replace(done, suggestions=(*done.suggestions, *round_.suggestions))
    return done


def _resolve_kind(
    store: Store,
    kind: EntityType,
    surroundings: Surroundings,
    compared: Compared,
    *,
    rule: Rule,
    take_back: TakeBack,
) -> Resolved:
    atoms = atoms_of(store, kind)
    context = Context(surroundings, NameSpread(atoms if kind == "person" else []), _states(store), _body_names(store))
    verdicts = _verdicts(atoms, context, _said_by_people(store), compared)
    wanted = {(each.judgement, frozenset(each.subjects)): each for each in verdicts.rulings}
    standing = _standing(store, kind)
    back = [entry for key, entry in standing.items() if key not in wanted]
    for entry in back:
        take_back(entry)
    added = [ruling for key, ruling in wanted.items() if key not in standing]
    for ruling in added:
        rule(ruling)
    return Resolved(
        same=sum(ruling.judgement == "same" for ruling in added),
        apart=sum(ruling.judgement != "same" for ruling in added),
        taken_back=len(back),
        suggestions=tuple(verdicts.suggestions),
    )


def _body_names(store: Store) -> dict[str, list[str]]:
    """The folded names of each body."""
    found: dict[str, dict[str, None]] = {}
    for entity, name in store.rows(
        "SELECT DISTINCT entity, naming.name FROM referent JOIN naming ON naming.member = referent.member"
        " WHERE type = 'organisation' ORDER BY entity, naming.name"
    ):
        found.setdefault(entity, {})[" ".join(folded_words(name))] = None
    return {entity: list(names) for entity, names in found.items()}


class _Said:
    """Of which members people ruled, or took a rule's ruling back."""

    def __init__(self, pairs: Iterable[tuple[MemberId, MemberId]]) -> None:
        self._with: dict[MemberId, set[MemberId]] = {}
        for first, second in pairs:
            self._with.setdefault(first, set()).add(second)
            self._with.setdefault(second, set()).add(first)

    def touches(self, a: Atom, b: Atom) -> bool:
        """Whether a person ruled of any member of the one and any of the other."""
        partners = {partner for member in a.members for partner in self._with.get(member.id, ())}
        return bool(partners) and any(member.id in partners for member in b.members)


def _said_by_people(store: Store) -> _Said:
    return _Said(
        (first, second)
        for first, second in store.rows(
            "SELECT first, second FROM ruling WHERE by_rule = 0 AND second IS NOT NULL"
            " UNION SELECT first, second FROM overruled"
        )
    )


class _Verdicts(msgspec.Struct, frozen=True):
    rulings: list[Ruling]
    suggestions: list[Suggestion]


def _verdicts(atoms: list[Atom], context: Context, said: _Said, compared: Compared) -> _Verdicts:
    judged = judge_pairs(atoms, context, compared)
    rulings = [
        _ruling("same", pair.first.members[0], pair.second.members[0], pair.comparison)
        for pair in judged.same
        if not said.touches(pair.first, pair.second)
    ]
    suggestions = [
        suggestion_of(pair.first, pair.second, pair.comparison)
        for pair in judged.doubtful
        if not said.touches(pair.first, pair.second)
    ]
    for atom in atoms:
        for pair in namesakes_in(atom, context):
            if said.touches(pair.first, pair.second):
                continue
            if pair.comparison.score < APART:
                # The earliest of the larger group is told from each of the other group, who stay together.
                earliest = pair.first.members[0]
                rulings += [_ruling("not the same", earliest, m, pair.comparison) for m in pair.second.members]
            if pair.comparison.score < NAMESAKES_SURE:
                suggestions.append(suggestion_of(pair.first, pair.second, pair.comparison, namesakes=True))
    return _Verdicts(rulings, suggestions)


def _ruling(judgement: Judgement, a: Mentioned, b: Mentioned, comparison: Comparison) -> Ruling:
    return Ruling(judgement=judgement, subjects=(a.id, b.id), by=RULE, why=_why(comparison))


def _why(comparison: Comparison) -> str:
    """The findings that weigh, heaviest first; names of others stand in them."""
    heavy = sorted(comparison.findings, key=lambda finding: -abs(finding.weight))
    return f"{comparison.score:.3f}: " + "; ".join(finding.words for finding in heavy[:4])


def _standing(store: Store, kind: EntityType) -> dict[tuple[str, frozenset[MemberId]], str]:
    """The rule's rulings on members of the type, by what they say; bodies' come with those whose members are gone."""
    rows = store.rows(
        "SELECT judgement, ruling.first, ruling.second, entry, a.type, b.type FROM ruling"
        " LEFT JOIN referent AS a ON a.member = ruling.first LEFT JOIN referent AS b ON b.member = ruling.second"
        " WHERE by_rule = 1 ORDER BY ruling.seq"
    )
    return {
        (judgement, frozenset((first, second))): entry
        for judgement, first, second, entry, of_first, of_second in rows
        if of_first == of_second == kind or (kind == _FIRST and None in (of_first, of_second))
    }


def _states(store: Store) -> frozenset[str]:
    """Bodies that bear the name of a place: states, which half the officers of the world serve."""
    return frozenset(
        entity
        for (entity,) in store.rows(
            "SELECT DISTINCT node.entity FROM node JOIN referent AS place ON place.key = node.key"
            " WHERE node.type = 'organisation' AND place.type = 'place' AND node.entity IS NOT NULL"
        )
    )
