"""Text of documents made safe to look at: what cannot be seen, or turns the reading direction, is shown as a sign."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

# Controls but tab and line feed; soft hyphen; direction overrides, embeddings and isolates; zero-width space, word
# joiner, invisible operators, byte-order mark; tag characters. Joiners and direction marks stay: scripts need them.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")

_NAMES = {
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
    "\u200b": "ZWSP",
    "\ufeff": "BOM",
    "\u00ad": "-",
}


def visible(text: str) -> Markup:
    """The text as HTML: escaped, and each unseen sign in its place as a small mark that names it."""
    return Markup("").join(_pieces(text.replace("\r\n", "\n").replace("\r", "\n")))


def visible_plain(text: str) -> str:
    """The same without markup, for titles and attributes."""
    return _UNSEEN.sub(lambda match: f"[{_name(match[0])}]", text)


def visible_lines(text: str) -> str:
    """The same of several lines, for fields that keep them."""
    return "\n".join(visible_plain(line) for line in text.replace("\r\n", "\n").split("\n"))


def _pieces(text: str) -> list[Markup]:
    pieces: list[Markup] = []
    done = 0
    for match in _UNSEEN.finditer(text):
        pieces.append(escape(text[done : match.start()]))
        pieces.append(Markup('<span class="unseen" title="U+{:04X}">{}</span>').format(ord(match[0]), _name(match[0])))
        done = match.end()
    return [*pieces, escape(text[done:])]


def _name(sign: str) -> str:
    if sign in _NAMES:
        return _NAMES[sign]
    return chr(0x2400 + ord(sign)) if ord(sign) < 0x20 else f"U+{ord(sign):04X}"
