"""Talk in the terminal, over the same handlers, beside a running program."""

from __future__ import annotations

import asyncio
import secrets
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Annotated

import typer

from bot.channels.channel import TALK
from bot.cli.desk import desk_of
from bot.cli.places import the_organisation
from bot.core import core
from bot.engine import Engine
from bot.logs import configure
from bot.render import SpokenButton, legible
from bot.settings import Settings
from bot.worker import Worker
from domain.attachments import ATTACHED
from domain.people import Role
from handlers.kit import Incoming, Kind
from storage import invitations, lines, members
from storage.database import Connection


def talk(
    context: typer.Context,
    name: Annotated[str, typer.Option("--as", help="cli-help-talk-as")] = "Anna",
    organisation: Annotated[str | None, typer.Option(help="cli-help-organisation-name")] = None,
    role: Annotated[Role, typer.Option(help="cli-help-role")] = Role.member,
) -> None:
    """Talk as somebody, line by line; a number taps that button."""
    desk = desk_of(context)
    configure("WARNING")

    def ask() -> str | None:
        if sys.stdin.isatty():
            print("> ", end="", flush=True)
        line = sys.stdin.readline()
        return line.rstrip("\n") if line else None

    desk.tell("cli-talk")
    asyncio.run(_converse(desk.settings, name, organisation, role, ask, print))


@dataclass
class Talker:
    """One person at a terminal: what they saw last, and the buttons under it by number."""

    engine: Engine
    worker: Worker
    name: str
    language: str
    zone: str
    show: Callable[[str], None]
    seen: int = 0
    buttons: list[tuple[SpokenButton, int]] = field(default_factory=list)

    async def say(self, words: str) -> None:
        """Type words, or the number of a button."""
        chosen = words.strip()
        if chosen.isdigit() and 0 < int(chosen) <= len(self.buttons):
            button, number = self.buttons[int(chosen) - 1]
            if button.url:
                self.show(button.url)
                return
            await self._turn(
                Incoming(
                    TALK,
                    self.name,
                    self._keys(),
                    Kind.button,
                    data=button.data,
                    tapped=str(number),
                    pull=True,
                )
            )
        else:
            await self._turn(
                Incoming(
                    TALK,
                    self.name,
                    self._keys(),
                    text=words,
                    name=self.name,
                    language=self.language,
                    pull=True,
                )
            )
        await self.read()

    async def _turn(self, incoming: Incoming) -> None:
        await self.engine.handle(incoming)

    @staticmethod
    def _keys() -> tuple[str, ...]:
        return (f"{TALK}:{secrets.token_hex(8)}",)

    async def read(self) -> None:
        """Show what is new."""
        member = await self.worker.read(members.at_address, TALK, self.name)
        if member is None:
            return
        fresh = await self.worker.read(lines.after, member.id, self.seen)
        for line in fresh:
            self.seen = line.id
            if line.payload is None:
                continue
            spoken = legible(line.payload, member.language, self.zone, 8192)
            self.show(spoken.plain)
            if spoken.file and spoken.file["kind"] == ATTACHED:
                told = spoken.file["values"]
                self.show(f"  [{told['name']}] {told['about']}".rstrip())
            self.buttons = [(one, line.target or line.id) for row in spoken.rows for one in row]
            for number, (button, _) in enumerate(self.buttons, 1):
                self.show(f"  [{number}] {button.label}")


async def _converse(
    settings: Settings,
    name: str,
    organisation: str | None,
    role: Role,
    ask: Callable[[], str | None],
    show: Callable[[str], None],
) -> None:
    """Talk until `ask` returns None. Somebody new comes in by an invitation made for them."""
    async with core(settings) as (engine, worker, speaker):
        talker = Talker(engine, worker, name, settings.default_language, settings.timezone, show)
        if await worker.read(members.at_address, TALK, name) is None:
            code = await worker.write(_invite, organisation, role, engine)
            await talker.say(f"/start {code}")
        else:
            await talker.read()
        while (words := await asyncio.to_thread(ask)) is not None:
            await engine.keeper.catch_up()
            await talker.say(words)
        await speaker.stop()
        if engine.eraser is not None:
            await engine.eraser.finish()


def _invite(connection: Connection, name: str | None, role: Role, engine: Engine) -> str:
    chosen = the_organisation(connection, name)
    now = engine.clock()
    return invitations.make(
        connection, chosen.id, role=role, uses=1, expires_at=now + timedelta(hours=1), now=now
    )
