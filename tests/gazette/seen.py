"""What people see of a page: its texts, and the attributes that are shown or read out."""

from __future__ import annotations

from html.parser import HTMLParser

_SHOWN_ATTRIBUTES = ("aria-label", "title", "placeholder", "alt", "data-offer")
_NOT_SHOWN = {"script", "style", "textarea", "datalist"}  # a textarea holds references for programs


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.attributes: list[str] = []
        self.languages: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _NOT_SHOWN:
            self._hidden += 1
        for name, value in attrs:
            if name in _SHOWN_ATTRIBUTES and value:
                self.attributes.append(value)
            if tag == "html" and name == "lang" and value:
                self.languages.append(value)

    def handle_endtag(self, tag: str) -> None:
        if tag in _NOT_SHOWN:
            self._hidden -= 1

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.texts.append(data)


def seen_texts(html: str) -> list[str]:
    """The texts of a page in their order, as they stand between tags, and then the attributes that are shown."""
    seen = _Seen()
    seen.feed(html)
    return [*seen.texts, *seen.attributes]


def page_language(html: str) -> list[str]:
    """The `lang` of the html element."""
    seen = _Seen()
    seen.feed(html)
    return seen.languages
