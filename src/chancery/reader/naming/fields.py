"""Ministries and departments named after several fields: "Ministry of Roads, Ports and Fisheries"."""

from __future__ import annotations

from chancery.reader.gazetteer import Gazetteer
from chancery.reader.naming.stretch import Line, Stretch
from chancery.reader.naming.vocabulary import WORDS

_MOST_FIELDS = 6
_MOST_WORDS_OF_FIELD = 5


def widen_over_fields(line: Line, lists: Gazetteer) -> None:
    """ "Ministry of Roads, Ports and Fisheries" as one name, where the model ends it after the first field."""
    for stretch in list(line.stretches):
        _widen_over_of(line, stretch, lists)
        words = line.text(stretch)
        if (
            stretch.type != "organisation"
            or not any(word in WORDS.of_fields for word in words)
            or words[-1] not in lists.organisation_words["policy_fields"]
        ):
            continue
        end = _end_of_fields(line, stretch.after, lists)
        if end > stretch.after:
            line.add(Stretch(stretch.first, end, "organisation", "fields of a ministry"))


def _widen_over_of(line: Line, stretch: Stretch, lists: Gazetteer) -> None:
    """ "UK Ministry | of Sea Transport" as one name, where the model ends it at its head."""
    words = line.words
    at = stretch.after
    if (
        stretch.type != "organisation"
        or at + 1 >= len(words)
        or words[at - 1] not in WORDS.of_fields
        or words[at] not in ("of", "for")
    ):
        return
    end = at + 1
    while end < len(words) and end - at <= _MOST_WORDS_OF_FIELD and words[end][0].isupper() and not line.titled[end]:
        end += 1
    if (
        end > at + 1
        and words[end - 1] in lists.organisation_words["policy_fields"]
        and not any(s.first < end and at < s.after for s in line.stretches)
    ):
        stretch.after = end


def _end_of_fields(line: Line, at: int, lists: Gazetteer) -> int:
    """Where the enumeration of fields ends that goes on at this word, or the same place where none does."""
    words = line.words
    size = len(words)
    begin = at
    for _ in range(_MOST_FIELDS):
        last = False
        if at < size and words[at] == ",":
            at += 1
        if at < size and words[at] in ("and", "&"):
            at += 1
            last = True
        first = at
        while (
            at < size
            and at - first < _MOST_WORDS_OF_FIELD
            and (words[at][0].isupper() or (words[at] in ("and", "of", "&") and at > first and last))
        ):
            if words[at] in ("and", "of", "&") and not (
                at + 1 < size and words[at + 1] in lists.organisation_words["policy_fields"]
            ):
                break
            at += 1
        field = words[first:at]
        if (
            not field
            or any(line.titled[first:at])
            or not any(word in lists.organisation_words["policy_fields"] for word in field)
        ):
            return begin
        if any(
            word in lists.organisation_heads and word not in lists.organisation_words["policy_fields"] for word in field
        ):
            return begin
        if last:
            return at
    return begin
