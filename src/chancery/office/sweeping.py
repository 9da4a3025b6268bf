"""What a killed writer left behind goes when the next one starts, and never while another is at work."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from chancery.archive.store import ByteStore
from chancery.office.settings import Settings

_LOCK = "writers.lock"


@contextmanager
def among_writers(settings: Settings) -> Iterator[None]:
    """Be one of the writers of the workspace: the first of them sweeps up unfinished files of those before.

    All writers share a lock on one file while they work; only who can have it alone may sweep. Where the system has no
    such locks nothing is swept, which costs room and nothing else.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    with (settings.workspace / _LOCK).open("wb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            pass
        else:
            ByteStore(settings.bytes_folder).sweep()
        fcntl.flock(file, fcntl.LOCK_SH)
        yield
