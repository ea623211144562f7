"""A capability that says back what was said, and breaks on order; and the program around it on Telegram."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa
import uvicorn
from starlette.applications import Starlette

from bot.channels.telegram.api import Api
from bot.channels.telegram.intake import Patience
from bot.channels.telegram.speak import TelegramChannel
from bot.channels.telegram.telegram import Telegram
from bot.clock import utc_now
from bot.engine import Engine
from bot.files import loading
from bot.keeper import Finder, IndexKeeper
from bot.settings import Mode, Settings, read
from bot.speaker import Speaker
from bot.vocabulary import Vocabulary
from bot.worker import Worker
from domain.delivery import WINDOW
from domain.people import COORDINATORS, EVERYONE, Address, Role
from handlers.kit import (
    Capability,
    Command,
    File,
    Go,
    Incoming,
    Reply,
    Routes,
    Say,
    Turn,
    World,
    say,
    tap,
    text,
)
from handlers.kit.doors import Fine
from handlers.kit.originals import Originals
from storage import members, organisations, tables
from storage.database import Connection, Database

PATIENCE = Patience(poll=10, batch=0.6, conflict=0.2, first=0.05, most=0.2)


@dataclass
class Echo:
    """What the echo has heard, and on which words it breaks."""

    breaks_on: dict[str, Exception] = field(default_factory=dict)
    heard: list[tuple[str, str]] = field(default_factory=list)

    def routes(self) -> Routes:
        """Return what the echo offers."""
        commands = (
            Command("help", lambda _turn, _rest: say("card-title", title="hulp"), EVERYONE),
            Command("start", self.start, EVERYONE, menu=False),
            Command("invite", lambda _turn, _rest: say("card-title", title="nodig uit"), COORDINATORS),
        )
        return Routes(
            [
                Capability(
                    "echo",
                    commands=commands,
                    buttons={Fine: self.press},
                    on_stranger=welcome,
                    on_unagreed=self.answer,
                    on_text=self.answer,
                    on_forward=self.answer,
                )
            ]
        )

    def answer(self, turn: Turn) -> Reply:
        """Say back what was said."""
        words = turn.incoming.text
        if (error := self.breaks_on.get(words)) is not None:
            raise error
        self.heard.append((turn.incoming.address, words))
        match words:
            case "knop":
                return say("card-title", tap("card-vote", Fine()), title="Wat vind je?")
            case "qr":
                return Say((text("card-title", title="Kijk"),), file=File("qr", {"text": "https://x.nl/1"}))
            case "naar knop":
                return Go(Fine())
        return say("card-title", title=words)

    def start(self, turn: Turn, rest: str) -> Reply:
        """Say what stood behind /start."""
        return say("card-title", title=f"welkom {rest} van {turn.member.name}")

    def press(self, turn: Turn, _pressed: Fine) -> Reply:
        """Put something in the place of the message that was tapped."""
        self.heard.append((turn.incoming.address, "tik"))
        done = say("card-title", title="Dank je").instead()
        return Say(done.texts, edit=True, toast=text("card-vote"))


def welcome(connection: Connection, incoming: Incoming, world: World, now: datetime) -> Turn:
    """Let anybody in who says something."""
    member = members.add(
        connection,
        organisation_id=connection.execute(sa.select(tables.organisations.c.id).limit(1)).scalar_one(),
        role=Role.coordinator if incoming.name == "Carla" else Role.member,
        language=incoming.language or "nl",
        name=incoming.name,
        now=now,
    )
    members.add_address(connection, member, Address(incoming.channel, incoming.address, incoming.pull), now)
    members.agree(connection, member.id, now)
    return Turn(connection, now, incoming, member, world)


@dataclass
class Office:
    """The running program, as far as Telegram needs it."""

    database: Database
    engine: Engine
    speaker: Speaker
    telegram: Telegram
    echo: Echo


def settings(base_url: str, token: str, *, mode: Mode = Mode.polling, public_url: str = "") -> Settings:
    """Return settings that read nothing from outside."""
    return read(
        _env_file=None,
        telegram_bot_token=token,
        telegram_base_url=base_url,
        telegram_mode=mode,
        public_url=public_url,
        secret_key="k" * 32,
    )


@asynccontextmanager
async def office(
    database: Database,
    base_url: str,
    token: str,
    *,
    mode: Mode = Mode.polling,
    echo: Echo | None = None,
    patience: Patience = PATIENCE,
    port: int = 0,
    per_second: float = 0,
    window: int = WINDOW,
) -> AsyncIterator[Office]:
    """Run the program on Telegram until the block ends."""
    echo = echo or Echo()
    worker = Worker(database)
    finder = Finder()
    owner = secrets.token_hex(8)
    world = World(finder, Vocabulary(), Originals(), owner, "http://test")
    speaker = Speaker(worker, owner, world.timezone, utc_now, alone=database.is_sqlite, window=window)
    routes = echo.routes()
    engine = Engine(worker, routes, world, IndexKeeper(worker, finder), speaker)
    webhook = mode is Mode.webhook
    socket = uvicorn.Config(Starlette(), host="127.0.0.1", port=port, log_config=None).bind_socket()
    public_url = f"http://127.0.0.1:{socket.getsockname()[1]}" if webhook else ""
    given = settings(base_url, token, mode=mode, public_url=public_url)
    channel = TelegramChannel(Api(token, base_url), loading(worker))
    telegram = Telegram(given, engine, routes, channel, patience)
    server = uvicorn.Server(
        uvicorn.Config(Starlette(routes=telegram.web_routes()), log_config=None, access_log=False, ws="none")
    )
    serving = asyncio.create_task(server._serve([socket])) if webhook else None
    speaker.add(telegram.channel, per_second)
    speaking = asyncio.create_task(speaker.run())
    try:
        await telegram.start()
        yield Office(database, engine, speaker, telegram, echo)
    finally:
        server.should_exit = True
        if serving is not None:
            await serving
        await telegram.stop()
        await speaker.stop()
        speaking.cancel()
        await asyncio.wait([speaking])
        socket.close()
        worker.close()


def prepare(database: Database) -> None:
    """Give the database an organisation for people to come into."""
    with database.transaction() as connection:
        organisations.add(connection, "Echo", "nl", "Europe/Amsterdam", utc_now())
