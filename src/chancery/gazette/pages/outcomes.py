"""What became of a document, in words: "nothing found" is not "not read"."""

from __future__ import annotations

from chancery.gazette.pages.languages import language_name
from chancery.gazette.tongue import gettext as _
from chancery.register.views import DocumentOutcome


def outcome_in_words(outcome: DocumentOutcome, language: str) -> str:
    """A few words for a list."""
    match outcome:
        case "read":
            return _("read")
        case "nothing found":
            return _("nothing found")
        case "not read":
            return _("not read: {language}").format(language=language_name(language))
        case "withdrawn":
            return _("withdrawn")


def outcome_explained(outcome: DocumentOutcome, language: str) -> str:
    """A sentence or two for the document's own page."""
    match outcome:
        case "read":
            return _("Read.")
        case "nothing found":
            return _("Nothing found here. The document was read, and names no one and nothing that the record keeps.")
        case "not read":
            return _(
                "Not read: {language}. No reader reads this language yet; the text is kept and can be searched."
            ).format(language=language_name(language))
        case "withdrawn":
            return _("The reading of this document was taken back. The text is kept.")
