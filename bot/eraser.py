"""Erase who left, in the background: in steps that nobody waits for, until the files are clean too."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

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
SLICE = 0.02  # seconds that a slice should take; the steps are cut so that it hardly ever takes 0.05
BREATH = 0.01  # seconds between slices at least, and as long as the slice took: half the time is for others
ROWS = 10  # in the first slice of a step; more or fewer as it turns out
FEWEST, MOST = 1, 500
AGAIN = 30.0  # seconds until the files are tried again when somebody was reading
SMALL = 16 * 1024 * 1024  # bytes of a file that is written anew in a moment; a larger one waits for the night
NIGHT = range(2, 5)  # hours in which nobody minds to wait for a second or two


class Eraser:
    """Goes on with every erasure there is, also one that a stop cut off."""

    def __init__(self, worker: Worker, world: World, ledger: Ledger, clock: Callable[[], datetime]) -> None:
        self._worker = worker
        self._world = world
        self._ledger = ledger
        self._clock = clock
        self._begun = False
        self._dirty = False
        self._emptied: set[int] = set()  # erasures since which the log of changes was emptied

    async def run(self) -> None:
        """Erase until cancelled."""
        while True:
            try:
                await self.finish()
                pause = AGAIN if self._dirty else LOOK
            except Exception as error:
                log.warning("an erasure goes on later", reason=where(error))
                pause = AGAIN
            await asyncio.sleep(pause)

    async def finish(self, *, at_once: bool = False) -> int:
        """Erase everybody who left, and then from the files; return how many are done.

        `at_once` writes a large file anew as well, such as before anybody is answered.
        """
        if not self._begun:
            await self._worker.write(erasure.begin_at_the_first_step)
            self._begun = True
        for one in await self._worker.read(erasure.open_erasures):
            await self._erase(one)
        done = await self._worker.read(erasure.are_done)
        self._dirty = bool(done)
        if done and (at_once or self._is_moment()):
            database = self._worker.database
            self._dirty = not await asyncio.to_thread(database.scrub, whole=database.is_sqlite)
            if not self._dirty:
                await self._worker.write(erasure.close, done)
        # In a large file the rest waits for the night; the log of changes does not.
        elif not self._emptied.issuperset(done) and await asyncio.to_thread(self._worker.database.scrub):
            self._emptied = set(done)
        return len(done)

    def _is_moment(self) -> bool:
        """Tell whether writing the files anew holds up nobody: they are small, or it is night."""
        file = self._worker.database.url.database
        if not self._worker.database.is_sqlite or file is None or Path(file).stat().st_size <= SMALL:
            return True
        return self._clock().astimezone(ZoneInfo(self._world.timezone)).hour in NIGHT

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
        rows, step = ROWS, -1
        while True:
            at, took = await self._worker.write(self._slice, one.id, rows)
            if at is None:
                return
            # What is a moment's work in one step is a second's in the next.
            rows = _fitting(rows, took) if at == step else ROWS
            step = at
            await asyncio.sleep(max(BREATH, took))

    def _slice(self, connection: Connection, erasure_id: int, rows: int) -> tuple[int | None, float]:
        begun = time.perf_counter()
        at = erase_some(connection, self._world, erasure_id, rows, self._clock())
        return at, time.perf_counter() - begun


def _marks(connection: Connection, one: Erasure) -> list[str]:
    return erasure.marks_of(connection, one.member_id, keep_practices=one.keep_practices)


def _fitting(rows: int, took: float) -> int:
    """Return how many rows the next step should take: fewer when it took long, more if not."""
    if took > SLICE:
        return max(FEWEST, rows // 2)
    return min(MOST, rows + 1 + rows // 3) if took < SLICE / 3 else rows
