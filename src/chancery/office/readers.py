"""The readers by their names: the one in steps, which is the default, and the one that asks a model."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from chancery import reader as steps
from chancery.office.chat import chat_with
from chancery.office.settings import model_settings
from chancery.reader import llm
from chancery.terms.claims import Reading
from chancery.terms.document import Document, TextLayer
from chancery.terms.errors import ReadingError

READERS = (steps.READER, llm.READER)
DEFAULT_READER = steps.READER


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader, with the version that its readings bear."""

    name: str
    version: str
    read: Callable[[Document, TextLayer], Reading]

    def reading_of(self, document: Document, layer: TextLayer) -> Reading:
        """What the reader takes from a document. Raises ReadingError only: whatever a hostile document or another
        machine brings about is told with a code, not hidden."""
        try:
            return self.read(document, layer)
        except ReadingError:
            raise
        except Exception as error:
            reason = f"{type(error).__name__}: {error}"
            raise ReadingError("R001", path=document.source, reason=reason) from error


def reader_named(name: str, environment: Mapping[str, str] | None = None) -> Reader:
    """One of READERS. For "llm" the settings are those that the environment has now: raises ReadingError R002."""
    if name == steps.READER:
        return Reader(steps.READER, steps.reader_version(), steps.read_document)
    settings = model_settings(os.environ if environment is None else environment)
    ask = chat_with(settings)

    def read(document: Document, layer: TextLayer) -> Reading:
        return llm.read_with_model(document, layer, ask, model=settings.model)

    return Reader(llm.READER, llm.version_with(settings.model), read)
