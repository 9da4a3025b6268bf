"""Made-up reports for the tests of the register: text, what stands in it, and what a reader says of it."""

from __future__ import annotations

import datetime as dt
import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from chancery.register import Register, open_register
from chancery.register.views import Recorded
from chancery.terms.claims import Claim, Evidence, Fact, Mention, Reading, Referent, Stance, claim_id
from chancery.terms.dates import DateSpan, Instant
from chancery.terms.document import Document, Sentence, TextLayer
from tests.stores.databases import passing_folder, place_of, to_be_closed, without_delay

NOON = Instant(dt.datetime(2030, 1, 1, 12, tzinfo=dt.UTC))


def day(text: str) -> DateSpan:
    return DateSpan.parse(text)


class Page:
    """One report, put together name by name and fact by fact."""

    def __init__(self, text: str, dated: str | None = None, *, source: str = "", version: str = "1") -> None:
        self.text = text
        self.sha = hashlib.sha256(text.encode()).hexdigest()
        self.dated = None if dated is None else day(dated)
        self.source = source or f"reports/{self.sha[:6]}.txt"
        self.version = version
        self.referents: dict[str, Referent] = {}
        self.claims: list[Claim] = []

    def _name(self, kind: str, name: str, aliases: tuple[str, ...]) -> str:
        ref = f"{kind[0]}{len(self.referents) + 1}"
        start = self.text.find(name)
        mentions = (Mention(start, start + len(name)),) if start >= 0 else ()
        self.referents[ref] = Referent(id=ref, type=kind, name=name, aliases=aliases, mentions=mentions)  # type: ignore[arg-type]
        return ref

    def person(self, name: str, *aliases: str) -> str:
        return self._name("person", name, aliases)

    def body(self, name: str, *aliases: str) -> str:
        return self._name("organisation", name, aliases)

    def place(self, name: str, *aliases: str) -> str:
        return self._name("place", name, aliases)

    def say(self, fact: Fact, quote: str | None = None, *, stance: Stance = "asserted") -> Claim:
        """The fact, on the quote or on the whole text."""
        quote = self.text if quote is None else quote
        start = self.text.index(quote)
        evidence = (Evidence(document=self.sha, start=start, end=start + len(quote), quote=quote),)
        names = {ref: (r.type, r.name) for ref, r in self.referents.items()}
        claim = Claim(id=claim_id(fact, evidence, names), fact=fact, evidence=evidence, stance=stance, rule="test")
        self.claims.append(claim)
        return claim

    @property
    def document(self) -> Document:
        return Document(
            id=self.sha,
            source=self.source,
            media_type="text/plain",
            size=len(self.text.encode("utf-8", "surrogatepass")),
            captured=NOON,
            title=self.text.split(".")[0].encode("utf-8", "replace").decode(),
            language="en",
        )

    @property
    def layer(self) -> TextLayer:
        sentences, start = [], 0
        for part in self.text.split("\n"):
            if part.strip():
                sentences.append(Sentence(start, start + len(part)))
            start += len(part) + 1
        return TextLayer(document=self.sha, version="text/1", text=self.text, language="en", sentences=tuple(sentences))

    @property
    def reading(self) -> Reading:
        return Reading(
            document=self.sha,
            reader="test",
            version=self.version,
            language="en",
            read=True,
            dated=self.dated,
            referents=tuple(self.referents.values()),
            claims=tuple(self.claims),
        )

    def into(self, register: Register, *, at: Instant = NOON) -> Recorded:
        return register.record(self.document, self.layer, self.reading, at=at)


@contextmanager
def passing_register() -> Iterator[Register]:
    """An empty register for one of many short runs. What a crash would do to it is another test's."""
    with tempfile.TemporaryDirectory() as folder, new_register(passing_folder(Path(folder))) as register:
        without_delay(register.store)
        yield register


def new_register(folder: Path) -> Register:
    """The register of a folder, made if there is none, in the database that the test runs on."""
    return to_be_closed(open_register(place_of(folder), create=True))
