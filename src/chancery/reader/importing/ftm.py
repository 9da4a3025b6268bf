"""FollowTheMoney (followthemoney.tech): one entity as JSON on each line, with "id", "schema" and "properties".

Every property is a list of values. How entities become claims:

- Person, and Organization, PublicBody, Company, LegalEntity and Position's `organization`: people and bodies, whose ids
  are identifiers within the data set.
- Occupancy: its Position is a post, in each body that the Position names, if it names one; its role is the first name.
- Membership, Directorship and Employment of a person: a post by its `role`, else "member", "director" or "employee".
- Of several people, posts, bodies or roles each is taken; but of several people and several posts it is not told who
  held which, and none is.
- Those without an end last: they are seen on the last day on which one begins or ends.
- `parent` makes a body part of another, the first that is known; incorporation and dissolution dates are its creation
  and end; a `deathDate` ends all posts of a person.
- Of several values of one date the most precise is taken, and of equals the first. All other schemata are not taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from chancery.reader.importing.conversion import Conversion, DataFile
from chancery.reader.importing.dates import check_order
from chancery.reader.importing.json_slices import value_at
from chancery.reader.importing.limits import too_long
from chancery.reader.importing.objects import Known, Object, Post, found
from chancery.reader.importing.plain import plain_text
from chancery.reader.importing.told import Tie, Told, Words
from chancery.terms.errors import DataError

READER = "import ftm"
KIND = "ftm"
_BODIES = frozenset({"Organization", "PublicBody", "Company", "LegalEntity"})
_NAMES = ("name", "alias", "previousName", "weakAlias")
_WORDS = Words(
    kind=KIND, death="deathDate", founding="incorporationDate", dissolution="dissolutionDate", start="startDate",
    end="endDate", parent="parent", within=("properties",),
)  # fmt: skip

# Schemata that join a person with a body: the properties of the two, and the role where none is told.
_POSTS = {
    "Membership": ("member", "organization", "member"),
    "Directorship": ("director", "organization", "director"),
    "Employment": ("employee", "employer", "employee"),
}
_MOST_TIES = 10
"""Of one entity. Two or three values are a merger of entities that were one; each tie quotes the whole line again."""

_V = TypeVar("_V")
_Seat = tuple[Known | None, Post | None, str]


def convert_ftm(given: Sequence[DataFile], *, dataset: str) -> Conversion:
    """The reading of one file. Raises DataError D001 where no line of it is an entity."""
    [file] = given
    rows = list(_entities(file))
    if not any(isinstance(row, Object) for row in rows):
        raise DataError("D001", path=file.document.source, kind=KIND, reason="no line of it is an entity as JSON")
    ftm = _FollowTheMoney(Told(file, dataset=dataset, words=_WORDS))
    ftm.take(rows)
    return ftm.told.conversion(given, reader=READER)


class _FollowTheMoney:
    def __init__(self, told: Told) -> None:
        self.told = told

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
            self.told.taking.each([row for row in left if isinstance(row, Object) and mine(row.what)], step)
            left = [row for row in left if isinstance(row, DataError) or not mine(row.what)]
        self.told.taking.each(left, _unknown)

    def _entity(self, at: Object) -> None:
        key = at.told("id")
        if key in self.told.bodies or key in self.told.people:
            raise DataError("D005", where=at.where, text=f"the id {key[:40]}")
        aliases = [alias for field in _NAMES for alias in at.texts(field)]
        if at.what == "Person":
            check_order(at.date("birthDate"), at.date("deathDate"), where=at.where)
            self.told.keep_person(at, aliases)
        else:
            self.told.keep_body(at, aliases)

    def _position(self, at: Object) -> None:
        bodies = self._each(at, "organization", self._body) if at.text("organization") else []
        self.told.keep_post(at, "name", bodies=bodies)

    def _occupancy(self, at: Object) -> None:
        people, posts = self._each(at, "holder", self._person), self._each(at, "post", self._post)
        self._join(at, people, [(body, post, post.role) for post in posts for body in post.bodies or (None,)])

    def _tie(self, at: Object) -> None:
        who, where, role = _POSTS[at.what]
        people, bodies = self._each(at, who, self._person), self._each(at, where, self._body)
        self._join(at, people, [(body, None, told) for body in bodies for told in at.texts("role") or [role]])

    def _join(self, at: Object, people: Sequence[Known], seats: Sequence[_Seat]) -> None:
        if len(people) > 1 and len(seats) > 1:
            raise DataError("D007", where=at.where, text="several people and several posts, and not who held which")
        if (many := len(people) * len(seats)) > _MOST_TIES:
            reason = f"it ties {many} people or posts to one, and {_MOST_TIES} are the most"
            raise DataError("D002", where=at.where, reason=reason)
        start, end = self.told.dates(at)
        for person in people:
            for body, post, role in seats:
                self.told.keep_tie(
                    Tie(object=at, person=person, body=body, post=post, role=role, title=None, start=start, end=end)
                )

    def _each(self, at: Object, field: str, find: Callable[[Object, str, str], _V]) -> list[_V]:
        """What the values of a field lead to; those that lead nowhere are told. Raises DataError where all do."""
        at.told(field)
        led: list[_V] = []
        astray: list[DataError] = []
        for key in dict.fromkeys(at.texts(field)):
            try:
                led.append(find(at, field, key))
            except DataError as error:
                astray.append(error)
        if not led:
            raise astray[0]
        for each in astray:
            self.told.taking.refuse(each)
        return led

    def _person(self, at: Object, field: str, key: str) -> Known:
        if key in self.told.bodies:
            raise DataError("D007", where=at.where, text=f"a body as {field}")
        return found(self.told.people, at, field, key)

    def _body(self, at: Object, field: str, key: str) -> Known:
        return found(self.told.bodies, at, field, key)

    def _post(self, at: Object, field: str, key: str) -> Post:
        return found(self.told.posts, at, field, key)


def _entities(file: DataFile) -> Iterator[Object | DataError]:
    """Every line that is not empty, as an entity whose fields are the values of its properties."""
    begin = 0
    for number, line in enumerate(file.layer.text.split("\n"), 1):
        start, begin = begin, begin + len(line) + 1
        if not line.strip("\ufeff \t\r"):
            continue
        where = f"line {number} of {file.name}"
        if long := too_long(len(line), where=where):
            yield long
            continue
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


def _unknown(at: Object) -> None:
    raise DataError("D007", where=at.where, text=f"the schema {at.what}")
