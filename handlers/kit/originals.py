"""What somebody wrote before the guard, kept in memory only and for at most 15 minutes."""

from __future__ import annotations

from datetime import datetime, timedelta

KEPT = timedelta(minutes=15)


class Originals:
    """Unredacted texts by the name of their draft; never in a row, a log or another process."""

    def __init__(self) -> None:
        self._texts: dict[str, tuple[datetime, str]] = {}

    def keep(self, draft: str, original: str, now: datetime) -> None:
        """Keep `original` until `now` + 15 minutes."""
        self.forget_old(now)
        self._texts[draft] = (now + KEPT, original)

    def take(self, draft: str, now: datetime) -> str | None:
        """Return the original of `draft` and forget it; None when it is gone."""
        until, original = self._texts.pop(draft, (now, ""))
        return original if until > now else None

    def drop(self, draft: str) -> None:
        """Forget the original of a draft; again is harmless."""
        self._texts.pop(draft, None)

    def forget_old(self, now: datetime) -> None:
        """Forget what has been kept for 15 minutes."""
        for draft in [name for name, (until, _) in self._texts.items() if until <= now]:
            del self._texts[draft]
