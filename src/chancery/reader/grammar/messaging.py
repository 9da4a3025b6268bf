"""Who said what to whom: places where a person or a body speaks or writes, as candidates for messages."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from chancery.reader.draft import Draft
from chancery.reader.grammar.cues import Cues, cues_of
from chancery.reader.grammar.doings import Doing, doings_of
from chancery.reader.grammar.message_nouns import Types, Utterance, according, by_noun, jointly, message_nouns
from chancery.reader.grammar.quotations import quotation_start
from chancery.reader.grammar.scene import Line, Scene, scene_of
from chancery.reader.linking.gap import surroundings
from chancery.reader.wordlists import word_list
from chancery.terms.claims import MessageKind, Ref

_SAYING = frozenset({"say", "tell", "announce", "urge", "express", "thank", "speak", "send"})
_FEELINGS = frozenset(
    [
        "thanks",
        "gratitude",
        "appreciation",
        "condolences",
        "congratulations",
        "hope",
        "hopes",
        "confidence",
        "conviction",
        "concern",
        "wish",
        "wishes",
        "support",
        "willingness",
        "readiness",
        "satisfaction",
        "regret",
        "sympathy",
        "sympathies",
        "solidarity",
        "commitment",
        "belief",
        "interest",
        "view",
        "views",
        "sadness",
    ]
)
_AFTER = 9  # items behind a verb in which its object stands
_EVIDENCE = 14


def utterances_of(draft: Draft) -> list[Utterance]:
    """All of them, in the order of the text."""
    scene = scene_of(draft)
    nouns = message_nouns(draft.layer.language)
    lists = word_list(draft.layer.language, "messages")
    carriers, congratulating = frozenset(lists["carriers"]), frozenset(lists["congratulating"])
    cues = cues_of(draft.layer.language, "messages")
    types = {ref: referent.type for ref, referent in draft.referents.items()}
    found: list[Utterance] = []
    for line, doings in zip(scene.lines, doings_of(draft), strict=True):
        before = len(found)
        for doing in doings:
            if doing.classes & _SAYING and doing.subject is not None and not doing.passive:
                if doing.subject.how == "agent" and not any(item.word in nouns for item in line.items[: doing.at]):
                    continue  # "was proclaimed by A" tells a deed
                if (
                    doing.verb in carriers
                    and not doing.classes & {"say", "announce"}
                    and not _carries(line, doing.at, nouns)
                ):
                    continue  # "gave a chair": no words were given
                said = _said(scene, doing, nouns, congratulating, types)
                if doing.inverted:
                    said.begin = quotation_start(scene, line, doing.at)
                single = (ref for ref in said.senders) if doing.subject.how in ("agent", "list") else ()
                parts = [replace(said, senders=(ref,), features=set(said.features)) for ref in single]
                found.extend(parts or [said])
        found.extend(by_noun(scene, line, nouns, carriers, congratulating, types))
        found.extend(according(line, types))
        found.extend(jointly(line, types))
        if len(found) > before:
            common = _line_features(draft.text, line, cues)
            for utterance in found[before:]:
                utterance.features |= common
    _count_senders(found)
    return found


def _carries(line: Line, at: int, nouns: dict[str, MessageKind]) -> bool:
    return any(item.word in nouns or item.word in _FEELINGS for item in line.items[at + 1 : at + 1 + _AFTER])


def _said(
    scene: Scene, doing: Doing, nouns: dict[str, MessageKind], congratulating: frozenset[str], types: Types
) -> Utterance:
    line, at = doing.line, doing.at
    items = line.items
    assert doing.subject is not None
    subject = doing.subject
    after = items[at + 1 : at + 1 + _AFTER]
    noun = next((item.word for item in after if item.word in nouns and item.kind == "W"), None)
    here = {item.word for item in items[max(0, at - 12) : at + _AFTER]}
    kind: MessageKind = "statement"
    if here & congratulating:
        kind = "congratulation"
    elif noun is not None and doing.classes & {"send", "speak", "announce", "express"}:
        kind = nouns[noun]
    elif "speak" in doing.classes:
        kind = "speech"
    elif doing.inverted or any(line.quoted):
        kind = "quote"
    elif doing.verb in ("reported", "briefed"):
        kind = "report"
    features = {f"verb={doing.verb}", f"how={subject.how}", f"sender={types.get(subject.refs[0], '?')}"}
    features |= {f"class={name}" for name in doing.classes & _SAYING}
    if noun:
        features |= {f"object={noun}", f"{sorted(doing.classes & _SAYING)[0]} + {nouns[noun]}"}
    if doing.inverted:
        features.add("inverted")
    if line.quoted[at]:
        features.add("verb in quotation")
    if len(subject.refs) > 1:
        features.add("several senders")
    following = after[0].word if after else "$"
    if following in (
        "that",
        ",",
        ":",
        "to",
        "his",
        "her",
        "its",
        "the",
        "on",
        "in",
        "a",
        "an",
        "at",
        "for",
        "with",
        "by",
    ):
        features.add(f"then {following}")
    if after and after[0].kind in "PO":
        features.add("then a name")
    if any(
        item.word in scene.words.doubts or item.word in scene.words.negations for item in items[max(0, at - 4) : at]
    ):
        features.add("doubt")
    features |= surroundings(items, at, at, "verb ") | surroundings(
        items, min(subject.at, len(items) - 1), min(subject.at, len(items) - 1), "sender "
    )
    first, last = min(subject.at, at), min(len(items) - 1, max(subject.at, at) + _EVIDENCE)
    return Utterance(subject.refs, kind, line, first, last, features, _recipients(doing, types))


def _recipients(doing: Doing, types: Types) -> tuple[Ref, ...]:
    items = doing.line.items
    direct = doing.classes & {"tell", "thank", "urge"} or doing.verb in ("congratulated", "congratulates", "condoled")
    for at in range(doing.at + 1, min(len(items), doing.at + 12)):
        item = items[at]
        if item.kind in "PO" and item.ref and types.get(item.ref) != "place":
            to = any(i.word in ("to", "with") for i in items[max(doing.at, at - 4) : at])
            return (item.ref,) if to or (direct and at <= doing.at + 5) else ()
        if item.word in (".", "that", ";"):
            break
    return ()


def _line_features(text: str, line: Line, cues: Cues) -> set[str]:
    found = {f"cue={hit.cue}" for hit in cues.hits(text, line.start, line.end)}
    if line.heading:
        found.add("heading")
    if line.index <= 3:
        found.add("early")
    if any(line.quoted):
        found.add("quotation in line")
    return found


def _count_senders(found: list[Utterance]) -> None:
    total = Counter(utterance.senders for utterance in found if not utterance.line.heading)
    seen: Counter[tuple[Ref, ...]] = Counter()
    for utterance in found:
        if utterance.line.heading:
            utterance.features.add("headline")
            continue
        seen[utterance.senders] += 1
        utterance.features.add(f"place {min(seen[utterance.senders], 3)}")
        utterance.features.add(f"times {min(total[utterance.senders], 4)}")
        utterance.features.add(f"senders {min(len(total), 5)}")
