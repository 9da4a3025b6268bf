"""Titles: stretches that name a role or a rank, with the modifiers before them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from chancery.reader.draft import Draft, Title
from chancery.reader.wordlists import Phrases, word_list
from chancery.reader.words import in_one_script

# A token is compared by its parts between hyphens, so that "Secretary-General" is "Secretary General".
_PARTS = re.compile(r"[^-‐‑–]+")
_MOST_MODIFIERS = 5
_MOST_WORDS_KEPT = 20_000  # words of texts whose parts are remembered


def run(draft: Draft) -> None:
    """Fill `draft.titles`, in order, without overlaps."""
    heads, modifiers = _phrases(draft.layer.language)
    opening = heads.opening()
    for first, after in draft.sentence_tokens:
        tokens = draft.tokens[first:after]
        words: list[str] = []
        owner: list[int] = []  # which token a word is part of
        begins: list[int] = []  # the first word of each token
        for index, token in enumerate(tokens):
            begins.append(len(words))
            for part in _words(token.text):
                words.append(part)
                owner.append(index)
        begins.append(len(words))
        index = 0
        last = 0  # tokens before this one belong to an earlier title
        while index < len(tokens):
            begin, end = begins[index], begins[index + 1]
            if (
                begin == end
                or (end - begin == 1 and words[begin] not in opening)
                or not tokens[index].text[0].isalpha()
            ):
                index += 1
                continue
            title = _title_at(tokens, words, begins, owner, index, last, heads, modifiers)
            if title is None:
                index += 1
                continue
            begin, end, kind = title
            draft.titles.append(
                Title(tokens[begin].start, tokens[end - 1].end, rank=kind == "rank", honorific=kind == "honorific")
            )
            index = last = end


def _title_at(  # type: ignore[no-untyped-def]
    tokens, words, begins, owner, index, last, heads, modifiers
) -> tuple[int, int, str] | None:
    """The title whose head begins with the token `index`, widened over the modifiers before it."""
    found = None
    # The head may be the later part of a hyphenated token: "vice-president" has the head "president".
    for at in range(begins[index], begins[index + 1]):
        if at > begins[index] and words[at - 1] not in modifiers:
            continue
        found = heads.longest(words, at, len(words))
        if found and words[found[0] - 1] in _joined_suffixes() and begins[owner[found[0] - 1]] == found[0] - 1:
            found = heads.longest(words, at, found[0] - 1)  # "the members elect a chairman"
        if found and (found[0] == len(words) or begins[owner[found[0]]] == found[0]):
            break
        found = None
    if found is None or _is_modifier_of_next(tokens, words, owner, found[0], begins[index], heads, modifiers):
        return None
    end = owner[found[0] - 1] + 1
    kind = found[1]
    capital = tokens[index].text[0].isupper()
    if kind == "honorific" and not capital and words[begins[index]] not in ("comrade", "comrades", "respected"):
        return None
    if kind == "rank" and not capital:
        return None
    if kind != "head":
        return index, end, kind
    begin = index
    while begin > last and index - begin < _MOST_MODIFIERS:
        before = begin - 1
        parts = words[begins[before] : begins[begin]]
        if parts and tokens[before].text[0].isalpha() and all(part in modifiers for part in parts):
            begin = before
        elif before > last and (" ".join(words[begins[before - 1] : begins[begin]]) in modifiers):
            begin = before - 1
        else:
            break
    return begin, end, kind


def _is_modifier_of_next(  # type: ignore[no-untyped-def]
    tokens, words, owner, end, begin, heads, modifiers
) -> bool:
    """Whether a word that can be head and modifier ("deputy", "assistant") stands before another head, with nothing
    but modifiers and capitalised words between: "Deputy National Cyber Director"."""
    if " ".join(words[begin:end]) not in modifiers:
        return False
    capital = tokens[owner[begin]].text[0].isupper()
    for at in range(end, min(end + _MOST_MODIFIERS, len(words))):
        following = heads.longest(words, at, len(words))
        if following is not None and following[1] == "head":
            return True
        if words[at] not in modifiers and not (capital and tokens[owner[at]].text[0].isupper()):
            return False
    return False


@cache
def _joined_suffixes() -> frozenset[str]:
    return frozenset(word_list("en", "titles")["joined_suffixes"])


@cache
def _phrases(language: str) -> tuple[Phrases, frozenset[str]]:
    lists = word_list(language, "titles")
    phrases: dict[tuple[str, ...], str] = {}
    for kind, group in (("honorific", "honorifics"), ("rank", "ranks"), ("head", "heads")):
        for entry in lists[group]:
            for phrase in entry["words"]:
                words = tuple(_words(phrase))
                phrases[words] = kind
                if kind != "honorific":
                    phrases[(*words[:-1], _plural(words[-1]))] = kind
    for plural, singular in lists["plurals"].items():
        phrases[tuple(_words(plural))] = phrases.get(tuple(_words(singular)), "head")
    held = [words for words, kind in phrases.items() if kind == "head"]
    phrases.update(
        {(*words, suffix): "head" for words in held for suffix in (*lists["suffixes"], *lists["joined_suffixes"])}
    )
    modifiers = {" ".join(_words(word)) for entry in lists["modifiers"] for word in entry["words"]}
    return Phrases(phrases.items()), frozenset(modifiers | {"co", "pro"})


@lru_cache(maxsize=_MOST_WORDS_KEPT)
def _words(phrase: str) -> tuple[str, ...]:
    """The parts that are compared; the full stop of an abbreviation is none, alone or at the end of a word."""
    parts = (part.rstrip(".") for word in in_one_script(phrase).casefold().split() for part in _PARTS.findall(word))
    return tuple(part for part in parts if part)


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if word.endswith("man"):
        return word[:-3] + "men"
    return word + ("es" if word.endswith(("s", "ch", "x")) else "s")
