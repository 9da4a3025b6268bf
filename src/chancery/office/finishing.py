"""What forgetting leaves to be done outside the ledger; doing it twice is doing it once."""

from __future__ import annotations

from chancery.archive.store import ByteStore
from chancery.office.settings import Settings
from chancery.register import Register
from chancery.register.past_files import drop_past_files

_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "latin-1")  # in which a name is looked for in bytes of no document


def finish_forgetting(settings: Settings, register: Register) -> int:
    """Do what is left, if anything is; gives how many documents' bytes went. Raises WorkspaceError W001 or W003."""
    store = ByteStore(settings.bytes_folder)
    if not register.unfinished():
        # A reading that was stopped may have left bytes that its document is not to keep.
        masked = register.masked_documents()
        return sum(store.remove(sha) for sha in masked if not register.keeps_bytes(sha))
    drop_past_files(settings.past_folder)
    removed = _remove_bytes(store, register)
    register.scrub()
    register.finished()
    return removed


def _remove_bytes(store: ByteStore, register: Register) -> int:
    removed = 0
    for sha in list(store.digests()):
        goes = (
            not register.keeps_bytes(sha) if register.knows_document(sha) else _names_someone(store.get(sha), register)
        )
        if goes:
            removed += store.remove(sha)
    return removed


def _names_someone(data: bytes, register: Register) -> bool:
    """Whether bytes that no document of the ledger has (its reading failed, or was stopped) hold a forgotten name."""
    return any(register.is_withheld_name(data.decode(encoding, "replace")) for encoding in _ENCODINGS)
