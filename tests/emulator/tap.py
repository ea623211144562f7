"""Tapping buttons, inline and reply, own and other people's."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Protocol

from tests.emulator.chats import Chat, Json, Message
from tests.emulator.world import Query, World

if TYPE_CHECKING:
    from tests.emulator.groups import Group


class _Tapper(Protocol):
    world: World
    name: str
    id: int
    user: Json
    private: Chat
    mark: int

    def _acts(self) -> None: ...

    async def says(self, text: str, *, to: Group | None = None) -> Message: ...

    async def sends_contact(self, phone: str) -> Message: ...

    async def finds_button(
        self, label: str, message: Message | None, where: Group | None, within: float
    ) -> tuple[Message, Json]: ...

    async def forges(self, data: str, message: Message | None = None) -> Query: ...


class TapMixin:
    """What a person does with buttons."""

    async def taps(
        self: _Tapper,
        label: str,
        *,
        message: Message | None = None,
        where: Group | None = None,
        within: float = 5,
    ) -> Query:
        """Tap the newest button with this label, or the one under `message`, whoever's that is.

        Return the query, whose `answered()` waits for the bot's notice. A reply button says its text
        or shares a contact; its query is empty.
        """
        found, button = await self.finds_button(label, message, where, within)
        if "callback_data" in button:
            return await self.forges(button["callback_data"], found)
        if "request_contact" in button:
            await self.sends_contact("+31612345678")
        elif found.markup and "keyboard" in found.markup:
            await self.says(button["text"], to=where)
        else:
            raise AssertionError(
                f"tapping {button} sends nothing to the bot; look at message.button({label!r})"
            )
        return Query("", self.id, self.world.now(), button["text"])

    async def forges(
        self: _Tapper, data: str, message: Message | None = None, *, inaccessible: bool = False
    ) -> Query:
        """Send any callback data, as a tap on `message` or on the bot's last one.

        Of an `inaccessible` message the bot learns only chat and number, as of very old ones.
        """
        mine = [each for each in self.private.messages.values() if each.from_bot and not each.deleted]
        target = message or mine[-1]
        query = Query(str(self.world.number() + 4_000_000_000), self.id, self.world.now(), data)
        self.world.queries[query.id] = query
        self._acts()
        body: Json = {
            "id": query.id,
            "from": self.user,
            "chat_instance": str(target.chat.id),
            "data": data,
        }
        if target.inline_id:
            body["inline_message_id"] = target.inline_id
        elif inaccessible:
            body["message"] = {"chat": target.chat.json, "message_id": target.id, "date": 0}
        else:
            body["message"] = target.json()
        self.world.push("callback_query", body, target.chat.id, self.id)
        await asyncio.sleep(0)
        return query

    async def finds_button(
        self: _Tapper, label: str, message: Message | None, where: Group | None, within: float
    ) -> tuple[Message, Json]:
        """Wait for a button and return its message with it."""
        chat = message.chat if message else where.chat if where else self.private
        until = time.monotonic() + within
        while True:
            for each in [message] if message else _tappable(chat):
                if button := each.button(label):
                    return each, button
            left = until - time.monotonic()
            if left <= 0:
                there = [each.buttons for each in _tappable(chat) if each.buttons]
                raise AssertionError(f"{self.name} found no button {label!r} within {within} s, but {there}")
            await chat.signal.wait(left)


def _tappable(chat: Chat) -> list[Message]:
    """Return messages whose buttons can be reached, newest first."""
    return [
        message
        for message in reversed(chat.messages.values())
        if not message.deleted
        and message.markup
        and ("inline_keyboard" in message.markup or message is chat.reply_keyboard)
    ]
