"""The words of dates of one language, folded for look-up. The lists themselves are `calendar.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from chancery.reader.wordlists import word_list


@dataclass(slots=True, frozen=True)
class Lexicon:
    """Lower-case words and what they mean; `month_names` and `weekday_names` as they are written."""

    months: dict[str, int]
    full_months: frozenset[str]
    common_months: frozenset[str]
    weekdays: dict[str, int]
    full_weekdays: frozenset[str]
    month_names: tuple[str, ...]
    weekday_names: tuple[str, ...]
    seasons: frozenset[str]
    eras: tuple[str, ...]
    hijri: tuple[str, ...]
    old_style: tuple[str, ...]
    republican_months: tuple[str, ...]
    numbered: frozenset[str]
    counted: frozenset[str]
    month_prepositions: frozenset[str]
    year_prepositions: frozenset[str]
    future: frozenset[str]
    looks_back: frozenset[str]
    small_words: frozenset[str]


@cache
def lexicon(language: str) -> Lexicon:
    """The words of `calendar.yaml`. Raises FileNotFoundError for a language without one."""
    words = word_list(language, "calendar")
    # A bare "on", "no" or "off" is a truth value in YAML 1.1.
    as_set = {key: frozenset("no" if word is False else str(word) for word in words[key]) for key in _SETS}
    return Lexicon(
        months={name.casefold(): month["number"] for month in words["months"] for name in month["names"]},
        full_months=frozenset(month["names"][0].casefold() for month in words["months"]),
        common_months=frozenset(
            name.casefold() for month in words["months"] if month.get("common") for name in month["names"]
        ),
        weekdays={name.casefold(): day["number"] for day in words["weekdays"] for name in day["names"]},
        full_weekdays=frozenset(day["names"][0].casefold() for day in words["weekdays"]),
        month_names=tuple(name for month in words["months"] for name in month["names"]),
        weekday_names=tuple(name for day in words["weekdays"] for name in day["names"]),
        seasons=frozenset(words["seasons"]),
        eras=tuple(name for era in words["eras"] for name in era["names"]),
        hijri=tuple(words["hijri"]),
        old_style=tuple(words["old_style"]),
        republican_months=tuple(words["republican_months"]),
        numbered=as_set["numbered"],
        counted=as_set["counted"],
        month_prepositions=as_set["month_prepositions"],
        year_prepositions=as_set["year_prepositions"],
        future=as_set["future"],
        looks_back=as_set["looks_back"],
        small_words=as_set["small_words"],
    )


_SETS = ("numbered", "counted", "month_prepositions", "year_prepositions", "future", "looks_back", "small_words")
