"""Who may have been at which gathering: every person and body that a line near the gathering names."""

from __future__ import annotations

from dataclasses import dataclass, field

from chancery.reader.draft import Draft
from chancery.reader.grammar.cues import Hit, cues_of
from chancery.reader.grammar.doings import Doing, doings_of, verb_classes
from chancery.reader.grammar.gathering_clusters import Gathering
from chancery.reader.grammar.gathering_mentions import GatheringMention, nearest_date
from chancery.reader.grammar.scene import Line, Scene, governor, scene_of
from chancery.terms.claims import Ref

_FAR = 30  # lines behind the last mention of a gathering at which it is no longer what is spoken of
_PEOPLE = "PO"
_PRESENT = frozenset({"delegation", "present", "attendee", "participant", "attendance", "speaker", "guest", "panelist", "attending", "dignitarie"})
_OFFICERS = frozenset({"officer", "board", "elected", "appointed", "appointment", "director", "committee", "election", "member", "term",
                       "nominee", "nomination", "slate", "council", "executive", "team", "leadership", "follow", "following"})


@dataclass(slots=True)
class Presence:
    """One (referent, gathering) pair: its features over all places, and the best place for evidence and capacity."""

    who: Ref
    gathering: Gathering
    features: set[str] = field(default_factory=set)
    hits: list[tuple[int, str]] = field(default_factory=list)  # distance to a cue, and the capacity it gives
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
        for mention in gathering.mentions:
            spoken_of.setdefault(mention.line.index, []).append(gathering)
    current: Gathering | None = None
    since = 0
    roster: Line | None = None
    for line, done in zip(scene.lines, doings, strict=True):
        here = spoken_of.get(line.index, [])
        if here:
            current, since = here[-1], line.index
        targets = here or ([current] if current is not None and line.index - since <= _FAR else [])
        if not targets and stated and line.index < stated[0].mentions[0].line.index:
            targets = stated[:1]  # told before it is named
        if not targets:
            continue
        hits = list(cues.hits(draft.text, line.start, line.end))
        if line.items[-1].text == ":" or any(hit.cue == "roster" for hit in hits):
            roster = line
        elif roster is not None and (line.index - roster.index > 40 or _is_prose(line)):
            roster = None
        common = _line_features(line, here, hits, since, roster, len(stated))
        for gathering in dict.fromkeys(map(id, targets)):
            target = next(g for g in targets if id(g) == gathering)
            rivals = [m for g in here if g is not target for m in g.mentions if m.line is line]
            _collect(scene, line, done, hits, common, target, rivals, found)
    return list(found.values())


def _line_features(
    line: Line, here: list[Gathering], hits: list[Hit], since: int, roster: Line | None, stated: int
) -> set[str]:
    people = len({item.ref for item in line.items if item.kind == "P"})
    away = line.index - since
    found = {
        f"people={min(people, 6) if people < 4 else '4+'}",
        "named here" if here else "just before" if away == 1 else "near" if away <= 4 else "far" if away > 0 else "ahead",
        f"gatherings={min(stated, 4)}",
    }
    if line.heading:
        found.add("heading")
    if roster is not None and line is not roster:
        found.add("under a roster")
        found.add(f"roster of {_roster_of(roster)}")
    if not any(hit.gives for hit in hits):
        found.add("no cue")
    return found


def _is_prose(line: Line) -> bool:
    return len(line.items) > 25 and line.items[-1].text in (".", "”", '"') and line.items[0].text not in ("*", "-", "•", "–")


def _roster_of(line: Line) -> str:
    here = {item.word.removesuffix("s") for item in line.items}
    if here & _PRESENT:
        return "people there"
    return "officers" if here & _OFFICERS else "others"


