"""Agreements: treaties, memoranda, joint statements, with their parties and how far they have come."""

from __future__ import annotations

from chancery.reader.account import Account
from chancery.reader.draft import Draft
from chancery.reader.grammar.agreeing import Accord, accords_of
from chancery.reader.grammar.scoring import Weights, weights
from chancery.reader.naming.sureness import sure_features
from chancery.terms.claims import AgreementFact, AgreementStatus
from chancery.terms.dates import DateSpan

_STATUS: dict[str, AgreementStatus] = {  # the first cue that stands by the agreement
    "ended": "annulled", "signed": "signed", "proposed": "proposed", "in preparation": "in preparation",
    "in force": "in force",
}  # fmt: skip


def run(draft: Draft) -> None:
    """State the agreements that are probable enough."""
    read(draft, weights(draft.layer.language, "agreements"))


def read(draft: Draft, learned: Weights) -> None:
    """The same by given weights."""
    for accord, features in candidates(draft):
        probability = learned.probability(features)
        if probability >= learned.threshold:
            state(draft, accord, probability, draft.because("agreement", learned, features))


def candidates(draft: Draft) -> list[tuple[Accord, list[str]]]:
    """Everything that may be an agreement, with the features of its probability."""
    return [
        (accord, [*sorted(accord.features), *sure_features(draft, "name", accord.parties)])
        for accord in accords_of(draft)
    ]


def state(draft: Draft, accord: Accord, probability: float, because: tuple[Account, ...] = ()) -> None:
    """Add the fact to the draft."""
    items = accord.line.items
    fact = AgreementFact(title=accord.title, parties=accord.parties, date=_date(accord), status=_status(accord))
    first = max(0, accord.first - 1)
    last = min(len(items) - 1, accord.last + 4)
    rule = f"agreement/{accord.head}"
    start, end = items[first].start, items[last].end
    draft.state(fact, start, end, rule=rule, confidence=round(probability, 3), because=because)


def _status(accord: Accord) -> AgreementStatus:
    """How far it has come: what is told as done goes before what is told as planned."""
    return next((status for cue, status in _STATUS.items() if f"cue={cue}" in accord.features), "signed")


def _date(accord: Accord) -> DateSpan | None:
    return next((item.date.span for item in accord.line.items if item.date is not None), None)
