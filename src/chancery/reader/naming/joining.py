"""Names joined that the model parted: "Board of Directors | of the | Corporation", "Lord Hart | of | Dale"."""

from __future__ import annotations

from chancery.reader.gazetteer import Gazetteer
from chancery.reader.naming.stretch import Line, Stretch
from chancery.reader.naming.vocabulary import WORDS


def join_stretches(line: Line, lists: Gazetteer) -> None:
    """Join neighbours of a line where the words between them tie them into one name."""
    for stretch in list(line.stretches):
        if stretch.type == "person":
            _widen_person(line, stretch)
        elif stretch.type == "organisation":
            at = stretch.after + (stretch.after < len(line.words) and line.words[stretch.after] == ",")
            if at < len(line.words) and line.words[at] in WORDS.company_suffixes:
                line.add(Stretch(stretch.first, at + 1, "organisation", stretch.rule, stretch.score))
    at = 0
    while at + 1 < len(line.stretches):
        left, right = line.stretches[at], line.stretches[at + 1]
        if _joins(line, left, right, lists):
            line.add(Stretch(left.first, right.after, left.type, "joined"))
        else:
            at += 1


def _widen_person(line: Line, stretch: Stretch) -> None:
    """ "Jr." behind a name, "Lord" before it with "of" and a place behind."""
    words = line.words
    at = stretch.after + (stretch.after < len(words) and words[stretch.after] == ",")
    if at < len(words) and words[at] in WORDS.suffixes:
        stretch.after = at + 1
    if (
        stretch.first
        and words[stretch.first - 1] in WORDS.peers
        and words[max(0, stretch.first - 2)] not in ("First", "Second")
    ):
        stretch.first -= 1
        at = stretch.after
        if at + 1 < len(words) and words[at] == "of" and words[at + 1][0].isupper() and not line.titled[at + 1]:
            line.add(Stretch(stretch.first, at + 2, "person", stretch.rule, stretch.score))


def _joins(line: Line, left: Stretch, right: Stretch, lists: Gazetteer) -> bool:
    between = tuple(line.words[left.after : right.first])
    words, others = line.text(left), line.text(right)
    if left.type == right.type == "place":
        return (
            between == (",",)
            and words[-1] in ("Washington", "WASHINGTON")
            and others[0] in ("D.C.", "DC")
            and words[0] == "Washington"
        )
    if left.type != "organisation" or right.type == "person":
        return False
    head = _phrase_head(words)
    if between in (("and",), ("&",)) and right.type == "organisation":
        # "National Oceanographic | and | Atmospheric Administration": the left has no head of its own
        return (
            not any(word in lists.organisation_heads or word in lists.organisation_words["company"] for word in words)
            and len(words) > 1
            and others[-1] in lists.organisation_heads
            and not any(word.isupper() for word in words)
        )
    if between in (("of",), ("of", "the")):
        if right.type == "organisation":
            return (head in WORDS.units and "of" not in words[-3:-1]) or (
                words[-2:-1] == ("of",) and head in WORDS.units
            )
        return " ".join(others) in lists.state_of and head in WORDS.state_organs
    if between == ("in",) and right.type == "place" and others[0] in lists.place_words:
        if head in ("Embassy", "Consulate", "General", "Mission", "mission") and " of " in f" {' '.join(words)} ":
            return True
        return head in WORDS.unions and "of" in words and words[-1].endswith(("s", "men")) and words[-1] != head
    return False


def _phrase_head(words: tuple[str, ...]) -> str:
    for index, word in enumerate(words):
        if index and word in ("of", "in", "for", "on", "to"):
            return words[index - 1]
    return words[-1]
