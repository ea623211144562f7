"""The emulator as tests hold it: people, groups, trouble, and what came of it all."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Sequence
from types import TracebackType

from tests.emulator.chats import Chat, Message
from tests.emulator.flood import Flood
from tests.emulator.groups import Group, channel
from tests.emulator.intake import Intake
from tests.emulator.people import Person
from tests.emulator.server import Server
from tests.emulator.trouble import Trouble
from tests.emulator.updates import Update
from tests.emulator.webhook import Webhook
from tests.emulator.world import Call, Settings, Violation, World

TOKEN = "7000000001:TEST-token-of-the-emulator"
ANSWERS = {"sendMessage", "sendPhoto", "sendDocument", "editMessageText", "editMessageReplyMarkup"}
QUESTIONS = {"message", "callback_query"}


class Emulator:
    """A Bot API on 127.0.0.1 for one bot; use it as `async with Emulator() as emulator`."""

    def __init__(
        self,
        *,
        token: str = TOKEN,
        strict: bool = True,
        flood: Flood | None = None,
        latency: float = 0.0,
        query_lifetime: float = 60.0,
        webhook_backoff: Sequence[float] = (0.05, 0.1, 0.2, 0.5),
        port: int = 0,
    ) -> None:
        self.token = token
        self.world = World(strict=strict, flood=flood, query_lifetime=query_lifetime)
        self.trouble = Trouble()
        self.intake = Intake(self.world, webhook_backoff)
        self.server = Server(self.world, self.trouble, self.intake, token, latency)
        self._port = port
        self._channels: dict[str, Chat] = {}

    async def start(self) -> None:
        """Begin to listen."""
        await self.server.start(self._port)

    async def stop(self) -> None:
        """Close every connection and stop delivering."""
        await self.intake.stop()
        await self.server.stop()

    async def __aenter__(self) -> Emulator:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    @property
    def address(self) -> str:
        """The root, like http://127.0.0.1:8081."""
        return self.server.address

    @property
    def base_url(self) -> str:
        """What python-telegram-bot takes as base_url."""
        return f"{self.address}/bot"

    @property
    def base_file_url(self) -> str:
        """What python-telegram-bot takes as base_file_url."""
        return f"{self.address}/file/bot"

    @property
    def sent(self) -> list[Call]:
        """All accepted calls that say or change something, in order."""
        return self.world.sent

    @property
    def violations(self) -> list[Violation]:
        """The rules the bot broke by its own mistake; a good test ends with none."""
        return self.world.violations

    @property
    def refusals(self) -> list[Violation]:
        """All refused calls, mistakes and circumstances (blocked, too old, not modified) alike."""
        return self.world.refusals

    @property
    def settings(self) -> Settings:
        """What the bot told Telegram about itself."""
        return self.world.settings

    @property
    def webhook(self) -> Webhook:
        """The webhook, with the attempts made."""
        return self.intake.webhook

    @property
    def updates(self) -> list[Update]:
        """All updates so far."""
        return self.world.updates.every

    def person(
        self,
        name: str,
        language: str = "nl",
        *,
        username: str | None = None,
        last_name: str | None = None,
        started: bool = False,
    ) -> Person:
        """Let a person exist; `started` if the bot may write to them at once."""
        person = Person(self.world, name, language, username, last_name)
        person.started = started
        return person

    def group(
        self, title: str, members: Sequence[Person] = (), *, supergroup: bool = False, reads_all: bool = False
    ) -> Group:
        """Let a group exist in which the bot is a member."""
        return Group(self.world, title, members, supergroup=supergroup, reads_all=reads_all)

    async def channel_post(self, text: str, *, title: str = "Nieuws") -> Message:
        """Post in a channel where the bot is an administrator."""
        chat = self._channels.setdefault(title, channel(self.world, title))
        message = self.world.add(chat, None, text=text, extra={"sender_chat": chat.json})
        self.world.push("channel_post", message.json(), chat.id, None)
        await asyncio.sleep(0)
        return message

    def later(self, seconds: float) -> None:
        """Move Telegram's clock forward: queries get old, messages age."""
        self.world.shift += seconds

    def redeliver(self, *updates: Update, last: int = 1) -> None:
        """Deliver updates again, though confirmed: those given, or the last few."""
        for update in updates or self.updates[-last:]:
            self.world.updates.repeat(update)

    def repeats(self, rate: float) -> None:
        """Deliver this share of the updates once more after they are confirmed."""
        self.world.updates.repeats = rate

    def disorder(self, seed: int | None = 1) -> None:
        """Mix the order across chats in what getUpdates returns; None ends it."""
        self.world.updates.shuffle = None if seed is None else random.Random(seed)

    def unanswered(self, match: Callable[[Update, Call], bool] | None = None) -> list[Update]:
        """Return the messages and taps after which the bot neither sent nor edited in that chat.

        `match` narrows what counts as the answer to an update, for several updates in one chat.
        """
        calls: dict[int | None, list[Call]] = {}
        for call in self.sent:
            if call.method in ANSWERS:
                calls.setdefault(call.chat, []).append(call)
        return [
            update
            for update in self.updates
            if update.kind in QUESTIONS
            and not any(
                call.at > update.at and (match is None or match(update, call))
                for call in reversed(calls.get(update.chat, []))
            )
        ]

    def doubled(self) -> dict[tuple[int | None, str], int]:
        """Return texts sent to one chat more than once, with their number."""
        counts = Counter((call.chat, call.text) for call in self.sent if call.method == "sendMessage")
        return {key: count for key, count in counts.items() if count > 1}

    async def until_confirmed(self, within: float = 10) -> None:
        """Wait until the bot has taken every update."""
        async with asyncio.timeout(within):
            while self.world.updates.pending:
                await self.world.updates.taken.wait(within)
