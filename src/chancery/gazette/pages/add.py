"""The form by which an editor states what a document says: the sentence, the kind, and the kind's fields."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

import msgspec

from chancery.gazette.correcting import Field, Names, fields_of_kind, typed_of
from chancery.gazette.correcting.stating import MOST_NAMES, STANCES, Entered, numbered, statement_of
from chancery.gazette.pages.document import facts_of
from chancery.gazette.pages.facts_in_words import Line
from chancery.gazette.pages.parts import Page, document_address
from chancery.gazette.pages.record import OpenRecord
from chancery.gazette.pages.words_for_terms import term_in_words
from chancery.gazette.tongue import gettext as _
from chancery.register.views import DocumentView
from chancery.terms.claims import CLAIM_KINDS, Claim, EntityType, GatheringFact, kind_of
from chancery.terms.document import UNREAD_FURNITURE, TextLayer

LONGEST_EVIDENCE = 4000  # characters that one claim quotes
MOST_LISTED = 1000  # names of a document that are offered while one types
_INPUTS = 3  # for several names, at first
_ROOM = 2  # empty ones after those that are filled


class Option(msgspec.Struct, frozen=True):
    """One of several values to choose from."""

    value: str
    label: str


class Input(msgspec.Struct, frozen=True, kw_only=True):
    """One input of a field, with what was typed into it, and what is wrong with that."""

    name: str
    value: str
    said: str = ""  # of a name: the type that was chosen for it
    problem: str | None = None


class FieldPart(msgspec.Struct, frozen=True, kw_only=True):
    """A field of the form; `types` are those that the form asks to choose from, where a name may be of several."""

    field: Field
    inputs: tuple[Input, ...]
    options: tuple[Option, ...] = ()
    types: tuple[Option, ...] = ()


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of the document, and the way to the form that states something of it."""

    text: str
    href: str


class AddPage(Page, frozen=True, kw_only=True):
    """Without a passage chosen, the document's sentences; else the form. `instead_of` is the claim to be corrected.

    `start` and `end` are the evidence's half-open character offsets in the document's text layer; `quote` stands
    between `before` and `following` in its sentence. `names` are offered while one types.
    """

    sha: str
    document: str
    kind: str
    kinds: tuple[Option, ...]
    passages: tuple[Passage, ...] = ()
    start: int | None = None
    end: int | None = None
    before: str = ""
    quote: str = ""
    following: str = ""
    fields: tuple[FieldPart, ...] = ()
    stances: tuple[Option, ...] = ()
    stance: Input = Input(name="stance", value="asserted")
    names: tuple[str, ...] = ()
    instead_of: str | None = None
    corrected: Line = ()
    why: Input = Input(name="why", value="")
    problem: str | None = None
    problems: int = 0


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What the address or the form says; None where it does not."""

    kind: str | None = None
    start: int | None = None
    end: int | None = None
    instead_of: str | None = None
    typed: Mapping[str, str] | None = None


class Adding:
    """One document with a form over it. Raises QuestionError Q001, Q003 or Q004 for what is not there."""

    def __init__(self, record: OpenRecord, sha: str, asked: Asked) -> None:
        self._register = record.register
        self.view: DocumentView = record.register.document(sha)
        self._layer: TextLayer = record.layer_of(self.view.document.id)
        self._claim: Claim | None = None
        if asked.instead_of is not None:
            self._claim = record.register.claim(self.view.document.id, asked.instead_of).claim
        self.kind = _known_kind(asked.kind) or (kind_of(self._claim.fact) if self._claim else "post")
        self.span = self._span(asked)
        self.typed: dict[str, str] = dict(asked.typed or {})
        if asked.typed is None and self._claim is not None and kind_of(self._claim.fact) == self.kind:
            self.typed = typed_of(self._claim, self.view)
        self._names = Names(record.register, self.view, self._layer.text)
        self._gatherings = {c.id: c for c in self.view.claims if isinstance(c.fact, GatheringFact)}

    def _span(self, asked: Asked) -> tuple[int, int] | None:
        """The passage without the white space around it."""
        start, end = asked.start, asked.end
        if self._claim is not None and (start is None or end is None):
            start, end = self._claim.evidence[0].start, self._claim.evidence[0].end
        text = self._layer.text
        if start is None or end is None or not 0 <= start < end <= len(text) or end - start > LONGEST_EVIDENCE:
            return None
        quote = text[start:end]
        start, end = start + len(quote) - len(quote.lstrip()), end - len(quote) + len(quote.rstrip())
        return (start, end) if start < end else None

    def entered(self) -> Entered:
        """What the form states, or what is wrong with it."""
        if self.span is None:
            return Entered(statement=None, problems={"": _("Choose the words that state it.")})
        entered = statement_of(
            self._names, self.view.document.id, self.kind, self.span, self.typed, gatherings=self._gatherings,
            instead_of=None if self._claim is None else self._claim.id,
        )  # fmt: skip
        if self._claim is not None and not self.typed.get("why", "").strip():
            return Entered(statement=None, problems={**entered.problems, "why": _("Say why the other was wrong.")})
        return entered

    def page(self, problems: Mapping[str, str] | None = None) -> AddPage:
        problems = problems or {}
        sha, document = self.view.document.id, self.view.document
        fact = next((f for f in facts_of(self.view) if self._claim is not None and f.claim == self._claim.id), None)
        page = AddPage(
            title=_("Add a fact") if self._claim is None else _("Correct a fact"),
            address=self._address(self.span),
            sha=sha,
            document=document.title or document.source,
            kind=self.kind,
            kinds=tuple(Option(kind, _kind_in_words(kind)) for kind in CLAIM_KINDS),
            instead_of=None if self._claim is None else self._claim.id,
            corrected=() if fact is None else fact.line,
            why=Input(name="why", value=self.typed.get("why", ""), problem=problems.get("why")),
            problem=problems.get(""),
            problems=len(problems),
        )
        if self.span is None:
            return msgspec.structs.replace(page, passages=self._passages())
        before, following = self._around(self.span)
        return msgspec.structs.replace(
            page, start=self.span[0], end=self.span[1], before=before,
            quote=self._layer.text[self.span[0] : self.span[1]], following=following,
            fields=tuple(self._part(field, problems) for field in fields_of_kind(self.kind)),
            stances=tuple(Option(stance, _stance_in_words(stance)) for stance in STANCES),
            names=self._offered(),
            stance=Input(
                name="stance", value=self.typed.get("stance") or "asserted", problem=problems.get("stance")
            ),
        )  # fmt: skip

    def _address(self, span: tuple[int, int] | None) -> str:
        query: dict[str, str] = {"kind": self.kind}
        if span is not None:
            query |= {"start": str(span[0]), "end": str(span[1])}
        if self._claim is not None:
            query["instead-of"] = self._claim.id
        return f"{add_address(self.view.document.id)}?{urlencode(query)}"

    def _passages(self) -> tuple[Passage, ...]:
        unread = [f for f in self._layer.furniture if f.kind in UNREAD_FURNITURE]
        text = self._layer.text
        return tuple(
            Passage(text=text[s.start : s.end], href=self._address((s.start, s.end)))
            for s in self._layer.sentences
            if s.start < s.end and not any(f.start <= s.start and s.end <= f.end for f in unread)
        )

    def _around(self, span: tuple[int, int]) -> tuple[str, str]:
        """What stands before and after the passage in its sentences."""
        met = [s for s in self._layer.sentences if s.start < span[1] and span[0] < s.end]
        first, last = min([span[0], *(s.start for s in met)]), max([span[1], *(s.end for s in met)])
        return self._layer.text[first : span[0]], self._layer.text[span[1] : last]

    def _part(self, field: Field, problems: Mapping[str, str]) -> FieldPart:
        names = [field.name]
        if field.form == "names":
            filled = [p for p in range(1, MOST_NAMES + 1) if self.typed.get(numbered(field.name, p), "").strip()]
            count = min(MOST_NAMES, max(_INPUTS, max(filled, default=0) + _ROOM))
            names = [numbered(field.name, place) for place in range(1, count + 1)]
        return FieldPart(
            field=field,
            inputs=tuple(
                Input(
                    name=name,
                    value=self.typed.get(name, ""),
                    said=self.typed.get(f"{name}-type", ""),
                    problem=problems.get(name),
                )
                for name in names
            ),
            options=self._options(field),
            types=tuple(Option(t, _type_in_words(t)) for t in field.types) if len(field.types) > 1 else (),
        )

    def _options(self, field: Field) -> tuple[Option, ...]:
        if field.form == "choice":
            return tuple(Option(choice, term_in_words(choice, field.name)) for choice in field.choices)
        if field.form != "gathering":
            return ()
        lines = {f.claim: "".join(phrase.text for phrase in f.line) for f in facts_of(self.view)}
        own = None if self._claim is None else self._claim.id
        return tuple(Option(claim, lines[claim]) for claim in self._gatherings if claim != own)

    def _offered(self) -> tuple[str, ...]:
        """The document's names, and entities of the record that what was typed may mean."""
        fields = fields_of_kind(self.kind)
        asked = [f.name for f in fields if f.form == "name"]
        asked += [numbered(f.name, p) for f in fields if f.form == "names" for p in range(1, MOST_NAMES + 1)]
        own = [" ".join(each.referent.name.split()) for each in self.view.referents]
        near = self._names.near(self.typed.get(name, "") for name in asked)
        return tuple(dict.fromkeys([*own, *near]))[:MOST_LISTED]


