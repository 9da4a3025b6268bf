"""Korean and Chinese names as syllables."""

from __future__ import annotations

import pytest

from chancery.register.matching.syllables import readings


def read(name: str) -> frozenset[tuple[str, ...]]:
    return readings(name.lower().replace("-", " ").split(), hyphenated="-" in name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pak Sol Mi", "Park Seol-mi"),
        ("Kim Chang Hyok", "Gim Changhyeok"),
        ("Ri Yong Su", "Lee Young-soo"),
        ("Young-soo Lee", "Ri Yong Su"),
        ("Chu En-lai", "Zhu Enlai"),
        ("Teng Hsiao-feng", "Deng Xiaofeng"),
        ("Chang Tse-kuo", "Zhang Zeguo"),
    ],
)
def test_romanisations_share_a_reading(one: str, other: str) -> None:
    assert read(one) & read(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Pak Sol Mi", "Pak Sol Hyon"),
        ("Deng Xiaofeng", "Teng Xiaofeng"),
        ("Deng Bo", "Teng Po"),
        ("Kim Il Nam", "Kim Nam Il"),
    ],
)
def test_other_names_share_none(one: str, other: str) -> None:
    assert not read(one) & read(other)


@pytest.mark.parametrize("name", ["Marta Olsen", "Kim", "Kim Longerthanfourteenletters", "a b c d e f", ""])
def test_other_names_have_no_reading(name: str) -> None:
    assert read(name) == frozenset()
