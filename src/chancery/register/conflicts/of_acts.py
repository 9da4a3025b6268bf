"""Conflicts over when a gathering was held or an agreement made."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence

from chancery.register.choosing import OF_A_DATE, Said, choose, sides_of
from chancery.register.conflicts.found import EntityId, Found, FoundSide, Naming, Told
from chancery.register.names import folded_words
from chancery.terms.claims import AgreementFact, GatheringFact
from chancery.terms.wording import Wording, worded

# Gatherings of one name further apart than this are two of a series.
_ONE_GATHERING = dt.timedelta(days=10)
_FEWEST_WORDS = 3  # of a title that names one agreement or gathering: "Joint Statement" may be any


def two_dates_of_an_agreement(told: Sequence[Told], name: Naming) -> Iterable[Found]:
    """Two days of signing of agreements with one title and the same parties."""
    same: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for each in told:
        fact = each.claim.fact
        if isinstance(fact, AgreementFact) and fact.status == "signed" and each.claim.stance == "asserted":
            words, parties = folded_words(fact.title), tuple(sorted(each.named.get("parties", ())))
            if len(words) >= _FEWEST_WORDS or parties:
                same[words, parties].append(each)
    for (_, named), several in sorted(same.items(), key=str):
        fact = several[0].claim.fact
        assert isinstance(fact, AgreementFact) and isinstance(named, tuple)
        yield from _dated_twice(
            [each.said for each in several],
            worded("{count} dates on which {title} was signed", title=fact.title),
            named,
            None,
        )


def two_dates_of_a_gathering(told: Sequence[Told], name: Naming) -> Iterable[Found]:
    """Two first days of a gathering with one name in one place, close enough to be one gathering."""
    same: dict[tuple[object, ...], list[Told]] = defaultdict(list)
    for each in told:
        fact = each.claim.fact
        if isinstance(fact, GatheringFact) and fact.name is not None and each.claim.stance == "asserted":
            words = folded_words(fact.name)
            if len(words) >= _FEWEST_WORDS:
                same[words, each.named.get("place", ())].append(each)
    for (_, place), several in sorted(same.items(), key=str):
        fact = several[0].claim.fact
        assert isinstance(fact, GatheringFact) and isinstance(place, tuple)
        organisers = {entity for each in several for entity in each.named.get("organisers", ())}
        several = [each for each in several if not _runs_through(each, several)]
        entities = (*place, *sorted(organisers))
        yield from _dated_twice(
            [each.said for each in several],
            worded("{count} dates on which {name} began", name=fact.name or ""),
            entities,
            _ONE_GATHERING,
        )


def _dated_twice(
    said: Sequence[Said], what: Wording, entities: tuple[EntityId, ...], within: dt.timedelta | None
) -> Iterable[Found]:
    dated = [each for each in said if each.date is not None and each.date.first is not None]
    for group in _series(dated, within):
        sides = sides_of(group)
        if len(sides) > 1 and len({each.document for each in group}) > 1:
            yield Found(
                kind="two dates",
                words=Wording(what.sentence, what.fields | {"count": str(len(sides))}),
                entities=entities,
                sides=tuple(FoundSide(says=worded("on {date}", date=str(side.date)), side=side) for side in sides),
                choice=choose(sides, OF_A_DATE),
            )


def _series(said: Sequence[Said], within: dt.timedelta | None) -> list[list[Said]]:
    """The dates in groups, each no further from the first of its group than `within`."""
    groups: list[list[Said]] = []
    for each in sorted(said, key=lambda s: (s.date.first if s.date and s.date.first else dt.date.max, s.claim)):
        first = groups[-1][0].date if groups else None
        near = first is not None and first.first is not None and each.date is not None and each.date.first is not None
        if near and (within is None or each.date.first - first.first <= within):  # type: ignore[union-attr,operator]
            groups[-1].append(each)
        else:
            groups.append([each])
    return groups


def _runs_through(one: Told, several: Sequence[Told]) -> bool:
    """Whether another tells that the gathering began before and ended on or after this day: one of its days."""
    date = one.said.date
    return any(
        isinstance(fact := other.claim.fact, GatheringFact)
        and other is not one
        and fact.start is not None
        and fact.end is not None
        and date is not None
        and date.first is not None
        and fact.start.first is not None
        and fact.end.after is not None
        and fact.start.first < date.first < fact.end.after
        for other in several
    )
