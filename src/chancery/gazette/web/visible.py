"""Text of documents made safe to look at: what cannot be seen, turns the reading direction, or covers other lines is
shown as a sign."""

from __future__ import annotations

import regex
from markupsafe import Markup, escape

from chancery.gazette.tongue import ngettext

# Controls but tab and line feed; soft hyphen; direction overrides, embeddings and isolates; zero-width space, word
# joiner, invisible operators, byte-order mark; tag characters. Joiners and direction marks stay: scripts need them.
# Marks heaped on one letter cover the lines around: no script sets so many (biblical Hebrew has up to five).
_MOST_MARKS = 8
_UNSEEN = regex.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
    rf"|(?<=[\p{{Mn}}\p{{Me}}]{{{_MOST_MARKS}}})[\p{{Mn}}\p{{Me}}]+"
)

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
    plain: str = _UNSEEN.sub(lambda match: f"[{_name(match[0])}]", text)
    return plain


def visible_lines(text: str) -> str:
    """The same of several lines, for fields that keep them."""
    return "\n".join(visible_plain(line) for line in text.replace("\r\n", "\n").split("\n"))


def _pieces(text: str) -> list[Markup]:
    pieces: list[Markup] = []
    done = 0
    for match in _UNSEEN.finditer(text):
        pieces.append(escape(text[done : match.start()]))
        pieces.append(_mark(match[0]))
        done = match.end()
    return [*pieces, escape(text[done:])]


def _mark(signs: str) -> Markup:
    """The signs by name; where they are several, the script that counts what is selected is told how many."""
    count = Markup(' data-signs="{}"').format(len(signs)) if len(signs) > 1 else ""
    return Markup('<span class="unseen" title="{}"{}>{}</span>').format(_title(signs), count, _name(signs))


def _is_heap(signs: str) -> bool:
    return regex.match(r"[\p{Mn}\p{Me}]", signs) is not None


def _title(signs: str) -> str:
    if not _is_heap(signs):
        return f"U+{ord(signs):04X}"
    return ngettext("{count} more mark on the same letter", "{count} more marks on the same letter", len(signs)).format(
        count=len(signs)
    )


def _name(sign: str) -> str:
    if _is_heap(sign):
        return f"+{len(sign)}"
    if sign in _NAMES:
        return _NAMES[sign]
    return chr(0x2400 + ord(sign)) if ord(sign) < 0x20 else f"U+{ord(sign):04X}"
