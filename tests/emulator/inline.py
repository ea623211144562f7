"""Inline mode: asking from any chat and picking a result."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

from tests.emulator import rules
from tests.emulator.chats import Chat, Json, Message
from tests.emulator.world import Query, World

if TYPE_CHECKING:
    from tests.emulator.groups import Group


class _Asker(Protocol):
    world: World
    id: int
    user: Json
    private: Chat

    def _acts(self) -> None: ...


class InlineMixin:
    """What a person does with the bot from other chats."""

    async def asks_inline(self: _Asker, text: str, *, offset: str = "", within: float = 5) -> Json:
        """Type `@bot text` somewhere; return the answer: results, cache_time, is_personal, next_offset."""
        query = Query(str(self.world.number() + 5_000_000_000), self.id, self.world.now(), text)
        self.world.queries[query.id] = query
        self._acts()
        body = {"id": query.id, "from": self.user, "query": text, "offset": offset, "chat_type": "sender"}
        self.world.push("inline_query", body, None, self.id)
        return await query.answered(within)

    async def picks(self: _Asker, result: Json, *, query: str = "", where: Group | None = None) -> Message:
        """Send an inline result to a chat, as this person, by way of the bot."""
        chat = where.chat if where else self.private
        content = result.get("input_message_content", {})
        text, entities = rules.formatted(content.get("message_text", ""), content.get("parse_mode"))
        self._acts()
        message = self.world.add(
            chat,
            self.user,
            text=text,
            entities=entities,
            markup=result.get("reply_markup"),
            extra={"via_bot": self.world.bot_user},
        )
        chosen: Json = {"result_id": result["id"], "from": self.user, "query": query}
        if message.markup:
            message.inline_id = chosen["inline_message_id"] = f"inline-{self.world.number()}"
            self.world.inline_messages[message.inline_id] = message
        self.world.push("chosen_inline_result", chosen, None, self.id)
        if chat.private:
            self.world.push("message", message.json(), chat.id, self.id)
        await asyncio.sleep(0)
        return message
