"""Pages as HTML: one template for each kind of page, with everything escaped."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import jinja2
import msgspec
from markupsafe import Markup

from chancery.gazette.pages.entity_parts import name_anchor
from chancery.gazette.pages.metadata import instant_in_words
from chancery.gazette.pages.parts import page_of
from chancery.gazette.pages.timeline import Axis, BarPart
from chancery.gazette.pages.words_for_terms import terms_in_words
from chancery.gazette.tongue import LANGUAGES, gettext, language, ngettext, pgettext
from chancery.gazette.web.visible import visible, visible_lines
from chancery.gazette.web.visitors import NOBODY, Visitor
from chancery.terms.dates import Instant

NARROWEST = 0.6  # percent of the axis: a day among decades must still be seen


class Tick(msgspec.Struct, frozen=True):
    """A year on the axis, and where: percent of its length."""

    year: int
    x: float


class PlacedPart(msgspec.Struct, frozen=True):
    """A part of a bar, and where: percent of the axis. `look` names its style, `fill` a pattern or a gradient."""

    look: str
    fill: str | None
    x: float
    width: float


def ticks(axis: Axis) -> list[Tick]:
    return [Tick(year, axis.percent(dt.date(year, 1, 1))) for year in axis.ticks]


def placed(parts: Sequence[BarPart], axis: Axis) -> list[PlacedPart]:
    """Where the parts of a bar stand; certain and attested ones are never too narrow to be seen."""
    found: list[PlacedPart] = []
    for part in parts:
        x, end = axis.percent(part.first), axis.percent(part.after)
        least = 0.0 if part.surety == "presumed" else NARROWEST
        look, fill = _look(part, first=not found and len(parts) > 1, last=len(found) == len(parts) - 1)
        found.append(PlacedPart(look, fill, min(x, 100 - least), round(max(end - x, least), 3)))
    return found


def _look(part: BarPart, *, first: bool, last: bool) -> tuple[str, str | None]:
    """What is presumed fades towards the side on which nothing is known."""
    if part.surety == "attested":
        return "attested", "hatch"
    if part.surety == "presumed" and first:
        return "presumed rising", "rising"
    if part.surety == "presumed" and last:
        return "presumed falling", "falling"
    return part.surety, None


def _shown(value: object) -> object:
    """Whatever a template prints without a filter of its own: no unseen signs, then escaped."""
    return visible_lines(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def make_environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("chancery.gazette.web"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_callables(gettext, ngettext, newstyle=True, pgettext=pgettext)  # type: ignore[attr-defined]
    environment.globals |= {"language": language, "languages": LANGUAGES}
    environment.filters |= {
        "visible": visible,
        "plain": visible_lines,
        "page_of": page_of,
        "name_anchor": name_anchor,
        "terms": terms_in_words,
        "ticks": ticks,
        "placed": placed,
    }
    return environment


class Renderer:
    """Renders page objects; `page` in a template is the page object itself."""

    def __init__(self) -> None:
        self._environment = make_environment()

    def html(
        self,
        template: str,
        page: object,
        *,
        json_address: str | None,
        visitor: Visitor = NOBODY,
        known: Instant | None = None,
    ) -> str:
        """`known`: the page is of the record as it stood then."""
        values: dict[str, Any] = {
            "page": page, "json_address": json_address, "visitor": visitor,
            "known": instant_in_words(known) if known is not None else None,
        }  # fmt: skip
        return self._environment.get_template(template).render(values)
