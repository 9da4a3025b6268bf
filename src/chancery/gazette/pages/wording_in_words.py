"""What the register found, in the language of the page."""

from __future__ import annotations

from chancery.gazette.pages.phrases import line_of, text_of
from chancery.gazette.tongue import gettext as _
from chancery.terms.wording import Wording


def wording_in_words(wording: Wording) -> str:
    """The sentence in the language that is spoken now, and so its fields as far as they are wordings themselves."""
    said = {
        name: value if isinstance(value, str) else wording_in_words(value) for name, value in wording.fields.items()
    }
    return text_of(line_of(_(wording.sentence), **said)) if wording.sentence else ""
