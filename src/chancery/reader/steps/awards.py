"""Awards: medals, honours, gifts and thanks, with who gives and who gets them."""

from __future__ import annotations

from chancery.reader.account import Account
from chancery.reader.draft import Draft
from chancery.reader.grammar.award_holders import Awarding
from chancery.reader.grammar.awarding import awardings_of
from chancery.reader.grammar.scoring import Weights, weights
from chancery.reader.naming.sureness import sure_features
from chancery.terms.claims import AwardFact, Ref
from chancery.terms.dates import DateSpan

_SMALL = frozenset({"the", "a", "an", "of", "for", "his", "her", "its", "prestigious", "highest"})

_MANY = 60  # awards to one recipient that a further one is compared with


def run(draft: Draft) -> None:
    """State the awards that are probable enough."""
    read(draft, weights(draft.layer.language, "awards"))


def read(draft: Draft, learned: Weights) -> None:
    """The same by given weights. One award to one recipient is stated once, where it is likeliest.

    "The award" is none of its own beside "the Golden Oar Award".
    """
    likely: list[tuple[float, int, Awarding]] = []
    for number, (awarding, features) in enumerate(candidates(draft)):
        probability = learned.probability(features)
        if probability >= learned.threshold:
            likely.append((probability, number, awarding))
    known: dict[tuple[Ref, ...], list[frozenset[str]]] = {}
    stated: list[tuple[int, float, Awarding, frozenset[str]]] = []
    for probability, number, awarding in sorted(likely, key=lambda entry: (-entry[0], entry[1])):
        words = frozenset(awarding.object.casefold().split()) - _SMALL
        others = known.setdefault(awarding.recipients, [])
        if any(words <= other or (words > other and len(other) > 1) for other in others[-_MANY:]):
            continue
        others.append(words)
        stated.append((number, probability, awarding, words))
    for _, probability, awarding, words in sorted(stated, key=lambda entry: entry[0]):  # as the text tells them
        if len(words) == 1 and any(words < other for other in known[awarding.recipients]):
            continue  # "the award" was likelier than "the Golden Oar Award", which it is
        state(draft, awarding, probability, draft.because("award", learned, awarding.features))


def candidates(draft: Draft) -> list[tuple[Awarding, list[str]]]:
    """Every pair of somebody and an award, with the features of its probability."""
    return [
        (awarding, [*sorted(awarding.features), *sure_features(draft, "name", awarding.recipients)])
        for awarding in awardings_of(draft)
    ]


def state(draft: Draft, awarding: Awarding, probability: float, because: tuple[Account, ...] = ()) -> None:
    """Add the fact to the draft."""
    items = awarding.line.items
    fact = AwardFact(
        givers=tuple(ref for ref in awarding.givers if ref not in awarding.recipients),
        recipients=awarding.recipients,
        object=awarding.object,
        date=_date(awarding),
    )
    start, end = items[awarding.first].start, items[awarding.last].end
    rule = f"award/{awarding.frame}"
    draft.state(fact, start, end, rule=rule, confidence=round(probability, 3), because=because)


def _date(awarding: Awarding) -> DateSpan | None:
    return next((item.date.span for item in awarding.line.items if item.date is not None), None)
