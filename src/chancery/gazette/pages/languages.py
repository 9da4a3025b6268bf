"""Languages by name, as far as documents of them are likely; others by their code."""

from __future__ import annotations

from babel import Locale

from chancery.gazette.tongue import ENGLISH, language
from chancery.gazette.tongue import gettext as _

# ISO 639-1, names as CLDR has them in English.
NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
    "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "lt": "Lithuanian", "lv": "Latvian", "mn": "Mongolian", "nb": "Norwegian Bokmål", "nl": "Dutch", "no": "Norwegian",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian",
    "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def language_name(code: str) -> str:
    """The name of a language: "French" for "fr"; by CLDR in others. A code that is not listed stands for itself."""
    if code in ("", "und"):
        return _("an unknown language")
    if language() == ENGLISH or code not in NAMES:
        return NAMES.get(code, code)
    return str(Locale.parse(language()).languages.get(code, NAMES[code]))
