"""What became of a document, in words: "nothing found" is not "not read"."""

from __future__ import annotations

from chancery.gazette.pages.languages import language_name
from chancery.register.views import DocumentOutcome


def outcome_in_words(outcome: DocumentOutcome, language: str) -> str:
    """A few words for a list."""
    return f"not read: {language_name(language)}" if outcome == "not read" else outcome


def outcome_explained(outcome: DocumentOutcome, language: str) -> str:
    """A sentence or two for the document's own page."""
    match outcome:
        case "read":
            return "Read."
        case "nothing found":
            return "Nothing found here. The document was read, and names no one and nothing that the record keeps."
        case "not read":
            return (
                f"Not read: {language_name(language)}. No reader reads this language yet; the text is kept and can be "
                "searched."
            )
        case "withdrawn":
            return "The reading of this document was taken back. The text is kept."
