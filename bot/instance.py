"""One program per SQLite file: the second one refuses to start and says why."""

from __future__ import annotations

import fcntl
from pathlib import Path
from typing import IO

from bot.trouble import Trouble


class InstanceLock:
    """A lock the system takes back when the process dies, however it dies."""

    def __init__(self, database: Path) -> None:
        self.database = database
        self.file = database.with_name(database.name + ".lock")
        self._held: IO[str] | None = None

    def take(self) -> None:
        """Take the lock, or raise Trouble: another process holds it."""
        held = self.file.open("a")
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            held.close()
            raise Trouble("run-already", file=str(self.database)) from None
        self._held = held

    def release(self) -> None:
        """Give the lock back."""
        if self._held is not None:
            self._held.close()
            self._held = None
