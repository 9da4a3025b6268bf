"""Attendance: who was at the gatherings that the document tells of, and in what capacity."""

from __future__ import annotations

from chancery.reader.account import Account
from chancery.reader.draft import Draft
from chancery.reader.grammar.attending import Presence, presences_of
from chancery.reader.grammar.gathering_clusters import Gathering
from chancery.reader.grammar.scoring import Weights, weights
from chancery.terms.claims import AttendanceFact, Capacity

_GATHERINGS = "gatherings"  # the view that the step of that name leaves


def run(draft: Draft) -> None:
    """State who was there, for each gathering that was stated before."""
    read(draft, weights(draft.layer.language, "attendance"))


def read(draft: Draft, learned: Weights) -> None:
    """The same by given weights."""
    for presence, features in candidates(draft):
        probability = learned.probability(features)
        if probability >= learned.threshold:
            state(draft, presence, probability, draft.because("attendance", learned, features))


def candidates(draft: Draft) -> list[tuple[Presence, list[str]]]:
    """Every person and body beside a gathering, with the features of its probability."""
    gatherings = draft.views.get(_GATHERINGS)
    if not isinstance(gatherings, list):
        return []
    known = [g for g in gatherings if isinstance(g, Gathering)]
    return [(presence, sorted(presence.features)) for presence in presences_of(draft, known)]


def state(draft: Draft, presence: Presence, probability: float, because: tuple[Account, ...] = ()) -> None:
    """Add the fact to the draft."""
    assert presence.gathering.id is not None
    fact = AttendanceFact(who=presence.who, gathering=presence.gathering.id, capacity=_capacity(presence))
    rule, confidence = "attendance/scored", round(probability, 3)
    draft.state(fact, presence.start, presence.end, rule=rule, confidence=confidence, because=because)


def _capacity(presence: Presence) -> Capacity:
    marks = presence.features
    if "does chair" in marks or "close after chaired by" in marks:
        return "chair"
    if marks & {"does speak", "close after spoke by"}:
        return "speaker"
    if "does say" in marks and presence.gathering.kind not in ("meeting", "talks", "visit"):
        return "speaker"
    if "P before remote" in marks and "close before remote" in marks:
        return "remote"
    if "does host" in marks:
        return "host"
    return "attendee"
