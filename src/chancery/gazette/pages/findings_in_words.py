"""What speaks for and against two names being one, in the language of the page."""

from __future__ import annotations

from chancery.gazette.pages.phrases import line_of, text_of
from chancery.gazette.tongue import ENGLISH, in_context, language, pgettext
from chancery.gazette.tongue import gettext as _
from chancery.register.matching.findings import Finding

# The codes of `register/matching/tables/weights.yaml` and of the context in `register/resolving/weights.yaml`.
FINDINGS = (
    in_context("finding", "same words"),
    in_context("finding", "more words"),
    in_context("finding", "romanisation"),
    in_context("finding", "transliteration"),
    in_context("finding", "equivalent"),
    in_context("finding", "diminutive"),
    in_context("finding", "form of the other sex"),
    in_context("finding", "spelling"),
    in_context("finding", "initials agree"),
    in_context("finding", "words joined"),
    in_context("finding", "nothing in common"),
    in_context("finding", "different words"),
    in_context("finding", "different given name"),
    in_context("finding", "different patronymic"),
    in_context("finding", "different initial"),
    in_context("finding", "words left out"),
    in_context("finding", "one word only"),
    in_context("finding", "suffix differs"),
    in_context("finding", "suffix left out"),
    in_context("finding", "surname first"),
    in_context("finding", "order differs"),
    in_context("finding", "order of descent differs"),
    in_context("finding", "acronym"),
    in_context("finding", "general words only"),
    in_context("finding", "different general words"),
    in_context("finding", "number differs"),
    in_context("finding", "country differs"),
    in_context("finding", "general words left out"),
    in_context("finding", "country left out"),
    in_context("finding", "number left out"),
    in_context("finding", "legal form differs"),
    in_context("finding", "same post near in time"),
    in_context("finding", "same post"),
    in_context("finding", "same body"),
    in_context("finding", "same company"),
    in_context("finding", "same unit"),
    in_context("finding", "same parent"),
    in_context("finding", "different parents"),
    in_context("finding", "part of the other"),
    in_context("finding", "named side by side"),
    in_context("finding", "far apart in time"),
    in_context("finding", "different careers"),
    in_context("finding", "rare name"),
    in_context("finding", "rare name in one company"),
    in_context("finding", "common name"),
    in_context("finding", "surname alone"),
    in_context("finding", "surname of one"),
    in_context("finding", "other acronym"),
    in_context("finding", "opposite words"),
    in_context("finding", "other full names"),
)
_COMPANY = "documents of both name "


def finding_in_words(finding: Finding) -> str:
    """In English as the comparison words it; in other languages by its code, with the names that it is about."""
    if language() == ENGLISH:
        return finding.words
    said = pgettext("finding", finding.code)
    _english, _mark, names = finding.words.removeprefix(_COMPANY).rpartition(": ")
    if finding.words.startswith(_COMPANY):
        names = finding.words.removeprefix(_COMPANY)
    return text_of(line_of(_("{finding}: {names}"), finding=said, names=names)) if names else said
