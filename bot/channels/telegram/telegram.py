"""Telegram as a whole: who the bot is, how its updates come in, and the channel that speaks."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import structlog
from starlette.routing import Route
from telegram.error import TelegramError

from bot.channels.telegram.errors import Kind, meaning
from bot.channels.telegram.intake import (
    ALLOWED_JSON,
    LEASE,
    LEASE_SPAN,
    MOST_CONNECTIONS,
    Backoff,
    Door,
    Patience,
    Polling,
    Reader,
    webhook_route,
)
from bot.channels.telegram.menu import Menu
from bot.channels.telegram.promises import Promises
from bot.channels.telegram.read import ALLOWED
from bot.channels.telegram.speak import TelegramChannel
from bot.channels.who_am_i import TokenRefused, chat_link
from bot.engine import Engine
from bot.lanes import Lanes
from bot.render import phrase
from bot.settings import Mode, Settings
from bot.trouble import where
from content import speech
from handlers.kit.routes import Routes
from handlers.kit.take import Taken
from handlers.kit.turn import Incoming
from storage import leases

log = structlog.get_logger()

FIRST_TRY = 5.0  # seconds that the start of the program waits for Telegram
DRAIN = 4.0  # seconds that turns under way get at the end, and then as many for their answers


class Telegram:
    """Built once; `start` returns as soon as Telegram answers, or a moment later when it does not."""

    def __init__(
        self,
        settings: Settings,
        engine: Engine,
        routes: Routes,
        channel: TelegramChannel,
        patience: Patience | None = None,
    ) -> None:
        self.username = ""
        self._settings = settings
        self._engine = engine
        self._webhook = settings.telegram_mode is Mode.webhook
        self.channel = channel
        self.api = channel.api
        self.lanes = Lanes(self._handle)
        self.reader = Reader(self.lanes, self._answer_tap)
        self.promises = Promises(engine)
        self._menu = Menu(self.api, routes, engine.worker, settings.default_language)
        several = not engine.worker.database.is_sqlite
        self._polling = Polling(self.api, self.reader, self._hold if several else None, patience)
        self._door = Door.of(settings.key()) if self._webhook else None
        self._known = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._taking: asyncio.Future[bool] | None = None

    @property
    def link(self) -> str:
        """The start of a link into the chat; empty until Telegram has told who the bot is."""
        return chat_link(self.username) if self.username else ""

    def web_routes(self) -> list[Route]:
        """Return what the web server has to serve: the webhook's door, or nothing when we poll."""
        return [webhook_route(self.reader, self._door, self.promises)] if self._door else []

    async def start(self) -> None:
        """Begin; raises TokenRefused. While Telegram is away it keeps trying and everything else runs."""
        # Reading the words takes a few tenths of a second, which the first person should not wait.
        await asyncio.to_thread(speech.commands)
        await self.api.open()
        self._task = asyncio.create_task(self._run())
        self._task.add_done_callback(_tell_end)
        known = asyncio.create_task(self._known.wait())
        try:
            await asyncio.wait([known, self._task], timeout=FIRST_TRY, return_when=asyncio.FIRST_COMPLETED)
        finally:
            known.cancel()
        if self._task.done():
            self._task.result()

    async def stop(self) -> None:
        """Take nothing more in, finish what is under way and say it, and tell Telegram what was handled."""
        self._engine.speaker.rest()
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])
        if not await self.lanes.drain(DRAIN):
            log.warning("stopped while turns were still under way; they come again")
        if not self._webhook:
            await self._polling.confirm()
            await self._let_go()
        await self.promises.stop()
        await self._menu.stop()
        try:
            async with asyncio.timeout(DRAIN):
                await self._engine.speaker.settle()
        except TimeoutError:
            log.warning("stopped while answers were still being sent; they come again, flagged")
        await self.channel.stop()
        await self.api.close()

    async def _run(self) -> None:
        await self._introduce()
        self._menu.publish()
        if self._webhook:
            await self._open_door()
            return
        while True:
            try:
                await self._polling.run()
            except TokenRefused:
                raise
            except Exception as error:
                # Whatever it was: a bot that listens again is better than one that is silent.
                log.error("polling broke off and begins again", reason=where(error))
                await asyncio.sleep(1)

    async def _introduce(self) -> None:
        """Learn who the bot is."""
        backoff = Backoff()
        while not self._known.is_set():
            try:
                self.username = (await self.api.call("getMe"))["username"]
            except TelegramError as error:
                if meaning(error).kind is Kind.unauthorised:
                    raise TokenRefused from None
                log.warning("Telegram cannot be reached", error=type(error).__name__)
                await asyncio.sleep(backoff.next())
            else:
                self._engine.world = replace(self._engine.world, telegram_link=self.link)
                self._known.set()

    async def _open_door(self) -> None:
        """Tell Telegram where to bring updates, unless it knows: of several processes one does it."""
        assert self._door is not None
        url = self._settings.public_url + self._door.path
        backoff = Backoff()
        while True:
            try:
                now = await self.api.call("getWebhookInfo")
                if now.get("url") != url or set(now.get("allowed_updates", ())) != set(ALLOWED):
                    await self.api.call(
                        "setWebhook",
                        url=url,
                        secret_token=self._door.secret,
                        allowed_updates=ALLOWED_JSON,
                        max_connections=MOST_CONNECTIONS,
                    )
            except TelegramError as error:
                what = meaning(error)
                if what.kind is Kind.unauthorised:
                    raise TokenRefused from None
                log.warning("the webhook could not be set", error=type(error).__name__)
                await asyncio.sleep(backoff.next() if what.wait is None else what.wait)
            else:
                return

    async def _handle(self, incoming: Incoming) -> Taken:
        taken = await self._engine.handle(incoming)
        self._menu.met(incoming)
        return taken

    def _answer_tap(self, query: str, taken: Taken) -> None:
        told = next((one for one in taken.says if "toast" in one.payload), None)
        words = phrase(told.payload["toast"], told.language, self._settings.timezone) if told else ""
        self.channel.answer_tap(query, words)

    # --- of several processes one polls --------------------------------------------------------------

    async def _hold(self) -> bool:
        """Take or renew the lease on polling; without a database nobody polls."""
        engine = self._engine
        try:
            self._taking = asyncio.ensure_future(
                engine.worker.write(leases.take, LEASE, engine.world.owner, LEASE_SPAN, engine.clock())
            )
            return await asyncio.shield(self._taking)
        except Exception as error:
            log.warning("the lease on polling could not be taken", error=type(error).__name__)
            return False

    async def _let_go(self) -> None:
        if self._engine.worker.database.is_sqlite:
            return
        if self._taking is not None:
            # It is taken in a thread, whatever became of who asked; then only giving it up is the last word.
            await asyncio.wait([self._taking])
        try:
            await self._engine.worker.write(leases.release, LEASE, self._engine.world.owner)
        except Exception as error:
            log.info("the lease on polling runs out by itself", error=type(error).__name__)


def _tell_end(task: asyncio.Task[None]) -> None:
    """Say why Telegram stopped, so that a silent bot is not a riddle."""
    if not task.cancelled() and (error := task.exception()) is not None:
        log.error(
            "Telegram stopped", reason=str(error) if isinstance(error, TokenRefused) else type(error).__name__
        )
