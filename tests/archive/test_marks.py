"""Marks that link to language versions and pictures."""

from __future__ import annotations

import pytest

from chancery.archive.lines import lines_of
from chancery.archive.marks import languages_named, mark_spans


@pytest.mark.parametrize(
    ("marks", "codes"),
    [
        ("[English] [Русский] [中国语] [조선어] [Deutsch]", ("en", "ru", "zh", "ko", "de")),
        ("[English]", ("en",)),
        ("[English] [Klingon]", ("en", "Klingon")),
        ("English | Français | Español", ("en", "fr", "es")),
        ("EN / FR", ("en", "fr")),
        ("English", ()),
        ("English | Mathematics", ()),
        ("[note]", ()),
        ("The English | French border", ()),
    ],
)
def test_languages_named(marks: str, codes: tuple[str, ...]) -> None:
    assert languages_named(marks) == codes


def test_groups_of_a_line() -> None:
    text = "[all photos] [video] [English] [Русский]\n[12]\nSee [English] for more\n"
    assert [(mark.kind, text[mark.start : mark.end]) for mark in mark_spans(text, lines_of(text))] == [
        ("photo mark", "[all photos] [video]"),
        ("language marks", "[English] [Русский]"),
    ]
