"""A small workspace with documents of our own: read, not read, with nothing in it, refused, and hostile ones."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from chancery.archive.layers import text_layer
from chancery.archive.store import ByteStore
from chancery.gazette.pages.record import OpenRecord
from chancery.office.settings import Settings
from chancery.office.workspace import layer_of, open_as_known, open_for_writing
from chancery.terms.claims import (
    AgreementFact,
    AttendanceFact,
    AwardFact,
    Claim,
    DecisionFact,
    EntityType,
    Evidence,
    Fact,
    GatheringFact,
    Mention,
    MessageFact,
    PostFact,
    Reading,
    Referent,
    Stance,
    UnitFact,
    claim_id,
)
from chancery.terms.dates import DateSpan, Instant
from chancery.terms.document import Document
from chancery.terms.errors import IntakeError

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = Instant(dt.datetime(2024, 5, 1, 8, 30, tzinfo=dt.UTC))
DAY = DateSpan.parse("1933-07-03")
_TYPES: Mapping[str, EntityType] = {"p": "person", "o": "organisation", "l": "place"}

GARDEN = """Garden League Elects Its Chair

Ada Cole was elected Chair of the Garden League on 3 July 1933 in Lower Mill.
The Seed Council of the Garden League met that day. Bo Dahl, Secretary of the Garden League, presided over the meeting.

- The meeting adopted a resolution on hedges.
- The Garden League and the Orchard Circle signed a pact on water.
- Ada Cole gave Bo Dahl a silver spade.
- Bo Dahl sent a letter to the Orchard Circle.
"""
LATER = """Chair of the Garden League Steps Down

Ada Cole resigned as Chair of the Garden League on 30 June 1940. Cole had been Chair since 1933.
"""
FRENCH = "La Ligue des jardins\n\nLa Ligue des jardins a tenu son assemblée à Lower Mill le 3 juillet 1933.\n"
QUIET = "Opening Hours\n\nThe office is open from nine to five.\n"

RUNS = "window.ran=(window.ran||0)+1"
HOSTILE_NAME = f'Eve"><img src=x onerror="{RUNS}"> \u202eelttaS'
LONG_NAME = "Rhabarber" * 60
HOSTILE = f"""<script>{RUNS}</script><svg onload="{RUNS}">

