"""The language in which people are answered: one per request or run, English unless told otherwise.

Every string that people see passes through `gettext` or `ngettext`, with its English form as the key. Catalogues stand
in `locale/LANGUAGE.po` and are read as they are. Programs (`.json`, `--json`) are always answered in English, and what
documents say is never translated.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from importlib import resources

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

ENGLISH = "en"
LANGUAGES = {"en": "English", "fr": "Français"}  # each by its own name

_language: ContextVar[str] = ContextVar("language", default=ENGLISH)


def language() -> str:
    """The code of the language that is spoken now."""
    return _language.get()


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Everything inside is said in the language; one that has no catalogue is taken for English."""
    token = _language.set(code if code in LANGUAGES else ENGLISH)
    try:
        yield
    finally:
        _language.reset(token)


def gettext(message: str) -> str:
    """The message in the language that is spoken now; of nothing, nothing."""
    return _catalogue(language()).gettext(message) if message else ""  # catalogues keep their header under ""


def ngettext(one: str, many: str, count: int) -> str:
    """The message for a count, in the language's own plural."""
    return _catalogue(language()).ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """The message as it is said in the context: one English word may be two in another language."""
    return str(_catalogue(language()).pgettext(context, message))


def said_later(message: str) -> str:
    """The message itself, marked for the catalogue: whoever shows it passes it through `gettext`."""
    return message


def in_context(context: str, message: str) -> tuple[str, str]:
    """What `pgettext` takes, marked for the catalogue."""
    return context, message


def preferred(header: str) -> str:
    """The language that an Accept-Language header likes best among those there are; English where it names none."""
    liked: list[tuple[float, int, str]] = []
    for place, item in enumerate(header.split(",")[:20]):
        name, _, weight = item.partition(";")
        code = name.strip().casefold().partition("-")[0]
        try:
            quality = float(weight.strip().removeprefix("q=")) if weight.strip() else 1.0
        except ValueError:
            continue
        if code in LANGUAGES and quality > 0:
            liked.append((-quality, place, code))
    return min(liked)[2] if liked else ENGLISH


@cache
def _catalogue(code: str) -> NullTranslations:
    if code == ENGLISH:
        return NullTranslations()
    source = resources.files(__package__).joinpath("locale", f"{code}.po").read_bytes()
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(source), locale=code))
    compiled.seek(0)
    return Translations(compiled)
