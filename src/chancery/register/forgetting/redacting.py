"""A document, its text and its readings without one person: what is left out, what is masked, what stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

import msgspec

from chancery.register.evidence import check_reading
from chancery.register.forgetting.forms import Forms, Span, masked
from chancery.register.names import folded_name
from chancery.terms.claims import REF_FIELDS, Claim, Fact, GatheringFact, Reading, Ref, Referent, claim_id, refs_of
from chancery.terms.document import Document, TextLayer

_REQUIRED = ("person", "who", "child")  # a fact without the one that it is about is none

# From the id of a claim to the one that it now has; None where nothing is left of it.
Renamed = dict[str, str | None]
_NONE: Mapping[str, TextLayer] = MappingProxyType({})


def persons_meant(reading: Reading, forms: Forms, names: Iterable[str]) -> frozenset[Ref]:
    """The referents that are the person: one of their full names is the person's, or one of `names` is theirs."""
    exact = set(names)
    return frozenset(
        referent.id
        for referent in reading.referents
        if referent.type == "person"
        and (
            any(folded_name(name, "person") in forms.full for name in (referent.name, *referent.aliases))
            or any(form in referent.name for form in forms.unspaced)
            or referent.name in exact
        )
    )


def spans_to_mask(text: str, forms: Forms, readings: Iterable[tuple[Reading, frozenset[Ref]]]) -> list[Span]:
    """Where a document names the person: by its readings' mentions, and by every form of the name."""
    mentions: list[Span] = []
    others: list[Span] = []
    for reading, meant in readings:
        for referent in reading.referents:
            where = mentions if referent.id in meant else others
            where += [(mention.start, mention.end) for mention in referent.mentions]
    if mentions:
        return sorted({*mentions, *forms.spans(text, sparing=others)})
    return forms.full_spans(text)


def redacted_layer(layer: TextLayer, spans: Iterable[Span]) -> TextLayer:
    """The text with the person masked; all offsets stay what they were."""
    return msgspec.structs.replace(layer, text=masked(layer.text, spans))


def redacted_reading(
    reading: Reading,
    layer: TextLayer,
    meant: frozenset[Ref],
    forms: Forms,
    *,
    beside: Mapping[str, TextLayer] = _NONE,
    taken_back: Iterable[str] = (),
    own_id: Callable[[Claim, str], str] = lambda claim, digest: digest,
) -> tuple[Reading, Renamed]:
    """The reading without the person, its quotes those of the masked text `layer`.

    `beside` are the masked texts of other documents that evidence stands in. Claims in `taken_back` are left out where
    they would change: what was said of them could not follow. `own_id` gives the id of a claim whose digest is now
    this one, where it is no such digest.
    """
    of_names = text_mask(forms, near=False)
    clean = text_mask(forms, near=bool(meant), others=names_of_others(reading, meant))
    left_out = set(taken_back)
    kept = tuple(
        msgspec.structs.replace(r, name=of_names(r.name), aliases=tuple(dict.fromkeys(map(of_names, r.aliases))))
        for r in reading.referents
        if r.id not in meant
    )
    names = {referent.id: (str(referent.type), referent.name) for referent in kept}
    claims: list[Claim] = []
    renamed: Renamed = {}
    for claim in reading.claims:
        fact = _without(claim.fact, meant, clean)
        new = None if fact is None else _with_quotes(claim, fact, {**beside, layer.document: layer}, names, own_id)
        if new is None or (new.id != claim.id and claim.id in left_out):
            renamed[claim.id] = None
            continue
        if new.id != claim.id:
            renamed[claim.id] = new.id
        claims.append(new)
    redacted = msgspec.structs.replace(reading, referents=kept, claims=tuple(claims), refused=())
    checked = check_reading(redacted, layer, beside).accepted
    lost = {claim.id for claim in claims} - {claim.id for claim in checked}
    renamed |= {claim: None for claim, new in renamed.items() if new in lost}
    return msgspec.structs.replace(redacted, claims=checked), renamed


