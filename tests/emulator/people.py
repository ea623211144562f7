"""People with a phone: they say, tap and see."""

from __future__ import annotations

import asyncio
import time

from tests.emulator import media
from tests.emulator.chats import Chat, Json, Message
from tests.emulator.groups import Group
from tests.emulator.inline import InlineMixin
from tests.emulator.refusal import RefusedError, forbidden
from tests.emulator.tap import TapMixin
from tests.emulator.world import World


class Person(TapMixin, InlineMixin):
    """Somebody with a private chat with the bot; `mark` is the moment of the last thing they did."""

    def __init__(
        self, world: World, name: str, language: str, username: str | None, last_name: str | None
    ) -> None:
        self.world = world
        self.name = name
        self.id = 100_000_000 + world.number()
        self.started = False
        self.blocked = False
        self.deactivated = False
        self.mark = 0
        self.user: Json = {"id": self.id, "is_bot": False, "first_name": name, "language_code": language}
        card: Json = {"id": self.id, "type": "private", "first_name": name}
        for key, value in (("username", username), ("last_name", last_name)):
            if value:
                self.user[key] = card[key] = value
        self.private = Chat(card, self._refusal)
        world.chats[self.id] = self.private

    def __repr__(self) -> str:
        return f"<{self.name} {self.id}>"

    @property
    def chat(self) -> list[Message]:
        """The messages of the private chat as they are now, in order."""
        return [message for message in self.private.messages.values() if not message.deleted]

    @property
    def received(self) -> list[Message]:
        """What the bot has said in the private chat, as it is now."""
        return [message for message in self.chat if message.from_bot]

    def buttons(self, message: Message | None = None) -> list[str]:
        """Return the labels under `message`, or under the bot's last one."""
        message = message or next(reversed(self.received), None)
        return message.buttons if message else []

    async def says(self, text: str, *, to: Group | None = None, reply_to: Message | None = None) -> Message:
        """Type a text, in the private chat or in a group."""
        return await self.sends({"text": text}, to=to, reply_to=reply_to)

    async def sends_photo(
        self, caption: str | None = None, *, data: bytes | None = None, to: Group | None = None
    ) -> Message:
        """Send a picture."""
        return await self.sends(media.photo(self.world, data), caption=caption, to=to)

    async def sends_album(self, count: int, caption: str | None = None) -> list[Message]:
        """Send several pictures at once; the caption is under the first."""
        album = {"media_group_id": str(self.world.number())}
        return [
            await self.sends(media.photo(self.world) | album, caption=caption if index == 0 else None)
            for index in range(count)
        ]

    async def sends_voice(self, seconds: int = 3) -> Message:
        """Send a voice message."""
        return await self.sends(media.voice(self.world, seconds))

    async def sends_sticker(self, emoji: str = "👍") -> Message:
        """Send a sticker."""
        return await self.sends(media.sticker(self.world, emoji))

    async def sends_document(
        self, name: str, data: bytes, *, mime: str = "application/octet-stream", caption: str | None = None
    ) -> Message:
        """Send a file."""
        return await self.sends(media.document(self.world, name, data, mime), caption=caption)

    async def sends_contact(self, phone: str, *, whose: Person | None = None) -> Message:
        """Share a phone number, her own unless told."""
        owner = whose or self
        return await self.sends(
            {"contact": {"phone_number": phone, "first_name": owner.name, "user_id": owner.id}}
        )

    async def forwards(self, text: str, origin_name: str) -> Message:
        """Forward what somebody said who hides the account."""
        origin = {"type": "hidden_user", "sender_user_name": origin_name, "date": int(self.world.now()) - 60}
        return await self.sends({"text": text, "forward_origin": origin})

    async def edits(self, message: Message | str, new_text: str) -> Message:
        """Change an own message, given or the last that contains a text."""
        own = [each for each in self.chat if not each.from_bot]
        found = message if isinstance(message, Message) else _last(own, message)
        found.versions.append(found.plain)
        if found.text is None:
            found.caption, found.caption_entities = new_text, media.found_entities(new_text)
        else:
            found.text, found.entities = new_text, media.found_entities(new_text)
        self.world.change(found)
        self._acts()
        self.world.push("edited_message", found.json(), found.chat.id, self.id)
        await asyncio.sleep(0)
        return found

    async def sends(
        self,
        fields: Json,
        *,
        caption: str | None = None,
        to: Group | None = None,
        reply_to: Message | None = None,
    ) -> Message:
        """Send a message with these fields of a Message object; all other ways to send end here."""
        extra = dict(fields)
        text = extra.pop("text", None)
        if reply_to is not None:
            extra["reply_to_message"] = reply_to.json()
        chat = to.chat if to else self.private
        if to is None:
            assert not self.blocked, f"{self.name} blocked the bot and must unblock it before writing"
            self.started = True
        message = self.world.add(
            chat,
            self.user,
            text=text,
            entities=media.found_entities(text or ""),
            caption=caption,
            caption_entities=media.found_entities(caption or ""),
            extra=extra,
        )
        self._acts()
        if to is None or to.bot_hears(message):
            self.world.push("message", message.json(), chat.id, self.id)
        await asyncio.sleep(0)
        return message

    async def sees(
        self, text: str = "", *, within: float = 5, where: Group | None = None, ever: bool = False
    ) -> Message:
        """Wait until the bot says something with `text`, new or edited since she last did something.

        With `ever`, older messages count too. Return the newest that fits.
        """
        chat = where.chat if where else self.private
        until = time.monotonic() + within
        while True:
            after = -1 if ever else self.mark
            for message in reversed(chat.messages.values()):
                if (
                    message.from_bot
                    and not message.deleted
                    and message.changed > after
                    and text in message.plain
                ):
                    return message
            left = until - time.monotonic()
            if left <= 0:
                raise AssertionError(
                    f"{self.name} did not see {text!r} within {within} s; the chat:\n{transcript(chat)}"
                )
            await chat.signal.wait(left)

    async def sees_nothing(self, text: str = "", *, within: float = 0.3, where: Group | None = None) -> None:
        """Make sure that the bot says nothing with `text` for a while."""
        try:
            message = await self.sees(text, within=within, where=where)
        except AssertionError:
            return
        raise AssertionError(f"{self.name} saw {message.plain!r}")

    async def blocks_bot(self) -> None:
        """Block the bot."""
        self.blocked = True
        await self._membership("member", "kicked")

    async def unblocks_bot(self) -> None:
        """Let the bot back in."""
        self.blocked = False
        await self._membership("kicked", "member")

    async def deletes_account(self) -> None:
        """Leave Telegram."""
        self.deactivated = True
        await asyncio.sleep(0)

    async def _membership(self, old: str, new: str) -> None:
        self._acts()
        change = membership(self.world, self.private, self.user, old, new)
        self.world.push("my_chat_member", change, self.id, self.id)
        await asyncio.sleep(0)

    def _acts(self) -> None:
        self.mark = self.world.tick()

    def _refusal(self) -> RefusedError | None:
        if self.deactivated:
            return forbidden("user is deactivated")
        if self.blocked:
            return forbidden("bot was blocked by the user")
        if not self.started:
            return forbidden("bot can't initiate conversation with a user", blame=True)
        return None


def membership(world: World, chat: Chat, by: Json, old: str, new: str) -> Json:
    """Return a ChatMemberUpdated about the bot."""

    def member(status: str) -> Json:
        return {"status": status, "user": world.bot_user} | ({"until_date": 0} if status == "kicked" else {})

    return {
        "chat": chat.json,
        "from": by,
        "date": int(world.now()),
        "old_chat_member": member(old),
        "new_chat_member": member(new),
    }


def transcript(chat: Chat, last: int = 12) -> str:
    """Return the last messages of a chat for a failing test."""
    lines = [
        f"  {'bot' if message.from_bot else 'you'} #{message.id}{' (edited)' if message.edit_date else ''}: "
        f"{message.plain!r} {message.buttons or ''}"
        for message in chat.messages.values()
    ]
    return "\n".join(lines[-last:]) or "  (empty)"


def _last(messages: list[Message], text: str) -> Message:
    for message in reversed(messages):
        if text in message.plain:
            return message
    raise AssertionError(f"no own message contains {text!r}")
