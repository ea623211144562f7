"""Fetch the picture or document that a coordinator sent, where the channel keeps it, and look into it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime

import structlog

from bot.channels.channel import FileAway, FileGone
from bot.trouble import where
from bot.worker import Worker
from domain.attachments import Unfit, UnfitFile, look
from storage import attachments
from storage.attachments import GIVEN_UP, Wanted

log = structlog.get_logger()

LOOK = 1.0  # seconds between looks for a file that is to be fetched

Fetch = Callable[[str], Awaitable[bytes]]


class Attaching:
    """Fetches one file at a time, until cancelled."""

    def __init__(self, worker: Worker, clock: Callable[[], datetime]) -> None:
        self.channels: dict[str, Fetch] = {}
        self._worker = worker
        self._clock = clock

    async def run(self) -> None:
        """Fetch until cancelled."""
        while True:
            try:
                busy = await self.look()
            except Exception as error:
                log.warning("a file could not be fetched", reason=where(error))
                busy = False
            if not busy:
                await asyncio.sleep(LOOK)

    async def look(self) -> bool:
        """Fetch the file that waits longest; False when none waits."""
        if not self.channels:
            return False
        wanted = await self._worker.write(attachments.wanted, tuple(self.channels), self._clock())
        if wanted is None:
            return False
        try:
            looked = await asyncio.to_thread(look, await self.channels[wanted.channel](wanted.reference))
        except UnfitFile as error:
            await self._worker.write(attachments.refused, wanted.id, error.why)
        except FileGone:
            await self._worker.write(attachments.refused, wanted.id, Unfit.gone)
        except FileAway:
            await self._later(wanted)
        else:
            await self._worker.write(attachments.fetched, wanted.id, looked)
        return True

    async def _later(self, wanted: Wanted) -> None:
        """Leave it for another try, a while long."""
        if self._clock() - wanted.at > GIVEN_UP:
            await self._worker.write(attachments.refused, wanted.id, Unfit.gone)
