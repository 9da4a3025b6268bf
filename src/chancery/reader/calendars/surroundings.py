"""What stands around a date in its sentence and paragraph, as far as dates are concerned."""

from __future__ import annotations

import re

from chancery.reader.calendars.lexicon import lexicon

_WORDS = re.compile(r"[A-Za-z]+")
_SENTENCE = 300  # characters that a sentence is looked back for
_ENDS = (". ", ".\n", "\n\n")
_BLOCK = 1500  # characters that a paragraph is looked back for


class Surroundings:
    """A text and the language it is in; each question looks at a bounded stretch."""

    def __init__(self, text: str, language: str) -> None:
        self._text = text
        self._future = lexicon(language).future
        self._looks_back = lexicon(language).looks_back

    def future(self, at: int) -> bool:
        """Whether the sentence speaks, before the offset, of what is to come."""
        reach = max(0, at - _SENTENCE)
        begin = max(reach, *(self._text.rfind(mark, reach, at) for mark in _ENDS))
        to_come = False
        before = ""
        for word in _WORDS.findall(self._text, begin, at):
            folded = word.lower()
            if folded in self._future or (folded == "be" and before == "to"):
                to_come = True
            elif folded in self._looks_back or (folded == "of" and before == "beginning"):
                # "will decide whether the vote on Tuesday was valid", "at the beginning of November"
                to_come = False
            before = folded
        return to_come

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence of the offset begins and ends, as far as it is looked for."""
        reach = max(0, at - _SENTENCE)
        begin = max(reach, *(self._text.rfind(mark, reach, at) for mark in _ENDS))
        ends = (self._text.find(mark, at, at + _SENTENCE) for mark in _ENDS)
        return begin, min((end for end in ends if end >= 0), default=min(len(self._text), at + _SENTENCE))

    def block_start(self, at: int) -> int:
        """Where the paragraph of the offset begins, as far as it is looked back for."""
        reach = max(0, at - _BLOCK)
        return max(self._text.rfind("\n\n", reach, at), reach)
