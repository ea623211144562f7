"""The program without its channels: storage, index and engine, for the bot, the terminal and the tests."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from bot.embeddings import Endpoint


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
    endpoint = _endpoint(settings)
    finder = Finder(endpoint.model if endpoint else "")
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
        engine = Engine(worker, routes(), world, keeper, speaker, clock)
        if endpoint is not None:
            from bot.embeddings import PracticeVectors, QuestionVectors

            engine.question_vectors = QuestionVectors(endpoint, worker, world, engine.routes)
            engine.practice_vectors = PracticeVectors(endpoint, worker, keeper, owner, clock)
        yield engine, worker, speaker
    finally:
        if endpoint is not None:
            await endpoint.close()
        worker.close()


def _endpoint(settings: Settings) -> Endpoint | None:
    """Return the service that makes vectors, when there is one."""
    url = settings.embeddings_url.get_secret_value()
    if not url:
        return None
    from bot.embeddings import Endpoint

    return Endpoint(url, settings.embeddings_model, settings.embeddings_key.get_secret_value())
