"""The people, bodies and places of one document, from the names that the model gave and the text holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast, get_args

from chancery.reader.llm.answers import Item, as_said, writable
from chancery.reader.llm.asking import Known
from chancery.reader.llm.lookup import Lookup
from chancery.terms.claims import EntityType, Mention, Ref, Referent, Refusal

_LETTERS = {"person": "p", "organisation": "o", "place": "l"}
_NOWHERE = "the name stands nowhere in the text"


class Cast:
    """Who and what one document names, gathered piece by piece.

    `refused` has every name that stands nowhere in the text, and every entity of which none does.
    """

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._names: dict[Ref, list[str]] = {}  # the fullest first
        self._types: dict[Ref, EntityType] = {}
        self.refused: list[Refusal] = []

    def take(self, entities: Iterable[Item]) -> dict[str, Ref]:
        """Add the entities of one answer; gives each id that its facts may use, those of earlier answers among them.

        An entity of an earlier answer is known again by its name. Two of one answer are one only by their full name:
        the model told them apart, and two people may share a surname.
        """
        before = frozenset(self._names)
        refs = {ref: ref for ref in before}
        for entity in entities:
            identity, kind = entity.get("id"), entity.get("type")
            if not isinstance(identity, str) or kind not in get_args(EntityType):
                self.refused.append(Refusal(None, "an entity without an id or a known type", as_said(entity)))
                continue
            names = self._standing(entity)
            if not names:
                refs.pop(writable(identity), None)  # it is no longer the entity that an earlier answer called so
                continue
            ref = self._same(cast(EntityType, kind), names, before) or self._new(cast(EntityType, kind))
            self._add(ref, names)
            refs[writable(identity)] = ref
        return refs

    def known(self) -> Iterator[Known]:
        for ref, names in self._names.items():
            yield Known(ref, self._types[ref], names[0])

    def referents(self) -> tuple[Referent, ...]:
        return tuple(
            Referent(
                id=ref,
                type=self._types[ref],
                name=names[0],
                aliases=tuple(names[1:]),
                mentions=_mentions(self._lookup, names),
            )
            for ref, names in self._names.items()
        )

    def _standing(self, entity: Item) -> list[str]:
        """The names of an entity that stand in the text, as they stand there; of the others each is refused."""
        aliases = entity.get("aliases")
        said = [entity.get("name"), *(aliases if isinstance(aliases, list) else [])]
        found: list[str] = []
        for name in said:
            words = name if isinstance(name, str) and _may_be_a_name(name) else ""
            written = self._lookup.written(words)
            if written is not None:
                found.append(written)
            elif name is not None:
                self.refused.append(Refusal(None, _NOWHERE if words else "no name", as_said(name)))
        if found and found[0] != self._lookup.written(str(said[0])):
            found.sort(key=len, reverse=True)
        return list(dict.fromkeys(found))

    def _same(self, kind: EntityType, names: list[str], before: frozenset[Ref]) -> Ref | None:
        alike = [ref for ref, known in self._names.items() if self._types[ref] == kind and names[0] == known[0]]
        if not alike:
            alike = [
                ref
                for ref in self._names
                if ref in before
                and self._types[ref] == kind
                and (names[0] in self._names[ref] or self._names[ref][0] in names)
            ]
        return alike[0] if len(alike) == 1 else None

    def _new(self, kind: EntityType) -> Ref:
        number = sum(known == kind for known in self._types.values()) + 1
        ref = f"{_LETTERS[kind]}{number}"
        self._types[ref] = kind
        self._names[ref] = []
        return ref

    def _add(self, ref: Ref, names: list[str]) -> None:
        known = self._names[ref]
        fuller = not known or len(names[0]) > len(known[0])
        self._names[ref] = list(dict.fromkeys([*names, *known] if fuller else [*known, *names]))


def _may_be_a_name(words: str) -> bool:
    """Whether it is more than "he" or "the chairman": some letter is not a small one."""
    return any(sign.isalpha() and not sign.islower() for sign in words)


def _mentions(lookup: Lookup, names: Iterable[str]) -> tuple[Mention, ...]:
    """Where any of the names stands; a shorter one inside a longer one is no mention of its own."""
    spans = sorted({span for name in names for span in lookup.all(name)}, key=lambda span: (span[0], -span[1]))
    kept: list[Mention] = []
    for start, end in spans:
        if not kept or start >= kept[-1].end:
            kept.append(Mention(start, end))
    return tuple(kept)
