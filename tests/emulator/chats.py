"""Chats and the messages in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.emulator.refusal import RefusedError
from tests.emulator.signal import Signal

Json = dict[str, Any]
BOT_ID = 7_000_000_001


@dataclass(slots=True, eq=False)
class Message:
    """A message as everybody in the chat sees it now."""

    chat: Chat
    id: int
    sender: Json | None
    date: int
    text: str | None = None
    entities: list[Json] = field(default_factory=list)
    caption: str | None = None
    caption_entities: list[Json] = field(default_factory=list)
    markup: Json | None = None
    extra: Json = field(default_factory=dict)
    edit_date: int | None = None
    changed: int = 0
    deleted: bool = False
    versions: list[str] = field(default_factory=list)
    params: Json = field(default_factory=dict)
    inline_id: str = ""

    @property
    def plain(self) -> str:
        """The text or caption without mark-up."""
        return self.text or self.caption or ""

    @property
    def from_bot(self) -> bool:
        """Whether the bot under test sent it."""
        return self.sender is not None and self.sender["id"] == BOT_ID

    @property
    def keyboard(self) -> list[list[Json]]:
        """Rows of buttons, inline or reply."""
        markup = self.markup or {}
        rows = markup.get("inline_keyboard") or markup.get("keyboard") or []
        return [[{"text": each} if isinstance(each, str) else each for each in row] for row in rows]

    @property
    def buttons(self) -> list[str]:
        """The labels of all buttons, in reading order."""
        return [button["text"] for row in self.keyboard for button in row]

    def button(self, label: str) -> Json | None:
        """Return the button with this label, or the first whose label contains it."""
        buttons = [button for row in self.keyboard for button in row]
        exact = [button for button in buttons if button["text"] == label]
        near = [button for button in buttons if label in button["text"]]
        return next(iter(exact + near), None)

    def json(self) -> Json:
        """Return the Message object of the Bot API."""
        body: Json = {"message_id": self.id, "date": self.date, "chat": self.chat.json, **self.extra}
        if self.sender is not None:
            body["from"] = self.sender
        for name in ("text", "entities", "caption", "caption_entities", "edit_date"):
            if value := getattr(self, name):
                body[name] = value
        if self.markup and "inline_keyboard" in self.markup:
            body["reply_markup"] = self.markup
        return body


@dataclass(slots=True, eq=False)
class Chat:
    """A private chat, group, supergroup or channel; `refusal` says why the bot may not write here."""

    json: Json
    refusal: Callable[[], RefusedError | None]
    messages: dict[int, Message] = field(default_factory=dict)
    last_id: int = 0
    signal: Signal = field(default_factory=Signal)
    reply_keyboard: Message | None = None
    menu_button: Json | None = None
    actions: list[str] = field(default_factory=list)

    @property
    def id(self) -> int:
        """The chat's number, negative for groups and channels."""
        return int(self.json["id"])

    @property
    def private(self) -> bool:
        """Whether this is a chat of one person with the bot."""
        return bool(self.json["type"] == "private")
