"""Who may have been at which gathering: every person and body that a line near the gathering names."""

from __future__ import annotations

from dataclasses import dataclass, field

from chancery.reader.draft import Draft
from chancery.reader.grammar.cues import Hit, cues_of
from chancery.reader.grammar.doings import Doing, doings_of, verb_classes
from chancery.reader.grammar.gathering_clusters import Gathering, salience
from chancery.reader.grammar.gathering_mention import GatheringMention
from chancery.reader.grammar.presence_features import (
    line_features,
    minute_features,
    other_day,
    place_features,
    verbs_around,
)
from chancery.reader.grammar.scene import Line, Scene, scene_of
from chancery.terms.claims import Ref

_MUCH = 4  # salience
_ROSTER = 3  # people in one line
_FAR = 30  # lines behind the last mention of a gathering at which it is no longer what is spoken of
_PEOPLE = "PO"
_MINUTES = frozenset({"minutes", "adjourned"})


@dataclass(slots=True)
class Presence:
    """One (referent, gathering) pair: its features over all places, and the best place for evidence and capacity."""

    who: Ref
    gathering: Gathering
    features: set[str] = field(default_factory=set)
    hits: list[tuple[int, str]] = field(default_factory=list)  # distance to a cue, and the capacity it gives
    places: set[tuple[str, int]] = field(default_factory=set)  # the lines, and the rosters, in which the name stands
    start: int = 0
    end: int = 0
    _best: int = -99

    def seen(self, features: set[str], start: int, end: int, strength: int) -> None:
        self.features |= features
        if strength > self._best:
            self._best, self.start, self.end = strength, start, end


def presences_of(draft: Draft, gatherings: list[Gathering]) -> list[Presence]:
    """All pairs, in the order in which they first stand in the text."""
    scene = scene_of(draft)
    doings = doings_of(draft)
    cues = cues_of(draft.layer.language, "attendance")
    stated = [g for g in gatherings if g.id is not None]
    found: dict[tuple[Ref, int], Presence] = {}
    spoken_of: dict[int, list[Gathering]] = {}
    for gathering in stated:
        for mention in (*gathering.mentions, *gathering.later):
            spoken_of.setdefault(mention.line.index, []).append(gathering)
    current: Gathering | None = None
    since = 0
    minuted = _minuted(scene, stated)
    main = max(stated, key=salience) if stated else None
    roster: Line | None = None
    for line, done in zip(scene.lines, doings, strict=True):
        here = spoken_of.get(line.index, [])
        if here:
            current, since = here[-1], line.index
        targets = _targets(line, here, minuted, current if line.index - since <= _FAR else None, main)
        if not targets:
            continue
        hits = list(cues.hits(draft.text, line.start, line.end))
        if line.items[-1].text == ":" or any(hit.cue == "roster" for hit in hits):
            roster = line
        elif roster is not None and (line.index - roster.index > 40 or _is_prose(line)):
            roster = None
        marks = minute_features(line, done) if minuted is not None else set()
        common = marks | line_features(line, here, hits, since, roster, len(stated))
        for target, ways in targets:
            rivals = [m for g in here if g is not target for m in g.mentions if m.line is line]
            under = roster.index if roster is not None and line is not roster else None
            _collect(scene, line, done, hits, common | ways, target, rivals, under, found)
    return list(found.values())


def _targets(
    line: Line, here: list[Gathering], minuted: Gathering | None, current: Gathering | None, main: Gathering | None
) -> list[tuple[Gathering, set[str]]]:
    """The gatherings that the line may tell of, with how each comes into question."""
    ways: dict[int, tuple[Gathering, set[str]]] = {}
    named = (("here", here), ("minuted", [minuted]), ("current", [current]), ("main", [main]))
    for way, gatherings in named:
        for gathering in gatherings:
            if gathering is not None:
                ways.setdefault(id(gathering), (gathering, set()))[1].add(way)
    roster = _is_roster(line)
    for gathering, marks in ways.values():
        name = "target " + " ".join(sorted(marks))
        ahead = gathering.mentions[0].line.index > line.index
        marks.clear()
        marks |= {name, f"{name}, roster={roster}", f"{name}, others here={len(here) - (gathering in here)}"}
        if ahead:
            marks.add("target ahead")
        if current is not None and gathering is not current and gathering is main:
            marks.add(f"main outweighs={salience(gathering) >= salience(current) + _MUCH}, roster={roster}")
    return list(ways.values())


