"""Pages that are built to exhaust their reader: told from real ones by counting, before a parser sees them."""

from __future__ import annotations

import re

from chancery.archive.limits import MAX_ATTRIBUTES, MAX_DEPTH, MAX_TAGS

# A comment, or a tag with its attributes, in which ">" may stand between quotes. No branch ever goes back.
_TOKEN = re.compile(
    r"<!--.*?(?:--!?>|\Z)"
    r"|<(?P<closing>/?)(?P<name>[a-zA-Z][^\s/>]{0,40}+)"
    r"(?P<attributes>(?:[^>=]++|=\s*+\"[^\"]*+\"?|=\s*+'[^']*+'?|=)*+)>?",
    re.DOTALL,
)
_RAW = frozenset({"script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"})
_ATTRIBUTE = re.compile(r"[^\s/=]++(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s\"']\S*+))?")

# Elements that hold nothing, and those that the next of their kind ends.
_EMPTY = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")
_SELF_ENDING = ("p", "li", "td", "th", "tr", "option", "tbody")
_SHALLOW = frozenset({*_EMPTY, *_SELF_ENDING})


def is_bomb(page: str) -> bool:
    """Whether tags are nested too deep, or are too many, or one has too many attributes. See `limits`."""
    open_tags: list[str] = []
    count = 0
    at = 0
    while tag := _TOKEN.search(page, at):
        at = tag.end()
        name = (tag["name"] or "").lower()
        if not name:
            continue
        if _has_too_many(tag["attributes"]):
            return True
        if tag["closing"]:
            if name in open_tags:
                while open_tags.pop() != name:
                    pass
            continue
        count += 1
        if name not in _SHALLOW:
            open_tags.append(name)
        if len(open_tags) > MAX_DEPTH or count > MAX_TAGS:
            return True
        if name in _RAW:
            end = re.compile(rf"</{name}", re.IGNORECASE).search(page, at)
            at = end.start() if end else len(page)
    return False


def _has_too_many(attributes: str) -> bool:
    if len(attributes) < MAX_ATTRIBUTES * 2:
        return False
    return any(number >= MAX_ATTRIBUTES for number, _ in enumerate(_ATTRIBUTE.finditer(attributes)))
