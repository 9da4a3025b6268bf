"""Popolo JSON (popoloproject.com): one object with the lists "persons", "organizations", "posts" and "memberships".

Memberships may also stand inside a person or an organization, and posts inside an organization. How they become claims:

- The ids are identifiers within the data set, so two persons of one name stay two.
- A membership is a post in its organization, or in that of its post. The role is the membership's own, else that of
  the post, else the post's label, else "member".
- A membership without an end lasts: it is seen on the last day on which one begins or ends.
- `parent_id` makes a body part of another; founding and dissolution dates are its creation and end; a `death_date`
  ends all posts of a person.
- Only a person can hold a post: an organization that is a member of another is not taken.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from chancery.reader.importing.conversion import Conversion, DataFile, set_version
from chancery.reader.importing.dates import check_order, date_in
from chancery.reader.importing.holding import holding_fact, latest_day
from chancery.reader.importing.json_slices import Slice, items, members, text_under, whole
from chancery.reader.importing.objects import Known, Object, found, keep
from chancery.reader.importing.parents import check_parents
from chancery.reader.importing.plain import plain_text
from chancery.reader.importing.sheet import Named, Sheet
from chancery.reader.importing.taking import Taking
from chancery.terms.claims import PostFact, UnitFact
from chancery.terms.dates import DateSpan
from chancery.terms.errors import DataError

READER = "import popolo"
KIND = "popolo"
_LISTS = {"persons": "person", "organizations": "organization", "posts": "post", "memberships": "membership"}


def convert_popolo(given: Sequence[DataFile], *, dataset: str) -> Conversion:
    """The reading of one file. Raises DataError D001 where it is no JSON object with one of the lists."""
    [file] = given
    objects = _objects(file)
    popolo = _Popolo(file, dataset)
    popolo.take(objects)
    reading = popolo.sheet.reading(reader=READER, version=set_version(dataset, given), dated=popolo.latest)
    taking = popolo.taking
    return Conversion(readings=(reading,), rows=taking.rows, untaken=tuple(taking.untaken), counts=dict(taking.counts))


class _Membership(msgspec.Struct, frozen=True, kw_only=True):
    object: Object
    person: Known
    body: Known | None
    post: Object | None
    role: str
    start: DateSpan | None
    end: DateSpan | None


class _Popolo:
    def __init__(self, file: DataFile, dataset: str) -> None:
        self.sheet = Sheet(file)
        self.taking = Taking()
        self.latest: DateSpan | None = None
        self._file, self._dataset = file, dataset
        self._people: dict[str, Known] = {}
        self._bodies: dict[str, Known] = {}
        self._posts: dict[str, Object] = {}
        self._memberships: list[_Membership] = []

    def take(self, objects: Mapping[str, Sequence[Object | DataError]]) -> None:
        self.taking.each(objects["persons"], self._person)
        self.taking.each(objects["organizations"], self._body)
        self.taking.each(objects["posts"], self._post)
        self.taking.each(objects["memberships"], self._member)
        self.latest = latest_day((date for each in self._memberships for date in (each.start, each.end)), self._file)
        for known in self._people.values():
            self._tell_person(known)
        self._tell_bodies()
        for membership in self._memberships:
            self._tell_membership(membership)

    def _person(self, at: Object) -> None:
        date_in(at.text("death_date"), where=at.where)
        keep(self._people, at.told("id"), self._known(at, "person"))

    def _body(self, at: Object) -> None:
        start, end = (date_in(at.text(field), where=at.where) for field in ("founding_date", "dissolution_date"))
        check_order(start, end, where=at.where)
        keep(self._bodies, at.told("id"), self._known(at, "organisation"))

    def _known(self, at: Object, kind: str) -> Known:
        key, name = at.told("id"), at.told("name")
        others = at.fields.get("other_names")
        told = [other.get("name") for other in others if isinstance(other, dict)] if isinstance(others, list) else []
        aliases = dict.fromkeys(plain_text(alias) for alias in told if isinstance(alias, str))
        named = Named(
            type="person" if kind == "person" else "organisation", identifier=f"{self._dataset}:{key}", name=name,
            aliases=tuple(alias for alias in aliases if alias and alias != name),
        )  # fmt: skip
        return Known(object=at, named=named, place=text_under(self._file.layer.text, at.start, "name"))

    def _post(self, at: Object) -> None:
        key = at.told("id")
        at.told("role", "label")
        if body := at.text("organization_id"):
            found(self._bodies, at, "organization_id", body)
        if key in self._posts:
            raise DataError("D005", where=at.where, text=f"the id {key[:40]}")
        self._posts[key] = at

    def _member(self, at: Object) -> None:
        person_id = at.text("person_id") or at.text("member_id")
        if not at.text("person_id") and person_id in self._bodies:
            raise DataError("D007", where=at.where, text="an organization that is a member of another")
        person = found(self._people, at, "person_id", at.told("person_id", "member_id"))
        post = None
        if key := at.text("post_id"):
            if key not in self._posts:
                raise DataError("D004", where=at.where, text=f"the post_id {key[:40]}")
            post = self._posts[key]
        body_id = at.text("organization_id") or (post.text("organization_id") if post is not None else "")
        body = found(self._bodies, at, "organization_id", body_id) if body_id else None
        role = at.text("role") or (post.told("role", "label") if post is not None else "")
        if not role and body is None:
            raise DataError("D002", where=at.where, reason="it has neither an organization_id nor a role")
        start, end = (date_in(at.text(field), where=at.where) for field in ("start_date", "end_date"))
        check_order(start, end, where=at.where)
        self._memberships.append(
            _Membership(object=at, person=person, body=body, post=post, role=role or "member", start=start, end=end)
        )

    def _tell_person(self, known: Known) -> None:
        ref = known.ref(self.sheet)
        died = date_in(known.object.text("death_date"), where=known.object.where)
        if died is not None:
            fact = PostFact(person=ref, role="", change="died", date=died)
            self.sheet.say(fact, known.object.evidence, rule="popolo death")

    def _tell_bodies(self) -> None:
        parents = {key: body.object.text("parent_id") for key, body in self._bodies.items()}
        sound = check_parents(parents, {key: body.object.where for key, body in self._bodies.items()}, self.taking)
        for key, known in self._bodies.items():
            at, ref = known.object, known.ref(self.sheet)
            start, end = (date_in(at.text(field), where=at.where) for field in ("founding_date", "dissolution_date"))
            if start is not None:
                fact = UnitFact(child=ref, change="created", date=start)
                self.sheet.say(fact, at.evidence, rule="popolo organization")
            if end is not None:
                fact = UnitFact(child=ref, change="abolished", date=end)
                self.sheet.say(fact, at.evidence, rule="popolo organization")
            if key in sound:
                parent = self._bodies[sound[key]]
                fact = UnitFact(child=ref, parent=parent.ref(self.sheet))
                self.sheet.say(fact, at.evidence, parent.evidence, rule="popolo organization")

    def _tell_membership(self, told: _Membership) -> None:
        label = told.object.text("label") or (told.post.text("label") if told.post is not None else "")
        fact = holding_fact(
            person=told.person.ref(self.sheet),
            organisation=None if told.body is None else told.body.ref(self.sheet),
            role=told.role,
            title=label if label != told.role and label else None,
            start=told.start,
            end=told.end,
            latest=self.latest,
        )
        post = [] if told.post is None else [told.post.evidence]
        body = [] if told.body is None else [told.body.evidence]
        proof = (told.object.evidence, told.person.evidence, *post, *body)
        self.sheet.say(fact, *proof, rule="popolo membership")


def _objects(file: DataFile) -> dict[str, list[Object | DataError]]:
    """The objects of each list, those inside others among them. Raises DataError D001."""
    text = file.layer.text
    try:
        top = whole(text)
    except ValueError as error:
        raise DataError("D001", path=file.document.source, kind=KIND, reason=f"it is no JSON: {error}") from error
    if not isinstance(top.value, dict) or not any(isinstance(top.value.get(name), list) for name in _LISTS):
        reason = f"it is no object with one of the lists {', '.join(_LISTS)}"
        raise DataError("D001", path=file.document.source, kind=KIND, reason=reason)
    lines = [at for at, sign in enumerate(text) if sign == "\n"]
    found_in: dict[str, list[Object | DataError]] = {name: [] for name in _LISTS}

    def add(name: str, at: Slice, given: Mapping[str, Any]) -> None:
        line = bisect_right(lines, at.start) + 1
        if not isinstance(at.value, dict):
            where = f"the {_LISTS[name]} at line {line} of {file.name}"
            found_in[name].append(DataError("D002", where=where, reason="it is no object"))
            return
        fields = {**given, **at.value}
        found_in[name].append(
            Object(file=file, what=_LISTS[name], line=line, fields=fields, start=at.start, end=at.end)
        )
        inner = {"persons": ("memberships",), "organizations": ("memberships", "posts")}.get(name, ())
        if any(isinstance(at.value.get(each), list) and at.value[each] for each in inner):
            owner = {"persons": "person_id", "organizations": "organization_id"}[name]
            for each, slot in _lists(text, at):
                if each in inner:
                    for item in items(text, slot.start):
                        add(each, item, {owner: at.value.get("id")})

    for name, slot in _lists(text, top):
        if name in _LISTS:
            for item in items(text, slot.start):
                add(name, item, {})
    return found_in


def _lists(text: str, at: Slice) -> Iterator[tuple[str, Slice]]:
    return ((name, slot) for name, slot in members(text, at.start) if isinstance(slot.value, list))
