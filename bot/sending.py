"""What sends: the database, its threads and who speaks. It is all that the first second of a start reads.

After a crash people wait for what was being said, and the rest of the program takes longer to read than that.
A test holds this module to what it needs: tests/program/test_start.py.
"""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from bot.channels.channel import PULL_CHANNELS
from bot.clock import utc_now
from bot.opening import open_database
from bot.restored import begin_again
from bot.settings import Settings
from bot.speaker import Speaker
from bot.worker import Worker


@dataclass(frozen=True)
class Sending:
    """What can say what is stored; nobody can come in yet."""

    worker: Worker
    speaker: Speaker
    owner: str  # this process, in what it claims
    clock: Callable[[], datetime]
    restored: int  # people a restored copy brought back: they are erased before anything is sent


@asynccontextmanager
async def sending(
    settings: Settings, *, clock: Callable[[], datetime] = utc_now, alone: bool = True
) -> AsyncIterator[Sending]:
    """Open the database, ready to send; channels are added, and the speaker started, by the caller."""
    with open_database(settings) as database:
        worker = Worker(database)
        owner = secrets.token_hex(8)
        speaker = Speaker(
            worker,
            owner,
            settings.timezone,
            clock,
            alone=alone and database.is_sqlite,
            window=settings.telegram_window,
        )
        speaker.pull_channels = set(PULL_CHANNELS)
        try:
            restored = await begin_again(settings, worker, clock())
            yield Sending(worker, speaker, owner, clock, restored)
        finally:
            worker.close()