{HOSTILE_NAME} was elected Chair</a><script>{RUNS}</script> of the {LONG_NAME} on 3 July 1933.
</p></article></body><iframe src="javascript:{RUNS}"></iframe><a href="javascript:{RUNS}">x</a>
{{{{ 7 * 7 }}}} {{% include "base.html" %}} &lt;b&gt; \u0085 \u2066isolated\u2069 zero\u200bwidth
<style>@import url(https://evil.example/x.css);</style><link rel=stylesheet href=https://evil.example/y.css>
<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=https://evil.example/">
"""


@contextmanager
def open_record(settings: Settings, known: Instant | None = None) -> Iterator[OpenRecord]:
    with open_as_known(settings, known) as register:
        yield OpenRecord(register=register, layer_of=partial(layer_of, settings, register))


def sample_workspace(folder: Path) -> Settings:
    """The workspace with every document but the hostile one."""
    settings = Settings(workspace=folder)
    names = {
        "p1": ("Ada Cole",),
        "p2": ("Bo Dahl",),
        "o1": ("Garden League",),
        "o2": ("Seed Council",),
        "o3": ("Orchard Circle",),
        "l1": ("Lower Mill",),
    }
    elected = "Ada Cole was elected Chair of the Garden League on 3 July 1933"
    facts: list[tuple[Fact, str]] = [
        (PostFact(person="p1", role="Chair", organisation="o1", change="elected", date=DAY), elected),
        (UnitFact(child="o2", parent="o1"), "The Seed Council of the Garden League"),
        (
            GatheringFact(gathering="g1", start=DAY, end=DAY, place="l1", organisers=("o2",)),
            "The Seed Council of the Garden League met that day",
        ),
        (
            PostFact(person="p2", role="Secretary", organisation="o1"),
            "Bo Dahl, Secretary of the Garden League",
        ),
        (
            AttendanceFact(who="p2", gathering="g1", capacity="chair"),
            "Bo Dahl, Secretary of the Garden League, presided over the meeting",
        ),
        (
            DecisionFact(by=("o2",), summary="resolution on hedges", date=DAY),
            "adopted a resolution on hedges",
        ),
        (
            AgreementFact(title="pact on water", parties=("o1", "o3"), date=DAY),
            "The Garden League and the Orchard Circle signed a pact on water",
        ),
        (
            AwardFact(givers=("p1",), recipients=("p2",), object="silver spade"),
            "Ada Cole gave Bo Dahl a silver spade",
        ),
        (MessageFact(form="letter", senders=("p2",), recipients=("o3",)), "Bo Dahl sent a letter"),
    ]
    add(settings, "reports/garden.txt", GARDEN, names, facts)
    later = {"p1": ("Ada Cole", "Cole"), "o1": ("Garden League",)}
    resigned = PostFact(
        person="p1", role="Chair", organisation="o1", change="resigned", date=DateSpan.parse("1940-06-30")
    )
    quote = "Ada Cole resigned as Chair of the Garden League on 30 June 1940"
    add(settings, "reports/later.txt", LATER, later, [(resigned, quote)], dated=DateSpan.parse("1940-07-02"))
    add(settings, "reports/garden.fr.txt", FRENCH, {}, [], language="fr")
    add(settings, "reports/quiet.txt", QUIET, {}, [])
    with open_for_writing(settings) as register:
        register.record_refusal("reports/empty.txt", IntakeError("A003", path="reports/empty.txt"), at=NOW)
    return settings


def add_hostile(settings: Settings) -> str:
    """Add the hostile document; gives its SHA-256."""
    quote = f"{HOSTILE_NAME} was elected Chair</a><script>{RUNS}</script> of the {LONG_NAME} on 3 July 1933"
    role = f"Chair</a><script>{RUNS}</script>"
    facts: list[tuple[Fact, str]] = [
        (PostFact(person="p1", role=role, organisation="o1", change="elected", date=DAY), quote),
        (DecisionFact(by=("o1",), summary=f"<img src=x onerror={RUNS}> {LONG_NAME}"), quote),
        (GatheringFact(gathering="g1", name=f"Fair{role}", start=DAY, place="l1", organisers=("o1",)), quote),
        (GatheringFact(gathering="g2", name=LONG_NAME, start=DAY, part_of="g1"), quote),
        (AttendanceFact(who="p1", gathering="g1", capacity="chair"), quote),
        (AgreementFact(title=role, parties=("o1", "o2"), signatories=("p1",), date=DAY), quote),
        (AwardFact(givers=("o1",), recipients=("p1",), object=f"<svg onload={RUNS}>"), quote),
        (UnitFact(child="o2", parent="o1", date=DAY), quote),
        (UnitFact(child="o2", change="renamed", into=("o1",), date=DateSpan.parse("1934")), quote),
        (
            PostFact(person="p1", role=role, organisation="o1", change="elected", date=DateSpan.parse("1933-08-09")),
            quote,
        ),
    ]
    names = {"p1": (HOSTILE_NAME, f"<b onclick={RUNS}>Eve</b>", "Nul\x00 bell\x07 escape\x1b[31m"), "o1": (LONG_NAME,)}
    names |= {"o2": (f"Guild<script>{RUNS}</script>",), "l1": (f"<iframe src=x onload={RUNS}>",)}
    return add(settings, f"reports/<img src=x onerror={RUNS}>.txt", HOSTILE, names, facts)


def add(
    settings: Settings,
    source: str,
    text: str,
    names: Mapping[str, Sequence[str]],
    facts: Sequence[tuple[Fact, str]],
    *,
    language: str = "en",
    dated: DateSpan = DAY,
    asserted: bool = False,
) -> str:
    """Keep a document and record what was "read" in it; each fact with the words that state it. Messages are attributed
    unless `asserted`."""
    data = text.encode()
    sha = hashlib.sha256(data).hexdigest()
    settings.workspace.mkdir(parents=True, exist_ok=True)
    ByteStore(settings.bytes_folder).put(data)
    layer, page = text_layer(data, document=sha, media_type="text/plain", source=source)
    document = Document(
        id=sha,
        source=source,
        media_type="text/plain",
        size=len(data),
        captured=NOW,
        title=page.title or text.partition("\n")[0],
        language=layer.language,
    )
    kinds = {ref: (_TYPES[ref[0]], forms[0]) for ref, forms in names.items()}
    reading = Reading(
        document=sha,
        reader="sample",
        version="1",
        language=language,
        read=language == "en",
        dated=dated if facts else None,
        referents=tuple(_referent(ref, forms, text) for ref, forms in names.items()),
        claims=tuple(_claim(sha, fact, quote, text, kinds, asserted=asserted) for fact, quote in facts),
    )
    with open_for_writing(settings) as register:
        recorded = register.record(document, layer, reading, at=NOW)
    assert not recorded.refused
    return sha


def _referent(ref: str, forms: Sequence[str], text: str) -> Referent:
    places = [
        Mention(start, start + len(form))
        for form in forms
        for start in range(len(text))
        if text.startswith(form, start)
    ]
    return Referent(id=ref, type=_TYPES[ref[0]], name=forms[0], aliases=tuple(forms[1:]), mentions=tuple(places))


def _claim(
    sha: str, fact: Fact, quote: str, text: str, kinds: dict[str, tuple[str, str]], *, asserted: bool = False
) -> Claim:
    start = text.index(quote)
    evidence = (Evidence(document=sha, start=start, end=start + len(quote), quote=quote),)
    stance: Stance = "attributed" if isinstance(fact, MessageFact) and not asserted else "asserted"
    return Claim(id=claim_id(fact, evidence, kinds), fact=fact, evidence=evidence, stance=stance)
