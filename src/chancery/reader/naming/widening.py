"""Names of bodies that the model stops short of their end or begins too late: "Centers for Seed Control | and Care"."""

from __future__ import annotations

from chancery.reader.calendars.lexicon import lexicon
from chancery.reader.gazetteer import Gazetteer
from chancery.reader.naming.stretch import Line, Stretch
from chancery.reader.naming.vocabulary import WORDS

_MOST_WORDS = 3  # of what is added at one end
_LINKS = frozenset({"of", "for"})
_AND = frozenset({"and", "&"})
_HYPHENS = frozenset({"-", "–"})


def widen_bodies(line: Line, lists: Gazetteer) -> None:
    """Take in what belongs to the name of a body on either side of it."""
    for stretch in list(line.stretches):
        if stretch.type != "organisation" or stretch not in line.stretches:
            continue
        first = _begin(line, stretch, lists)
        after = stretch.after if line.headline else _end(line, stretch, lists)
        if (first, after) != (stretch.first, stretch.after):
            line.add(Stretch(first, after, "organisation", stretch.rule, stretch.score))


def _begin(line: Line, stretch: Stretch, lists: Gazetteer) -> int:
    """Where the name begins: "Norway | - Peru Committee", "Oslo , | Texas Police Department"."""
    words, first = line.words, stretch.first
    if first < 2 or words[stretch.after - 1] not in lists.organisation_heads or stretch.size < 2:
        return first
    before = next((s for s in line.stretches if s.after == first - 1), None)
    if words[first - 1] in _HYPHENS and (words[first] in lists.place_words or words[first].isupper()):
        if before is not None:
            return before.first if before.type == "place" else first
        return first - 2 if words[first - 2] in lists.state_of_adjective else first
    if words[first - 1] == "," and before is not None and before.type == "place" and not line.headline:
        match = lists.places.longest(words, first, stretch.after - 1)
        if match and match[1] == "us_states" and words[first - 2] not in lists.state_of:
            return before.first
    if words[first - 1] == "," and first > 2 and words[first - 3] == "the" and _AND & set(line.text(stretch)[:-1]):
        field = words[first - 2]  # "the Seed , | Fruit & Grain Union"
        if field[0].isupper() and not field.isupper() and before is None and not line.titled[first - 2]:
            return first if line.taken()[first - 2] else first - 2
    return first


def _end(line: Line, stretch: Stretch, lists: Gazetteer) -> int:
    return max(
        _end_of_friends(line, stretch, lists),
        _end_of_pair(line, stretch, lists),
        _end_of_members(line, stretch, lists),
        _end_at_head(line, stretch),
        _end_of_matter(line, stretch, lists),
    )


def _end_of_friends(line: Line, stretch: Stretch, lists: Gazetteer) -> int:
    """ "Association for Friendship | with Norway", "Group of Solidarity | with the people of Peru"."""
    words, at = line.words, stretch.after
    named = line.text(stretch)
    if named[-1] not in WORDS.ties or at + 1 >= len(words) or words[at] != "with" or not _LINKS & set(named):
        return at
    if not any(word in lists.organisation_heads or word in WORDS.unions for word in named):
        return at
    first = at + 1 + (words[at + 1] == "the")
    found = next((s for s in line.stretches if s.first == first and s.type == "place"), None)
    return found.after if found else at


def _end_of_pair(line: Line, stretch: Stretch, lists: Gazetteer) -> int:
    """ "Centers for Seed Control | and Care": a second matter, in capitals, that is no name itself."""
    words, at = line.words, stretch.after
    if at + 1 >= len(words) or words[at] not in _AND or not _is_headed(line.text(stretch), lists):
        return at
    if _ends_in_head(line.text(stretch), lists):
        return at
    taken = line.taken()
    fields, heads = lists.organisation_words["policy_fields"], lists.organisation_heads
    end = at + 1
    while end < len(words) and words[end][0].isupper() and not (taken[end] or line.titled[end]):
        word = words[end]
        if end > at + 1 and word not in fields:
            break  # "... and Families | January Hart"
        if (
            word.isupper() or word in lists.place_words or word in lists.given_names or word in lists.state_of_adjective
            or word in lists.organisation_words["company"] or word in heads - fields
        ):  # fmt: skip
            return at
        end += 1
    return end if end > at + 1 else at


def _end_of_members(line: Line, stretch: Stretch, lists: Gazetteer) -> int:
    """ "Council of Chief School | Officers": whom an association gathers, though the word is a title elsewhere."""
    words, at = line.words, stretch.after
    if at >= len(words) or not _is_headed(line.text(stretch), lists) or line.taken()[at]:
        return at
    word = words[at]
    behind = words[at + 1] if at + 1 < len(words) else "."
    plural = word[0].isupper() and word[-1] == "s" and word not in lists.place_words and not word.isupper()
    return at + 1 if plural and not behind[0].isupper() and behind not in ("'", "’") else at


def _end_at_head(line: Line, stretch: Stretch) -> int:
    """ "Norway City Police | Chiefs Association": capitals that go on to the head of a body."""
    words, at = line.words, stretch.after
    taken = line.taken()
    end = at
    while end < len(words) and end - at < _MOST_WORDS and words[end][0].isupper() and not taken[end]:
        end += 1
        if words[end - 1] in WORDS.sure_heads:
            behind = words[end] if end < len(words) else "."
            return at if behind[0].isupper() or behind in _LINKS else end
    return at


def _end_of_matter(line: Line, stretch: Stretch, lists: Gazetteer) -> int:
    """ "Joint Committee | on the Draft Seeds Bill": what it sits on, in capitals, that is no day and no place."""
    words, at = line.words, stretch.after
    if words[at - 1] not in WORDS.sitting or at + 1 >= len(words) or words[at] != "on":
        return at
    first = end = at + 1 + (words[at + 1] == "the")
    while end < len(words) and words[end][0].isupper() and not line.titled[end]:
        end += 1
        if end + 1 < len(words) and words[end] in _AND and words[end + 1] in lists.organisation_words["policy_fields"]:
            end += 1
    matter = words[first:end]
    if (
        not matter
        or _is_day(matter[0])
        or matter[0] in lists.place_words
        or matter[0] in lists.state_of_adjective
        or any(s.type != "organisation" and s.first < end and first < s.after for s in line.stretches)
        or any(s.first < end < s.after for s in line.stretches)
    ):
        return at
    return end


def _is_day(word: str) -> bool:
    """A day of the week or a month, whole or cut: "Monday", "Sept."."""
    known, bare = lexicon("en"), word.rstrip(".").casefold()
    return bare in known.months or bare in known.weekdays


def _ends_in_head(named: tuple[str, ...], lists: Gazetteer) -> bool:
    return named[-1] in lists.organisation_heads and named[-1] not in lists.organisation_words["policy_fields"]


def _is_headed(named: tuple[str, ...], lists: Gazetteer) -> bool:
    """Whether the name says what or whom the body is for: "Council of ...", "Centers for ..."."""
    return any(
        word in _LINKS and (named[at] in lists.organisation_heads or named[at] in WORDS.unions)
        for at, word in enumerate(named[1:])
    )
