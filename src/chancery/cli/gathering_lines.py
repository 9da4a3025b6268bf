"""Gatherings in lines: one in a list, and one with all that belongs to it."""

from __future__ import annotations

from collections.abc import Sequence

from chancery.cli.act_lines import agreement_line, award_line, decision_line, message_line, names
from chancery.cli.terminal import print_citations, print_line, shown
from chancery.gazette.pages.dates_in_words import period_in_words
from chancery.register.gathering_views import GatheringRecord, SeriesPlace
from chancery.register.views import AttendanceView, GatheringView
from chancery.terms.entities import Citation

_HEADINGS = {
    "organiser": "Called by", "chair": "In the chair", "host": "Hosts", "speaker": "Speakers", "attendee": "Present",
    "remote": "From afar", "invited": "Invited",
}  # fmt: skip


def gathering_line(gathering: GatheringView) -> str:
    """ "Seventh Assembly in Geneva, by League of Nations [3f2a91bc], told by 2 documents"."""
    place = f" in {shown(gathering.place.name)}" if gathering.place else ""
    by = f", by {names(gathering.organisers)}" if gathering.organisers else ""
    documents = {citation.document for citation in gathering.citations}
    told = f", told by {len(documents)} documents" if len(documents) > 1 else ""
    return f"{_name(gathering)}{place}{by} [{gathering.id[:8]}]{told}"


def _name(gathering: GatheringView) -> str:
    if not gathering.name:
        return gathering.form
    name = shown(gathering.name)
    return name if gathering.form in (*name.casefold().split(), "other") else f"{name} ({gathering.form})"


def print_gathering(record: GatheringRecord) -> None:
    """A gathering with its sessions, who was there and as what, its acts and its neighbours in a series."""
    gathering = record.gathering
    print_line(f"{_name(gathering)} (gathering {gathering.id})", style="bold")
    if gathering.names:
        print_line(f"also: {'; '.join(map(shown, gathering.names))}", indent=2)
    place = f"in {shown(gathering.place.name)}" if gathering.place else ""
    mode = f"({gathering.mode})" if gathering.mode else ""
    print_line(" ".join(filter(None, [period_in_words(gathering.start, gathering.end), place, mode])), indent=2)
    if record.part_of is not None:
        print_line(f"part of {gathering_line(record.part_of)}", indent=2)
    print_citations(gathering.citations, indent=4)
    _print_differences(record)
    if record.series is not None:
        _print_series(record.series)
    _print_lines("Sessions", [(_dated(each), each.citations) for each in record.sessions])
    _print_attendance(record.attendance)
    _print_lines("Agreements", [(agreement_line(act), act.citations) for act in record.agreements])
    _print_lines("Awards", [(award_line(act), act.citations) for act in record.awards])
    _print_lines("Decisions", [(decision_line(act), act.citations) for act in record.decisions])
    _print_lines("Messages", [(message_line(act), act.citations) for act in record.messages])


def _print_differences(record: GatheringRecord) -> None:
    """Where the documents date it otherwise, what each says."""
    if len({(view.start, view.end) for view in record.stated if view.start is not None}) < 2:
        return
    print_line()
    print_line("Dates as the documents give them", style="bold")
    for view in record.stated:
        print_line(period_in_words(view.start, view.end), indent=2)
        print_citations(view.citations[:1], indent=4)


def _print_series(series: SeriesPlace) -> None:
    print_line()
    print_line(f"Number {series.number} of {shown(series.name)}", style="bold")
    for word, other in (("before it", series.before), ("after it", series.after)):
        if other is not None:
            print_line(f"{word}: {_dated(other)}", indent=2)


def _dated(gathering: GatheringView) -> str:
    return f"{gathering_line(gathering)}, {period_in_words(gathering.start, gathering.end)}"


def _print_attendance(attendance: Sequence[AttendanceView]) -> None:
    for capacity, heading in _HEADINGS.items():
        several = [view for view in attendance if view.capacity == capacity]
        _print_lines(heading, [(shown(view.who.name), view.citations[:1]) for view in several])


def _print_lines(heading: str, lines: Sequence[tuple[str, Sequence[Citation]]]) -> None:
    if not lines:
        return
    print_line()
    print_line(heading, style="bold")
    for line, citations in lines:
        print_line(line, indent=2)
        print_citations(citations, indent=4)
