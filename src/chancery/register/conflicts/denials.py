"""Conflicts between what one document states and another denies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from chancery.register.choosing import MORE_DOCUMENTS, NEWER_REPORT, Said, Side, choose
from chancery.register.conflicts.found import EntityId, Found, FoundSide, Naming, Told, dates_in_words
from chancery.register.names import folded_words
from chancery.register.roles import folded_role
from chancery.register.sayings import CANDIDACIES, ENDS
from chancery.terms.claims import AgreementFact, AwardFact, DecisionFact, Fact, PostFact, UnitFact
from chancery.terms.dates import DateSpan
from chancery.terms.wording import Wording, worded


def claim_and_denial(told: Sequence[Told], name: Naming) -> Iterable[Found]:
    """A denied claim, and asserted ones of the same content that may be of the same time."""
    asserted: dict[object, list[Told]] = defaultdict(list)
    denied: dict[object, list[Told]] = defaultdict(list)
    for each in told:
        content = _content(each)
        if content is not None and each.claim.stance in ("asserted", "denied"):
            (asserted if each.claim.stance == "asserted" else denied)[content].append(each)
    for content, denials in sorted(denied.items(), key=str):
        said = asserted.get(content, [])
        against = [each for each in denials if _is_of_their_time(each, said)]
        if said and against:
            sides = (Side(said=tuple(e.said for e in said)), Side(said=tuple(e.said for e in against)))
            what = _in_words(said[0], name)
            dates = dates_in_words(tuple(each.said.date for each in said))
            yield Found(
                kind="claim and denial",
                words=worded("stated and denied: {what}", what=what),
                entities=_entities(said[0]),
                sides=(
                    FoundSide(says=worded("{what}: {days}", what=what, days=dates) if dates else what, side=sides[0]),
                    FoundSide(says=worded("denied"), side=sides[1]),
                ),
                choice=choose(sides, (MORE_DOCUMENTS, NEWER_REPORT)),
            )


def _content(told: Told) -> object:
    """What two claims must have in common to say the same; None for kinds that tell nothing to compare."""
    fact = told.claim.fact
    named = tuple(sorted((field, tuple(sorted(several))) for field, several in told.named.items()))
    match fact:
        case PostFact():
            who = told.named.get("person", ()), told.named.get("organisation", ())
            return ("post", folded_role(fact.role), fact.acting, who, _turn(fact))
        case UnitFact():
            return ("unit", fact.change, told.named.get("child", ()), told.named.get("parent", ()))
        case AgreementFact():
            return ("agreement", folded_words(fact.title), told.named.get("parties", ()))
        case AwardFact():
            return ("award", folded_words(fact.object), named)
        case DecisionFact():
            return ("decision", folded_words(fact.summary), named)
    return None


def _turn(fact: PostFact) -> str:
    return "leaves" if fact.change in ENDS else "stands" if fact.change in CANDIDACIES else "holds"


def _is_of_their_time(denial: Told, said: Sequence[Told]) -> bool:
    """Whether it may be of one time with them: undated it is of any; a state lasts from its first to its last day."""
    if not said:
        return False
    lasting = _is_lasting(denial.claim.fact) and all(_is_lasting(each.claim.fact) for each in said)
    date, dates = _when(denial.said, lasting=lasting), [_when(each.said, lasting=lasting) for each in said]
    if date is None or None in dates:
        return True
    if not lasting:
        return any(each is not None and each.overlaps(date) for each in dates)
    firsts = [each.first for each in dates if each is not None and each.first is not None]
    afters = [each.after for each in dates if each is not None and each.after is not None]
    return date.first is not None and date.after is not None and min(firsts) < date.after and date.first < max(afters)


def _is_lasting(fact: Fact) -> bool:
    return (isinstance(fact, PostFact) and fact.change == "holds") or (
        isinstance(fact, UnitFact) and fact.change == "exists"
    )


def _when(said: Said, *, lasting: bool) -> DateSpan | None:
    date = said.date or (said.report if lasting else None)
    return None if date is None or date.first is None else date


def _entities(told: Told) -> tuple[EntityId, ...]:
    return tuple(dict.fromkeys(entity for several in told.named.values() for entity in several))


def _in_words(told: Told, name: Naming) -> Wording:
    fact = told.claim.fact
    named = {field: " and ".join(name(entity) for entity in several) for field, several in told.named.items()}
    match fact:
        case PostFact():
            post: str | Wording = fact.role
            if "organisation" in named:
                post = worded("{role} of {body}", role=post, body=named["organisation"])
            held = worded("{person}, {post}", person=named.get("person", ""), post=post)
            return held if fact.change == "holds" else worded("{what} ({how})", what=held, how=Wording(fact.change))
        case UnitFact():
            unit: str | Wording = named.get("child", "")
            if "parent" in named:
                unit = worded("{body} part of {parent}", body=unit, parent=named["parent"])
            return worded("{what} ({how})", what=unit, how=Wording(fact.change))
        case AgreementFact():
            return Wording("{title}", {"title": fact.title})
        case AwardFact():
            return worded("{award} to {recipients}", award=fact.object, recipients=named.get("recipients", ""))
        case DecisionFact():
            return Wording("{summary}", {"summary": fact.summary})
    return Wording("")
