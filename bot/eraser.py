"""Erase who left, in the background: in steps that nobody waits for, until the files are clean too."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import datetime

import structlog

from bot.ledger import Ledger
from bot.trouble import where
from bot.worker import Worker
from handlers.kit import World
from handlers.kit.erasing import erase_some
from storage import erasure
from storage.database import Connection
from storage.erasure import Erasure

log = structlog.get_logger()

LOOK = 1.0  # seconds between looks for somebody who left
SLICE = 0.05  # seconds that one step may take
BREATH = 0.005  # seconds between steps
ROWS = 50  # in the first step; more or fewer as it turns out
FEWEST, MOST = 5, 1000
AGAIN = 30.0  # seconds until the files are tried again when somebody was reading


class Eraser:
    """Goes on with every erasure there is, also one that a stop cut off."""

    def __init__(self, worker: Worker, world: World, ledger: Ledger, clock: Callable[[], datetime]) -> None:
        self._worker = worker
        self._world = world
        self._ledger = ledger
        self._clock = clock
        self._dirty = False
        self._rows = ROWS

    async def run(self) -> None:
        """Erase until cancelled."""
        while True:
            try:
                await self.finish()
                pause = AGAIN if self._dirty else LOOK
            except Exception as error:
                log.warning("an erasure goes on later", reason=where(error))
                pause = LOOK
            await asyncio.sleep(pause)

    async def finish(self) -> int:
        """Erase everybody who left; return how many are done. One whose farewell is under way stays."""
        waiting = await self._worker.read(erasure.open_erasures)
        for one in waiting:
            await self._erase(one)
        if waiting or self._dirty:
            self._dirty = not await asyncio.to_thread(self._worker.database.scrub)
        left = {one.id for one in await self._worker.read(erasure.open_erasures)} if waiting else set()
        return sum(one.id not in left for one in waiting)

    async def _erase(self, one: Erasure) -> None:
        if not one.noted:
            await asyncio.to_thread(
                self._ledger.add,
                one.subject.public_id,
                one.subject.addresses,
                keep_practices=one.keep_practices,
                at=one.asked_at,
            )
            marks = await self._worker.read(_marks, one)
            await self._worker.write(erasure.note_marks, one, marks)
        going = True
        while going:
            going, took = await self._worker.write(self._step, one.id)
            self._rows = _fitting(self._rows, took)
            await asyncio.sleep(BREATH)

    def _step(self, connection: Connection, erasure_id: int) -> tuple[bool, float]:
        begun = time.perf_counter()
        going = erase_some(connection, self._world, erasure_id, self._rows, self._clock())
        return going, time.perf_counter() - begun


def _marks(connection: Connection, one: Erasure) -> list[str]:
    return erasure.marks_of(connection, one.member_id, keep_practices=one.keep_practices)


def _fitting(rows: int, took: float) -> int:
    """Return how many rows the next step should take: fewer when it took long, more if not."""
    if took > SLICE:
        return max(FEWEST, rows // 2)
    return min(MOST, rows + rows // 4) if took < SLICE / 4 else rows
