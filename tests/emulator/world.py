"""What exists at the emulated Telegram: chats, messages, files, queries and the bot's own settings."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.emulator.chats import BOT_ID, Chat, Json, Message
from tests.emulator.flood import Flood
from tests.emulator.refusal import RefusedError, bad_request, forbidden
from tests.emulator.signal import Signal
from tests.emulator.updates import Update, Updates


@dataclass(slots=True)
class Call:
    """A call the emulator accepted."""

    method: str
    chat: int | None
    text: str
    time: float
    at: int
    message_id: int | None = None


@dataclass(slots=True)
class Violation:
    """A call that was refused or broke a rule, with the words Telegram used."""

    method: str
    description: str
    values: Json

    def __str__(self) -> str:
        return f"{self.method}: {self.description} {self.values}"


@dataclass(slots=True)
class Query:
    """A callback or inline query, and what the bot answered."""

    id: str
    user: int
    time: float
    data: str
    answers: list[Json] = field(default_factory=list)
    signal: Signal = field(default_factory=Signal)

    async def answered(self, within: float = 5) -> Json:
        """Wait for the bot's answer and return it (text, show_alert, url; or results)."""
        until = time.monotonic() + within
        while not self.answers:
            left = until - time.monotonic()
            if left <= 0:
                raise AssertionError(f"the bot did not answer query {self.data!r} within {within} s")
            await self.signal.wait(left)
        return self.answers[-1]


@dataclass(slots=True)
class StoredFile:
    """Bytes that can be fetched by file id."""

    path: str
    data: bytes
    name: str
    mime: str


@dataclass(slots=True)
class Settings:
    """What the bot told Telegram about itself; keys are (scope, language) or language."""

    commands: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    menu_button: Json | None = None


class World:
    """All state of the emulated Telegram, in one place."""

    def __init__(self, *, strict: bool, flood: Flood | None, query_lifetime: float) -> None:
        self.strict = strict
        self.flood = flood
        self.query_lifetime = query_lifetime
        self.shift = 0.0
        self.step = 0
        self.chats: dict[int, Chat] = {}
        self.updates = Updates()
        self.queries: dict[str, Query] = {}
        self.files: dict[str, StoredFile] = {}
        self.settings = Settings()
        self.sent: list[Call] = []
        self.violations: list[Violation] = []
        self.refusals: list[Violation] = []
        self.listeners: list[Callable[[Call], None]] = []
        self.inline_messages: dict[str, Message] = {}
        self.bot: Json = {
            "id": BOT_ID,
            "is_bot": True,
            "first_name": "Kopgroep",
            "username": "kopgroep_test_bot",
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": True,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
        self.bot_user = {key: self.bot[key] for key in ("id", "is_bot", "first_name", "username")}
        self._last_number = 1000

    def now(self) -> float:
        """Return the time at Telegram, in seconds since 1970."""
        return time.time() + self.shift

    def tick(self) -> int:
        """Number the next thing that happens."""
        self.step += 1
        return self.step

    def number(self) -> int:
        """Return a fresh number for a person, group, file or query."""
        self._last_number += 1
        return self._last_number

    def chat(self, chat_id: int) -> Chat:
        """Return the chat the bot may write to, or raise Telegram's reason why not."""
        chat = self.chats.get(chat_id)
        if chat is None:
            raise bad_request("chat not found", blame=False)
        if refusal := chat.refusal():
            raise refusal
        return chat

    def add(self, chat: Chat, sender: Json | None, **fields: Any) -> Message:
        """Put a new message in a chat and wake who looks at it."""
        chat.last_id += 1
        message = Message(chat, chat.last_id, sender, int(self.now()), changed=self.tick(), **fields)
        chat.messages[message.id] = message
        if message.markup and ("keyboard" in message.markup or "remove_keyboard" in message.markup):
            chat.reply_keyboard = message if "keyboard" in message.markup else None
        chat.signal.ring()
        return message

    def change(self, message: Message) -> None:
        """Mark a message as edited now."""
        message.edit_date = int(self.now())
        message.changed = self.tick()
        message.chat.signal.ring()

    def push(self, kind: str, body: Json, chat: int | None, user: int | None) -> Update | None:
        """Queue an update for the bot; None if it does not want this kind."""
        return self.updates.push(kind, body, chat, user, self.tick())

    def accept(
        self, method: str, chat: int | None = None, text: str = "", message_id: int | None = None
    ) -> None:
        """Write down an accepted call."""
        call = Call(method, chat, text, self.now(), self.tick(), message_id)
        self.sent.append(call)
        for listener in self.listeners:
            listener(call)

    def refuse(self, method: str, refused: RefusedError, values: Json) -> None:
        """Write down a refusal, and a violation if the bot is to blame."""
        entry = Violation(method, refused.description, dict(values))
        self.refusals.append(entry)
        if refused.blame:
            self.violations.append(entry)

    def violate(self, method: str, description: str, values: Json) -> None:
        """Write down a broken rule that Telegram itself would overlook."""
        self.violations.append(Violation(method, description, dict(values)))

    def store(self, data: bytes, name: str, mime: str) -> tuple[str, StoredFile]:
        """Keep a file and return its id with it."""
        file_id = f"file-{self.number()}"
        stored = StoredFile(f"documents/{file_id}/{name}", data, name, mime)
        self.files[file_id] = stored
        return file_id, stored


def never() -> None:
    """Refuse nothing."""


def kicked(kind: str) -> RefusedError:
    """Return the refusal of a group the bot was removed from."""
    return forbidden(f"bot was kicked from the {kind} chat")
