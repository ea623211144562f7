"""The pace of one channel as a process keeps it: what waits reserves room, replies are booked afterwards."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.worker import Worker
from domain import pace
from domain.pace import Grant, Meter
from storage import meters

AT_ONCE = 0.05  # seconds' worth of messages that are reserved together
KEPT = 1.0  # seconds that what was reserved may be used


class Pacer:
    """Keeps the pace that all processes share, without a database between a person and their reply."""

    def __init__(
        self, worker: Worker, channel: str, per_second: float, clock: Callable[[], datetime]
    ) -> None:
        self.channel = channel
        self.per_second = per_second
        self._worker = worker
        self._clock = clock
        self._reserved = 0
        self._good_until = 0.0
        self._unbooked = 0
        self._next = 0.0  # when the next reply of this process would be at an even pace
        self._replies_from = 0.0  # told by the meter

    # --- what waits ----------------------------------------------------------------------------------

    @property
    def ready(self) -> int:
        """How many of what waits may be said now, as was reserved before."""
        return self._reserved if asyncio.get_running_loop().time() <= self._good_until else 0

    def together(self, room: int) -> int:
        """Return for how many to reserve room at once."""
        return max(room, int(self.per_second * AT_ONCE))

    async def spend(self, said: int, grant: Grant | None) -> None:
        """Note how many were said; wait for the moment of what was reserved just now, if that is to come."""
        if grant is None:
            # When there was nothing to say, others were quicker: the room is given up.
            self._reserved = self._reserved - said if said else 0
            return
        await asyncio.sleep(max(0.0, (grant.at - self._clock()).total_seconds()))
        self._reserved = grant.count - said
        self._good_until = asyncio.get_running_loop().time() + KEPT

    # --- replies -------------------------------------------------------------------------------------

    async def reply(self) -> None:
        """Wait, if need be, until a reply may go out; it is booked with what comes of it."""
        now = asyncio.get_running_loop().time()
        even = max(self._next, now)
        soonest = max(even - pace.BURST.total_seconds(), self._replies_from)
        self._next = even + 1 / self.per_second
        self._unbooked += 1
        if soonest > now:
            await asyncio.sleep(soonest - now)

    def take_unbooked(self) -> int:
        """Return how many replies are still to be booked; whoever asks books them."""
        count, self._unbooked = self._unbooked, 0
        return count

    def heard(self, meter: Meter) -> None:
        """Learn from the meter how far all processes together are."""
        now = self._clock()
        wait = (pace.replies_from(meter, now) - now).total_seconds()
        self._replies_from = asyncio.get_running_loop().time() + wait if wait > 0 else 0.0

    async def pause(self, seconds: float) -> None:
        """Let every other process be silent too."""
        now = self._clock()
        await self._worker.write(meters.pause, self.channel, now + timedelta(seconds=seconds), now)
