"""What the ministers tables say, straight from the files: no importer and no register has a hand in it.

A post is (line of organisations, role): organisations that a "Name change" links are one line. What is held is a set of
days, so that rows of one person in one post that follow one another are the same as one row over all their days.
"""

from __future__ import annotations

import csv
import datetime as dt
from collections import defaultdict
from pathlib import Path

Post = tuple[str, str]  # the line, by one of its organisation ids; the role
Days = tuple[tuple[dt.date, dt.date], ...]  # closed intervals that share no day

# Names of one post that the tables spell in two ways; all others are told apart as they are written.
SPELT = {
    "Minister for the Armed Forces": "Minister for Armed Forces",
    "Minister for Women and Equality": "Minister for Women and Equalities",
    "Minister for the Arts": "Minister for Arts",
    "Minister for the Middle East and North Africa": "Minister for Middle East and North Africa",
    "Minister for the Indo-Pacific": "Minister for Indo-Pacific",
}


class Ministers:
    """The tables of a folder. `latest` is the last day on which one begins or ends: those without end last to it."""

    def __init__(self, folder: Path) -> None:
        appointments = _rows(folder / "appointment.csv")
        posts = {row["id"]: row for row in _rows(folder / "post.csv")}
        self.organisations = {row["id"]: row["name"] for row in _rows(folder / "organisation.csv")}
        self._line = dict(zip(self.organisations, self.organisations, strict=True))
        for link in _rows(folder / "organisation_link.csv"):
            if link["type"] == "Name change":
                self._line[self.line(link["predecessor_organisation_id"])] = self.line(
                    link["successor_organisation_id"]
                )
        sound = [row for row in appointments if not row["end_date"] or row["end_date"] >= row["start_date"]]
        self.unsound = len(appointments) - len(sound)
        self.people = sorted({row["person_id"] for row in appointments})
        self.latest = dt.date.fromisoformat(max(row[end] for row in sound for end in ("start_date", "end_date")))
        acting = {
            row["appointment_id"]: (row["start_date"], row["end_date"])
            for row in _rows(folder / "appointment_characteristics.csv")
            if row["is_acting"] == "True"
        }
        held: dict[tuple[str, Post, bool], list[tuple[dt.date, dt.date]]] = defaultdict(list)
        for row in sound:
            post = posts[row["post_id"]]
            key = (row["person_id"], self.post(post["organisation_id"], post["name"]), row["id"] in acting)
            assert acting.get(row["id"], (row["start_date"], row["end_date"])) == (row["start_date"], row["end_date"])
            end = dt.date.fromisoformat(row["end_date"]) if row["end_date"] else dt.date.max
            held[key].append((dt.date.fromisoformat(row["start_date"]), end))
        self.held = {key: joined(days) for key, days in held.items()}
        self.roles = sorted({(post["organisation_id"], post["name"]) for post in posts.values()})

    def line(self, organisation: str) -> str:
        while self._line[organisation] != organisation:
            organisation = self._line[organisation]
        return organisation

    def post(self, organisation: str, role: str) -> Post:
        return self.line(organisation), SPELT.get(role, role)


def joined(intervals: list[tuple[dt.date, dt.date]]) -> Days:
    """The same days in order, intervals that share a day as one: whoever leaves a post in the evening and is back in it
    on the next morning has left it."""
    found: list[tuple[dt.date, dt.date]] = []
    for first, last in sorted(intervals):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple(found)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
