"""The program without its channels: storage, index and engine, for the bot, the terminal and the tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import TYPE_CHECKING

from bot.clock import utc_now
from bot.engine import Engine
from bot.eraser import Eraser
from bot.guarding import known_names
from bot.keeper import Finder, IndexKeeper
from bot.ledger import Ledger
from bot.sending import Sending, sending
from bot.settings import Settings
from bot.speaker import Speaker
from bot.vocabulary import Vocabulary
from bot.worker import Worker
from handlers.capabilities import routes
from handlers.kit import World
from handlers.kit.originals import Originals

if TYPE_CHECKING:
    from bot.embeddings import Endpoint


@asynccontextmanager
async def core(
    settings: Settings, *, clock: Callable[[], datetime] = utc_now, alone: bool = True
) -> AsyncIterator[tuple[Engine, Worker, Speaker]]:
    """Run the program without its channels: turns can be taken, and nothing is sent yet."""
    async with sending(settings, clock=clock, alone=alone) as out, engine(settings, out) as made:
        yield made, out.worker, out.speaker


@asynccontextmanager
async def engine(settings: Settings, out: Sending) -> AsyncIterator[Engine]:
    """Make ready who takes turns, beside what sends."""
    endpoint = _endpoint(settings)
    try:
        # The word lists take a third of a second, and what waits is being said meanwhile.
        finder = await asyncio.to_thread(Finder, endpoint.model if endpoint else "")
        keeper = IndexKeeper(out.worker, finder)
        world = World(
            finder=finder,
            vocabulary=Vocabulary(),
            originals=Originals(),
            owner=out.owner,
            public_url=settings.address,
            default_language=settings.default_language,
            timezone=settings.timezone,
            names=known_names(),
            kept=settings.kept,
        )
        await keeper.load()
        made = Engine(out.worker, routes(settings.kept), world, keeper, out.speaker, out.clock)
        ledger = Ledger(settings.ledger_file, settings.key())
        made.eraser = Eraser(out.worker, world, ledger, out.clock)
        if out.restored:
            await made.eraser.finish(at_once=True)
            await keeper.catch_up()
        if endpoint is not None:
            from bot.embeddings import PracticeVectors, QuestionVectors

            made.question_vectors = QuestionVectors(endpoint, out.worker, world, made.routes)
            made.practice_vectors = PracticeVectors(endpoint, out.worker, keeper, out.owner, out.clock)
        yield made
    finally:
        if endpoint is not None:
            await endpoint.close()


def _endpoint(settings: Settings) -> Endpoint | None:
    """Return the service that makes vectors, when there is one."""
    url = settings.embeddings_url.get_secret_value()
    if not url:
        return None
    from bot.embeddings import Endpoint

    return Endpoint(url, settings.embeddings_model, settings.embeddings_key.get_secret_value())
