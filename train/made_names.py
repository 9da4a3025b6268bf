"""Names made by rule from general lists: people of many peoples, bodies, dates. The same ones for the same seed."""

from __future__ import annotations

import random
from pathlib import Path

import msgspec
import yaml

from chancery.reader.gazetteer import gazetteer
from chancery.reader.wordlists import word_list

SEED = 20240801
FAMILY_FIRST = ("chinese", "korean", "vietnamese_thai_malay")
_TOWN_BODIES = ("University", "Institute of Technology", "Medical College", "Municipal Council", "City Council")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Lists(msgspec.Struct, frozen=True):
    """What `synthetic.yaml` gives to fill sentences with."""

    sentences: list[str]
    topics: list[str]
    fields: list[str]
    qualities: list[str]
    heads: list[str]
    units: list[str]
    roles: list[str]
    ranks: list[str]
    honorifics: list[str]
    company: list[str]
    syllables: list[str]
    endings: dict[str, list[str]]


def _lists() -> Lists:
    content = yaml.safe_load((Path(__file__).parent / "synthetic.yaml").read_text("utf-8"))
    parted = {name: value.split(", ") for name, value in content.items() if isinstance(value, str)}
    endings = {people: value.split(", ") for people, value in content["endings"].items()}
    return msgspec.convert({**content, **parted, "endings": endings}, Lists)


LISTS = _lists()


class Maker:
    """Makes names, the same ones for the same seed."""

    def __init__(self, seed: int = SEED) -> None:
        self.random = random.Random(seed)
        self.given = {
            people: names.split() for people, names in word_list("en", "given_names").items() if people != "particles"
        }
        lists = gazetteer("en")
        self.states = sorted(set(lists.state_of) - {"US", "UK"})
        self.cities = sorted(
            name for name, kind in lists.place_names.items() if kind in ("cities", "capital", "regions", "us_states")
        )
        self.adjectives = sorted(a for a in lists.state_of_adjective if not a.endswith("s") or a.endswith(("ss",)))

    def surname(self, people: str) -> str:
        r = self.random
        endings = LISTS.endings.get(people, LISTS.endings["other"])
        stem = "".join(r.choice(LISTS.syllables) for _ in range(r.choice((1, 1, 2))))
        name = (stem + r.choice(endings)).capitalize()
        kind = r.random()
        if people == "english" and kind < 0.08:
            name = r.choice(("Mc", "Mac", "O'", "Fitz")) + name
        elif people == "romance" and kind < 0.15:
            name = r.choice(("de ", "De ", "del ", "da ", "di ", "La ", "dos ")) + name
        elif people == "germanic" and kind < 0.15:
            name = r.choice(("van der ", "van ", "von ", "von der ", "de ", "Van ")) + name
        elif people == "arabic_persian_turkish" and kind < 0.4:
            name = r.choice(("al-", "Al-", "El ", "bin ", "Al ", "el-")) + name
        elif kind > 0.94:
            name = f"{name}-{self.surname('other')}"
        return name

    def person(self) -> tuple[str, str]:
        """A full name, and the short form that would be used for it."""
        r = self.random
        people = r.choice(sorted(self.given))
        given = self.given[people]
        if people == "korean" or (people == "chinese" and r.random() < 0.3):
            family, first, second = r.choice(given), r.choice(given), r.choice(given)
            if r.random() < 0.3:
                return f"{family} {first}-{second.lower()}", family
            return f"{family} {first} {second}", f"{family} {first} {second}"
        if people == "chinese":
            return f"{r.choice(given)} {r.choice(given)}{r.choice(given).lower()}", r.choice(given)
        if people == "vietnamese_thai_malay":
            return " ".join(r.choice(given) for _ in range(r.choice((2, 3, 3, 4)))), r.choice(given)
        surname = self.surname(people) if r.random() < 0.85 else r.choice(given)
        first = r.choice(given)
        kind = r.random()
        initial = r.choice("ABCDEFGHJKLMNPRSTVW")
        if kind < 0.1:
            return f"{first} {initial}. {surname}", surname
        if kind < 0.18:
            second = r.choice("ABCDEFGHJKLMNPRSTVW")
            joined = r.choice(("", " "))
            return f"{initial}.{joined}{second}. {surname}", surname
        if kind < 0.22:
            return f"{initial}. {surname}", surname
        if kind < 0.25:
            return f"{initial} {surname}", surname
        if kind < 0.36:
            return f"{first} {r.choice(given)} {surname}", surname
        if people == "slavic" and kind < 0.5:
            return f"{first} {r.choice(given)}{r.choice(('ovich', 'evich', 'ovna', 'evna'))} {surname}", surname
        if kind < 0.53:
            return surname.split()[-1], surname.split()[-1]
        if kind < 0.56:
            return f"{first} {surname} Jr.", surname
        return f"{first} {surname}", surname

    def topic(self) -> str:
        return self.random.choice(LISTS.topics)

    def body(self) -> str:
        r = self.random
        kind = r.random()
        field, head = r.choice(LISTS.fields), r.choice(LISTS.heads)
        if kind < 0.22:
            return f"{r.choice(LISTS.qualities)} {field} {head}"
        if kind < 0.36:
            return f"{r.choice(LISTS.qualities)} {head} of {field}"
        if kind < 0.44:
            return f"{r.choice(self.adjectives)} {field} {head}"
        if kind < 0.50:
            return f"{head} of {field} of {r.choice(self.states)}"
        if kind < 0.56:
            topics = [self.topic() for _ in range(r.choice((1, 1, 2, 3)))]
            return f"{r.choice(('Ministry', 'Ministry', 'Department'))} of " + (
                topics[0] if len(topics) == 1 else ", ".join(topics[:-1]) + f" and {topics[-1]}"
            )
        if kind < 0.62:
            return (
                f"University of {r.choice(self.cities)}"
                if r.random() < 0.5
                else f"{r.choice(self.cities)} {r.choice(_TOWN_BODIES)}"
            )
        if kind < 0.72:
            return f"{self.surname('english')} {r.choice(LISTS.company)}"
        if kind < 0.79:
            return f"{self.surname(r.choice(sorted(LISTS.endings)))} {self.surname('other')} {r.choice(LISTS.company)}"
        if kind < 0.82:
            return f"{self.surname('english')} & {self.surname('english')}"
        if kind < 0.88:
            return self.short()
        if kind < 0.93:
            return f"{r.choice(LISTS.units)} of the {r.choice(LISTS.qualities)} {field} {head}"
        return f"{r.choice(LISTS.qualities)} {field} and {r.choice(LISTS.fields)} {head}"

    def short(self) -> str:
        return "".join(
            self.random.choice("ABCDEFGHIKLMNOPRSTUW") for _ in range(self.random.choice((2, 3, 3, 3, 4, 4, 5)))
        )

    def date(self) -> str:
        r = self.random
        month = r.choice(_MONTHS)
        return r.choice(
            (
                f"{month} {r.randint(1, 28)}",
                f"{r.randint(1, 28)} {month} {r.randint(1920, 2026)}",
                f"{month} {r.randint(1, 28)}, {r.randint(1920, 2026)}",
            )
        )
