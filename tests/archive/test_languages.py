"""The language of a text: right where there is enough of it, "und" where there is not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from chancery.archive.languages import language_of
from chancery.archive.layers import text_layer

SHARED = Path(os.environ.get("CHANCERY_SHARED", Path(__file__).resolve().parents[2].parent / "shared"))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Anders Berg was appointed Secretary-General of the Council on 3 May 1920.", "en"),
        ("Le Conseil de la Société s'est réuni à Genève pour élire son président.", "fr"),
        ("Совет собрался в Женеве вчера и избрал председателя.", "ru"),
        ("会议在北京举行，双方就合作问题交换了意见。", "zh"),
        ("회의가 평양에서 열렸다. 위원장은 연설을 하였다.", "ko"),
        ("Der Rat trat in Genf zusammen und wählte seinen Präsidenten.", "de"),
    ],
)
def test_sentences_are_enough(text: str, language: str) -> None:
    assert language_of(text) == language
    assert language_of(text.upper() * 30) == language


@pytest.mark.parametrize(
    "text", ["", " \n", "Pyongyang, Sept 3", "Kim Jong Un", "1234 567", "🙂🙂🙂", "xqzt fjkw vvbn pqrs dfgh"]
)
def test_too_little_is_unknown(text: str) -> None:
    assert language_of(text) == "und"


def test_the_model_is_loaded_only_when_a_text_is_read() -> None:
    code = (
        "import sys, chancery.archive.intake; print([n for n in ('numpy', 'trafilatura', 'lxml') if n in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared folder of real reports is not here")
def test_real_reports_full_of_foreign_names_are_english() -> None:
    paths = [
        *SHARED.glob("gold/*/text/*.txt"),
        *SHARED.glob("seeds/*.txt"),
        *sorted(SHARED.glob("corpora/*/*.txt"))[::20],
    ]
    assert len(paths) > 100
    languages = {}
    for path in paths:
        layer, _ = text_layer(path.read_bytes(), document="0" * 64, media_type="text/plain", source=str(path))
        languages[path.name] = layer.language
    assert {name: language for name, language in languages.items() if language != "en"} == {}
