"""Sentences: where each begins and ends, in blocks of text as they are really published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from chancery.archive.blocks import blocks_of
from chancery.archive.words import word_list
from chancery.terms.document import Furniture, Sentence

# A stop with what closes after it (quotes, brackets, bold, note numbers), and behind it a space or a capital.
# Matches ".”" in "agreed.” The", "ended." in "ended.The", "years.[5]"; not the stop of "4.5" or of "un.org".
_STOP = re.compile(
    r"(?<![.!?…])([.!?…]++)((?:[\"'”’»)\]*]|\[\d{1,3}\]){0,12}+)(?=\s|[A-ZÀ-ÞĀ-ŽА-ЯЁ“‘«\"(\[가-힣]|\Z)"
    r"|(?<![。！？｡])([。！？｡]++)[\"'”’»)\]」』）】》]{0,12}+"
)
_NEXT = re.compile(r"\s*+[\"'“‘«„(\[¿¡*#]{0,6}+(\w[\w’']*)?")
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’«»„()\[\]<>*,;:—–]+\Z")
# What a stop only numbers: "### 4", "(b", "• Day 1", "2\\".
_NUMBER_OF_ITEM = re.compile(r"[#*(•·–—\s-]*(?:(?:[A-Z][a-z]{1,9} )?\d{1,3}|[A-Za-z]|[IVXLC]{1,5})\\?\Z")
_INITIALS = re.compile(r"[^\W\d_](?:\.?-?[^\W\d_]\.?)?(?:\.[^\W\d_])*\Z")
_ROMAN_OR_NUMBER = re.compile(r"\d|[IVXLC]+\Z")
_LONGEST_WORD = 40
_LONGEST_NUMBER = 20


class _Abbreviations(NamedTuple):
    name: frozenset[str]
    number: frozenset[str]
    either: frozenset[str]
    starters: frozenset[str]


def split_sentences(text: str, furniture: Sequence[Furniture] = ()) -> tuple[Sentence, ...]:
    """The sentences, headings, list items and rows, in order, without white space at their ends.

    They never overlap; together they hold every character that is neither white space nor in furniture that is not
    read. `furniture` must be in order and must not overlap. Takes time in proportion to the text.
    """
    return tuple(
        Sentence(start, end, number)
        for number, block in enumerate(blocks_of(text, furniture))
        for start, end in ([(block.start, block.end)] if block.whole else _sentences_in(text, block.start, block.end))
    )


def is_one_sentence(text: str) -> bool:
    """Whether no border of a sentence lies inside the text."""
    return len(list(_sentences_in(text, 0, len(text.rstrip())))) < 2


def _sentences_in(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for stop in _STOP.finditer(text, start, end):
        border = stop.end()
        if border >= end:
            break
        if stop.start() > start and (stop.group(3) or _is_border(text, start, stop, end)):
            yield start, border
            start = border
            while text[start].isspace():
                start += 1
    if start < end:
        yield start, end


def _is_border(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Whether a sentence that began at `start` ends with the stop. More text follows it."""
    following = _NEXT.match(text, stop.end(), end)
    assert following is not None
    next_word = following.group(1) or ""
    glued = not text[stop.end()].isspace()
    if next_word and next_word[0].islower() and not _is_brand(next_word, text, following.end()):
        return False
    before = _WORD_BEFORE.search(text, max(start, stop.start() - _LONGEST_WORD), stop.start())
    word = before.group() if before else ""
    sign = stop.group(1)
    if (len(sign) > 1 and set(sign) <= {".", "…"}) or sign == "…":
        return bool(word) and bool(next_word) and not glued
    if sign != ".":
        return not glued or not _is_address(word)
    if glued and not stop.group(2):
        return _is_glued_border(word, next_word)
    return _ends_with_stop(text, start, stop.start(), word, next_word)


def _ends_with_stop(text: str, start: int, at: int, word: str, next_word: str) -> bool:
    """Whether a full stop after `word`, with white space behind it, ends the sentence."""
    known = _abbreviations()
    if not word:
        return True
    if at - start < _LONGEST_NUMBER and _NUMBER_OF_ITEM.match(text, start, at):
        return False
    if word in known.name:
        return False
    if word in known.number:
        return not _ROMAN_OR_NUMBER.match(next_word)
    last = word[word.rfind("-") + 1 :]  # "Anti-U.S."
    if word in known.either or last in known.either or _INITIALS.match(last):
        return next_word in known.starters
    return True


def _is_glued_border(word: str, next_word: str) -> bool:
    """ "ended.The next" and "Ministers.Parliament", but not "U.S.Embassy", "Dr.Silva" or "www.Example"."""
    known = _abbreviations()
    if len(next_word) < 2 or (not next_word[1].islower() and next_word not in known.starters):
        return next_word in known.starters and word.islower() and len(word) > 1
    if _is_address(word) or word in known.name or word in known.number or word in known.either:
        return False
    return len(word) > 3 or (len(word) > 1 and (word.islower() or word.isdigit()))


def _is_address(word: str) -> bool:
    return any(sign in word for sign in "/@.:\\") or word == "www"


def _is_brand(word: str, text: str, after: int) -> bool:
    """ "u-blox", "iPhone": names that begin small even at the head of a sentence."""
    return (len(word) > 1 and word[1].isupper()) or (len(word) == 1 and text.startswith("-", after))


@cache
def _abbreviations() -> _Abbreviations:
    lists = word_list("abbreviations")
    return _Abbreviations(
        frozenset(lists["before_a_name"]),
        frozenset(lists["before_a_number"]),
        frozenset(lists["either"]),
        frozenset(lists["starters"]),
    )
