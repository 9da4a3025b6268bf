"""The pipeline: runs the steps that a language names, and makes claims of what they found."""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import msgspec

from chancery import __version__
from chancery.reader.draft import Draft, Finding
from chancery.reader.wordlists import word_list
from chancery.terms.claims import Claim, Reading, claim_id
from chancery.terms.document import Document, TextLayer

READER = "steps"
_OTHER_READERS = ("llm", "importing")  # folders of this room with versions of their own
LANGUAGES = frozenset({"en"})

_BEGINNING = 2000  # characters that a text's script is told from
_AFTER_LATIN = "\u0250"  # the first character after the Latin blocks

Step = Callable[[Draft], None]


def read_document(document: Document, layer: TextLayer) -> Reading:
    """What the default reader takes from one document. The same layer and version always give the same reading.

    A text in a language that no steps exist for is not read, and the reading says so. A text too short to tell its
    language is read as English if its letters are Latin ones.
    """
    draft = draft_of(document, layer)
    if draft is None:
        return Reading(
            document=document.id, reader=READER, version=reader_version(), language=layer.language, read=False
        )
    return Reading(
        document=document.id,
        reader=READER,
        version=reader_version(),
        language=layer.language,
        read=True,
        dated=draft.dated,
        referents=tuple(draft.referents.values()),
        claims=tuple(_claim(draft, identity, finding) for identity, finding in findings_by_claim(draft).items()),
    )


def draft_of(document: Document, layer: TextLayer, *, tracing: bool = False) -> Draft | None:
    """The draft of a document after all steps; None where no steps read its language."""
    language = "en" if layer.language == "und" and _is_latin(layer.text) else layer.language
    if language not in LANGUAGES:
        return None
    draft = Draft(document=document, layer=msgspec.structs.replace(layer, language=language), tracing=tracing)
    for step in _steps(language):
        step(draft)
    return draft


def _is_latin(text: str) -> bool:
    """Whether most letters of the beginning are Latin ones."""
    letters = [letter for letter in text[:_BEGINNING] if letter.isalpha()]
    return sum(letter < _AFTER_LATIN for letter in letters) * 2 > len(letters)


def findings_by_claim(draft: Draft) -> dict[str, Finding]:
    """One finding for each claim, by the claim's id, in the order of the text; the first of several alike is kept."""
    names = {referent.id: (str(referent.type), referent.name) for referent in draft.referents.values()}
    found: dict[str, Finding] = {}
    for finding in sorted(draft.findings, key=lambda finding: (finding.start, finding.end)):
        found.setdefault(claim_id(finding.fact, (draft.evidence(finding),), names), finding)
    return found


def _claim(draft: Draft, identity: str, finding: Finding) -> Claim:
    return Claim(
        id=identity,
        fact=finding.fact,
        evidence=(draft.evidence(finding),),
        stance=finding.stance,
        rule=finding.rule,
        confidence=finding.confidence,
    )


@cache
def _steps(language: str) -> tuple[Step, ...]:
    names = word_list(language, "pipeline")["steps"]
    return tuple(importlib.import_module(f"chancery.reader.steps.{name}").run for name in names)


@cache
def reader_version() -> str:
    """The package's version and a digest of the reader's code, word lists and model, which changes with any of them."""
    digest = hashlib.sha256()
    for path in sorted(_sources(files("chancery.reader")), key=str):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return f"{__version__}+{digest.hexdigest()[:10]}"


def _sources(folder: Traversable) -> list[Traversable]:
    found: list[Traversable] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            if entry.name not in ("__pycache__", *_OTHER_READERS):
                found.extend(_sources(entry))
        elif entry.name.endswith((".py", ".yaml", ".json", ".crfsuite")):
            found.append(entry)
    return found
