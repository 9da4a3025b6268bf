"""What speaks for and against somebody's having been at a gathering: words of the line, and around the name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from chancery.reader.grammar.cues import Hit
from chancery.reader.grammar.doings import Doing
from chancery.reader.grammar.gathering_clusters import Gathering
from chancery.reader.grammar.gathering_mention import nearest_date
from chancery.reader.grammar.scene import Line, Scene, governor
from chancery.reader.linking.gap import code_of, surroundings

_PRESENT = frozenset(
    {
        "delegation",
        "present",
        "attendee",
        "participant",
        "attendance",
        "speaker",
        "guest",
        "panelist",
        "attending",
        "dignitarie",
    }
)
_OFFICERS = frozenset(
    {
        "officer",
        "board",
        "elected",
        "appointed",
        "appointment",
        "director",
        "committee",
        "election",
        "member",
        "term",
        "nominee",
        "nomination",
        "slate",
        "council",
        "executive",
        "team",
        "leadership",
        "follow",
        "following",
    }
)


def line_features(
    line: Line, here: list[Gathering], hits: list[Hit], since: int, roster: Line | None, stated: int
) -> set[str]:
    people = len({item.ref for item in line.items if item.kind == "P"})
    away = line.index - since
    found = {
        f"people={min(people, 6) if people < 4 else '4+'}",
        "named here"
        if here
        else "just before"
        if away == 1
        else "near"
        if away <= 4
        else "far"
        if away > 0
        else "ahead",
        f"gatherings={min(stated, 4)}",
    }
    if line.heading:
        found.add("heading")
    if roster is not None and line is not roster:
        found.add("under a roster")
        found.add(f"roster of {_roster_of(roster)}")
        found |= {f"roster says {item.word}" for item in roster.items[-8:] if item.kind in "WT"}
    if not any(hit.gives for hit in hits):
        found.add("no cue")
    return found


def minute_features(line: Line, done: Sequence[Doing]) -> set[str]:
    """In minutes, who stands in a heading or does anything at all was there."""
    found = {"minutes"}
    if line.items[0].text == "#":
        found.add("heading of minutes")
    if any(item.word in ("moved", "seconded", "chair", "minutes", "secretary", "present") for item in line.items):
        found.add("office of minutes")
    if done:
        found.add("somebody does something in minutes")
    return found


def _roster_of(line: Line) -> str:
    here = {item.word.removesuffix("s") for item in line.items}
    if here & _PRESENT:
        return "people there"
    return "officers" if here & _OFFICERS else "others"


def other_day(line: Line, gathering: Gathering) -> bool:
    """Whether the line tells of another day than that of the gathering."""
    mine = nearest_date(gathering.best)
    days = [i.date.span for i in line.items if i.date is not None and i.date.span.precision in ("day", "year", "month")]
    return mine is not None and bool(days) and not any(mine.span.overlaps(day) for day in days)


def verbs_around(line: Line, at: int, classes: Mapping[str, frozenset[str]]) -> set[str]:
    """The classes of the next verb on each side: "met A" puts A behind a verb of meeting."""
    found: set[str] = set()
    for back in range(at - 1, max(-1, at - 25), -1):
        if line.items[back].kind == "W" and line.items[back].word in classes:
            found |= {f"{line.items[at].kind} behind {name}" for name in classes[line.items[back].word]}
            found.add(f"{line.items[at].kind} behind verb {line.items[back].word}")
            break
    for on in range(at + 1, min(len(line.items), at + 25)):
        if line.items[on].kind == "W" and line.items[on].word in classes:
            found |= {f"{line.items[at].kind} ahead of {name}" for name in classes[line.items[on].word]}
            found.add(f"{line.items[at].kind} ahead of verb {line.items[on].word}")
            break
    return found


def place_features(scene: Scene, line: Line, at: int, hits: list[Hit]) -> set[str]:
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
    found |= surroundings(items, at, at, f"{item.kind} ")
    found.add("line opens " + " ".join(code_of(i) for i in items[:2]))
    for hit in hits:
        side = "after" if item.start >= hit.end else "before"
        near = abs(item.start - hit.end) < 60 or abs(hit.start - item.end) < 60
        found.add(f"{item.kind} {side} {hit.cue}")
        if near:
            found.add(f"close {side} {hit.cue}")
    if any(i.word in scene.words.doubts or i.word in scene.words.negations for i in items):
        found.add("doubt")
    return found
