"""The written forms of dates as patterns, tried where a word or a number could begin one.

Every quantifier is bounded and none is nested, so that a try costs a constant however long the text is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from chancery.reader.calendars.lexicon import lexicon

_GAP = r"[ \t\u00a0\u202f]{0,3}\n?[ \t\u00a0\u202f>]{0,4}"  # as wide as one line's end, never a blank line
_SPACE = rf"(?=\s){_GAP}"
_SUFFIX = r"(?:(?:<sup>|\\?\^)?(?:st|nd|rd|th|ST|ND|RD|TH)(?:</sup>|\\?\^)?)?"
_DAY = rf"(?:0?[1-9]|[12]\d|3[01]){_SUFFIX}(?![\w%]|:\d|[,.]\d(?!\d{{3}}(?!\d)))"
_YEAR = r"(?:1\d{3}|20\d\d)(?![\w%]|[,.]\d)"
_DASH = r"(?:-{1,2}|‐|‑|–|—)"
_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth",
    "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
)  # fmt: skip
ORDINALS = {word: number for number, word in enumerate(_ORDINALS, start=1)}


@dataclass(slots=True, frozen=True)
class Patterns:
    """Each is matched at an offset, never searched for."""

    iso: re.Pattern[str]
    numeric: re.Pattern[str]
    day_month: re.Pattern[str]
    month_day: re.Pattern[str]
    month_year: re.Pattern[str]
    month: re.Pattern[str]
    weekday: re.Pattern[str]
    ordinal_day: re.Pattern[str]
    years: re.Pattern[str]
    decade: re.Pattern[str]
    short_decade: re.Pattern[str]
    era_year: re.Pattern[str]
    era_after: re.Pattern[str]
    republican: re.Pattern[str]
    old_style: re.Pattern[str]
    shift: re.Pattern[str]
    hijri: re.Pattern[str]


@cache
def patterns(language: str) -> Patterns:
    words = lexicon(language)
    month = rf"(?P<month>{_either(words.month_names)})(?![a-zA-Z])\.?"
    era = rf"(?P<era>{_either(words.eras)}|{_either(words.hijri)})"
    era_year = rf"{era}{_SPACE}(?P<number>\d{{1,4}})(?!\w|[,.]\d)(?:{_GAP}\({_GAP}(?P<year>{_YEAR})\)?)?"
    year = rf"(?P<y>{_YEAR})"
    # ", 2024" / " 2024" / ", Juche 113 (2024)" / " of 2024" / " this year"
    tail = (
        rf"(?:{_GAP},?{_GAP}(?:{era}{_SPACE}(?P<number>\d{{1,4}})(?!\w)(?:{_GAP}\({_GAP}(?P<year>{_YEAR})\)?)?"
        rf"|(?:of{_SPACE}|in{_SPACE})?(?:{year})))?"
    )
    listed = rf"(?:,{_GAP}{_DAY}){{0,8}},?"  # "May 12, 13, 14, and 15"
    to = rf"(?:{_GAP}(?:{_DASH}|to|until|till|through|/|or)|{listed}{_GAP}(?:and|&)){_GAP}"
    day_range = rf"(?P<d>{_DAY})(?:(?P<to>{to})(?:the{_SPACE})?(?P<d2>{_DAY}))?"
    return Patterns(
        iso=re.compile(
            r"(?P<y>1\d{3}|20\d\d)(?P<s>[-/.])(?P<m>0?[1-9]|1[0-2])(?P=s)(?P<d>0?[1-9]|[12]\d|3[01])(?!\d|[-/.]\d)"
        ),
        numeric=re.compile(r"(?P<a>[0-3]?\d)(?P<s>[-/.])(?P<b>[0-3]?\d)(?P=s)(?P<y>1\d{3}|20\d\d)(?!\d|[-/.]\d)"),
        day_month=re.compile(
            rf"{day_range}{_GAP}(?:day{_SPACE})?(?:of{_SPACE}(?:the{_SPACE}month{_SPACE}of{_SPACE})?)?{month}{tail}"
        ),
        month_day=re.compile(rf"{month}{_GAP}(?:the{_SPACE})?{day_range}{tail}"),
        month_year=re.compile(
            rf"{month}{_GAP},?{_GAP}(?:of{_SPACE})?(?:{era}{_SPACE}(?P<number>\d{{1,4}})(?!\w)"
            rf"(?:{_GAP}\({_GAP}(?P<year>{_YEAR})\)?)?|{year})"
        ),
        month=re.compile(month),
        weekday=re.compile(
            rf"(?:{_either(words.weekday_names)})(?![a-zA-Z])\.?(?:{_GAP},)?{_GAP}"
            rf"(?:(?:the|on|morning|afternoon|evening|night){_SPACE}){{0,2}}\(?"
        ),
        ordinal_day=re.compile(rf"(?:{_either(ORDINALS, fold=True)}){_SPACE}(?:day{_SPACE})?of{_SPACE}{month}{tail}"),
        years=re.compile(
            rf"(?P<y>1\d{{3}}|20\d\d)(?:{_GAP}{_DASH}{_GAP}(?P<y2>(?:1\d{{3}}|20\d\d)|\d\d)|/(?P<y3>\d\d))?(?![\w%]|[-/,.:]\d|°)"
        ),
        decade=re.compile(r"(?P<y>1\d\d0|20\d0)['’]?s(?!\w)"),
        short_decade=re.compile(r"(?P<y>[2-9]0)['’]?s(?!\w)"),
        era_year=re.compile(era_year),
        era_after=re.compile(rf"(?P<number>\d{{1,4}}){_SPACE}?(?P<era>BE|B\.E\.|AH|A\.H\.)(?![\w])"),
        republican=re.compile(
            rf"(?P<d>[12]\d|30|0?[1-9]){_SPACE}(?P<m>{_either(words.republican_months)})"
            rf"(?:{_GAP},?{_GAP}(?:[Yy]ear|[Aa]n){_SPACE}|{_SPACE})(?P<y>[IVX]{{1,4}}|\d{{1,2}})(?!\w)"
        ),
        old_style=re.compile(rf"{_GAP}[(\[]?(?:{_either(words.old_style)})(?!\w)[)\]]?"),
        shift=re.compile(
            rf"{_GAP},?{_GAP}(?:of{_SPACE}|in{_SPACE})?(?P<shift>last|this|next|the{_SPACE}same|that){_SPACE}year(?!\w)"
        ),
        hijri=re.compile(_either(words.hijri)),
    )


def day_number(day: str) -> int:
    """The number of a day as a pattern found it: "3rd", "21<sup>st</sup>"."""
    return int(day[:2]) if day[1:2].isdigit() else int(day[0])


def _either(words: Iterable[str], *, fold: bool = False) -> str:
    """The words as alternatives, the longest first; each also in capitals, and with a capital first if `fold`."""
    forms = {form for word in words for form in (word, word.upper(), *((word.capitalize(),) if fold else ()))}
    return "|".join(re.escape(form) for form in sorted(forms, key=lambda form: (-len(form), form)))