def _how_sure(gathering: Gathering) -> str:
    """Nobody attends what may not have been: the probability of the gathering, in steps."""
    steps = ((0.95, "certain"), (0.85, "sure"), (0.7, "likely"), (0.55, "possible"))
    return next((name for least, name in steps if gathering.probability >= least), "doubtful")


def _is_roster(line: Line) -> bool:
    return len({item.ref for item in line.items if item.kind == "P"}) >= _ROSTER


def _minuted(scene: Scene, stated: list[Gathering]) -> Gathering | None:
    """The meeting that the document is the minutes of: that of its headline."""
    first = next((g for g in stated if g.mentions[0].line.index <= 3), None)
    if first is None or first.kind not in ("meeting", "conference", "congress"):
        return None
    for line in (*scene.lines[:4], *scene.lines[-4:]):
        here = {item.word for item in line.items}
        if here & _MINUTES or {"called", "order"} <= here:
            return first
    return None


def _is_prose(line: Line) -> bool:
    return (
        len(line.items) > 25
        and line.items[-1].text in (".", "”", '"')
        and line.items[0].text not in ("*", "-", "•", "–")
    )


def _collect(
    scene: Scene, line: Line, done: list[Doing], hits: list[Hit], common: set[str], gathering: Gathering,
    rivals: list[GatheringMention], roster: int | None, found: dict[tuple[Ref, int], Presence],
) -> None:  # fmt: skip
    kind = {f"kind={gathering.kind}", f"gathering {_how_sure(gathering)}"}
    if gathering.best.verbal:
        kind.add("verb only")
    subjects: dict[Ref, set[str]] = {}
    for doing in done:
        if doing.subject is None:
            continue
        for ref in doing.subject.refs:
            mark = subjects.setdefault(ref, set())
            if doing.passive:
                mark.add("passive subject")
            else:
                mark |= {f"does {name}" for name in doing.classes} | {f"as {doing.subject.how}"}
    mentions = [m for m in gathering.mentions if m.line is line]
    elected = "under a roster" in common and "roster of people there" not in common and not done
    if other_day(line, gathering):
        common = common | {"other day"}
    for at, item in enumerate(line.items):
        if item.kind not in _PEOPLE or not item.ref or elected:
            continue
        features = {f"type={item.kind}"} | common | kind | place_features(scene, line, at, hits)
        features |= verbs_around(line, at, verb_classes("en"))
        for mention in mentions:
            features.add("before it" if at < mention.first else "inside it" if at <= mention.last else "after it")
            features.add(f"{'verb' if mention.verbal else 'noun'} {'<' if at < mention.head else '>'} {item.kind}")
        if mentions and rivals:
            away = min(abs(at - m.head) for m in mentions)
            features.add("nearest" if away < min(abs(at - m.head) for m in rivals) else "not nearest")
        features |= subjects.pop(item.ref, set())
        _add(found, item.ref, gathering, features, line, at, hits, roster)
    for ref, marks in subjects.items():
        features = {"by reference"} | common | kind | marks
        at = next(d.subject.at for d in done if d.subject is not None and ref in d.subject.refs)
        _add(found, ref, gathering, features, line, at, hits, roster)


def _add(
    found: dict[tuple[Ref, int], Presence], ref: Ref, gathering: Gathering, features: set[str], line: Line, at: int,
    hits: list[Hit], roster: int | None,
) -> None:  # fmt: skip
    presence = found.setdefault((ref, id(gathering)), Presence(ref, gathering))
    presence.places.add(("line", line.index))
    if roster is not None:
        presence.places.add(("roster", roster))
    item = line.items[at]
    strength = 2 * ("named here" in features) + 2 * bool(hits) - 3 * line.heading
    first = max(0, at - 3)
    presence.seen(
        features, line.items[first].start, max(item.end, line.items[min(len(line.items) - 1, at + 4)].end), strength
    )
    for hit in hits:
        if hit.gives:
            away = item.start - hit.end if item.start >= hit.end else 1000 + hit.start - item.end
            presence.hits.append((away, hit.cue))
