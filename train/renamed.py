"""Labelled documents with other people in them: each word of a person's name becomes another, the same all through."""

from __future__ import annotations

import random
import zlib

from labelled import Labelled
from made_names import FAMILY_FIRST, LISTS, Maker

from chancery.reader.naming.vocabulary import WORDS

_KEPT = WORDS.particles | {"Jr.", "Sr.", "Jr", "'s", "’s", "-", "of", "II", "III"}


def renamed(text: Labelled, turn: int) -> Labelled:
    """A copy of the document; what is no person stays as it is."""
    seed = zlib.crc32(f"{text.name}:{turn}".encode())
    maker = Maker(seed)
    choose = random.Random(seed)
    people = choose.choice(sorted(maker.given))
    words_of: dict[str, str] = {}
    sentences = []
    for words, labels in zip(text.sentences, text.labels, strict=True):
        line = list(words)
        for index, (word, label) in enumerate(zip(words, labels, strict=True)):
            if label.endswith("-PER") and word not in _KEPT and word[0].isalpha():
                if word not in words_of:
                    last = label == "I-PER" and not (index + 1 < len(labels) and labels[index + 1] == "I-PER")
                    mixed = choose.choice(sorted(maker.given)) if choose.random() < 0.3 else people
                    words_of[word] = _another(word, maker, choose, mixed, last=last)
                line[index] = words_of[word]
        sentences.append(line)
    return Labelled(f"{text.name}+{turn}", text.source, sentences, text.labels)


def _another(word: str, maker: Maker, choose: random.Random, people: str, *, last: bool) -> str:
    if "." in word or len(word) == 1:
        return "".join(choose.choice("ABCDEFGHJKLMNPRSTVW") if letter.isupper() else letter for letter in word)
    if last and people not in FAMILY_FIRST:
        new = maker.surname(people if people in LISTS.endings else "other").split()[-1]
    else:
        new = choose.choice(maker.given[people])
    return new.upper() if word.isupper() else new
