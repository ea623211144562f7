"""Telegram's speed limits: one message a second in a chat, thirty a second in all."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from tests.emulator.refusal import RefusedError


@dataclass(slots=True)
class Pace:
    """A leaky bucket: `rate` per second on average, `burst` at once."""

    rate: float
    burst: int
    full_until: float = 0.0

    def wait(self, now: float) -> float:
        """Return the seconds until there is room, 0 if there is."""
        return max(0.0, max(self.full_until, now) - now - (self.burst - 1) / self.rate)

    def take(self, now: float) -> None:
        """Fill one place."""
        self.full_until = max(self.full_until, now) + 1 / self.rate


@dataclass(slots=True)
class Flood:
    """The limits on messages; Telegram does not publish exact figures, so they can be set."""

    per_chat: float = 1.0
    chat_burst: int = 3
    overall: float = 30.0
    overall_burst: int = 30
    group_per_minute: float = 20.0
    _chats: dict[int, Pace] = field(default_factory=dict)
    _all: Pace | None = None

    def check(self, chat: int, now: float) -> None:
        """Count a message to `chat` at `now` (seconds), or raise the 429 that says how long to wait."""
        if self._all is None:
            self._all = Pace(self.overall, self.overall_burst)
        pace = self._chats.get(chat) or self._chats.setdefault(chat, self._pace(chat))
        wait = max(pace.wait(now), self._all.wait(now))
        if wait > 1e-6:
            seconds = math.ceil(wait)
            raise RefusedError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
        pace.take(now)
        self._all.take(now)

    def _pace(self, chat: int) -> Pace:
        if chat < 0:
            return Pace(self.group_per_minute / 60, int(self.group_per_minute))
        return Pace(self.per_chat, self.chat_burst)
