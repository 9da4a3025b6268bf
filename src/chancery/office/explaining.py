"""Explaining: a claim of the record beside the way in which the present reader comes to it."""

from __future__ import annotations

import msgspec

from chancery.gazette.pages.document import DocumentFact, facts_of
from chancery.office.settings import Settings
from chancery.office.workspace import layer_of
from chancery.reader import READER, explain_claim, reader_version
from chancery.reader.explaining import Derivation
from chancery.register import Answers
from chancery.register.views import ClaimView


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """The claims of one document, each with the id that `explain` takes."""

    document: str
    source: str
    claims: tuple[DocumentFact, ...]


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """A claim as it is recorded, and its derivation; None where the present reader does not draw it.

    `recorded` bears the reader and version that drew the claim; the derivation is by `reader` at `version`.
    """

    fact: DocumentFact
    recorded: ClaimView
    reader: str
    version: str
    derivation: Derivation | None

    @property
    def is_by_another(self) -> bool:
        """Whether another reader, or another version, drew the claim that is recorded."""
        return (self.recorded.reader, self.recorded.version) != (self.reader, self.version)


def list_claims(register: Answers, document: str) -> Listed:
    """The claims of a document, by a source that gave it, its SHA-256 or enough of its beginning.

    Raises QuestionError Q001 or Q003.
    """
    view = register.document(register.find_document(document))
    source = next((source.source for source in view.sources if source.current), view.document.source)
    return Listed(document=view.document.id, source=source, claims=facts_of(view))


def explain(settings: Settings, register: Answers, document: str, claim: str) -> Explanation:
    """How the claim of a document comes about: the document is read once more, from its archived bytes.

    Raises QuestionError Q001, Q003 or Q004.
    """
    sha = register.find_document(document)
    recorded = register.claim(sha, claim)
    view = register.document(sha)
    [fact] = [fact for fact in facts_of(view) if fact.claim == recorded.claim.id]
    derivation = explain_claim(view.document, layer_of(settings, register, sha), recorded.claim.id)
    return Explanation(fact=fact, recorded=recorded, reader=READER, version=reader_version(), derivation=derivation)
