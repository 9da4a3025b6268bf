"""The record as known on a day: the fold of the ledger up to that day. Decision 0009 says why, and what it costs."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from chancery.register.answers import Answers
from chancery.register.past_files import drop_past_files, forgettings, past_file
from chancery.register.store import Store
from chancery.terms.dates import DateSpan, Instant
from chancery.terms.errors import QuestionError


def known_at(text: str) -> Instant:
    """The last instant of a day, month or year in UTC, or an exact instant with its offset.

    "2026-03-01" gives 2026-03-01T23:59:59.999999Z. Raises QuestionError Q005 for anything else.
    """
    try:
        span = DateSpan.parse(text)
    except ValueError:
        try:
            return Instant.parse(text)
        except (ValueError, OverflowError) as error:
            raise QuestionError("Q005", text=text) from error
    if span.last is None:
        raise QuestionError("Q005", text=text)
    return Instant.parse(f"{span.last.isoformat()}T23:59:59.999999+00:00")


class Past(Answers):
    """The answers as they were at `at`; a context, or to be closed."""

    def __init__(self, store: Store, at: Instant, held: ExitStack) -> None:
        super().__init__(store)
        self.at = at
        self._held = held

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._held.close()


def open_past(store: Store, at: Instant, *, folder: Path) -> Past:
    """The record as known at an instant: see `Register.known`."""
    while True:
        with ExitStack() as held:
            # Of one moment: nothing may come between the ledger and its fold.
            snapshot = held.enter_context(ExitStack())
            snapshot.enter_context(store.snapshot())
            seq, last = _last_known(store, at)
            if seq == last and store.readonly:
                return Past(store, at, held.pop_all())
            forgotten = forgettings(store)
            past = held.enter_context(past_file(store, seq, folder=folder))
            snapshot.close()
            if forgettings(store) == forgotten:
                return Past(past, at, held.pop_all())
        # Someone was forgotten while the fold was made, and whoever forgot may have looked for it too early.
        drop_past_files(folder)


def _last_known(store: Store, at: Instant) -> tuple[int, int]:
    """The seq of the last entry that was known at an instant, and that of the last one; 0 for none.

    What stands before the first entry recorded later was known: where a clock was set back, the ledger's order holds,
    and entries to come change nothing of it.
    """
    last: int = store.one("SELECT coalesce(max(seq), 0) FROM entry")[0]
    later = store.one("SELECT min(seq) FROM entry WHERE recorded > ?", (at.iso(),))[0]
    return (last if later is None else later - 1), last
