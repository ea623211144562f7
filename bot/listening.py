"""Everything that makes the program more than a sender: turns, the index, the clock, and who comes in."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette

from bot.attaching import Attaching
from bot.channels.web import create_app
from bot.channels.who_am_i import TokenRefused
from bot.clockwork import make_clock
from bot.comparing import Comparer
from bot.core import engine
from bot.engine import Engine
from bot.first_start import Links, prepare
from bot.gate import Gate
from bot.guarding import known_names
from bot.practice_files.importer import Importer
from bot.sending import Sending
from bot.settings import Settings
from bot.speaker import Speaker
from bot.trouble import Trouble
from bot.worker import Worker
from domain.guard.shared import numbers
from domain.rhythm import holidays_of

if TYPE_CHECKING:
    from bot.channels.telegram.speak import TelegramChannel
    from bot.channels.telegram.telegram import Telegram


@dataclass(frozen=True)
class Running:
    """What runs, for who started it."""

    settings: Settings
    engine: Engine
    worker: Worker
    speaker: Speaker
    telegram: Telegram | None
    links: Links | None

    def pages(self, settings: Settings) -> Starlette:
        """Return what the web server serves."""
        return create_app(
            settings=settings,
            engine=self.engine,
            worker=self.worker,
            speaker=self.speaker,
            extra_routes=self.telegram.web_routes() if self.telegram else (),
        )


@asynccontextmanager
async def listening(
    settings: Settings, out: Sending, channel: TelegramChannel | None
) -> AsyncIterator[Running]:
    """Take turns, beside what is being sent already; leaving stops it in order."""
    async with AsyncExitStack() as stack:
        _run(stack, asyncio.to_thread(_read_ahead, out.clock()), "libraries")
        made = await stack.enter_async_context(engine(settings, out))
        made.gate = Gate(settings.turns_per_minute) if settings.turns_per_minute else None
        links = await out.worker.write(
            prepare,
            made.keeper.finder,
            settings.key(),
            settings.default_language,
            settings.timezone,
            made.clock(),
        )
        await made.keeper.catch_up()
        _run(stack, made.keeper.run(), "index")
        _run(stack, Comparer(out.worker, made.keeper, made.clock).run(), "doubles")
        if made.eraser is not None:
            _run(stack, made.eraser.run(), "eraser")
        if made.practice_vectors is not None:
            _run(stack, made.practice_vectors.run(), "vectors")
        ticking = make_clock(
            out.worker, made.routes.jobs, made.clock, (made.world.originals, made.world.uploads)
        )
        ticking.start()
        stack.callback(ticking.shutdown, wait=False)
        importer = Importer.of(made)
        attaching = Attaching(out.worker, made.clock)
        if channel is not None:
            importer.channels[channel.name] = attaching.channels[channel.name] = channel.fetch
        _run(stack, importer.run(), "importer")
        _run(stack, attaching.run(), "attaching")
        telegram = await _telegram(stack, settings, made, channel) if channel is not None else None
        yield Running(settings, made, out.worker, out.speaker, telegram, links)


def _read_ahead(now: datetime) -> None:
    """Read the libraries of holidays and numbers and the dictionary now: in the first turn all would wait."""
    holidays_of(now.year)
    numbers()
    known_names().ordinary("woord")


def _run(stack: AsyncExitStack, work: Coroutine[Any, Any, None], name: str) -> None:
    """Let something go on beside the rest until the program stops."""
    stack.push_async_callback(_cancelled, asyncio.create_task(work, name=name))


async def _cancelled(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait([task])


async def _telegram(
    stack: AsyncExitStack, settings: Settings, made: Engine, channel: TelegramChannel
) -> Telegram:
    # Who has no bot starts without the chat library.
    from bot.channels.telegram.telegram import Telegram

    telegram = Telegram(settings, made, made.routes, channel)
    stack.push_async_callback(telegram.stop)
    try:
        await telegram.start()
    except TokenRefused:
        raise Trouble("run-bad-token", code=2) from None
    return telegram
