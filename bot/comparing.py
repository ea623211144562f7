"""Compare what was shared, changed or imported with what is there, so that doubles can be offered.

Outside of any turn, and only what changed: it reads on in the log of changes from a number that is stored, so
that what came in while the program stood still is compared too. Several processes may do this at once: the
first that moves the number on has compared, and what another found is let go.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

import structlog

from bot.keeper import Finder, IndexKeeper
from bot.trouble import where
from bot.worker import Worker
from domain.matching import DUPLICATE
from storage import doubles, search
from storage.database import Connection

log = structlog.get_logger()

LOOK = 2.0  # seconds between looks at what changed
READER = "doubles"
MOST_AT_ONCE = 20  # practices compared before what was found is stored
MOST_ALIKE = 5  # pairs kept of one practice
BREATH = 0.002  # seconds after each practice: comparing holds up nobody's turn


@dataclass(frozen=True)
class Found:
    """What practices are alike, as far as the log was read."""

    before: int
    number: int
    alike: Mapping[tuple[int, int], Mapping[int, float]]  # by organisation and practice


class Comparer:
    """Compares what changed since it last looked, until cancelled."""

    def __init__(self, worker: Worker, keeper: IndexKeeper, clock: Callable[[], datetime]) -> None:
        self._worker = worker
        self._keeper = keeper
        self._clock = clock
        self._done = -1

    async def run(self) -> None:
        """Compare until cancelled."""
        while True:
            try:
                busy = await self.look()
            except Exception as error:
                log.warning("practices could not be compared", reason=where(error))
                busy = False
            if not busy:
                await asyncio.sleep(LOOK)

    async def look(self) -> bool:
        """Compare the next practices that changed; False when there are none."""
        known = self._keeper.read_up_to
        if known == self._done:
            return False
        found = await self._worker.read(compare, self._keeper.finder, known)
        if found is None:
            self._done = known
            return False
        await self._worker.write(keep, found, self._clock())
        return True


def compare(connection: Connection, finder: Finder, known: int) -> Found | None:
    """Return what the next practices that changed are like; nothing beyond what the index knows is read."""
    before = search.read_up_to(connection, READER)
    changes = [one for one in search.changes_after(connection, before, MOST_AT_ONCE) if one.number <= known]
    if not changes:
        return None
    ids = sorted({one.practice_id for one in changes if one.practice_id is not None})
    alike: dict[tuple[int, int], Mapping[int, float]] = {}
    for entry in search.entries(connection, ids):
        near = _near(connection, finder, entry) if entry.analyses else {}
        alike[entry.scope.organisation, entry.practice_id] = near
        time.sleep(BREATH)
    return Found(before, changes[-1].number, alike)


def _near(connection: Connection, finder: Finder, entry: search.Entry) -> dict[int, float]:
    document = search.documents(connection, entry.practice_id)[0]
    hits = finder.similar(document, entry.scope, MOST_ALIKE)
    return {int(hit.id): hit.confidence for hit in hits if hit.confidence >= DUPLICATE}


def keep(connection: Connection, found: Found, now: datetime) -> None:
    """Store what is alike, unless another process did; what is gone by now makes this fail, to run again."""
    if search.read_on(connection, READER, found.before, found.number):
        for (organisation_id, practice_id), near in found.alike.items():
            doubles.note(connection, organisation_id, practice_id, near, now)
