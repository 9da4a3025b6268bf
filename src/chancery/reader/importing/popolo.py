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

from chancery.reader.importing.conversion import Conversion, DataFile
from chancery.reader.importing.json_slices import Slice, items, members, whole
from chancery.reader.importing.limits import too_long
from chancery.reader.importing.objects import Known, Object, found
from chancery.reader.importing.plain import plain_text
from chancery.reader.importing.told import Tie, Told, Words
from chancery.terms.errors import DataError

READER = "import popolo"
KIND = "popolo"
_LISTS = {"persons": "person", "organizations": "organization", "posts": "post", "memberships": "membership"}
_INSIDE = {"persons": ("memberships",), "organizations": ("memberships", "posts")}
_WORDS = Words(
    kind=KIND, death="death_date", founding="founding_date", dissolution="dissolution_date", start="start_date",
    end="end_date", parent="parent_id",
)  # fmt: skip


def convert_popolo(given: Sequence[DataFile], *, dataset: str) -> Conversion:
    """The reading of one file. Raises DataError D001 where it is no JSON object with one of the lists."""
    [file] = given
    objects = _objects(file)
    popolo = _Popolo(Told(file, dataset=dataset, words=_WORDS))
    popolo.take(objects)
    return popolo.told.conversion(given, reader=READER)


class _Popolo:
    def __init__(self, told: Told) -> None:
        self.told = told

    def take(self, objects: Mapping[str, Sequence[Object | DataError]]) -> None:
        self.told.taking.each(objects["persons"], lambda at: self.told.keep_person(at, _other_names(at)))
        self.told.taking.each(objects["organizations"], lambda at: self.told.keep_body(at, _other_names(at)))
        self.told.taking.each(objects["posts"], self._post)
        self.told.taking.each(objects["memberships"], self._member)

    def _post(self, at: Object) -> None:
        body = at.text("organization_id")
        bodies = [found(self.told.bodies, at, "organization_id", body)] if body else []
        self.told.keep_post(at, "role", "label", label=at.text("label"), bodies=bodies)

    def _member(self, at: Object) -> None:
        person_id = at.text("person_id") or at.text("member_id")
        if not at.text("person_id") and person_id in self.told.bodies:
            raise DataError("D007", where=at.where, text="an organization that is a member of another")
        person = found(self.told.people, at, "person_id", at.told("person_id", "member_id"))
        post = None
        if key := at.text("post_id"):
            post = found(self.told.posts, at, "post_id", key)
        if body_id := at.text("organization_id"):
            bodies: Sequence[Known] = (found(self.told.bodies, at, "organization_id", body_id),)
        else:
            bodies = post.bodies if post is not None else ()
        role = at.text("role") or (post.role if post is not None else "")
        if not role and not bodies:
            raise DataError("D002", where=at.where, reason="it has neither an organization_id nor a role")
        label = at.text("label") or (post.label if post is not None else "")
        role = role or "member"
        title = label if label and label != role else None
        start, end = self.told.dates(at)
        body = next(iter(bodies), None)
        self.told.keep_tie(
            Tie(object=at, person=person, body=body, post=post, role=role, title=title, start=start, end=end)
        )


def _other_names(at: Object) -> list[str]:
    others = at.fields.get("other_names")
    told = [other.get("name") for other in others if isinstance(other, dict)] if isinstance(others, list) else []
    return [plain_text(name) for name in told if isinstance(name, str)]


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
        inside = [(each, slot) for each, slot in _lists(text, at) if each in _INSIDE.get(name, ())]
        what = _LISTS[name]
        own = at.end - at.start - sum(slot.end - slot.start for _, slot in inside)
        if long := too_long(own, where=f"the {what} at line {line} of {file.name}"):
            found_in[name].append(long)
        else:
            fields = {**given, **at.value}
            found_in[name].append(Object(file=file, what=what, line=line, fields=fields, start=at.start, end=at.end))
        owner = {f"{what}_id": at.value.get("id")}
        for each, slot in inside:
            for item in items(text, slot.start):
                add(each, item, owner)

    for name, slot in _lists(text, top):
        if name in _LISTS:
            for item in items(text, slot.start):
                add(name, item, {})
    return found_in


def _lists(text: str, at: Slice) -> Iterator[tuple[str, Slice]]:
    return ((key.value, slot) for key, slot in members(text, at.start) if isinstance(slot.value, list))
