"""Which mentions speak of one gathering: "a seminar" in the first line, "the seminar" and "the event" below it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from chancery.reader.grammar.gathering_mention import GatheringMention, nearest_date
from chancery.reader.grammar.gathering_words import GatheringWords
from chancery.terms.claims import GatheringKind, Ref

_OTHERS = frozenset({"previous", "last", "next", "opening", "closing", "upcoming", "following"})
_ASKING = frozenset({"requesting", "requested", "request", "sought", "seeking", "demanded", "wanted", "proposed", "no"})
_ENOUGH = 40  # mentions that a new one is compared with
_MANY = 60  # clusters that a new mention is compared with: the latest ones


@dataclass(slots=True)
class Gathering:
    """One gathering of the document as the text builds it up, mention by mention; `id` once it is stated."""

    mentions: list[GatheringMention] = field(default_factory=list)
    later: list[GatheringMention] = field(default_factory=list)  # those beyond what tells it apart
    probability: float = 0.0
    id: Ref | None = None

    @property
    def kind(self) -> GatheringKind:
        return self.best.kind

    @property
    def best(self) -> GatheringMention:
        """The mention that says most: not the headline, not a bare "the event", with a date if any has one."""
        return max(self.mentions, key=_telling)

    @property
    def headline_only(self) -> bool:
        return all(mention.line.heading for mention in self.mentions)


def _telling(mention: GatheringMention) -> tuple[int, int]:
    score = 4 * (not mention.line.heading) + 3 * (nearest_date(mention) is not None) + 2 * (not mention.verbal)
    return score + 2 * (not mention.bare) + min(len(mention.content), 3), -mention.line.index


def gatherings_of(mentions: Iterable[GatheringMention], words: GatheringWords) -> list[Gathering]:
    """The mentions gathered up, in the order in which each gathering is first spoken of."""
    found: list[Gathering] = []
    for mention in mentions:
        same = _same(mention, found[-_MANY:], words)
        if same is None:
            found.append(Gathering([mention]))
        else:
            (same.mentions if len(same.mentions) < _ENOUGH else same.later).append(mention)
    return found


def _same(mention: GatheringMention, earlier: list[Gathering], words: GatheringWords) -> Gathering | None:
    if not mention.line.heading:
        headline = _of_headline(mention, earlier, words)
        if headline is not None:
            return headline
    if mention.plural and mention.word != "talks":
        return _alike_in_words(mention, earlier)
    if (mention.article in ("the", "none") or mention.of_a_day) and mention.bare and not mention.verbal:
        return _latest(mention, earlier, words)
    if mention.verbal:
        return None
    if earlier and _points_back(mention):
        return max(reversed(earlier), key=salience)
    if earlier and _joined(earlier[-1].mentions[-1], mention) and words.akin(earlier[-1].kind, mention.kind):
        return earlier[-1]
    return _alike_in_words(mention, earlier) or _same_sentence(mention, earlier, words)


def _of_headline(mention: GatheringMention, earlier: list[Gathering], words: GatheringWords) -> Gathering | None:
    """The body tells what the headline announced: the first gathering of a like kind is the headline's."""
    for gathering in earlier:
        if gathering.headline_only and not mention.plural:
            first = gathering.mentions[0]
            if first.word == mention.word or (
                mention.kind != "other" and words.akin(first.kind, mention.kind) and mention.line.index <= 4
            ):
                if _clash(first, mention):
                    continue
                return gathering
    return None


def _latest(mention: GatheringMention, earlier: list[Gathering], words: GatheringWords) -> Gathering | None:
    """What "the meeting" means: of those called so, the one that the text has said most of; else one of a like kind."""
    called = [g for g in earlier if any(m.word == mention.word and not m.plural for m in g.mentions)]
    if not called:
        called = [g for g in earlier if words.akin(g.kind, mention.kind) and not g.best.plural]
    if not called and mention.word in words.generic:
        called = [g for g in earlier if g.kind != "visit" and not g.best.plural]
    if not called:
        return None
    return max(reversed(called), key=salience)


def salience(gathering: Gathering) -> int:
    """How much the text is about it: told in a headline, with a day, spoken of again."""
    dated = any(nearest_date(m) is not None for m in gathering.mentions)
    told = any(m.told for m in gathering.mentions)
    early = any(m.line.heading or m.line.index <= 2 for m in gathering.mentions)
    asked = all(_only_asked_for(m) for m in gathering.mentions)
    return min(len(gathering.mentions), 3) + 2 * dated + 3 * told + 2 * early - 6 * asked


def _only_asked_for(mention: GatheringMention) -> bool:
    before = {item.word for item in mention.line.items[max(0, mention.first - 3) : mention.first]}
    return bool(before & _ASKING)


def _alike_in_words(mention: GatheringMention, earlier: list[Gathering]) -> Gathering | None:
    for gathering in reversed(earlier):
        if any(_clash(other, mention) for other in gathering.mentions):
            continue
        for other in gathering.mentions:
            if other.plural != mention.plural or other.verbal:
                continue
            shared = len(other.content & mention.content)
            fewest = min(len(other.content), len(mention.content))
            if other.word == mention.word and shared and shared * 2 >= fewest:
                return gathering
            if shared >= 2 and shared >= fewest and other.kind == mention.kind:
                return gathering
            if other.word == mention.word and mention.article != "a" and not fewest and not other.line.heading:
                return gathering
    return None


def _same_sentence(mention: GatheringMention, earlier: list[Gathering], words: GatheringWords) -> Gathering | None:
    """ "met B for a meeting": the noun names what the verb told."""
    for gathering in reversed(earlier):
        last = gathering.mentions[-1]
        if last.line is mention.line and last.verbal and words.akin(last.kind, mention.kind):
            return gathering
        if last.line.index < mention.line.index - 1:
            break
    return None


def _joined(one: GatheringMention, other: GatheringMention) -> bool:
    """ "The commemoration ceremony and flower festival was held": one gathering with two names."""
    if one.line is not other.line or one.verbal or one.plural or other.article != "none":
        return False
    between = one.line.items[one.last + 1 : other.first]
    return (
        bool(between) and between[-1].word == "and" and len(between) <= 4 and all(i.kind in "XD" for i in between[:-1])
    )


def _points_back(mention: GatheringMention) -> bool:
    """ "This was the first meeting of the group": the gathering just spoken of."""
    before = [item.word for item in mention.line.items[max(0, mention.first - 2) : mention.first]]
    return before in (["this", "was"], ["this", "is"], ["it", "was"])


def _editions(mention: GatheringMention) -> set[str]:
    """The numbers and years in its words, and the year that a headline gives it."""
    found = {part for part in mention.content if part[:1].isdigit()}
    date = nearest_date(mention) if mention.line.heading and not found else None
    if date is not None and date.span.first is not None:
        found.add(str(date.span.first.year))
    return found


def _clash(one: GatheringMention, other: GatheringMention) -> bool:
    """Two editions of a series: their numbers differ, or one is "the previous"."""
    ours, theirs = _editions(one), _editions(other)
    return bool(ours and theirs and not ours & theirs) or bool((one.content ^ other.content) & _OTHERS)
