"""The queue of updates: numbered, kept until confirmed, handed out again on order."""

from __future__ import annotations

import json
import random
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.emulator.signal import Signal

NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass(slots=True, eq=False)
class Update:
    """One update; `at` orders it among all that happens."""

    id: int
    kind: str
    body: dict[str, Any]
    chat: int | None
    user: int | None
    at: int
    deliveries: int = 0
    confirmed: bool = False
    _raw: str = ""

    @property
    def raw(self) -> str:
        """The Update object as JSON."""
        if not self._raw:
            self._raw = json.dumps({"update_id": self.id, self.kind: self.body})
        return self._raw


@dataclass(slots=True)
class Updates:
    """All updates so far and those the bot has not confirmed."""

    every: list[Update] = field(default_factory=list)
    pending: deque[Update] = field(default_factory=deque)
    again: list[Update] = field(default_factory=list)
    allowed: set[str] | None = None
    shuffle: random.Random | None = None
    repeats: float = 0.0
    rng: random.Random = field(default_factory=lambda: random.Random(1))
    wake: Callable[[Update], None] = lambda update: None
    taken: Signal = field(default_factory=Signal)
    next_id: int = 500_000_001

    def push(
        self, kind: str, body: dict[str, Any], chat: int | None, user: int | None, at: int
    ) -> Update | None:
        """Queue an update, unless the bot did not allow its kind."""
        if kind in NOT_BY_DEFAULT if self.allowed is None else kind not in self.allowed:
            return None
        update = Update(self.next_id, kind, body, chat, user, at)
        self.next_id += 1
        self.every.append(update)
        self.pending.append(update)
        self.wake(update)
        return update

    def allow(self, kinds: list[str] | None) -> None:
        """Remember the kinds the bot wants; an empty list means the default, None changes nothing."""
        if kinds is not None:
            self.allowed = set(kinds) or None

    def confirm(self, offset: int) -> None:
        """Forget everything below `offset`; a negative one keeps that many of the newest."""
        if offset < 0:
            while len(self.pending) > -offset:
                self._forget(self.pending.popleft())
        while self.pending and self.pending[0].id < offset:
            self._forget(self.pending.popleft())
        self.taken.ring()

    def done(self, update: Update) -> None:
        """Forget one update: a webhook took it."""
        if self.pending and self.pending[0] is update:
            self.pending.popleft()
        elif update in self.pending:
            self.pending.remove(update)
        self._forget(update)
        self.taken.ring()

    def _forget(self, update: Update) -> None:
        update.confirmed = True
        if self.repeats and update.deliveries == 1 and self.rng.random() < self.repeats:
            self.repeat(update)

    def drop(self) -> None:
        """Forget all that waits."""
        self.pending.clear()
        self.again.clear()
        self.taken.ring()

    def repeat(self, update: Update) -> None:
        """Deliver an update once more, confirmed or not."""
        self.again.append(update)
        self.wake(update)

    def batch(self, limit: int) -> list[Update]:
        """Return what getUpdates hands out now."""
        again, self.again = self.again[:limit], self.again[limit:]
        count = min(limit - len(again), len(self.pending))
        found = again + [self.pending[index] for index in range(count)]
        for update in found:
            update.deliveries += 1
        return mixed(found, self.shuffle) if self.shuffle else found


def mixed(updates: list[Update], rng: random.Random) -> list[Update]:
    """Shuffle across chats; within a chat the order stays."""
    places = [update.chat for update in updates]
    rng.shuffle(places)
    lanes: dict[int | None, deque[Update]] = {}
    for update in updates:
        lanes.setdefault(update.chat, deque()).append(update)
    return [lanes[place].popleft() for place in places]
