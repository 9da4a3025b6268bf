"""The forms of a person's name, and where they stand in a text, however it is cased, spaced and accented there."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

import msgspec
import regex
from anyascii import anyascii

from chancery.register.names import folded_name, is_full_name

Span = tuple[int, int]  # half-open, in characters

MASK = "\u2588"  # stands for each character that was taken out, so that all offsets stay what they are

# A capital after a small letter begins a word: extractors run "Secretary" and "Ana" together.
_WORD = regex.compile(r"(?:(?!(?<=\p{Ll})\p{Lu})[\p{L}\p{N}\p{M}])+|(?<=\p{Ll})\p{Lu}[\p{Ll}\p{M}\p{N}]*")
# Scripts that write names without spaces around them, or particles behind them.
_UNSPACED = regex.compile(r"[\p{Han}\p{Hangul}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]")
_SHORTEST_WORD = 3  # letters of a single word of a name that is looked for by itself


class Forms(msgspec.Struct, frozen=True, kw_only=True):
    """What is looked for. `full` names stand for the person anywhere; the others only where a document names them.

    Each form is a name's folded words; `unspaced` ones are looked for as they are written, inside longer words too.
    `words` are single words of full names.
    """

    full: frozenset[tuple[str, ...]] = frozenset()
    short: frozenset[tuple[str, ...]] = frozenset()
    words: frozenset[str] = frozenset()
    unspaced: frozenset[str] = frozenset()

    def __or__(self, other: Forms) -> Forms:
        return Forms(
            full=self.full | other.full,
            short=self.short | other.short,
            words=self.words | other.words,
            unspaced=self.unspaced | other.unspaced,
        )

    def __bool__(self) -> bool:
        return bool(self.full or self.short or self.unspaced)

    def may_stand_in(self, text: str) -> bool:
        """Whether a full name may stand in a text, which may be JSON; quick, and never wrong when it says no."""
        plain = _plain(text)
        return any(all(word in plain for word in form) for form in self.full) or any(
            form in text or _plain(form) in plain for form in self.unspaced
        )

    def full_spans(self, text: str) -> list[Span]:
        """Where full names stand."""
        return _joined([*_runs(text, self.full), *_literal(text, self.unspaced)])

    def spans(self, text: str, *, sparing: Iterable[Span] = ()) -> list[Span]:
        """Where any form stands, in a text that names the person; short ones not inside the names of others."""
        spared = list(sparing)
        near = [
            span
            for span in (*_runs(text, self.short), *_single(text, self.words))
            if not any(start < span[1] and span[0] < end for start, end in spared)
        ]
        return _joined([*self.full_spans(text), *near])


def forms_of(names: Iterable[str]) -> Forms:
    """The forms of one person's names, forms of address left out."""
    full: set[tuple[str, ...]] = set()
    short: set[tuple[str, ...]] = set()
    unspaced: set[str] = set()
    for name in names:
        if _UNSPACED.search(name):
            unspaced.add(unicodedata.normalize("NFC", name.strip()))
        words = tuple(_fold(match.group()) for match in _WORD.finditer(name))
        words = tuple(word for word in words if word)
        bare = folded_name(name, "person")
        kept = words[len(words) - len(bare) :] if len(words) > len(bare) and words[-len(bare) :] == bare else words
        if not kept:
            continue
        if is_full_name(bare):
            for form in {kept, tuple(word for word in kept if len(word) > 1)}:  # with and without initials
                full |= {form, (*form[1:], form[0]), (form[-1], *form[:-1])}  # the family name may come first
            full |= {words, bare}
        else:
            short |= {words, kept}
    single = {word for form in full for word in form if len(word) >= _SHORTEST_WORD}
    return Forms(
        full=frozenset(full),
        short=frozenset(form for form in short if len("".join(form)) >= _SHORTEST_WORD),
        words=frozenset(single),
        unspaced=frozenset(unspaced),
    )


def masked(text: str, spans: Iterable[Span]) -> str:
    """The text with the mask in place of each character of the spans; line ends stay."""
    signs = list(text)
    for start, end in spans:
        for at in range(start, min(end, len(signs))):
            if signs[at] not in "\r\n":
                signs[at] = MASK
    return "".join(signs)


def word_runs(text: str) -> list[tuple[str, int, int]]:
    """The folded words of a text with their offsets; what folds to nothing is left out."""
    found = ((_fold(match.group()), *match.span()) for match in _WORD.finditer(text))
    return [(word, start, end) for word, start, end in found if word]


def unspaced_stretches(text: str) -> Iterator[Span]:
    """Stretches of the scripts that write names without spaces."""
    for match in _UNSPACED_RUN.finditer(text):
        yield match.span()


_UNSPACED_RUN = regex.compile(f"{_UNSPACED.pattern}+")


@lru_cache(maxsize=65536)
def _fold(word: str) -> str:
    return "".join(c for c in anyascii(unicodedata.normalize("NFKC", word)).casefold() if c.isalnum())


def _plain(text: str) -> str:
    """The text as `_fold` leaves its words, with the spaces between them."""
    if text.isascii():
        return text.casefold()
    plain = anyascii(unicodedata.normalize("NFKC", text)).casefold()
    return "".join(c for c in plain if c.isalnum() or c.isspace())


def _runs(text: str, forms: Iterable[tuple[str, ...]]) -> Iterator[Span]:
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for form in forms:
        by_first.setdefault(form[0], []).append(form)
    if not by_first:
        return
    words = word_runs(text)
    for at, (word, start, _) in enumerate(words):
        for form in by_first.get(word, ()):
            if tuple(each[0] for each in words[at : at + len(form)]) == form:
                yield start, words[at + len(form) - 1][2]


def _single(text: str, words: frozenset[str]) -> Iterator[Span]:
    """A name's words, where they are not written small throughout: "May" but not "may"."""
    if words:
        for word, start, end in word_runs(text):
            if word in words and not text[start:end].islower():
                yield start, end


def _literal(text: str, forms: Iterable[str]) -> Iterator[Span]:
    for form in forms:
        at = text.find(form)
        while at >= 0:
            yield at, at + len(form)
            at = text.find(form, at + len(form))


def _joined(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found
