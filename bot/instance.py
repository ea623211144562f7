"""One program per SQLite file: the second one refuses to start and says why."""

from __future__ import annotations

import fcntl
from pathlib import Path
from typing import IO


class AlreadyRunning(Exception):
    """Another process holds the lock of this file."""


class InstanceLock:
    """A lock the system takes back when the process dies, however it dies."""

    def __init__(self, database: Path) -> None:
        self.file = database.with_name(database.name + ".lock")
        self._held: IO[str] | None = None

    def take(self) -> None:
        """Take the lock, or raise AlreadyRunning."""
        held = self.file.open("a")
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            held.close()
            raise AlreadyRunning(str(self.file)) from None
        self._held = held

    def release(self) -> None:
        """Give the lock back."""
        if self._held is not None:
            self._held.close()
            self._held = None
