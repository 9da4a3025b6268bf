"""Sentences written for training (`synthetic.yaml`), filled with names of many peoples, bodies and places.

What fills them is made by rule from general word lists; no name stands in them because a document of ours names it.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

import yaml
from labelled import Labelled

from chancery.reader.gazetteer import gazetteer
from chancery.reader.words import spans_of_words
from chancery.reader.wordlists import word_list

SEED = 20240801
_SLOT = re.compile(r"\{([A-Z])\}")
_LABEL = {"P": "PER", "S": "PER", "O": "ORG", "U": "ORG", "A": "ORG", "L": "LOC", "C": "LOC"}

TOPICS = (
    "Health|Education|Higher Education|Foreign Affairs|Home Affairs|Public Security|National Defence|Defence|Finance|Justice|Labour|Agriculture|Fisheries|Aquatic Resources|"
    "Forestry|Environment|Climate Change|Energy|Mines|Trade|Industry|Commerce|Transport|Highways|Ports|Civil Aviation|Railways|Tourism|Culture|Cultural Affairs|Sports|Youth Affairs|"
    "Women and Child Affairs|Social Welfare|Social Security|Housing|Urban Development|Rural Development|Regional Planning|Water Supply|Irrigation|Science and Technology|Information|Mass Media|"
    "Digital Economy|Telecommunications|Public Administration|Provincial Councils|Local Government|Parliamentary Affairs|Justice and Prison Reforms|Constitutional Affairs|Veterans Affairs|"
    "Religious Affairs|Land|Plan Implementation|Economic Development|External Trade|Foreign Employment|Immigration|Land and Sea Transport|Animal Husbandry|Food|Supplies|Posts|Public Works|the Interior|the Treasury|"
    "the Merchant Navy|the Budget|the Civil Service|Homeland Security|Housing and Urban Development|Electronics|Chemical Industry|Light Industry|Construction|City Management|Public Health"
).split("|")
FIELDS = (
    "Teachers|Engineers|Journalists|Writers|Women|Youth|Students|Workers|Farmers|Historians|Archivists|Librarians|Physicians|Nurses|Lawyers|Judges|Accountants|Economists|Chess|Football|Swimming|Rowing|Esperanto|"
    "Philosophy|Peace|Friendship|Solidarity|Human Rights|Trade Unions|Commerce|Science|Social Sciences|Medicine|Agriculture|Buddhist|Muslim|Catholic|Olympic|Martial Arts|Taekwondo|Athletics|Music|Film|Broadcasting|"
    "Press|Standards|Statistics|Astronomy|Geology|Maritime|Aviation|Nuclear Energy|Space|Insurance|Banking|Development|Monetary|Investment|Cooperative|Consumers|Veterans|Disabled|Refugee|Red Cross|Blind|Deaf|Cycling"
).split("|")
QUALITIES = "International|World|European|Asian|African|Pan-American|National|General|Central|United|Royal|Federal|All-Union|Global|Democratic|Independent|Free|New|Joint|Supreme|Nordic|Arab|Pacific|Latin American|Southern|Northern".split("|")
HEADS = "Association|Federation|Union|League|Society|Council|Committee|Commission|Institute|Academy|Foundation|Organization|Organisation|Alliance|Forum|Confederation|Congress|Agency|Authority|Centre|Center|Bureau|Front|Movement|Party|Fund|Bank|Network|Board|Club|Museum|University|Chamber".split("|")
UNITS = (
    "Executive Committee|Central Committee|Standing Committee|Political Bureau|Secretariat|Presidium|Board of Directors|Board of Trustees|Board of Governors|Supervisory Board|Audit Committee|Finance Committee|Credentials Committee|"
    "Membership Committee|Nominations Committee|Publications Committee|Education Committee|Outreach Committee|Program Committee|Programme Committee|Ethics Committee|Nomination and Remuneration Committee|Investment Committee|Pension Committee|"
    "Marketing and Communication Committee|Organizational Department|International Department|Economic Department|Financial Department|Legal Department|Cultural Department|Rights and Welfare Department|Propaganda Department|Youth Section|"
    "Women's Section|Political Section|Working Group on Statutes|Action Group|Strategic Planning Group|Steering Group|Task Force on Energy|Control Commission|Inspection Commission|Editorial Board|Advisory Council|Scientific Council|Information Bureau|"
    "Municipal Committee|Provincial Committee|District Court|Supreme Court|High Court|Constitutional Court|Central Bank|Press Office|Parliamentary Group|Regional Branch|Western Division|General Staff|Air Force|Navy|1st Battalion|2nd Infantry Division|"
    "9th Cavalry Regiment|Third Army|Coast Guard|Digital Unit|Local Organizing Committee|Local Arrangements Committee|Election Commission|Elections Commission|Cabinet|Senate|Parliament|National Assembly|House of Representatives"
).split("|")
ROLES = (
    "President|Vice-President|Chairman|Chairwoman|Chairperson|Vice-Chairman|Deputy Chairman|Chair|Minister|Prime Minister|Deputy Minister|Secretary|General Secretary|Secretary-General|Deputy Secretary-General|Director|Director General|Deputy Director|"
    "Managing Director|Executive Director|Treasurer|Head|Deputy Head|Governor|Ambassador|Commissioner|High Commissioner|Chief Executive|CEO|CFO|Adviser|Senior Adviser|Spokesman|Speaker|Rector|Dean|Professor|Coordinator|Manager|General Manager|Delegate|"
    "Representative|Special Envoy|Member|Founder|Leader|Chief Justice|Additional Secretary|Press Secretary|Editor|Registrar|Officer"
).split("|")
RANKS = "General|Lieutenant General|Major General|Brigadier General|Colonel|Lieutenant Colonel|Major|Captain|Lieutenant|Sergeant|Corporal|Admiral|Vice Admiral|Rear Admiral|Commander|Air Marshal|Air Vice Marshal|Marshal|Brigadier|Lt. Gen.|Maj. Gen.|Col.|Army General|Field Marshal".split("|")
HONORIFICS = "Mr.|Mrs.|Ms.|Dr.|Prof.|Comrade|Hon.|Rev.|Ven.|H.E.|HE|Sir|Lady|Lord|Dr|Mr|Ms|Sheikh|Father|Bishop".split("|")
COMPANY = "Ltd|Ltd.|Limited|Inc.|LLC|PLC|Co. Ltd.|Corp.|GmbH|AG|SA|Group|Partners|Holdings|Capital|Industries|Technologies|Communications|Media|Pictures|Films|Airlines|Bank|Company|Insurance Company|Trading Company|Publishing House|Hospital|Newspaper|Times|Daily|Herald|Television".split("|")
SYLLABLES = "an ba bel bor ca cor da del dor el en fal far gal gan hal har in jor ka kel kor la lan lor ma mar mel mon na nor ol or pa per pol ra rel ros sa sel sol ta tel tor ul va ver vin wal wen zan zel".split()
ENDINGS = {
    "english": "son ton ley ford well man er ham worth field wood by stone smith good den".split(),
    "slavic": "ov ev in sky skaya ova eva enko uk ić ko ski icz vich yan yev".split(),
    "romance": "ez es o i ini etti elli ard eau ier ino a ado ero ano elli ucci".split(),
    "germanic": "mann berg stein er feld sen son dahl gaard ström bauer meier hoff hausen sma stra".split(),
    "south_asian": "nayake singhe wardena tilaka ratne sekera raja pala siri gam kumar nathan swamy raman ya deo jee sooriya".split(),
    "african": "we nde ba go ma ke ko nga mbo la du ye si le wa".split(),
    "arabic_persian_turkish": "i awi ani ari oğlu pour zadeh nejad an ian ur ili er can".split(),
    "caucasus_central_asia": "yan ian dze shvili ov ev bayev liyev uly zoda ia ua".split(),
    "other": "a e i o u as is us en ai au eva oja nen la ki ri to ra ma da".split(),
}
FAMILY_FIRST = ("chinese", "korean", "vietnamese_thai_malay")


class Maker:
    """Makes names, the same ones for the same seed."""

    def __init__(self, seed: int = SEED) -> None:
        self.random = random.Random(seed)
        self.given = {people: names.split() for people, names in word_list("en", "given_names").items() if people != "particles"}
        lists = gazetteer("en")
        self.states = sorted(set(lists.state_of) - {"US", "UK"})
        self.cities = sorted(name for name, kind in lists.place_names.items() if kind in ("cities", "capital", "regions", "us_states"))
        self.adjectives = sorted(a for a in lists.state_of_adjective if not a.endswith("s") or a.endswith(("ss",)))

    def surname(self, people: str) -> str:
        r = self.random
        endings = ENDINGS.get(people, ENDINGS["other"])
        stem = "".join(r.choice(SYLLABLES) for _ in range(r.choice((1, 1, 2))))
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
        return self.random.choice(TOPICS)

    def body(self) -> str:
        r = self.random
        kind = r.random()
        field, head = r.choice(FIELDS), r.choice(HEADS)
        if kind < 0.22:
            return f"{r.choice(QUALITIES)} {field} {head}"
        if kind < 0.36:
            return f"{r.choice(QUALITIES)} {head} of {field}"
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
            return f"University of {r.choice(self.cities)}" if r.random() < 0.5 else f"{r.choice(self.cities)} {r.choice(('University', 'Institute of Technology', 'Medical College', 'Municipal Council', 'City Council'))}"
        if kind < 0.72:
            return f"{self.surname('english')} {r.choice(COMPANY)}"
        if kind < 0.79:
            return f"{self.surname(r.choice(sorted(ENDINGS)))} {self.surname('other')} {r.choice(COMPANY)}"
        if kind < 0.82:
            return f"{self.surname('english')} & {self.surname('english')}"
        if kind < 0.88:
            return self.short()
        if kind < 0.93:
            return f"{r.choice(UNITS)} of the {r.choice(QUALITIES)} {field} {head}"
        return f"{r.choice(QUALITIES)} {field} and {r.choice(FIELDS)} {head}"

    def short(self) -> str:
        return "".join(self.random.choice("ABCDEFGHIKLMNOPRSTUW") for _ in range(self.random.choice((2, 3, 3, 3, 4, 4, 5))))

    def date(self) -> str:
        r = self.random
        month = r.choice("January February March April May June July August September October November December".split())
        return r.choice((f"{month} {r.randint(1, 28)}", f"{r.randint(1, 28)} {month} {r.randint(1920, 2026)}", f"{month} {r.randint(1, 28)}, {r.randint(1920, 2026)}"))


def synthetic_texts(times: int = 12) -> list[Labelled]:
    """Each written sentence filled `times` times; each filling is a document of its own."""
    maker = Maker()
    written = yaml.safe_load((Path(__file__).parent / "synthetic.yaml").read_text("utf-8"))["sentences"]
    out = []
    for turn in range(times):
        for number, sentence in enumerate(written):
            out.append(_filled(f"synthetic:{turn}:{number}", sentence, maker))
    return out


def _filled(name: str, sentence: str, maker: Maker) -> Labelled:
    text = ""
    marks: list[tuple[int, int, str]] = []
    surname = ""
    body = ""
    for part in re.split(r"(\{[A-Z]\})", sentence):
        slot = part[1] if _SLOT.fullmatch(part) else ""
        if not slot:
            text += part
            continue
        if slot == "P":
            filling, surname = maker.person()
        elif slot == "S":
            filling = surname.split(" ")[-1] if surname else maker.surname("other")
        elif slot == "O":
            filling = body = maker.body()
        elif slot == "A":
            letters = "".join(word[0] for word in body.split() if word[0].isupper())
            filling = letters if 2 <= len(letters) <= 6 and maker.random.random() < 0.7 else maker.short()
        else:
            r = maker.random
            choices = {"U": UNITS, "L": maker.cities, "C": maker.states, "R": ROLES, "K": RANKS, "H": HONORIFICS, "J": maker.adjectives, "T": TOPICS}
            filling = maker.date() if slot == "D" else str(r.randint(1900, 2026)) if slot == "N" else r.choice(choices[slot])
        if slot in _LABEL:
            marks.append((len(text), len(text) + len(filling), _LABEL[slot]))
        text += filling
    spans = spans_of_words(text, 0, len(text))
    labels = []
    for start, _ in spans:
        mark = next((m for m in marks if m[0] <= start < m[1]), None)
        labels.append("O" if mark is None else f"{'B' if start == mark[0] else 'I'}-{mark[2]}")
    return Labelled(name, "synthetic", [[text[a:b] for a, b in spans]], [labels])
