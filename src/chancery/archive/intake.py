"""Taking one file in: its bytes are kept under their digest, once a text layer could be made of them."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable

import msgspec

from chancery.archive.layers import text_layer
from chancery.archive.limits import MAX_BYTES
from chancery.archive.sources import Sources, find_sources, media_type_of
from chancery.archive.store import ByteStore
from chancery.terms.dates import Instant
from chancery.terms.document import Document, TextLayer
from chancery.terms.errors import IntakeError

__all__ = ["Capture", "Sources", "find_sources", "take_in"]


class Capture(msgspec.Struct, frozen=True, kw_only=True):
    """One document as it was taken in: what the page says about itself, and its text."""

    document: Document
    layer: TextLayer


def take_in(
    source: str,
    *,
    store: ByteStore,
    now: Instant,
    media_type: str | None = None,
    withheld: Callable[[str], bool] = lambda sha: False,
) -> Capture:
    """Read the file, make its text layer, and keep its bytes in the store.

    `media_type` is told by the ending of the name if it is not given; `withheld` tells of a SHA-256 whether its bytes
    are not to come in again. Nothing is kept of a file that is refused.
    Raises IntakeError (A001 to A009, A011 to A013; see `terms.errors`), and WorkspaceError W001 or W005 where the store
    takes no more.
    """
    media_type = media_type or media_type_of(source)
    if media_type is None:
        raise IntakeError("A007", path=source)
    data = _read(source)
    sha = hashlib.sha256(data).hexdigest()
    if withheld(sha):
        raise IntakeError("A013", path=source)
    layer, facts = text_layer(data, document=sha, media_type=media_type, source=source)
    store.put(data)
    document = Document(
        id=sha,
        source=source,
        media_type=media_type,
        size=len(data),
        captured=now,
        title=facts.title,
        dateline=facts.dateline,
        publisher=facts.publisher,
        published=facts.published,
        language=layer.language,
        category=facts.category,
        tags=facts.tags,
        links=facts.links,
    )
    return Capture(document=document, layer=layer)


def _read(source: str) -> bytes:
    """The bytes of an ordinary file of at most MAX_BYTES. Raises IntakeError A001, A002, A003, A006, A007 or A011."""
    try:
        # Without waiting: a pipe under a text file's name would keep the batch for ever.
        descriptor = os.open(source, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise IntakeError("A007", path=source)
            if status.st_size > MAX_BYTES:
                raise IntakeError("A006", path=source, size=status.st_size, limit=MAX_BYTES)
            data = file.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise IntakeError("A001", path=source) from error
    except PermissionError as error:
        raise IntakeError("A002", path=source) from error
    except IsADirectoryError as error:
        raise IntakeError("A007", path=source) from error
    except OSError as error:
        raise IntakeError("A011", path=source, reason=error.strerror or error) from error
    if len(data) > MAX_BYTES:  # it grew while it was read
        raise IntakeError("A006", path=source, size=f"more than {MAX_BYTES}", limit=MAX_BYTES)
    if not data.strip(_BLANK):
        raise IntakeError("A003", path=source)
    return data


_BLANK = b" \t\r\n\x0b\x0c\xef\xbb\xbf"
