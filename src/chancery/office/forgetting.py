"""Forgetting in the workspace: the ledger first, in one step; then bytes, folds of the past and freed pages.

A stop between the two leaves the ledger without the person and a mark that the rest is to be done; whatever writes to
the workspace next goes on with it.
"""

from __future__ import annotations

from functools import partial

import msgspec

from chancery.archive.store import ByteStore
from chancery.office.daily import utc_now
from chancery.office.finishing import finish_forgetting
from chancery.office.settings import Settings
from chancery.office.workspace import layer_of, open_for_writing, open_readonly
from chancery.register.forgetting.changes import ForgettingPlan


class Forgetting(msgspec.Struct, frozen=True, kw_only=True):
    """What is or would be erased. `bytes` counts documents whose bytes go; `done` tells which of the two it is.

    Without a `plan` the person was forgotten before, and what was left of it is done now.
    """

    plan: ForgettingPlan | None
    bytes: int
    done: bool


def forgetting_of(settings: Settings, person: str, *, keep_bytes: bool = False) -> Forgetting:
    """What forgetting would erase; nothing is written. Raises QuestionError Q001, Q003 or Q006."""
    with open_readonly(settings) as register:
        plan = register.plan_forgetting(person, partial(layer_of, settings, register))
    store = ByteStore(settings.bytes_folder)
    going = 0 if keep_bytes else sum(1 for sha in plan.documents if sha in store)
    return Forgetting(plan=plan, bytes=going, done=False)


def forget(settings: Settings, person: str, *, keep_bytes: bool = False, by: str, why: str = "") -> Forgetting:
    """Take the person out of the workspace. Asked again after a stop, it does what was left.

    Raises QuestionError Q001, Q003 or Q006 (forgotten already, with nothing left to do), WorkspaceError W003 or W005.
    """
    with open_readonly(settings):
        pass  # a workspace that is not there is told, not made
    with open_for_writing(settings) as register:
        left = register.unfinished()
        removed = finish_forgetting(settings, register)
        if left and register.is_withheld_name(person):
            return Forgetting(plan=None, bytes=removed, done=True)
        layers = partial(layer_of, settings, register)
        forgotten = register.forget(person, layers, keep_bytes=keep_bytes, by=by, why=why, at=utc_now())
        removed = finish_forgetting(settings, register)
        register.resolve(at=utc_now())
        register.scrub()  # the resolver may have erased what it derived from before
        return Forgetting(plan=forgotten.plan, bytes=removed, done=True)
