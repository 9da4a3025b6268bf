"""The workspace: one folder with the bytes, and the register beside them or in a team's database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from chancery.archive.layers import text_layer
from chancery.archive.store import ByteStore
from chancery.office.settings import Settings
from chancery.register import Answers, Register, open_register
from chancery.terms.dates import Instant
from chancery.terms.document import TextLayer
from chancery.terms.errors import WorkspaceError


def open_for_writing(settings: Settings) -> Register:
    """The register of the workspace, made if there is none.

    Raises WorkspaceError W001, W002, W003, W005, W006 or W007, and for a database DatabaseError.
    """
    try:
        settings.workspace.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorkspaceError("W001", path=settings.workspace, reason=error.strerror or error) from error
    return open_register(settings.register, create=True)


def open_readonly(settings: Settings) -> Register:
    """The register of the workspace, for questions only.

    Raises WorkspaceError W002, W004, W006 or W007, and for a database DatabaseError.
    """
    if settings.database is None and not settings.ledger.exists():
        raise WorkspaceError("W004", path=settings.workspace)
    return open_register(settings.register, readonly=True)


def open_for_rebuilding(settings: Settings) -> Register:
    """The register of the workspace, though an older Chancery made it; none is made. Raises as above, and W004."""
    return open_register(settings.register, outdated=True)


def open_existing(settings: Settings) -> Register:
    """The register of the workspace, for judgements on what is there. Raises WorkspaceError W001 to W006, and for a
    database DatabaseError."""
    if settings.database is None and not settings.ledger.exists():
        raise WorkspaceError("W004", path=settings.workspace)
    return open_register(settings.register)


@contextmanager
def open_as_known(settings: Settings, known: Instant | None) -> Iterator[Answers]:
    """The register as it stood at an instant, or as it stands, for questions only.

    Raises WorkspaceError W002, W004, W005 or W006.
    """
    with open_readonly(settings) as register:
        if known is None:
            yield register
            return
        with register.known(known, folder=settings.past_folder) as past:
            yield past


def layer_of(settings: Settings, register: Answers, sha: str) -> TextLayer:
    """The text layer of a document, made anew from its archived bytes; the masked one where someone was forgotten."""
    masked = register.masked_text(sha)
    if masked is not None:
        return masked
    document = register.document(sha).document
    data = ByteStore(settings.bytes_folder).get(document.id)
    layer, _ = text_layer(data, document=document.id, media_type=document.media_type, source=document.source)
    return layer
