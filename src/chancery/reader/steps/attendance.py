"""Attendance: who was at the gatherings that the document tells of, and in what capacity."""

from __future__ import annotations

from collections.abc import Sequence

from chancery.reader.account import Account
from chancery.reader.draft import Draft
from chancery.reader.grammar.attending import Presence, presences_of
from chancery.reader.grammar.gathering_clusters import Gathering
from chancery.reader.grammar.scoring import Weights, steps_of, weights
from chancery.reader.naming.sureness import sure_features
from chancery.terms.claims import AttendanceFact, Capacity

_GATHERINGS = "gatherings"  # the view that the step of that name leaves


def run(draft: Draft) -> None:
    """State who was there, for each gathering that was stated before."""
    language = draft.layer.language
    read(draft, weights(language, "attendance"), weights(language, "attendance_lists"))


def read(draft: Draft, learned: Weights, lists: Weights) -> None:
    """The same by given weights: those for each presence alone, and those for what its neighbours in a list say."""
    found = candidates(draft)
    alone = [learned.probability(features) for _, features in found]
    presences = [presence for presence, _ in found]
    for (presence, own), features in zip(found, with_neighbours(presences, alone), strict=True):
        probability = lists.probability(features)
        if probability >= lists.threshold:
            because = draft.because("attendance alone", learned, own) + draft.because("attendance", lists, features)
            state(draft, presence, probability, because)


def with_neighbours(presences: Sequence[Presence], alone: Sequence[float]) -> list[list[str]]:
    """Features of each presence from its own probability and from those of the others in its lines and rosters."""
    groups: dict[tuple[int, str, int], list[float]] = {}
    for presence, p in zip(presences, alone, strict=True):
        for place in presence.places:
            groups.setdefault((id(presence.gathering), *place), []).append(p)
    best: dict[str, float] = {}
    for presence, p in zip(presences, alone, strict=True):
        best[presence.who] = max(best.get(presence.who, 0.0), p)
    rows = []
    for presence, p in zip(presences, alone, strict=True):
        kind = "P" if "type=P" in presence.features else "O"
        found = [*steps_of("alone", p), f"type={kind}", f"kind={presence.gathering.kind}"]
        for way in ("line", "roster"):
            others = [
                (sum(groups[key]) - p) / (len(groups[key]) - 1)
                for place in presence.places
                if place[0] == way and len(groups[key := (id(presence.gathering), *place)]) > 1
            ]
            if others:
                found += steps_of(f"others of the {way}", max(others))
                found += steps_of(f"{kind}: others of the {way}", max(others))
            else:
                found.append(f"no others in the {way}")
        if p < best[presence.who]:
            found.append("likelier at another gathering")
        rows.append(found)
    return rows


def candidates(draft: Draft) -> list[tuple[Presence, list[str]]]:
    """Every person and body beside a gathering, with the features of its probability."""
    gatherings = draft.views.get(_GATHERINGS)
    if not isinstance(gatherings, list):
        return []
    known = [g for g in gatherings if isinstance(g, Gathering)]
    return [
        (presence, sorted(presence.features) + sure_features(draft, "name", [presence.who]))
        for presence in presences_of(draft, known)
    ]


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
