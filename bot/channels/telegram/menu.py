"""The menu of commands: in both languages for everybody, and with more in it for those with a role."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine, Iterable
from typing import Any

import structlog
from telegram.error import TelegramError

from bot.channels.channel import TELEGRAM
from bot.channels.telegram.api import Api
from bot.worker import Worker
from content import speech
from domain.people import LANGUAGES, Member, Role
from handlers.kit.routes import Command, Routes
from handlers.kit.turn import Incoming
from storage import members

log = structlog.get_logger()


class Menu:
    """Tells Telegram which commands there are. Best effort: everything in it can be typed without it."""

    def __init__(self, api: Api, routes: Routes, worker: Worker, default_language: str) -> None:
        self._api = api
        self._commands: tuple[Command, ...] = tuple(one for one in routes.commands.values() if one.menu)
        self._worker = worker
        self._default_language = default_language
        self._met: set[str] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    def publish(self) -> None:
        """Set the menu that everybody sees; nobody waits for it."""
        self._soon(self._publish())

    async def _publish(self) -> None:
        for code, language in (("", self._default_language), *((one, one) for one in LANGUAGES)):
            await self._set(self._for(Role.member), language, {"language_code": code} if code else {})

    def met(self, incoming: Incoming) -> None:
        """See to the menu of somebody who speaks for the first time since the start, or who joins."""
        if incoming.address not in self._met or incoming.text.startswith("/start"):
            self._met.add(incoming.address)
            self._soon(self._greet(incoming.address))

    def _soon(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def stop(self) -> None:
        """Let go of menus that are still being set."""
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _greet(self, address: str) -> None:
        try:
            member: Member | None = await self._worker.read(members.at_address, TELEGRAM, address)
        except Exception as error:
            log.warning("a menu could not be looked up", error=type(error).__name__)
            return
        if member is None:
            self._met.discard(address)  # a stranger, who may join in a moment
            return
        commands = self._for(member.role)
        if commands != self._for(Role.member):
            scope = json.dumps({"type": "chat", "chat_id": int(address)})
            await self._set(commands, member.language, {"scope": scope})

    def _for(self, role: Role) -> list[Command]:
        return [one for one in self._commands if role in one.roles]

    async def _set(self, commands: Iterable[Command], language: str, given: dict[str, Any]) -> None:
        spelled = (speech.command_words(one.name, language) for one in commands)
        entries = [{"command": word, "description": about} for word, about in spelled]
        if not entries:
            return
        try:
            await self._api.call("setMyCommands", commands=json.dumps(entries), **given)
        except TelegramError as error:
            log.warning("a menu could not be set", error=type(error).__name__)
