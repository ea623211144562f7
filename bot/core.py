"""The program without its channels: storage, index and engine, for the bot, the terminal and the tests."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime

from bot.channels.channel import PULL_CHANNELS
from bot.clock import utc_now
from bot.engine import Engine
from bot.guarding import known_names
from bot.keeper import Finder, IndexKeeper
from bot.opening import open_database
from bot.settings import Settings
from bot.speaker import Speaker
from bot.vocabulary import Vocabulary
from bot.worker import Worker
from handlers.capabilities import routes
from handlers.kit import World
from handlers.kit.originals import Originals
from storage.database import Database


@asynccontextmanager
async def core(
    settings: Settings, *, clock: Callable[[], datetime] = utc_now, alone: bool = True
) -> AsyncIterator[tuple[Engine, Worker, Speaker]]:
    """Run the program without its channels: turns can be taken, and nothing is sent yet."""
    with open_database(settings) as database:
        async with _core(settings, database, clock, alone=alone) as made:
            yield made


@asynccontextmanager
async def _core(
    settings: Settings, database: Database, clock: Callable[[], datetime], *, alone: bool
) -> AsyncIterator[tuple[Engine, Worker, Speaker]]:
    worker = Worker(database)
    finder = Finder()
    keeper = IndexKeeper(worker, finder)
    owner = secrets.token_hex(8)
    world = World(
        finder=finder,
        vocabulary=Vocabulary(),
        originals=Originals(),
        owner=owner,
        public_url=settings.address,
        default_language=settings.default_language,
        timezone=settings.timezone,
        names=known_names(),
    )
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
        await keeper.load()
        yield Engine(worker, routes(), world, keeper, speaker, clock), worker, speaker
    finally:
        worker.close()
