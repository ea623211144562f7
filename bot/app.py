"""The whole program, started in order and stopped in order: what sends first, then all the rest."""

from __future__ import annotations

import asyncio
import gc
import signal
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import datetime
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from bot.clock import utc_now
from bot.instance import InstanceLock
from bot.pictures import PAINTER
from bot.sending import sending
from bot.settings import Settings
from bot.speaker import Speaker
from bot.trouble import Trouble
from bot.worker import Worker

if TYPE_CHECKING:
    import uvicorn

    from bot.channels.telegram.speak import TelegramChannel
    from bot.listening import Running


@asynccontextmanager
async def program(settings: Settings, clock: Callable[[], datetime] = utc_now) -> AsyncIterator[Running]:
    """Run everything but the web server's socket; leaving stops it in order and loses nothing."""
    async with AsyncExitStack() as stack:
        if settings.sqlite_file is not None:
            settings.sqlite_file.parent.mkdir(parents=True, exist_ok=True)
            lock = InstanceLock(settings.sqlite_file)
            lock.take()
            stack.callback(lock.release)
        out = await stack.enter_async_context(sending(settings, clock=clock))
        stack.callback(PAINTER.close)
        channel = _telegram(settings, out.worker) if settings.token else None
        if channel is not None:
            await channel.api.open()
            stack.push_async_callback(channel.api.close)
            out.speaker.add(channel, settings.telegram_per_second)
        ready = asyncio.Event()
        speaking = asyncio.create_task(_speak(out.speaker, ready), name="speaker")
        stack.push_async_callback(_cancelled, speaking)
        stack.push_async_callback(out.speaker.stop)
        if not out.restored:
            # What waits is being said from here on, while the rest of the program is read.
            ready.set()
        await asyncio.to_thread(import_module, "bot.listening")
        from bot.listening import listening

        running = await stack.enter_async_context(listening(settings, out, channel))
        # What waits in a restored copy may quote people who were erased: by now it does not any more.
        ready.set()
        # Words, index and program stay: a collector that looks at all of them now and then makes people wait.
        gc.freeze()
        yield running


async def _speak(speaker: Speaker, ready: asyncio.Event) -> None:
    await ready.wait()
    await speaker.run()


def _telegram(settings: Settings, worker: Worker) -> TelegramChannel:
    # The chat library takes long to read, and who has no bot starts without it.
    from bot.channels.telegram.api import Api
    from bot.channels.telegram.speak import TelegramChannel
    from bot.files import loading

    return TelegramChannel(Api(settings.token, settings.telegram_base_url), loading(worker))


async def _cancelled(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait([task])


async def serve(settings: Settings, ready: Callable[[Running, int], None]) -> None:
    """Run until told to stop; `ready` is called with what runs and the port once people can come in."""
    stopping = _Stopping()
    try:
        async with program(settings) as running:
            import uvicorn

            app = running.pages(settings)
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
            stopping.calls(partial(_close, server, app.state.site.close))
            # Its public serve() takes the signals for itself and raises them again afterwards, which would
            # cut off the stopping of everything else.
            await server._serve([listening])
    except asyncio.CancelledError:
        if not stopping.asked:
            raise


class _Stopping:
    """What a signal does: it breaks off the start of the program, in order; later, what was told here."""

    def __init__(self) -> None:
        self.asked = False
        task = asyncio.current_task()
        assert task is not None
        self._call: Callable[[], object] = task.cancel
        for number in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(number, self._stop)

    def calls(self, call: Callable[[], object]) -> None:
        """Do this at the next signal."""
        self._call = call

    def _stop(self) -> None:
        self.asked = True
        self._call()


def _close(server: uvicorn.Server, close: Callable[[], None]) -> None:
    close()  # the server waits for every answer, and a stream is one that does not end by itself
    server.should_exit = True


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
