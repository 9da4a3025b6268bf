"""Where the workspace is, and nothing else that a room would have to look up."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

WORKSPACE_VARIABLE = "CHANCERY_WORKSPACE"
DEFAULT_WORKSPACE = "chancery-workspace"


@dataclass(frozen=True, slots=True)
class Settings:
    """What one run of Chancery was told."""

    workspace: Path

    @property
    def ledger(self) -> Path:
        return self.workspace / "register.sqlite"

    @property
    def bytes_folder(self) -> Path:
        return self.workspace / "archive"
