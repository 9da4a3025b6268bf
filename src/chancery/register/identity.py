"""The safe rule by which names of several documents are taken for one entity: the keys of names, as pure functions.

Every referent of a document gets a *key*, from that document alone; referents with one type and one key are one
*node*, and a node is one entity unless a link or a ruling says otherwise.

- A person by the full name: two words at least that are no initials. A shorter name ("Petrov") joins only the same
  name with the same single-seat post in the same body in a report of the same year; else it stays in its document.
- A body by its name; one with a general name ("Economic Committee") by its name and that of the body it belongs to,
  as the document tells, so that it is one with "Economic Committee of X"; else it stays in its document. So does an
  embassy of which nothing says where it stands.
- A place by its name.
- A referent with an identifier has that as its key, and every full name of a person links it to the node of that name.
- A person's further full names ("Viktor Petrov" beside "Viktor Ivanovich Petrov") link their node to the node that
  bears the other name, if no second node claims that name: see `grouping`.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

import msgspec

from chancery.register.names import folded_name, is_abroad_somewhere, is_full_name, is_general
from chancery.register.roles import folded_role, is_single_seat
from chancery.terms.claims import Claim, PostFact, Reading, Ref, Referent, UnitFact
from chancery.terms.dates import DateSpan

Key = str
MemberId = str

_IDENTIFIED = "\x1d"  # begins the key of a referent with an identifier
_ALONE = "\x1e"  # begins the key of a referent that joins no other; no folded name holds it
_LONGEST_NAME = 200  # characters; an index of PostgreSQL holds 2,700 bytes a row, and a sign of another script may
_LONGEST_KEY = 1000  # become several letters
_SPELT_ALIKE = 0.75  # of difflib's ratio: "Dimitriou"/"Demetriou" 0.78, "Darya"/"Daria" 0.80, "Ivan"/"Irina" 0.67


class Member(msgspec.Struct, frozen=True, kw_only=True):
    """A referent of one reading, as identity sees it. `id` outlives renumbering: it is of document, type and name."""

    id: MemberId
    place: int  # in the reading
    referent: Referent
    key: Key
    fullness: int  # words of the name that are no initials: of several names the fullest is shown
    links: tuple[Key, ...] = ()
    renamed: bool = False  # a claim of the reading says that a body got another name, and it bears one of the two


def members_of(reading: Reading, report: DateSpan | None) -> tuple[Member, ...]:
    """The referents of a reading with their keys; `report` is the day that the report is of."""
    by_ref = {referent.id: _shortened(referent) for referent in reading.referents}
    parents = _parents(reading.claims)
    renamed = _renamed(reading.claims)
    seen: Counter[tuple[str, ...]] = Counter()
    members = []
    for place, referent in enumerate(by_ref.values()):
        told = () if referent.identifier is None else (referent.identifier,)
        nth = seen[referent.type, referent.name, *told]
        seen[referent.type, referent.name, *told] += 1
        content = (reading.document, referent.type, referent.name, nth, *told)
        member = hashlib.sha256(msgspec.json.encode(content)).hexdigest()[:24]
        key = _key(referent, by_ref, parents, reading.claims, report)
        members.append(
            Member(
                id=member,
                place=place,
                referent=referent,
                key=_ALONE + member if key is None else _held(key),
                fullness=sum(len(word) > 1 for word in folded_name(referent.name, referent.type)),
                links=() if key is None else _links(referent, key),
                renamed=referent.id in renamed,
            )
        )
    return tuple(members)


def identified_key(identifier: str) -> Key:
    """The key of every referent that a source tells by this identifier ("scheme:id")."""
    return _IDENTIFIED + identifier


def identifier_in(key: Key) -> str | None:
    """The identifier that a key holds; None for the key of a name."""
    return key.removeprefix(_IDENTIFIED) if key.startswith(_IDENTIFIED) else None


def told_apart(first: Iterable[str], second: Iterable[str]) -> bool:
    """Whether two have identifiers of one scheme that differ: their source knows them for two."""
    schemes = {identifier.partition(":")[0]: identifier for identifier in first}
    return any(schemes.get(other.partition(":")[0], other) != other for other in second)


def _shortened(referent: Referent) -> Referent:
    """What is longer than any name is no name, but may stand in a hostile document: it goes by its beginning."""
    if max(map(len, (referent.name, *referent.aliases))) <= _LONGEST_NAME:
        return referent
    aliases = tuple(dict.fromkeys(alias[:_LONGEST_NAME] for alias in referent.aliases))
    return msgspec.structs.replace(referent, name=referent.name[:_LONGEST_NAME], aliases=aliases)


def _held(key: Key) -> Key:
    """The key as an index can hold it; one that is longer ends in a digest of the whole."""
    if len(key) <= _LONGEST_KEY:
        return key
    return key[:_LONGEST_KEY] + _ALONE + hashlib.sha256(key.encode()).hexdigest()[:16]


def _key(
    referent: Referent,
    by_ref: Mapping[Ref, Referent],
    parents: Mapping[Ref, Ref],
    claims: Sequence[Claim],
    report: DateSpan | None,
) -> Key | None:
    if referent.identifier is not None:
        return identified_key(referent.identifier)
    words = folded_name(referent.name, referent.type)
    if not words:
        return None
    if referent.type == "person":
        return " ".join(words) if is_full_name(words) else _short_key(words, referent.id, by_ref, claims, report)
    if referent.type == "place":
        return " ".join(words)
    return _body_key(referent.id, by_ref, parents, frozenset())


def _body_key(
    ref: Ref, by_ref: Mapping[Ref, Referent], parents: Mapping[Ref, Ref], below: frozenset[Ref]
) -> Key | None:
    words = folded_name(by_ref[ref].name, "organisation")
    if not words:
        return None
    if is_abroad_somewhere(words):
        return None
    if not is_general(words):
        return " ".join(words)
    parent = parents.get(ref)
    if parent is None or parent in below or parent not in by_ref:
        return None
    above = _body_key(parent, by_ref, parents, below | {ref})
    return None if above is None else f"{' '.join(words)} of {above}"


def _parents(claims: Iterable[Claim]) -> dict[Ref, Ref]:
    """Of each unit, the one body that it is said to belong to; those with several are left out."""
    found: dict[Ref, set[Ref]] = {}
    for claim in claims:
        fact = claim.fact
        if not isinstance(fact, UnitFact) or claim.stance != "asserted" or fact.change == "proposed":
            continue
        if fact.parent is not None:
            found.setdefault(fact.child, set()).add(fact.parent)
    return {child: next(iter(several)) for child, several in found.items() if len(several) == 1}


def _renamed(claims: Iterable[Claim]) -> set[Ref]:
    """Those that a renaming names, whether it counts or not."""
    facts = (claim.fact for claim in claims if isinstance(claim.fact, UnitFact))
    return {ref for fact in facts if fact.change == "renamed" for ref in (fact.child, *fact.into)}


def _short_key(
    words: tuple[str, ...],
    ref: Ref,
    by_ref: Mapping[Ref, Referent],
    claims: Iterable[Claim],
    report: DateSpan | None,
) -> Key | None:
    posts = set()
    for claim in claims:
        fact = claim.fact
        if not isinstance(fact, PostFact) or fact.person != ref or claim.stance != "asserted" or fact.rank:
            continue
        body = by_ref.get(fact.organisation or "")
        if fact.change == "holds" and not fact.acting and body is not None and is_single_seat(folded_role(fact.role)):
            posts.add((folded_role(fact.role), " ".join(folded_name(body.name, body.type))))
    if len(posts) != 1 or report is None or report.first is None or report.precision == "decade":
        return None
    (role, body_name), year = posts.pop(), report.first.year
    return "\x1f".join((" ".join(words), role, body_name, str(year)))


def _links(referent: Referent, key: Key) -> tuple[Key, ...]:
    if referent.type != "person":
        return ()
    if referent.identifier is not None:
        names = (folded_name(name, "person") for name in (referent.name, *referent.aliases))
        return tuple(sorted({" ".join(words) for words in names if is_full_name(words)}))
    own = folded_name(referent.name, "person")
    if not is_full_name(own):
        return ()
    others = (folded_name(alias, "person") for alias in referent.aliases)
    return tuple(sorted({" ".join(words) for words in others if _is_form_of(words, own)} - {key}))


def _is_form_of(words: tuple[str, ...], own: tuple[str, ...]) -> bool:
    """Whether a full name is another form of the own one: each of its words is one of that, or nearly spelt so.

    "President Petrov" is no form of "Viktor Petrov", and neither is "V. Petrov".
    """
    if not is_full_name(words):
        return False
    left = list(own)
    for word in words:
        alike = [w for w in left if w == word] or [
            w for w in left if len(word) > 3 and SequenceMatcher(None, w, word).ratio() >= _SPELT_ALIKE
        ]
        if not alike:
            return False
        left.remove(alike[0])
    return True
