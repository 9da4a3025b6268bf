"""Names: people, bodies and places, the outermost at each place. A model proposes, rules repair and complete."""

from __future__ import annotations

from bisect import bisect_right

from chancery.reader.draft import Draft, Name
from chancery.reader.features import document_words, is_headline, word_features
from chancery.reader.gazetteer import gazetteer
from chancery.reader.naming.addresses import addresses
from chancery.reader.naming.agencies import add_agency
from chancery.reader.naming.companies import add_companies
from chancery.reader.naming.fields import widen_over_fields
from chancery.reader.naming.found import (
    add_listed_places,
    add_people_by_place,
    add_titled_people,
)
from chancery.reader.naming.headed import add_headed_bodies, widen_over_and, widen_over_number, widen_over_rule
from chancery.reader.naming.headings import add_heading_bodies
from chancery.reader.naming.joining import join_stretches
from chancery.reader.naming.led import add_led_bodies
from chancery.reader.naming.lines import line_ranges
from chancery.reader.naming.named import widen_over_quotes
from chancery.reader.naming.no_bodies import drop_declared_otherwise
from chancery.reader.naming.organs import add_state_organs
from chancery.reader.naming.propagation import part_glued, part_people, propagate, settle_title, settle_types
from chancery.reader.naming.repair import repair
from chancery.reader.naming.rosters import add_roster_bodies
from chancery.reader.naming.short_forms import bracketed_after, may_be_short_form
from chancery.reader.naming.stretch import Line, Stretch
from chancery.reader.naming.tagging import marked_stretches
from chancery.reader.naming.widening import widen_bodies


def run(draft: Draft) -> None:
    """Fill `draft.names` with names of level 0, in order, without overlaps."""
    language = draft.layer.language
    lists = gazetteer(language)
    lines = _lines(draft)
    document = document_words((line.words for line in lines), language)
    for line in lines:
        marked = marked_stretches(line.words, document, language)
        line.stretches = [Stretch(first, after, kind, score=score) for first, after, kind, score in marked]
        repair(line, lists)
        widen_over_fields(line, lists)
        widen_over_and(line, lists)
        join_stretches(line, lists)
        add_companies(line, lists)
        add_listed_places(line, lists)
        add_titled_people(line, lists)
        add_people_by_place(line, lists)
        add_state_organs(line, lists)
        add_led_bodies(line, lists)
        add_headed_bodies(line, lists)
        widen_over_and(line, lists)
        widen_bodies(line, lists)
        join_stretches(line, lists)
        widen_over_rule(line)
        widen_over_number(line)
        widen_over_quotes(line, lists)
        add_agency(line, _dateline_words(draft, line))
        for stretch in [stretch for stretch in line.stretches if stretch.type == "organisation"]:
            short = bracketed_after(line, stretch)
            if short is None:
                continue
            marked_so = short.size == 1 and any(
                s.first == short.first and s.after == short.after and s.type == "organisation" for s in line.stretches
            )
            if marked_so or may_be_short_form(line.text(short), line.text(stretch), lists):
                line.add(short)
    add_roster_bodies(lines, lists)
    add_heading_bodies(lines, lists)
    drop_declared_otherwise(lines, lists)
    part_glued(lines, lists)
    part_people(lines, lists)
    settle_title(lines)
    settle_types(lines)
    propagate(lines, document, lists)
    inside = addresses(draft.text)
    ends = [end for _, end in inside]
    for line in lines:
        for stretch in line.stretches:
            first, last = draft.tokens[line.base + stretch.first], draft.tokens[line.base + stretch.after - 1]
            at = bisect_right(ends, first.start)
            if at < len(inside) and inside[at][0] <= first.start:
                continue  # "https://seed.example/Norway.pdf"
            draft.names.append(Name(first.start, last.end, stretch.type, score=stretch.score, rule=stretch.rule))


def _dateline_words(draft: Draft, line: Line) -> range:
    """The words of the line that stand in the document's dateline."""
    at = draft.tokens[line.base].start
    for piece in draft.layer.furniture:
        if piece.kind == "dateline" and piece.start <= at < piece.end:
            tokens = draft.tokens[line.base : line.base + len(line.words)]
            return range(sum(token.start < piece.end for token in tokens))
    return range(0)


def _lines(draft: Draft) -> list[Line]:
    features = word_features(draft.layer.language)
    kinds: dict[int, str] = {}
    for title in draft.titles:
        kinds[title.start] = "rank" if title.rank else "honorific" if title.honorific else "role"
    ends = {title.start: title.end for title in draft.titles}
    titles = [(piece.start, piece.end) for piece in draft.layer.furniture if piece.kind == "title"]
    lines: list[Line] = []
    for number, (first, after) in enumerate(line_ranges(draft)):
        tokens = draft.tokens[first:after]
        words = [token.text for token in tokens]
        titled: list[str] = []
        kind, until = "", -1
        for token in tokens:
            if token.start in kinds:
                kind, until = kinds[token.start], ends[token.start]
            titled.append(kind if token.start < until else "")
        headline = is_headline(words, [features(word) for word in words])
        in_title = any(begin <= tokens[0].start < end for begin, end in titles)
        lines.append(Line(number, first, words, titled, headline, in_title))
    return lines
