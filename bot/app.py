"""The whole program: storage, index, channels and clock, started in order and stopped in order."""

from __future__ import annotations

import asyncio
import gc
import signal
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import structlog
import uvicorn

from bot.channels.web import create_app
from bot.channels.who_am_i import TokenRefused
from bot.clock import utc_now
from bot.clockwork import make_clock
from bot.comparing import Comparer
from bot.core import core
from bot.engine import Engine
from bot.first_start import Links, prepare
from bot.instance import InstanceLock
from bot.pictures import PAINTER
from bot.practice_files.importer import Importer
from bot.settings import Settings
from bot.speaker import Speaker
from bot.trouble import Trouble
from bot.worker import Worker

if TYPE_CHECKING:
    from bot.channels.telegram import Telegram

log = structlog.get_logger()


@dataclass(frozen=True)
class Running:
    """What runs, for who started it."""

    settings: Settings
    engine: Engine
    worker: Worker
    speaker: Speaker
    telegram: Telegram | None
    links: Links | None


@asynccontextmanager
async def program(settings: Settings, clock: Callable[[], datetime] = utc_now) -> AsyncIterator[Running]:
    """Run everything but the web server's socket; leaving stops it in order and loses nothing."""
    async with AsyncExitStack() as stack:
        if settings.sqlite_file is not None:
            settings.sqlite_file.parent.mkdir(parents=True, exist_ok=True)
            lock = InstanceLock(settings.sqlite_file)
            lock.take()
            stack.callback(lock.release)
        engine, worker, speaker = await stack.enter_async_context(core(settings, clock=clock))
        links = await worker.write(
            prepare,
            engine.keeper.finder,
            settings.key(),
            settings.default_language,
            settings.timezone,
            engine.clock(),
        )
        await engine.keeper.catch_up()
        # Words, index and program stay: a collector that looks at all of them now and then makes people wait.
        gc.freeze()
        stack.push_async_callback(_cancelled, asyncio.create_task(engine.keeper.run(), name="index"))
        comparer = Comparer(worker, engine.keeper, engine.clock)
        stack.push_async_callback(_cancelled, asyncio.create_task(comparer.run(), name="doubles"))
        if engine.practice_vectors is not None:
            fetching = asyncio.create_task(engine.practice_vectors.run(), name="vectors")
            stack.push_async_callback(_cancelled, fetching)
        stack.callback(PAINTER.close)
        ticking = make_clock(worker, engine.routes.jobs, engine.clock)
        ticking.start()
        stack.callback(ticking.shutdown, wait=False)
        telegram = _telegram(settings, engine) if settings.token else None
        importer = Importer.of(engine)
        if telegram is not None:
            speaker.add(telegram.channel, settings.telegram_per_second)
            importer.channels[telegram.channel.name] = telegram.channel.fetch
        speaking = asyncio.create_task(speaker.run(), name="speaker")
        stack.push_async_callback(_cancelled, speaking)
        stack.push_async_callback(speaker.stop)
        stack.push_async_callback(_cancelled, asyncio.create_task(importer.run(), name="importer"))
        if telegram is not None:
            stack.push_async_callback(telegram.stop)
            try:
                await telegram.start()
            except TokenRefused:
                raise Trouble("run-bad-token", code=2) from None
        yield Running(settings, engine, worker, speaker, telegram, links)


def _telegram(settings: Settings, engine: Engine) -> Telegram:
    # The chat library takes long to read, and who has no bot starts without it.
    from bot.channels.telegram import Telegram

    return Telegram(settings, engine, engine.routes)


async def _cancelled(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait([task])


async def serve(settings: Settings, ready: Callable[[Running, int], None]) -> None:
    """Run until told to stop; `ready` is called with what runs and the port once people can come in."""
    async with program(settings) as running:
        app = create_app(
            settings=settings,
            engine=running.engine,
            worker=running.worker,
            speaker=running.speaker,
            extra_routes=running.telegram.web_routes() if running.telegram else (),
        )
        listening = _listen(settings)
        server = uvicorn.Server(
            uvicorn.Config(
                app,
                log_config=None,
                access_log=False,
                server_header=False,
                timeout_graceful_shutdown=3,
                lifespan="off",
                proxy_headers=bool(settings.public_url),
            )
        )
        ready(running, listening.getsockname()[1])
        await _until_stopped(server, listening, app.state.site.close)


def _listen(settings: Settings) -> socket.socket:
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
    except OSError:
        listening.close()
        raise Trouble("run-port-taken", host=settings.host, port=str(settings.port)) from None
    listening.listen(128)
    return listening


async def _until_stopped(server: uvicorn.Server, listening: socket.socket, close: Callable[[], None]) -> None:
    """Serve until a signal; the first one stops politely."""
    loop = asyncio.get_running_loop()

    def stop() -> None:
        close()  # the server waits for every answer, and a stream is one that does not end by itself
        server.should_exit = True

    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop)
    # Its public serve() takes the signals for itself and raises them again afterwards, which would cut off
    # the stopping of everything else.
    await server._serve([listening])
