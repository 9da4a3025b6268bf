"""`Told`: what the objects of a JSON data set tell, kept by their ids, and said as claims when all of it is known."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from chancery.reader.importing.conversion import Conversion, DataFile, set_version
from chancery.reader.importing.dates import check_order
from chancery.reader.importing.holding import holding_fact, latest_day
from chancery.reader.importing.json_slices import text_under
from chancery.reader.importing.limits import check_names
from chancery.reader.importing.objects import Known, Object, Post, keep
from chancery.reader.importing.parents import check_parents
from chancery.reader.importing.sheet import Named, Sheet
from chancery.reader.importing.taking import Taking
from chancery.terms.claims import EntityType, PostFact, UnitFact
from chancery.terms.dates import DateSpan
from chancery.terms.errors import DataError


class Words(msgspec.Struct, frozen=True, kw_only=True):
    """What a format calls the dates of people, bodies and ties, and the body that another is a part of; and the keys
    that lead to what an object says, one inside the other."""

    kind: str
    death: str
    founding: str
    dissolution: str
    start: str
    end: str
    parent: str
    within: tuple[str, ...] = ()


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """A person in a post, by an object that says so."""

    object: Object
    person: Known
    body: Known | None
    post: Post | None
    role: str
    title: str | None
    start: DateSpan | None
    end: DateSpan | None


class Told:
    """People, bodies and posts by id, and the ties of people to them, in the order in which they are told."""

    def __init__(self, file: DataFile, *, dataset: str, words: Words) -> None:
        self.taking = Taking()
        self.people: dict[str, Known] = {}
        self.bodies: dict[str, Known] = {}
        self.posts: dict[str, Post] = {}
        self._ties: list[Tie] = []
        self._sheet = Sheet(file)
        self._file, self._dataset, self._words = file, dataset, words

    def keep_person(self, at: Object, aliases: Sequence[str]) -> None:
        """Raises DataError D002 where it has no id or name, or too long a one, D003 at a date, D005 at a known id."""
        at.date(self._words.death)
        keep(self.people, self._known(at, "person", aliases))

    def keep_body(self, at: Object, aliases: Sequence[str]) -> None:
        """Raises DataError as `keep_person` does, and D006 where the end is before the beginning."""
        check_order(at.date(self._words.founding), at.date(self._words.dissolution), where=at.where)
        keep(self.bodies, self._known(at, "organisation", aliases))

    def keep_post(self, at: Object, *fields: str, label: str = "", bodies: Sequence[Known]) -> None:
        """Its role is the first of the fields that says something. Raises DataError D002 and D005."""
        at.told("id")
        role = at.told(*fields)
        check_names((role, label), where=at.where)
        place = self._place(at, next(field for field in fields if at.text(field)))
        keep(self.posts, Post(object=at, place=place, role=role, label=label, bodies=tuple(bodies)))

    def dates(self, at: Object) -> tuple[DateSpan | None, DateSpan | None]:
        """The beginning and the end of a tie. Raises DataError D003 and D006."""
        start, end = at.date(self._words.start), at.date(self._words.end)
        check_order(start, end, where=at.where)
        return start, end

    def keep_tie(self, tie: Tie) -> None:
        """Raises DataError D002 where its role is too long."""
        check_names((tie.role, tie.title), where=tie.object.where)
        self._ties.append(tie)

    def conversion(self, given: Sequence[DataFile], *, reader: str) -> Conversion:
        """All of it as claims: deaths, then bodies, then ties."""
        latest = latest_day((date for tie in self._ties for date in (tie.start, tie.end)), self._file)
        for person in self.people.values():
            self._say_person(person)
        self._say_bodies()
        for tie in self._ties:
            self._say_tie(tie, latest)
        reading = self._sheet.reading(reader=reader, version=set_version(self._dataset, given), dated=latest)
        taking = self.taking
        return Conversion(
            readings=(reading,), rows=taking.rows, untaken=tuple(taking.untaken), counts=dict(taking.counts)
        )

    def _known(self, at: Object, kind: EntityType, aliases: Sequence[str]) -> Known:
        key, name = at.told("id"), at.told("name")
        others = tuple(alias for alias in dict.fromkeys(aliases) if alias and alias != name)
        check_names((name, *others), where=at.where)
        named = Named(type=kind, identifier=f"{self._dataset}:{key}", name=name, aliases=others)
        return Known(object=at, named=named, place=self._place(at, "name"))

    def _place(self, at: Object, field: str) -> tuple[int, int]:
        return text_under(self._file.layer.text, at.start, *self._words.within, field)

    def _say_person(self, known: Known) -> None:
        ref = known.ref(self._sheet)
        died = known.object.date(self._words.death)
        if died is not None:
            fact = PostFact(person=ref, role="", change="died", date=died)
            self._sheet.say(fact, *known.proof(self._words.death), rule=f"{self._words.kind} death")

    def _say_bodies(self) -> None:
        words = self._words
        parents = {key: self._parent(known.object) for key, known in self.bodies.items()}
        places = {key: known.object.where for key, known in self.bodies.items()}
        sound = check_parents(parents, places, self.taking, field=words.parent)
        for key, known in self.bodies.items():
            ref, rule = known.ref(self._sheet), f"{words.kind} {known.object.what}"
            start, end = known.object.date(words.founding), known.object.date(words.dissolution)
            if start is not None:
                fact = UnitFact(child=ref, change="created", date=start)
                self._sheet.say(fact, *known.proof(words.founding), rule=rule)
            if end is not None:
                fact = UnitFact(child=ref, change="abolished", date=end)
                self._sheet.say(fact, *known.proof(words.dissolution), rule=rule)
            if key in sound:
                parent = self.bodies[sound[key]]
                fact = UnitFact(child=ref, parent=parent.ref(self._sheet))
                self._sheet.say(fact, *known.proof(words.parent), parent.evidence, rule=rule)

    def _parent(self, at: Object) -> str:
        """The parent that is taken: the first that the data set describes. The others are told."""
        told = list(dict.fromkeys(at.texts(self._words.parent)))
        parent = next((key for key in told if key in self.bodies), told[0] if told else "")
        for other in told:
            if other != parent:
                self.taking.refuse(DataError("D007", where=at.where, text=f"a second parent, {other[:40]}"))
        return parent

    def _say_tie(self, tie: Tie, latest: DateSpan | None) -> None:
        fact = holding_fact(
            person=tie.person.ref(self._sheet),
            organisation=None if tie.body is None else tie.body.ref(self._sheet),
            role=tie.role,
            title=tie.title,
            start=tie.start,
            end=tie.end,
            latest=latest,
        )
        described = (tie.person, *([tie.post] if tie.post else ()), *([tie.body] if tie.body else ()))
        proof = (tie.object.evidence, *(each.evidence for each in described))
        self._sheet.say(fact, *proof, rule=f"{self._words.kind} {tie.object.what}")
