"""Groups and channels, with the bot as an ordinary member or an administrator."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tests.emulator.chats import Chat, Json, Message
from tests.emulator.refusal import RefusedError, bad_request
from tests.emulator.world import World, kicked

if TYPE_CHECKING:
    from tests.emulator.people import Person


class Group:
    """A group; unless the bot `reads_all` it hears commands, mentions and replies to itself only."""

    def __init__(
        self, world: World, title: str, members: Sequence[Person], *, supergroup: bool, reads_all: bool
    ) -> None:
        self.world = world
        self.title = title
        self.members = list(members)
        self.reads_all = reads_all
        self.removed = False
        self.moved_to: int | None = None
        self.chat = self._new_chat("supergroup" if supergroup else "group")

    @property
    def id(self) -> int:
        """The group's number now."""
        return self.chat.id

    @property
    def messages(self) -> list[Message]:
        """The messages as they are now, in order."""
        return [message for message in self.chat.messages.values() if not message.deleted]

    def bot_hears(self, message: Message) -> bool:
        """Tell whether Telegram shows the bot this message."""
        if self.removed:
            return False
        name = f"@{self.world.bot['username']}".lower()
        text = message.plain.lower()
        if self.reads_all or name in text:
            return True
        answered = message.extra.get("reply_to_message", {}).get("from", {})
        to_all = text.startswith("/") and "@" not in text.split()[0]
        return to_all or bool(answered.get("id") == self.world.bot["id"]) or "sender_chat" in message.extra

    async def welcomes_bot(self, by: Person) -> None:
        """Add the bot: it hears of its membership and of the new member."""
        self.removed = False
        self._membership(by, "left", "member")
        self._service(by, {"new_chat_members": [self.world.bot_user], "new_chat_member": self.world.bot_user})
        await asyncio.sleep(0)

    async def removes_bot(self, by: Person) -> None:
        """Put the bot out of the group."""
        self._membership(by, "member", "kicked")
        self.removed = True
        await asyncio.sleep(0)

    async def becomes_supergroup(self, by: Person) -> int:
        """Move to a new number, as Telegram does when a group grows; return it."""
        old = self.chat
        new = self._new_chat("supergroup")
        self._service(by, {"migrate_to_chat_id": new.id})
        self.moved_to, self.chat = new.id, new
        self._service(by, {"migrate_from_chat_id": old.id})
        await asyncio.sleep(0)
        return new.id

    def _new_chat(self, kind: str) -> Chat:
        number = self.world.number()
        chat_id = -1_000_000_000_000 - number if kind == "supergroup" else -number
        card: Json = {"id": chat_id, "type": kind, "title": self.title}
        if kind == "group":
            card["all_members_are_administrators"] = False
        chat = Chat(card, lambda: self._refusal(chat_id, kind))
        self.world.chats[chat_id] = chat
        return chat

    def _refusal(self, chat_id: int, kind: str) -> RefusedError | None:
        if self.moved_to is not None and chat_id != self.moved_to:
            words = "group chat was upgraded to a supergroup chat"
            return bad_request(words, blame=False, migrate_to_chat_id=self.moved_to)
        return kicked("group" if kind == "group" else kind) if self.removed else None

    def _membership(self, by: Person, old: str, new: str) -> None:
        from tests.emulator.people import membership

        change = membership(self.world, self.chat, by.user, old, new)
        self.world.push("my_chat_member", change, self.chat.id, by.id)

    def _service(self, by: Person, fields: Json) -> None:
        message = self.world.add(self.chat, by.user, extra=fields)
        self.world.push("message", message.json(), self.chat.id, by.id)


def channel(world: World, title: str) -> Chat:
    """Make a channel in which the bot may post."""
    chat = Chat({"id": -1_000_000_000_000 - world.number(), "type": "channel", "title": title}, lambda: None)
    world.chats[chat.id] = chat
    return chat