def add_page(record: OpenRecord, sha: str, asked: Asked) -> AddPage:
    """The page as it is before anything is sent. Raises QuestionError Q001, Q003 or Q004."""
    return Adding(record, sha, asked).page()


def add_address(sha: str) -> str:
    return f"{document_address(sha)}/add"


def asked_in(values: Mapping[str, str], *, sent: bool = False) -> Asked:
    """What an address, or a form that was `sent`, asks for; offsets that are no numbers are none.

    A form has the evidence's offsets under names of their own: a gathering has a start and an end, too.
    """
    evidence = "evidence-" if sent else ""
    return Asked(
        kind=values.get("kind"),
        start=_offset(values.get(f"{evidence}start", "")),
        end=_offset(values.get(f"{evidence}end", "")),
        instead_of=values.get("instead-of") or None,
        typed=dict(values) if sent else None,
    )


def _offset(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 12 else None


def _known_kind(kind: str | None) -> str | None:
    return kind if kind in CLAIM_KINDS else None


def _kind_in_words(kind: str) -> str:
    return {
        "post": _("post: who holds, gets or leaves it"),
        "unit": _("unit: a body within another, or what became of one"),
        "gathering": _("gathering: a meeting, visit, vote …"),
        "attendance": _("attendance: who was at a gathering"),
        "agreement": _("agreement: a treaty, pact, statement …"),
        "award": _("award: a medal, honour, gift …"),
        "decision": _("decision: what a body or person decided"),
        "message": _("message: a letter, speech, report …"),
    }[kind]


def _stance_in_words(stance: str) -> str:
    return {
        "asserted": _("says it"),
        "denied": _("denies it"),
        "proposed": _("proposes it"),
        "attributed": _("says that somebody says it"),
    }[stance]


def _type_in_words(kind: EntityType) -> str:
    return {"person": _("person"), "organisation": _("body"), "place": _("place")}[kind]
