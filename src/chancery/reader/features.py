"""What the statistical model of names looks at: strings for each word of a sentence, its neighbours and its document.

The strings of a word are made once and kept; a sentence only joins lists, for this is where a reader spends its time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from sys import intern

from chancery.reader.clusters import groups_of
from chancery.reader.gazetteer import Gazetteer, gazetteer
from chancery.reader.wordlists import word_list
from chancery.reader.words import in_one_script

_MOST_WORDS_KEPT = 10_000
_CONNECTORS = frozenset(
    {"of", "the", "for", "and", "&", "on", "in", "to", "de", "la", "'s", "’s", "'", "’", "-", "del", "da", "al"}
)
_LONGEST_REACH = 8  # words between the head of a body's name and a word that it may cover
_HEADLINE_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class WordFeatures:
    """The strings of one word, for itself and as neighbour at four distances, with what the sentence asks of it."""

    own: list[str]
    before: list[str]
    after: list[str]
    before2: list[str]
    after2: list[str]
    capital: bool
    head: bool  # ends or begins the name of a body
    title: bool
    given: bool
    low: str


@dataclass(frozen=True, slots=True)
class DocumentWords:
    """What a whole document shows of its words: how they are written elsewhere in it."""

    lower: frozenset[str]  # seen in lower case
    inner: frozenset[str]  # capitalised, elsewhere than at the begin of a sentence or in a headline
    after_title: frozenset[str]  # capitalised right after a title, folded
    with_given: frozenset[str]  # in one run with a given name
    with_head: frozenset[str]  # in one run with the head of a body's name
    bracketed: frozenset[str]  # alone in brackets: a declared short form


def document_words(sentences: Iterable[Sequence[str]], language: str) -> DocumentWords:
    """One pass over the words of a document's sentences."""
    features = word_features(language)
    lower: set[str] = set()
    inner: set[str] = set()
    after_title: set[str] = set()
    with_given: set[str] = set()
    with_head: set[str] = set()
    bracketed: set[str] = set()
    for words in sentences:
        known = [features(word) for word in words]
        headline = is_headline(words, known)
        size = len(words)
        for index, (word, item) in enumerate(zip(words, known, strict=True)):
            if not item.capital:
                lower.add(word)
                continue
            if index and not headline:
                inner.add(item.low)
            if index and known[index - 1].title and not item.title:
                after_title.add(item.low)
            if 0 < index < size - 1 and words[index - 1] == "(" and words[index + 1] == ")":
                bracketed.add(item.low)
            for near in (index - 2, index - 1, index + 1, index + 2):
                if 0 <= near < size and known[near].capital and known[(near + index) // 2].capital:
                    if known[near].given:
                        with_given.add(item.low)
                    if known[near].head:
                        with_head.add(item.low)
    return DocumentWords(*map(frozenset, (lower, inner, after_title, with_given, with_head, bracketed)))


def is_headline(words: Sequence[str], known: Sequence[WordFeatures]) -> bool:
    """Whether most words are capitalised, as in a heading or a list of names."""
    letters = sum(1 for word in words if word[0].isalpha())
    return letters > 1 and sum(item.capital for item in known) > _HEADLINE_SHARE * letters and words[-1] != "."


def sentence_features(words: Sequence[str], document: DocumentWords, language: str) -> list[list[str]]:
    """A list of strings for each word. Linear in the length of the sentence."""
    features = word_features(language)
    known = [features(word) for word in words]
    size = len(words)
    headline = is_headline(words, known)
    runs = _run_features(words, known)
    places = _place_features(words, gazetteer(language))
    out: list[list[str]] = []
    for index, item in enumerate(known):
        line = item.own + runs[index]
        if index:
            line += known[index - 1].before
            if index > 1:
                line += known[index - 2].before2
        else:
            line.append("begin")
        if index + 1 < size:
            line += known[index + 1].after
            if index + 2 < size:
                line += known[index + 2].after2
        else:
            line.append("end")
        if headline:
            line.append("headline")
        if index in places:
            line.append(places[index])
        if item.capital:
            low = item.low
            if low in document.lower:
                line.append("d:lower")
            if low in document.inner:
                line.append("d:inner")
            if low in document.after_title:
                line.append("d:title")
            if low in document.with_given:
                line.append("d:given")
            if low in document.with_head:
                line.append("d:head")
            if low in document.bracketed:
                line.append("d:bracket")
            if index:
                line.append(f"bi:{known[index - 1].low}|{low}")
        out.append(line)
    return out


def _run_features(words: Sequence[str], known: Sequence[WordFeatures]) -> list[list[str]]:
    """For each word, how it lies in its run of capitalised words, and which heads of bodies reach it over "of the"."""
    size = len(words)
    out: list[list[str]] = [[] for _ in range(size)]
    index = 0
    while index < size:
        if not known[index].capital:
            index += 1
            continue
        end = index
        while end < size and known[end].capital:
            end += 1
        run = known[index:end]
        marks = [f"run:{min(end - index, 5)}"]
        if run[-1].head:
            marks.append("run:ends head")
        if any(item.head for item in run):
            marks.append("run:head")
        if run[0].given:
            marks.append("run:given")
        if run[0].title:
            marks.append("run:title")
        if index and known[index - 1].title:
            marks.append("run:after title")
        if index:
            marks.append(f"run<:{known[index - 1].low}")
            if index > 1:
                marks.append(f"run<<:{known[index - 2].low} {known[index - 1].low}")
        if end < size:
            marks.append(f"run>:{known[end].low}")
        for at in range(index, end):
            out[at].extend(marks)
            out[at].append(f"at:{min(at - index, 3)}/{min(end - at, 3)}")
        index = end
    _mark_reach(words, known, range(size), "<", out)
    _mark_reach(words, known, range(size - 1, -1, -1), ">", out)
    return out


def _mark_reach(
    words: Sequence[str], known: Sequence[WordFeatures], order: range, sign: str, out: list[list[str]]
) -> None:
    """Mark the words that a head of a body reaches, going through the sentence in this order."""
    reach = 0
    for index in order:
        if known[index].head:
            reach = _LONGEST_REACH
        elif known[index].capital or words[index] in _CONNECTORS:
            if reach:
                out[index].append(f"head{sign}{reach > 5}")
        else:
            reach = 0
        reach = max(0, reach - 1)


def _place_features(words: Sequence[str], lists: Gazetteer) -> dict[int, str]:
    """Which words stand in a listed name of a place, begin or inside."""
    found: dict[int, str] = {}
    index = 0
    size = len(words)
    while index < size:
        if words[index] in lists.place_words:
            match = lists.places.longest(words, index, size)
            if match:
                end, kind = match
                found[index] = f"pl:{kind}"
                for at in range(index + 1, end):
                    found[at] = f"pl:I {kind}"
                index = end
                continue
        index += 1
    return found


class _WordStore:
    """Makes the features of a word once; emptied when it has grown large, so that memory stays bounded."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._lists = gazetteer(language)
        self._titles = title_words(language)
        self._kept: dict[str, WordFeatures] = {}

    def __call__(self, word: str) -> WordFeatures:
        found = self._kept.get(word)
        if found is None:
            if len(self._kept) >= _MOST_WORDS_KEPT:
                self._kept.clear()
            found = self._kept[word] = self._made(word)
        return found

    def _made(self, written: str) -> WordFeatures:
        word = in_one_script(written)
        low = word.casefold()
        capital = word[0].isupper()
        form = word.capitalize() if len(word) > 3 and word.isupper() else word
        classes = self._classes(form, low)
        shape = word_shape(word)
        groups = groups_of(low, self._language)
        kin = list(groups) if groups else ["g:none"]
        cased = [intern(f"{group} {capital}") for group in kin[:2]]
        own = [f"w:{low}", f"s:{shape}", *(f"c:{name}" for name in classes), *kin, *cased]
        if word[0].isalpha():
            own += [f"p3:{low[:3]}", f"x2:{low[-2:]}", f"x3:{low[-3:]}", f"x4:{low[-4:]}"]
            if len(low) > 4:
                own.append(f"p4:{low[:4]}")
            if "-" in word:
                own.append("hyphen")
        return WordFeatures(
            own=own,
            before=_beside("-1", low, shape, classes, kin),
            after=_beside("+1", low, shape, classes, kin),
            before2=_beside("-2", low, shape, classes, kin[:2]),
            after2=_beside("+2", low, shape, classes, kin[:2]),
            capital=capital,
            head=form in self._lists.organisation_heads,
            title=low.rstrip(".") in self._titles,
            given=form in self._lists.given_names,
            low=low,
        )

    def _classes(self, form: str, low: str) -> list[str]:
        lists = self._lists
        found = [kind for kind, words in lists.organisation_words.items() if form in words]
        if low.rstrip(".") in self._titles:
            found.append("title")
        if form in lists.given_names:
            found += ["given", f"given {lists.given_names[form]}"]
        if form in lists.state_of_adjective:
            found.append("adjective")
        return found


def _beside(sign: str, low: str, shape: str, classes: list[str], kin: list[str]) -> list[str]:
    """What a word says of one that stands `sign` words from it; strings that many words share are kept once."""
    return [
        f"w{sign}:{low}",
        intern(f"s{sign}:{shape}"),
        *(intern(f"c{sign}:{name}") for name in classes),
        *(intern(f"{sign}{group}") for group in kin),
    ]


@cache
def word_features(language: str) -> _WordStore:
    return _WordStore(language)


@cache
def title_words(language: str) -> frozenset[str]:
    """The words that end a title or stand alone as one, folded, singular and plural."""
    lists = word_list(language, "titles")
    words: set[str] = set()
    for group in ("honorifics", "ranks", "heads"):
        for entry in lists[group]:
            for phrase in entry["words"]:
                last = phrase.casefold().replace(".", "").split()[-1]
                words |= {last, last.split("-")[0], last + "s"}
    words.update(word.casefold() for word in lists["plurals"])
    return frozenset(
        words
        - {
            "state",
            "treasury",
            "defense",
            "house",
            "staff",
            "cabinet",
            "government",
            "mission",
            "opposition",
            "parliament",
            "congress",
        }
    )


def word_shape(word: str) -> str:
    """Letters as X and x, digits as 0, each run at most two long; other signs as they are."""
    out: list[str] = []
    for sign in word[:24]:
        kind = "X" if sign.isupper() else "x" if sign.isalpha() else "0" if sign.isdigit() else sign
        if out[-2:] != [kind, kind]:
            out.append(kind)
    return "".join(out)
