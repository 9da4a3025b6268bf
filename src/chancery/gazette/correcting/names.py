"""Names that a person types into a form: as the document writes them, or of an entity of the record."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from chancery.gazette.tongue import gettext as _
from chancery.register import RegisterReading
from chancery.register.views import DocumentView
from chancery.terms.claims import EntityType, Mention, Referent
from chancery.terms.entities import EntityName

LONGEST_NAME = 1000  # characters
_SHOWN = 5  # entities that are offered for a name that fits none exactly
_WITH_ID = re.compile(r"(.+) \[([pol][0-9a-f]{16})\]", re.DOTALL)


class Meant(msgspec.Struct, frozen=True, kw_only=True):
    """Whom a name means. `entity` is set where it is chosen from the record, and not from the document."""

    type: EntityType
    name: str
    entity: str | None = None
    mentions: tuple[Mention, ...] = ()

    def referent(self, ref: str) -> Referent:
        return Referent(id=ref, type=self.type, name=self.name, mentions=self.mentions)


class Names:
    """Finds out whom names mean, for one document. Each answer is whom it means, or in words why it cannot be told."""

    def __init__(self, register: RegisterReading, view: DocumentView, text: str) -> None:
        self._register = register
        self._view = view
        self._text = text

    def meant(
        self, typed: str, types: tuple[EntityType, ...], said: EntityType | None, presumed: EntityType | None
    ) -> Meant | str:
        """`types` are those that the field may hold, `said` the one that the form says, `presumed` that of a name that
        is not known."""
        name = folded(typed)[:LONGEST_NAME]
        allowed = (said,) if said in types else types
        chosen = _WITH_ID.fullmatch(name)
        if chosen:
            return self._chosen(chosen[1], chosen[2], allowed)
        known = self._in_document(name, allowed)
        if len(known) == 1:
            return known[0]
        if known:
            return _("It may be a person, a body or a place here: say which.")
        mentions = self._mentions(name)
        exact = [e for e in self._in_record(name, allowed) if folded(e.name).casefold() == name.casefold()]
        if mentions:
            kinds = {entity.type for entity in exact}
            kind = said or (kinds.pop() if len(kinds) == 1 else presumed)
            if kind is None:
                return _("Say whether it is a person, a body or a place.")
            return Meant(type=kind, name=name, mentions=mentions)
        if len(exact) == 1:
            return Meant(type=exact[0].type, name=exact[0].name, entity=exact[0].id)
        near = exact or self._in_record(name, allowed)
        if near:
            return _("Choose one of the record: {names}").format(names="; ".join(map(with_id, near[:_SHOWN])))
        return _("This name stands neither in the document nor in the record.")

    def near(self, typed: Iterable[str]) -> list[str]:
        """Entities of the record that names which were typed may mean, as a form takes them."""
        found: dict[str, str] = {}
        for each in typed:
            name = folded(each)[:LONGEST_NAME]
            if name and not _WITH_ID.fullmatch(name):
                found |= {entity.id: with_id(entity) for entity in self._in_record(name, None)[:_SHOWN]}
        return list(found.values())

    def _in_document(self, name: str, allowed: tuple[EntityType, ...]) -> list[Meant]:
        found: dict[tuple[EntityType, str], Meant] = {}
        for own in (True, False):  # its fullest name goes before another form of it
            for each in self._view.referents:
                referent = each.referent
                forms = (referent.name,) if own else referent.aliases
                if referent.type in allowed and any(folded(form).casefold() == name.casefold() for form in forms):
                    found.setdefault((referent.type, referent.name), Meant(type=referent.type, name=referent.name))
            if found:
                break
        return list(found.values())

    def _chosen(self, name: str, entity_id: str, allowed: tuple[EntityType, ...]) -> Meant | str:
        entity = next((e for e in self._in_record(name, allowed) if e.id == entity_id), None)
        if entity is None:
            return _("The record holds no such entity that fits here.")
        for each in self._view.referents:
            if each.entity.id == entity.id:
                return Meant(type=each.referent.type, name=each.referent.name)
        for each in self._view.referents:
            if (each.referent.type, folded(each.referent.name)) == (entity.type, folded(entity.name)):
                return _("In this document that name is another’s: rule on it under Review first.")
        return Meant(type=entity.type, name=entity.name, entity=entity.id)

    def _in_record(self, name: str, allowed: tuple[EntityType, ...] | None) -> list[EntityName]:
        found = self._register.find_entities(name)
        return [entity for entity in found if allowed is None or entity.type in allowed]

    def _mentions(self, name: str) -> tuple[Mention, ...]:
        words = [re.escape(word) for word in name.split()]
        if not words:
            return ()
        together = r"\s+".join(words)
        places = re.finditer(rf"(?<!\w){together}(?!\w)", self._text)
        return tuple(Mention(match.start(), match.end()) for match in places)


def folded(text: str) -> str:
    """The text with its white space folded."""
    return " ".join(text.split())


def with_id(entity: EntityName) -> str:
    """An entity as a form takes it: by its name and id."""
    return f"{folded(entity.name)} [{entity.id}]"
