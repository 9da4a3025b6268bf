"""A corpus made to run, to leave, or to break: as names, roles, titles and reasons, as documents, and as file names.

`workspace` has it as a "reader" would have found it (every string as every kind of name), and as files that went the
whole way from their bytes.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from chancery.office.daily import read_paths
from chancery.office.settings import Settings
from chancery.office.writing import WorkspaceCommands
from chancery.terms.claims import (
    AgreementFact,
    AttendanceFact,
    AwardFact,
    DecisionFact,
    Fact,
    GatheringFact,
    MessageFact,
    PostFact,
    UnitFact,
)
from tests.gazette.sample import DAY, RUNS, add, open_record

EVIL = "https://evil.example"
STRINGS = (
    f"<script>{RUNS}</script>",
    f'"><img src=x onerror="{RUNS}">',
    f"'><svg onload='{RUNS}'>",
    f"</title></textarea></style></script><script>{RUNS}</script>",
    f'<math><mi href="javascript:{RUNS}">x</mi></math>',
    f'<iframe srcdoc="&lt;script&gt;{RUNS}&lt;/script&gt;" src="{EVIL}"></iframe>',
    f'<object data="{EVIL}"></object><embed src="{EVIL}"><link rel=stylesheet href="{EVIL}">',
    f'<meta http-equiv=refresh content="0;url={EVIL}"><base href="{EVIL}/">',
    f"<style>@import url({EVIL});*{{display:none}}</style>",
    f'<form action="{EVIL}"><input name=x autofocus onfocus="{RUNS}">',
    f"javascript:{RUNS}",
    f"data:text/html,<script>{RUNS}</script>",
    "{{ 7 * 7 }}{% include 'base.html' %}{# c #}${7*7}#{7*7}%(num)s{0}",
    "<!-- --!> ]]> <![CDATA[ x ]]> <?php 1 ?>",
    "&lt;b&gt; &amp;amp; &#x3c;script&#x3e; %3Cscript%3E \\u003cscript\\u003e",
    "\u202eelttaS ycnaN\u202c \u2066a\u2069 \u202da",
    "Z\u200be\u200dr\u2060o\ufeff W\u00adidth \U000e0041\U000e0042",
    "Nul\x00 bell\x07 escape\x1b[31m delete\x7f next\x85 line\u2028 break",
    '=HYPERLINK("https://evil.example","Ada")',
    "+cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "\u0410da \u0421ole",  # Cyrillic letters that look like Ada Cole
    "Z" + "\u0337\u0321\u035e\u0489" * 40 + "algo",
    "\u0627\u0644\u0633\u064a\u062f \u05d3\u05d5\u05d3 Ada \u200f",
    "../../../etc/passwd",
    "' OR 1=1; DROP TABLE entry; --",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 Family",
)
_NO_TEXT = dict.fromkeys([*range(9), *range(14, 32), 127])  # bytes with these are no text, but a name may hold them
LONG = "Rhabarber" * 11_112  # 100,008 characters without a place to break

ARTICLE = """<p>Eve Hart was elected Chair of the Garden League on 3 July 1933 in Lower Mill. The members of the League
heard her report on the hedges of the valley, and thanked her for it at length.</p>
<p>Bo Dahl, Secretary of the Garden League, presided over the meeting, which adopted a resolution on water.</p>"""
PAGES = {
    "runs.html": f"""<html><head><title>Runs <script>{RUNS}</script></title><base href="{EVIL}/">
        <meta http-equiv="refresh" content="0;url={EVIL}/away"><script>{RUNS}</script></head>
        <body onload="{RUNS}"><article><h1>Runs</h1>{ARTICLE}<script src="{EVIL}/x.js"></script>
        <img src=x onerror="{RUNS}"><p>&lt;script&gt;{RUNS}&lt;/script&gt;</p></article></body></html>""",
    "leads.html": f"""<html><head><title>&lt;img src=x onerror={RUNS}&gt;</title>
        <meta property="og:site_name" content='"><script>{RUNS}</script>'>
        <meta name="keywords" content="<b onclick={RUNS}>,javascript:{RUNS}">
        <link rel="alternate" hreflang="fr" href="javascript:{RUNS}">
        <link rel="canonical" href="data:text/html,<script>{RUNS}</script>"></head>
        <body><article><h1>Leads</h1>{ARTICLE}<a href="javascript:{RUNS}">on</a> <a href="data:text/html,x">on</a>
        <form action="{EVIL}"><button formaction="javascript:{RUNS}">go</button></form></article></body></html>""",
    "draws.html": f"""<html><body><article><h1>Draws</h1>{ARTICLE}<svg onload="{RUNS}"><a xlink:href="javascript:{RUNS}">
        <text>x</text></a><foreignObject><iframe src="javascript:{RUNS}"></iframe></foreignObject></svg>
        <math><annotation-xml encoding="text/html"><img src=x onerror="{RUNS}"></annotation-xml></math>
        <iframe srcdoc="<script>{RUNS}</script>"></iframe><object data="{EVIL}"></object></article></body></html>""",
    f"<img src=x onerror={RUNS}>.txt": "Eve Hart was elected Chair of the Garden League on 3 July 1933.\n",
    "=HYPERLINK(1) \u202etxt.md": f"# [x](javascript:{RUNS})\n\n<script>{RUNS}</script>\n\nEve Hart spoke. ![x]({EVIL})\n",
    "two\nlines {{ 7 * 7 }}.txt": "Eve Hart, Chair of the Garden League, spoke.\x00 And \x1b[2J again.\n",
}
BYTES = {
    b"surrogate.txt": b"Eve Hart \xed\xa0\x80 was elected Chair of the Garden League.\n",
    b"half.txt": "Eve Hart \u00e9 \U0001f468".encode("utf-16")[:-2],
    b"seven.html": b"<html><meta charset=utf-7><body>+ADw-script+AD4-window.ran=1+ADw-/script+AD4- Eve Hart spoke.</body></html>",
    b"name-\xff\xfe.txt": b"Eve Hart was elected Chair of the Garden League.\n",
}


def add_corpus(settings: Settings, folder: Path) -> None:
    """Enter all of it; `folder` is for the files."""
    for number, some in enumerate((STRINGS, (LONG,))):
        _add_names(settings, f"reports/{number} {some[0][:60].replace('/', '_')}", some)
    for name, text in PAGES.items():
        (folder / name).write_text(text, "utf-8")
    for raw, data in BYTES.items():
        Path(os.fsdecode(os.fsencode(folder) + b"/" + raw)).write_bytes(data)
    list(read_paths([str(folder)], settings))
    _rule(settings)


def _add_names(settings: Settings, source: str, strings: Sequence[str]) -> str:
    """A document that gives every string to a person, a body, a place, a role and a title, each in a sentence."""
    names: dict[str, tuple[str, ...]] = {}
    facts: list[tuple[Fact, str]] = []
    lines = [strings[0]]
    for number, string in enumerate(strings):
        person, body, place = f"p{number}", f"o{number}", f"l{number}"
        names |= {person: (string, f"{string} Jr"), body: (f"Board of {string}",), place: (f"{string} Mill",)}
        written = string.translate(_NO_TEXT)
        line = f"{written} Jr or {written} became {written} of the Board of {written} at {written} Mill ({number})"
        lines.append(line)
        said: tuple[Fact, ...] = (
            PostFact(person=person, role=string, organisation=body, change="elected", date=DAY),
            UnitFact(child=body, parent=f"o{(number + 1) % len(strings)}")
            if len(strings) > 1
            else UnitFact(child=body),
            GatheringFact(gathering=f"g{number}", name=string, start=DAY, end=DAY, place=place, organisers=(body,)),
            AttendanceFact(who=person, gathering=f"g{number}", capacity="chair"),
            AgreementFact(title=string, parties=(body,), signatories=(person,), date=DAY),
            AwardFact(givers=(body,), recipients=(person,), object=string, date=DAY),
            DecisionFact(by=(body,), summary=string, date=DAY),
            MessageFact(form="letter", senders=(person,), recipients=(body,), date=DAY),
        )
        facts += [(fact, line) for fact in said]
    return add(settings, source, "\n\n".join(lines) + "\n", names, facts)


def _rule(settings: Settings) -> None:
    """Rulings whose reasons and users are of the same kind, on people and on a claim."""
    commands = WorkspaceCommands(settings)
    with open_record(settings) as record:
        members = [record.register.entity(row.entity.id).members[0] for row in record.register.people()[:3]]
        document = record.register.documents()[0].document.id
        claim = record.register.claims_of(document)[0].id
    commands.judge_names(members[0], members[1], "not the same", by=STRINGS[1], why=STRINGS[0] + STRINGS[15])
    commands.judge_claim(claim, "accept", by=STRINGS[0], why=f"{STRINGS[3]} {STRINGS[12]}")
