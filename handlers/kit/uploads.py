"""Files that people hand over to us directly, kept in memory only and for at most 15 minutes."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta

KEPT = timedelta(minutes=15)
MOST = 8  # files at once; the oldest makes room


class Uploads:
    """The bytes of files by a name of ours; never in a row, a log, on disk or in another process."""

    def __init__(self) -> None:
        self._files: dict[str, tuple[datetime, bytes]] = {}

    def keep(self, data: bytes, now: datetime) -> str:
        """Keep a file until `now` + 15 minutes; return the name it has here."""
        self.forget_old(now)
        for oldest in list(self._files)[: len(self._files) + 1 - MOST]:
            self.drop(oldest)
        name = secrets.token_hex(16)
        self._files[name] = (now + KEPT, data)
        return name

    def get(self, name: str, now: datetime) -> bytes | None:
        """Return a file; None when it is gone."""
        until, data = self._files.get(name, (now, b""))
        return data if until > now else None

    def names(self) -> tuple[str, ...]:
        """Return the names of the files that are here."""
        return tuple(self._files)

    def drop(self, name: str) -> None:
        """Forget a file; again is harmless."""
        self._files.pop(name, None)

    def forget_old(self, now: datetime) -> None:
        """Forget what has been kept for 15 minutes."""
        for name, (until, _) in list(self._files.items()):
            if until <= now:
                self.drop(name)
