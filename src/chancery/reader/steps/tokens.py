"""Tokens: the words and signs of the sentences, and what a lost space has glued to a name parted from it."""

from __future__ import annotations

import itertools

from chancery.reader.clusters import groups_of
from chancery.reader.draft import Draft, Token
from chancery.reader.features import title_words
from chancery.reader.gazetteer import gazetteer
from chancery.reader.naming.vocabulary import WORDS
from chancery.reader.words import Span, spans_of_words
from chancery.terms.document import UNREAD_FURNITURE

LONGEST_SENTENCE = 400  # words and signs; a longer one is read in pieces
# Small words found glued to the end of a name where a page's markup ate the space: "Wei Minreceived".
_LONGEST_SYLLABLE = 6
_SHORTEST_VERB = 3
_SHORTEST_NAME = 2
_GLUED_SHORT = frozenset({"to", "at", "on", "of", "by", "as"})
_LONGEST_GLUED = max(map(len, WORDS.glued_after))


def run(draft: Draft) -> None:
    """Fill `draft.tokens` and, for each sentence, the range of its tokens; unread furniture has none.

    A sentence without end is cut: whatever looks at all pairs of a sentence's words, names or roles takes a time that
    grows with the text, and not with its square.
    """
    text = draft.text
    unread = [(f.start, f.end) for f in draft.layer.furniture if f.kind in UNREAD_FURNITURE]
    lines: list[list[Span]] = []
    for sentence in draft.layer.sentences:
        spans = spans_of_words(text, sentence.start, sentence.end)
        for first, after in unread:
            if first < sentence.end and sentence.start < after:
                spans = [span for span in spans if span[1] <= first or after <= span[0]]
        lines.append(spans)
    known = _neighbours(text, lines)
    for spans in lines:
        first = len(draft.tokens)
        draft.tokens.extend(Token(start, end, text[start:end]) for start, end in _parted_after(text, spans, known))
        end = len(draft.tokens)
        cuts = range(first, max(end, first + 1), LONGEST_SENTENCE)
        draft.sentence_tokens += [(cut, min(cut + LONGEST_SENTENCE, end)) for cut in cuts]


def _neighbours(text: str, lines: list[list[Span]]) -> set[tuple[str, str]]:
    """Pairs of capitalised words that stand side by side: a name that is glued in one place stands whole in another.

    So does one that is glued to two different words: "Wei Minsaid" and "Wei Minput" show "Wei Min".
    """
    pairs = {
        (text[a[0] : a[1]], text[b[0] : b[1]])
        for spans in lines
        for a, b in itertools.pairwise(spans)
        if text[a[0]].isupper() and text[b[0]].isupper()
    }
    glued: dict[tuple[str, str], set[str]] = {}
    for before, word in pairs:
        if (
            _SHORTEST_VERB + _SHORTEST_NAME <= len(word) <= _LONGEST_SYLLABLE + _LONGEST_GLUED
            and groups_of(word.casefold(), "en") is None
        ):
            for cut in range(_SHORTEST_NAME, min(_LONGEST_SYLLABLE, len(word) - _SHORTEST_VERB) + 1):
                if _is_word(word[cut:]):
                    glued.setdefault((before, word[:cut]), set()).add(word)
    return pairs | {pair for pair, words in glued.items() if len(words) > 1}


def _parted_after(text: str, spans: list[Span], known: set[tuple[str, str]]) -> list[Span]:
    out: list[Span] = []
    run = 0  # capitalised words before this one, without a break
    from_title = False  # whether that run begins with a title, or with a word parted from one
    for index, (start, end) in enumerate(spans):
        if not text[start].isupper():
            run = 0
            out.append((start, end))
            continue
        word = text[start:end]
        if run == 0:
            from_title = False
        if word.rstrip(".").casefold() in title_words("en") or (
            index and spans[index - 1][1] == start and word.isalpha()
        ):
            from_title, run = True, 0
        cut = 0
        if run and len(word) > 3:
            before = text[spans[index - 1][0] : spans[index - 1][1]]
            cut = _cut(word, before, known, titled=from_title and run in (2, 3))
        if cut:
            out.extend(((start, start + cut), (start + cut, end)))
            run = 0
        else:
            out.append((start, end))
            run += 1
    return out


def _is_word(rest: str) -> bool:
    """Whether the letters by themselves are a word: a common one, or the past of a verb."""
    if not rest.islower():
        return False
    return (len(rest) > _SHORTEST_VERB and rest.endswith("ed")) or (
        len(rest) >= _SHORTEST_VERB and groups_of(rest, "en") is not None
    )


def _cut(word: str, before: str, known: set[tuple[str, str]], *, titled: bool) -> int:
    """How many letters of the word belong to the name, or 0 where nothing is glued to it.

    Either the name stands whole elsewhere, or the word ends a name of three after a title, and is no known name itself.
    """
    for cut in range(max(2, len(word) - _LONGEST_GLUED), len(word) - 1):
        rest = word[cut:]
        if (before, word[:cut]) in known and _is_word(rest) and groups_of(word.casefold(), "en") is None:
            return cut
        if titled and cut == _SHORTEST_NAME and rest in _GLUED_SHORT and word[0] in "AEIOU":
            return cut
        if rest in WORDS.glued_after and (
            (before, word[:cut]) in known
            or (titled and len(rest) > 2 and cut < _LONGEST_SYLLABLE and word not in gazetteer("en").given_names)
        ):
            return cut
    return 0
