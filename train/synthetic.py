"""Sentences written for training (`synthetic.yaml`), filled with names of many peoples, bodies and places.

What fills them is made by rule from general word lists; no name stands in them because a document of ours names it.
"""

from __future__ import annotations

import re

from labelled import Labelled
from made_names import LISTS, Maker

from chancery.reader.words import spans_of_words

_SLOT = re.compile(r"\{([A-Z])\}")
_LABEL = {"P": "PER", "S": "PER", "O": "ORG", "U": "ORG", "A": "ORG", "L": "LOC", "C": "LOC"}


def synthetic_texts(times: int = 12) -> list[Labelled]:
    """Each written sentence filled `times` times; each filling is a document of its own."""
    maker = Maker()
    written = LISTS.sentences
    out = []
    for turn in range(times):
        for number, sentence in enumerate(written):
            out.append(_filled(f"synthetic:{turn}:{number}", sentence, maker))
    return out


def _filled(name: str, sentence: str, maker: Maker) -> Labelled:
    text = ""
    marks: list[tuple[int, int, str]] = []
    surname = ""
    body = ""
    for part in re.split(r"(\{[A-Z]\})", sentence):
        slot = part[1] if _SLOT.fullmatch(part) else ""
        if not slot:
            text += part
            continue
        if slot == "P":
            filling, surname = maker.person()
        elif slot == "S":
            filling = surname.split(" ")[-1] if surname else maker.surname("other")
        elif slot == "O":
            filling = body = maker.body()
        elif slot == "A":
            letters = "".join(word[0] for word in body.split() if word[0].isupper())
            filling = letters if 2 <= len(letters) <= 6 and maker.random.random() < 0.7 else maker.short()
        else:
            r = maker.random
            choices = {
                "U": LISTS.units,
                "L": maker.cities,
                "C": maker.states,
                "R": LISTS.roles,
                "K": LISTS.ranks,
                "H": LISTS.honorifics,
                "J": maker.adjectives,
                "T": LISTS.topics,
            }
            filling = (
                maker.date() if slot == "D" else str(r.randint(1900, 2026)) if slot == "N" else r.choice(choices[slot])
            )
        if slot in _LABEL:
            marks.append((len(text), len(text) + len(filling), _LABEL[slot]))
        text += filling
    spans = spans_of_words(text, 0, len(text))
    labels = []
    for start, _ in spans:
        mark = next((m for m in marks if m[0] <= start < m[1]), None)
        labels.append("O" if mark is None else f"{'B' if start == mark[0] else 'I'}-{mark[2]}")
    return Labelled(name, "synthetic", [[text[a:b] for a, b in spans]], [labels])
