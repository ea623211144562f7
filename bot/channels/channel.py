"""What a channel is to the rest of the program: a way to send, and the meaning of what came of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Protocol

from bot.render import Spoken
from domain.delivery import Delivery

TELEGRAM, WEB, TALK = "telegram", "web", "talk"
PULL_CHANNELS = frozenset({WEB, TALK})  # they read their messages from storage; to the others they are sent


class Fate(StrEnum):
    """What became of one message."""

    sent = "sent"
    not_sent = "not_sent"  # certainly not: it may be said again
    unknown = "unknown"  # nobody knows: said once more, flagged
    gone = "gone"  # the person cannot be reached there any more
    moved = "moved"  # the address has another name now
    failed = "failed"  # refused as it is; our mistake


@dataclass(frozen=True)
class Sent:
    """The fate of one message, and what the channel says about it."""

    fate: Fate
    message: str = ""  # what the channel calls the message
    wait: timedelta | None = None  # how long the channel asks us to wait
    moved_to: str = ""
    error: str = ""  # a kind of trouble, never anybody's words


class FileGone(Exception):
    """A file that somebody handed over is not there any more."""


class FileAway(Exception):
    """A file that somebody handed over cannot be fetched now, and perhaps later."""


class Pause:
    """After "too many requests" the whole bot is silent until the moment Telegram named."""

    def __init__(self) -> None:
        self._until = 0.0
        self.tell: Callable[[float], None] | None = None  # whoever lets the other processes know

    @property
    def left(self) -> float:
        """The seconds that are left, 0 when there is no pause."""
        return max(0.0, self._until - asyncio.get_running_loop().time())

    def begin(self, seconds: float) -> None:
        """Be silent for this long; a pause that ends later stays."""
        self._until = max(self._until, asyncio.get_running_loop().time() + seconds)
        if self.tell is not None:
            self.tell(seconds)

    async def over(self) -> None:
        """Wait until the pause is over."""
        while left := self.left:  # noqa: ASYNC110 - it may be made longer while we wait
            await asyncio.sleep(left)


class PushChannel(Protocol):
    """A channel that messages are sent to, such as Telegram."""

    name: str
    most_units: int  # the longest message, in UTF-16 units
    pause: Pause

    def rest(self, address: str) -> timedelta:
        """Return how long an address is left alone after a message."""
        ...

    async def send(self, delivery: Delivery, spoken: Spoken) -> Sent:
        """Say one message, or edit `delivery.target`; every trouble comes back as a fate, never raised."""
        ...
