"""FollowTheMoney (followthemoney.tech): one entity as JSON on each line, with "id", "schema" and "properties".

Every property is a list of values. How entities become claims:

- Person, and Organization, PublicBody, Company, LegalEntity and Position's `organization`: people and bodies, whose ids
  are identifiers within the data set.
- Occupancy: its Position is a post, in the body that the Position names, if it names one.
- Membership, Directorship and Employment of a person: a post by its `role`, else "member", "director" or "employee".
- Those without an end last: they are seen on the last day on which one begins or ends.
- `parent` makes a body part of another; incorporation and dissolution dates are its creation and end; a `deathDate`
  ends all posts of a person.
- Of several values of one date the most precise is taken, and of equals the first. All other schemata are not taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from chancery.reader.importing.conversion import Conversion, DataFile, set_version
from chancery.reader.importing.dates import check_order, date_in
from chancery.reader.importing.holding import holding_fact, latest_day
from chancery.reader.importing.json_slices import text_under, value_at
from chancery.reader.importing.objects import Known, Object, found, keep
from chancery.reader.importing.parents import check_parents
from chancery.reader.importing.plain import plain_text
from chancery.reader.importing.sheet import Named, Sheet
from chancery.reader.importing.taking import Taking
from chancery.terms.claims import PostFact, UnitFact
from chancery.terms.dates import DateSpan
from chancery.terms.errors import DataError

READER = "import ftm"
KIND = "ftm"
_BODIES = frozenset({"Organization", "PublicBody", "Company", "LegalEntity"})
_NAMES = ("alias", "previousName", "weakAlias")

# Schemata that join a person with a body: the properties of the two, and the role where none is told.
_POSTS = {
    "Membership": ("member", "organization", "member"),
    "Directorship": ("director", "organization", "director"),
    "Employment": ("employee", "employer", "employee"),
}


def convert_ftm(given: Sequence[DataFile], *, dataset: str) -> Conversion:
    """The reading of one file. Raises DataError D001 where no line of it is an entity."""
    [file] = given
    rows = list(_entities(file))
    if not any(isinstance(row, Object) for row in rows):
        raise DataError("D001", path=file.document.source, kind=KIND, reason="no line of it is an entity as JSON")
    ftm = _FollowTheMoney(file, dataset)
    ftm.take(rows)
    reading = ftm.sheet.reading(reader=READER, version=set_version(dataset, given), dated=ftm.latest)
    taking = ftm.taking
    return Conversion(readings=(reading,), rows=len(rows), untaken=tuple(taking.untaken), counts=dict(taking.counts))


class _Tie(msgspec.Struct, frozen=True, kw_only=True):
    """A person in a post."""

    object: Object
    person: Known
    body: Known | None
    position: Object | None
    role: str
    start: DateSpan | None
    end: DateSpan | None


class _FollowTheMoney:
    def __init__(self, file: DataFile, dataset: str) -> None:
        self.sheet = Sheet(file)
        self.taking = Taking()
        self.latest: DateSpan | None = None
        self._file, self._dataset = file, dataset
        self._people: dict[str, Known] = {}
        self._bodies: dict[str, Known] = {}
        self._positions: dict[str, Object] = {}
        self._ties: list[_Tie] = []

    def take(self, rows: Sequence[Object | DataError]) -> None:
        """People and bodies first, then posts, then who is tied to them: a line may name what a later one describes."""
        steps: tuple[tuple[Callable[[str], bool], Callable[[Object], None]], ...] = (
            (lambda schema: schema == "Person" or schema in _BODIES, self._entity),
            (lambda schema: schema == "Position", self._position),
            (lambda schema: schema == "Occupancy", self._occupancy),
            (lambda schema: schema in _POSTS, self._tie),
        )
        left = list(rows)
        for mine, step in steps:
            self.taking.each([row for row in left if isinstance(row, Object) and mine(row.what)], step)
            left = [row for row in left if isinstance(row, DataError) or not mine(row.what)]
        self.taking.each(left, _unknown)
        self.latest = latest_day((date for tie in self._ties for date in (tie.start, tie.end)), self._file)
        for person in self._people.values():
            ref = person.ref(self.sheet)
            died = _date(person.object, "deathDate")
            if died is not None:
                fact = PostFact(person=ref, role="", change="died", date=died)
                self.sheet.say(fact, person.object.evidence, rule="ftm death")
        self._tell_bodies()
        for tie in self._ties:
            self._tell(tie)

    def _entity(self, at: Object) -> None:
        key, name = at.told("id"), at.told("name")
        for pair in (("birthDate", "deathDate"), ("incorporationDate", "dissolutionDate")):
            check_order(_date(at, pair[0]), _date(at, pair[1]), where=at.where)
        person = at.what == "Person"
        aliases = dict.fromkeys(alias for field in ("name", *_NAMES) for alias in _values(at, field) if alias != name)
        named = Named(
            type="person" if person else "organisation", identifier=f"{self._dataset}:{key}", name=name,
            aliases=tuple(aliases),
        )  # fmt: skip
        known = Known(object=at, named=named, place=text_under(self._file.layer.text, at.start, "properties", "name"))
        if key in self._bodies or key in self._people:
            raise DataError("D005", where=at.where, text=f"the id {key[:40]}")
        keep(self._people if person else self._bodies, key, known)

    def _position(self, at: Object) -> None:
        key = at.told("id")
        at.told("name")
        if body := at.text("organization"):
            found(self._bodies, at, "organization", body)
        if key in self._positions:
            raise DataError("D005", where=at.where, text=f"the id {key[:40]}")
        self._positions[key] = at

    def _occupancy(self, at: Object) -> None:
        person = found(self._people, at, "holder", at.told("holder"))
        key = at.told("post")
        if key not in self._positions:
            raise DataError("D004", where=at.where, text=f"the post {key[:40]}")
        position = self._positions[key]
        body = position.text("organization")
        self._add(at, person, self._bodies[body] if body else None, position, position.text("name"))

    def _tie(self, at: Object) -> None:
        who, where, role = _POSTS[at.what]
        key = at.told(who)
        if key in self._bodies:
            raise DataError("D007", where=at.where, text=f"a body as {who}")
        body = found(self._bodies, at, where, at.told(where))
        self._add(at, found(self._people, at, who, key), body, None, at.text("role") or role)

    def _add(self, at: Object, person: Known, body: Known | None, position: Object | None, role: str) -> None:
        start, end = _date(at, "startDate"), _date(at, "endDate")
        check_order(start, end, where=at.where)
        self._ties.append(_Tie(object=at, person=person, body=body, position=position, role=role, start=start, end=end))

    def _tell_bodies(self) -> None:
        parents = {key: body.object.text("parent") for key, body in self._bodies.items()}
        sound = check_parents(parents, {key: body.object.where for key, body in self._bodies.items()}, self.taking)
        for key, known in self._bodies.items():
            at, ref = known.object, known.ref(self.sheet)
            start, end = _date(at, "incorporationDate"), _date(at, "dissolutionDate")
            if start is not None:
                self.sheet.say(UnitFact(child=ref, change="created", date=start), at.evidence, rule="ftm body")
            if end is not None:
                self.sheet.say(UnitFact(child=ref, change="abolished", date=end), at.evidence, rule="ftm body")
            if key in sound:
                parent = self._bodies[sound[key]]
                fact = UnitFact(child=ref, parent=parent.ref(self.sheet))
                self.sheet.say(fact, at.evidence, parent.evidence, rule="ftm body")

    def _tell(self, tie: _Tie) -> None:
        fact = holding_fact(
            person=tie.person.ref(self.sheet),
            organisation=None if tie.body is None else tie.body.ref(self.sheet),
            role=tie.role,
            start=tie.start,
            end=tie.end,
            latest=self.latest,
        )
        position = [] if tie.position is None else [tie.position.evidence]
        body = [] if tie.body is None else [tie.body.evidence]
        self.sheet.say(fact, tie.object.evidence, tie.person.evidence, *position, *body, rule=f"ftm {tie.object.what}")


def _entities(file: DataFile) -> Iterator[Object | DataError]:
    """Every line that is not empty, as an entity whose fields are the values of its properties."""
    begin = 0
    for number, line in enumerate(file.layer.text.split("\n"), 1):
        start, begin = begin, begin + len(line) + 1
        if not line.strip("\ufeff \t\r"):
            continue
        where = f"line {number} of {file.name}"
        try:
            entity = value_at(line, 1 if line.startswith("\ufeff") else 0)
        except ValueError as error:
            yield DataError("D002", where=where, reason=f"it is no JSON: {error}")
            continue
        value = entity.value
        if not isinstance(value, dict) or not isinstance(value.get("properties"), dict):
            yield DataError("D002", where=where, reason="it is no entity with properties")
        elif line[entity.end :].strip():
            yield DataError("D002", where=where, reason="something follows the entity")
        else:
            fields = {**value["properties"], "id": value.get("id")}
            schema = plain_text(str(value.get("schema")))[:60]
            place = (start + entity.start, start + entity.end)
            yield Object(file=file, what=schema, line=number, fields=fields, start=place[0], end=place[1])


def _values(at: Object, field: str) -> list[str]:
    values = at.fields.get(field)
    return (
        [text for value in values if isinstance(value, str) and (text := plain_text(value))]
        if isinstance(values, list)
        else []
    )


def _date(at: Object, field: str) -> DateSpan | None:
    """The most precise of the values of a date. Raises DataError D003."""
    values = _values(at, field)
    return date_in(max(values, key=len, default=""), where=at.where)


def _unknown(at: Object) -> None:
    raise DataError("D007", where=at.where, text=f"the schema {at.what}")