def _collect(
    scene: Scene, line: Line, done: list[Doing], hits: list[Hit], common: set[str], gathering: Gathering,
    rivals: list[GatheringMention], found: dict[tuple[Ref, int], Presence],
) -> None:  # fmt: skip
    kind = {f"kind={gathering.kind}"}
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
    if _other_day(line, gathering):
        common = common | {"other day"}
    for at, item in enumerate(line.items):
        if item.kind not in _PEOPLE or not item.ref or elected:
            continue
        features = {f"type={item.kind}"} | common | kind | _place_features(scene, line, at, hits)
        features |= _verbs_around(line, at, verb_classes("en"))
        for mention in mentions:
            features.add("before it" if at < mention.first else "inside it" if at <= mention.last else "after it")
            features.add(f"{'verb' if mention.verbal else 'noun'} {'<' if at < mention.head else '>'} {item.kind}")
        if mentions and rivals:
            away = min(abs(at - m.head) for m in mentions)
            features.add("nearest" if away < min(abs(at - m.head) for m in rivals) else "not nearest")
        features |= subjects.pop(item.ref, set())
        _add(found, item.ref, gathering, features, line, at, hits)
    for ref, marks in subjects.items():
        features = {"by reference"} | common | kind | marks
        at = next(d.subject.at for d in done if d.subject is not None and ref in d.subject.refs)
        _add(found, ref, gathering, features, line, at, hits)


def _other_day(line: Line, gathering: Gathering) -> bool:
    """Whether the line tells of another day than that of the gathering."""
    mine = nearest_date(gathering.best)
    days = [i.date.span for i in line.items if i.date is not None and i.date.span.precision in ("day", "year", "month")]
    return mine is not None and bool(days) and not any(mine.span.overlaps(day) for day in days)


def _verbs_around(line: Line, at: int, classes: dict[str, frozenset[str]]) -> set[str]:
    """The classes of the next verb on each side: "met A" puts A behind a verb of meeting."""
    found: set[str] = set()
    for back in range(at - 1, max(-1, at - 25), -1):
        if line.items[back].kind == "W" and line.items[back].word in classes:
            found |= {f"{line.items[at].kind} behind {name}" for name in classes[line.items[back].word]}
            break
    for on in range(at + 1, min(len(line.items), at + 25)):
        if line.items[on].kind == "W" and line.items[on].word in classes:
            found |= {f"{line.items[at].kind} ahead of {name}" for name in classes[line.items[on].word]}
            break
    return found


def _place_features(scene: Scene, line: Line, at: int, hits: list[Hit]) -> set[str]:
    items = line.items
    item = items[at]
    found: set[str] = set()
    by = governor(scene, line, at)
    found.add(f"{item.kind} after {by}" if by else f"{item.kind} free")
    after = items[at + 1].word if at + 1 < len(items) else "$"
    if after in (",", "and", "'s", "’s", ";", "(", ":"):
        found.add(f"{item.kind} then {after}")
    if item.kind == "O":
        if any(i.kind == "T" for i in items[max(0, at - 3) : at]):
            found.add("body of a title")
        if at + 1 < len(items) and items[at + 1].kind in "PTHR":
            found.add("body before a person")
        if any(i.kind == "P" for i in items):
            found.add("body beside people")
    if at <= 2 and item.kind == "P":
        found.add("begins the line")
    if at <= 4 and item.kind == "P" and not any(i.word in scene.words.finite for i in items):
        found.add("person without a verb")
    if line.quoted[at]:
        found.add("quoted")
    for hit in hits:
        side = "after" if item.start >= hit.end else "before"
        near = abs(item.start - hit.end) < 60 or abs(hit.start - item.end) < 60
        found.add(f"{item.kind} {side} {hit.cue}")
        if near:
            found.add(f"close {side} {hit.cue}")
    if any(i.word in scene.words.doubts or i.word in scene.words.negations for i in items):
        found.add("doubt")
    return found


def _add(
    found: dict[tuple[Ref, int], Presence], ref: Ref, gathering: Gathering, features: set[str], line: Line, at: int,
    hits: list[Hit],
) -> None:  # fmt: skip
    presence = found.setdefault((ref, id(gathering)), Presence(ref, gathering))
    item = line.items[at]
    strength = 2 * ("named here" in features) + 2 * bool(hits) - 3 * line.heading
    first = max(0, at - 3)
    presence.seen(features, line.items[first].start, max(item.end, line.items[min(len(line.items) - 1, at + 4)].end), strength)
    for hit in hits:
        if hit.gives:
            away = item.start - hit.end if item.start >= hit.end else 1000 + hit.start - item.end
            presence.hits.append((away, hit.cue))