def other_documents(reading: Reading) -> set[str]:
    """The documents beside its own that evidence of the reading stands in."""
    return {e.document for claim in reading.claims for e in claim.evidence} - {reading.document}


def moved_to(reading: Reading, layer: TextLayer, beside: Mapping[str, TextLayer] = _NONE) -> Reading:
    """The reading as far as another text layer of its document bears it out."""
    held = tuple(
        msgspec.structs.replace(r, mentions=tuple(m for m in r.mentions if m.end <= len(layer.text)))
        for r in reading.referents
    )
    return msgspec.structs.replace(reading, referents=held, claims=check_reading(reading, layer, beside).accepted)


def redacted_document(document: Document, forms: Forms, *, near: bool, others: Iterable[str] = ()) -> Document:
    """What the page says of itself, and where it came from, without the name; see `text_mask`."""
    clean = text_mask(forms, near=near, others=others)
    return msgspec.convert(cleaned(msgspec.to_builtins(document), clean), Document)


def text_mask(forms: Forms, *, near: bool, others: Iterable[str] = ()) -> Callable[[str], str]:
    """Masks the name in a text; with `near` its short forms too, for its document names the person.

    Short forms are not masked inside the names of `others`.
    """
    names = sorted(set(others))

    def clean(text: str) -> str:
        if not near:
            return masked(text, forms.full_spans(text))
        return masked(text, forms.spans(text, sparing=_places(text, names)))

    return clean


def names_of_others(reading: Reading, meant: frozenset[Ref]) -> list[str]:
    """Every name that the reading knows of anybody else."""
    return referent_names(referent for referent in reading.referents if referent.id not in meant)


def _places(text: str, names: Iterable[str]) -> list[Span]:
    found = []
    for name in names:
        at = text.find(name) if name else -1
        while at >= 0:
            found.append((at, at + len(name)))
            at = text.find(name, at + 1)
    return found


def cleaned(value: Any, clean: Callable[[str], str]) -> Any:
    """Builtin values with every text in them cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list | tuple):
        return [cleaned(item, clean) for item in value]
    if isinstance(value, dict):
        return {key: cleaned(item, clean) for key, item in value.items()}
    return value


def _without(fact: Fact, meant: frozenset[Ref], clean: Callable[[str], str]) -> Fact | None:
    if any(getattr(fact, field, None) in meant for field in _REQUIRED):
        return None
    changes: dict[str, object] = {}
    for field in fact.__struct_fields__:
        value = getattr(fact, field)
        if field in REF_FIELDS:
            if isinstance(value, tuple):
                changes[field] = tuple(ref for ref in value if ref not in meant)
            elif value in meant:
                changes[field] = None
        elif isinstance(value, str) and field in _WORDS:
            changes[field] = clean(value)
    without = msgspec.structs.replace(fact, **changes)
    named = refs_of(fact)
    emptied = bool(named) and not refs_of(without) and not isinstance(fact, GatheringFact)
    return None if emptied else without


_WORDS = ("role", "title", "name", "object", "summary")  # the fields that hold words of the document


def _with_quotes(
    claim: Claim,
    fact: Fact,
    layers: Mapping[str, TextLayer],
    names: Mapping[Ref, tuple[str, str]],
    own_id: Callable[[Claim, str], str],
) -> Claim:
    evidence = tuple(
        msgspec.structs.replace(e, quote=layers[e.document].text[e.start : e.end]) if e.document in layers else e
        for e in claim.evidence
    )
    digest = claim_id(fact, evidence, dict(names))
    return msgspec.structs.replace(claim, id=own_id(claim, digest), fact=fact, evidence=evidence)


def referent_names(referents: Iterable[Referent]) -> list[str]:
    """Every name that they bear."""
    return [name for referent in referents for name in (referent.name, *referent.aliases)]
