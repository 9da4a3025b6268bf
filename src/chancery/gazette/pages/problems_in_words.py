"""Errors in the language of the visitor: the sentence is translated, and then its fields are filled."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from chancery.gazette.pages.words_for_terms import term_in_words
from chancery.gazette.tongue import gettext as _
from chancery.terms.errors import PROBLEMS, ChanceryError

# Fields that the program words itself; all others hold names, paths and what a machine said, which stay as they are.
_SENSES = {"kind": "kind", "needs": "role", "has": "role"}


class ProblemInWords(msgspec.Struct, frozen=True):
    """What happened, its likely cause, and what to do next."""

    what: str
    cause: str
    next: str


def problem_in_words(code: str, fields: Mapping[str, str]) -> ProblemInWords:
    """The words beside a code, filled. A field that is missing stays as its {name}."""
    problem = PROBLEMS[code]
    said = _Fields({name: _said(name, value) for name, value in fields.items()})
    return ProblemInWords(*(_(words).format_map(said) for words in (problem.what, problem.cause, problem.next)))


def error_in_words(error: ChanceryError) -> ProblemInWords:
    return problem_in_words(error.code, error.fields)


class _Fields(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "{" + name + "}"


def _said(name: str, value: str) -> str:
    if name == "reason" and value:
        return _(value)
    return term_in_words(value, _SENSES[name]) if name in _SENSES else value
