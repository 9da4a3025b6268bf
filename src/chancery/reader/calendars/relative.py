"""Words that name a day from another one: "today (24)", "last week", "two years ago", "on Friday", "the same day"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from chancery.reader.calendars.lexicon import lexicon
from chancery.reader.wordlists import word_list

Kind = Literal["day", "after mention", "unit", "ago", "weekday", "day of month"]


@dataclass(slots=True, frozen=True)
class Relative:
    """A stretch of text (half-open offsets) that counts from elsewhere.

    `day` and `after mention`: `number` days from the report, from the last day named (its month or year, if `unit` says
    so). `unit`: the report's own day, week, month or year plus `number`. `ago`: `number` units back. `weekday`: the one
    `number` (Monday 0); `step` is -1, 0 or 1 for last, unsaid and next. `day of month` stands in `number`; beside
    another kind in `ordinal`.
    """

    start: int
    end: int
    kind: Kind
    number: int
    unit: str = ""
    step: int = 0
    ordinal: int | None = None
    part: str | None = None


_STEPS = {
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "current": 0,
    "next": 1,
    "coming": 1,
    "this coming": 1,
    "this past": -1,
}
# "the youth of today", "concerns of tomorrow" mean no day, "as of today" does
_MEANT_BROADLY = re.compile(r"(?<!\b[Aa]s )\bof\s{1,2}$")
_DURATIONS = frozenset({"past", "this past"})
_THE = re.compile(r"\b[Tt]he\s{1,2}$")
_GAP = r"[ \t\u00a0]{0,2}\n?[ \t\u00a0]{0,2}"
_SPACE = rf"(?=\s){_GAP}"
_NO_WORD = r"(?![\w’'-])"
_HOURS = r"(?: (?:morning|afternoon|evening|night))?"
_ORDINAL = rf"(?:{_GAP}\((?P<ordinal>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\))?"


def relative_words(text: str, language: str) -> list[Relative]:
    """Every expression of these kinds, in order. Takes time in proportion to the length of the text."""
    return [found for match in _pattern(language).finditer(text) if (found := _relative(text, match, language))]


def _relative(text: str, match: re.Match[str], language: str) -> Relative | None:
    words = word_list(language, "calendar")
    start, end = match.span()
    ordinal = int(match["ordinal"]) if match["ordinal"] else None
    if match["day"]:
        if _MEANT_BROADLY.search(text, max(0, start - 8), start):
            return None
        return Relative(start, end, "day", words["days_from_report"][_fold(match["day"])], ordinal=ordinal)
    if match["mention"]:
        return Relative(start, end, "after mention", words["days_from_mention"][_fold(match["mention"])])
    if match["unit"]:
        if _fold(match["step"]) in _DURATIONS or _THE.search(text, max(0, start - 6), start):
            return None  # "in the past year", "over the next month" last, they are no date
        part = (match["part"] or "").casefold() or None
        return Relative(start, end, "unit", _STEPS[_fold(match["step"])], unit=match["unit"].casefold(), part=part)
    if match["same"]:
        return Relative(start, end, "after mention", 0, unit=match["same"].casefold())
    if match["ago"]:
        amount = match["amount"].casefold()
        number = int(amount) if amount.isdecimal() else words["numerals"][amount]
        return Relative(start, end, "ago", number, unit=match["ago"].casefold().rstrip("s"))
    if match["dom"]:
        return Relative(match.start("the"), match.end("dom"), "day of month", int(match["dom"].rstrip("stndrh")))
    return _weekday(text, match, language, ordinal)


def _weekday(text: str, match: re.Match[str], language: str, ordinal: int | None) -> Relative | None:
    known = lexicon(language)
    number = known.weekdays[match["weekday"].casefold()]
    before, after = text[max(0, match.start() - 20) : match.start()], text[match.end() : match.end() + 2]
    if after[:1] in ("'", "’", "-") or (after[:1] == "s"):
        return None
    step = match["wstep"]
    if step:
        return Relative(match.start(), match.end(), "weekday", number, step=_STEPS[_fold(step)], ordinal=ordinal)
    word = _LAST_WORD.search(before)
    preposition = word[1].casefold() if word else ""
    if preposition not in word_list(language, "calendar")["weekday_prepositions"] and (
        preposition in ("every", "each", "any", "a", "the")
        or (word is not None and word[1][0].isupper())
        or (after[:1] == " " and after[1:2].isupper())
    ):
        return None
    return Relative(match.start(), match.end(), "weekday", number, ordinal=ordinal)


_LAST_WORD = re.compile(r"([A-Za-z]{1,18}),?\s{1,3}$")


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = word_list(language, "calendar")
    known = lexicon(language)
    weekdays = "|".join(name for name in known.weekday_names if name.casefold() in known.full_weekdays)
    amounts = "|".join(_any_case(word) for word in words["numerals"])
    steps = "|".join(_any_case(word) for word in _STEPS)
    return re.compile(
        r"(?<![\w-])(?:"
        rf"(?:[Ee]arlier |[Ll]ater )?(?P<day>{_phrases(words['days_from_report'])}){_NO_WORD}{_HOURS}{_ORDINAL}"
        rf"|(?P<mention>{_phrases(words['days_from_mention'])}){_NO_WORD}"
        r"|(?:(?P<part>[Ee]arly|[Ll]ate|[Mm]id)[ -])?(?:[Ee]arlier |[Ll]ater )?"
        rf"(?P<step>{steps}){_SPACE}(?P<unit>week|month|year){_NO_WORD}"
        r"|(?:[Tt]hat|[Tt]he same) (?P<same>month|year)(?![\w’'-])"
        rf"|(?:[Aa]bout )?(?P<amount>{amounts}|\d{{1,3}}) (?P<ago>days?|weeks?|months?|years?) ago(?!\w)"
        rf"|(?:(?P<wstep>{steps}) )?(?P<weekday>{weekdays}){_HOURS}(?!\w)"
        r"|(?:[Oo]n|[Bb]y|[Uu]ntil|[Ss]ince|[Ff]rom) (?P<the>the )(?P<dom>(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th))"
        r"(?=[.,;)]|$| (?:afternoon|morning|evening|at|in|by|with|under|and pledged|of this month|here)\b)"
        r")"
    )


def _phrases(phrases: dict[str, int]) -> str:
    folded = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(_any_case(phrase).replace(" ", r"(?:[ \t\u00a0]|\n){1,2}") for phrase in folded)


def _any_case(phrase: str) -> str:
    """The phrase with or without a capital first."""
    return f"[{phrase[0].upper()}{phrase[0]}]{phrase[1:]}"


def _fold(text: str) -> str:
    return " ".join(text.casefold().split())
