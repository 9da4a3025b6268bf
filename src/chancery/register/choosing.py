"""Which of two things that cannot both be true the record follows, and by which rule: pure functions.

Nothing is lost by a choice: the other side stays in the record and is shown beside it. The rules are asked in the order
of their list, and the first that prefers one side alone decides. A ruling of a person goes before all of them.

That the ceremony in which a post is taken over dates its beginning, and not the appointment to it, unless other
documents see the person in the post before, is the practice of the Security Force Monitor (Research Handbook, "Start
and End Dates for Postings"). That no publication is trusted more than another is theirs too ("Cross-Referencing
Claims"): a rule weighs what was said, how closely and by how many, and never who said it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

import msgspec

from chancery.register.sayings import days_in
from chancery.terms.dates import DateSpan
from chancery.terms.wording import worded


class Said(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One claim for a side. `report` is the day of its document; for the other fields see `sayings.Event`."""

    claim: str
    document: str = ""
    date: DateSpan | None = None
    report: DateSpan | None = None
    accepted: bool = False
    announced: bool = False
    stated: bool = False
    handed: bool = False


class Side(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Claims that agree. `date` is the most precise that they give, where they are about a date."""

    said: tuple[Said, ...]
    date: DateSpan | None = None


class Choice(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """`by_rule` and `chosen` are places of sides: what `rule` would choose, and what the record follows.

    They differ where a ruling accepted a claim of another side: then `accepted` is that claim.
    """

    rule: str | None = None
    by_rule: int | None = None
    chosen: int | None = None
    accepted: str | None = None


Rule = tuple[str, Callable[[Side], float]]  # its words, and how much speaks for a side


def _told_afterwards(side: Side) -> float:
    return float(any(not said.announced for said in side.said))


def _of_the_holding(side: Side) -> float:
    return float(any(said.stated for said in side.said))


def _of_the_leaving(side: Side) -> float:
    return float(any(not said.handed for said in side.said))


def _precision(side: Side) -> float:
    return -float(min(days_in(said.date) for said in side.said))


def _documents(side: Side) -> float:
    return float(len({said.document for said in side.said}))


def _newest(side: Side) -> float:
    days = [said.report.first for said in side.said if said.report is not None and said.report.first is not None]
    return float(max(days, default=dt.date.min).toordinal())


MORE_DOCUMENTS: Rule = (worded("more documents").sentence, _documents)
NEWER_REPORT: Rule = (worded("the newer report").sentence, _newest)
MORE_PRECISE: Rule = (worded("the more precise date").sentence, _precision)
TOLD_AFTERWARDS: Rule = (worded("told afterwards, not beforehand").sentence, _told_afterwards)
OF_A_DATE = (MORE_PRECISE, MORE_DOCUMENTS, NEWER_REPORT)
OF_A_START = (
    TOLD_AFTERWARDS,
    (worded("the day it was taken up, not that of the appointment").sentence, _of_the_holding),
    *OF_A_DATE,
)
OF_AN_END = (
    TOLD_AFTERWARDS,
    (worded("the leaving itself, not the next holder's coming").sentence, _of_the_leaving),
    *OF_A_DATE,
)
SEEN_BEFORE = worded("seen in it before the other date").sentence


def choose(sides: Sequence[Side], rules: Sequence[Rule]) -> Choice:
    """What the rules prefer among the sides, and what a ruling made of it; nothing where no rule prefers one alone."""
    rule, by_rule = None, 0 if len(sides) == 1 else None
    for words, weight in rules if len(sides) > 1 else ():
        weights = [weight(side) for side in sides]
        if weights.count(max(weights)) == 1:
            rule, by_rule = words, weights.index(max(weights))
            break
    return _ruled(sides, rule, by_rule)


def choose_start(sides: Sequence[Side], seen: DateSpan | None) -> Choice:
    """Of a start: first, those after a day on which a document saw the person in the post fall away."""
    if seen is None or seen.last is None:
        return choose(sides, OF_A_START)
    last = seen.last
    left = [
        n for n, side in enumerate(sides) if side.date is None or side.date.first is None or side.date.first <= last
    ]
    if not left or len(left) == len(sides):
        return choose(sides, OF_A_START)
    among = choose([sides[n] for n in left], OF_A_START)
    rule = SEEN_BEFORE if among.rule is None else among.rule
    return _ruled(sides, rule, None if among.by_rule is None else left[among.by_rule])


def _ruled(sides: Sequence[Side], rule: str | None, by_rule: int | None) -> Choice:
    """A claim that a ruling accepted wins, unless claims of several sides were."""
    accepted = [(n, said.claim) for n, side in enumerate(sides) for said in side.said if said.accepted]
    if len({n for n, _ in accepted}) != 1:
        return Choice(rule=rule, by_rule=by_rule, chosen=by_rule)
    chosen, claim = accepted[0]
    return Choice(rule=rule, by_rule=by_rule, chosen=chosen, accepted=claim)


def sides_of(said: Sequence[Said]) -> tuple[Side, ...]:
    """The dates of one event as sides: those that overlap agree; a coarse one that agrees with several takes no side.

    In the order of their days. With one side there is nothing to choose.
    """
    sides: list[list[Said]] = []
    for each in sorted((s for s in said if s.date is not None), key=_closest_first):
        near = [side for side in sides if _agree(side[0], each)]
        if not near:
            sides.append([each])
        elif len(near) == 1:
            near[0].append(each)
    found = [Side(said=tuple(sorted(side, key=lambda s: s.claim)), date=side[0].date) for side in sides]
    return tuple(sorted(found, key=lambda side: side.date.first if side.date and side.date.first else dt.date.max))


def _closest_first(said: Said) -> tuple[int, bool, dt.date, str]:
    first = said.date.first if said.date is not None and said.date.first is not None else dt.date.max
    return (days_in(said.date), said.announced, first, said.claim)


def _agree(a: Said, b: Said) -> bool:
    return a.date is not None and b.date is not None and a.date.overlaps(b.date)
