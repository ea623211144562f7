"""What peers do to each other, on Telegram: whole talks with the real protocol, in both languages."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from bot.app import program
from bot.clock import utc_now
from bot.listening import Running
from domain.people import Role
from storage.database import Connection, Database
from tests.channels.test_importing import settings
from tests.channels.test_rounds import Clock, takes_part
from tests.emulator import Emulator, Person
from tests.nudging import MONDAY
from tests.peers_talk import Somebody, walk


class Phone:
    """Somebody with Telegram."""

    def __init__(self, person: Person) -> None:
        self.person = person

    async def says(self, words: str) -> None:
        """Type something, and wait for what is said to it."""
        await self.person.says(words)
        await self.person.sees()

    async def taps(self, label: str) -> None:
        """Tap the newest button with these words, and wait for what is said to it."""
        await self.person.taps(label)
        await self.person.sees()

    async def sees(self, words: str) -> None:
        """Wait until these words are there."""
        await self.person.sees(words, within=15, ever=True)

    async def screen(self) -> str:
        """Return all that the program said, as it is now."""
        return "\n".join(one.plain for one in self.person.received)


class Chat:
    """The program on Telegram."""

    def __init__(self, running: Running, emulator: Emulator, clock: Clock, language: str) -> None:
        self.running = running
        self.emulator = emulator
        self.clock = clock
        self.language = language

    async def comes(self, name: str, role: Role) -> Somebody:
        """Let somebody take part."""
        person = self.emulator.person(name, language=self.language, started=True)
        await takes_part(self.running, person, role, self.language)
        return Phone(person)

    async def move(self, moment: datetime) -> None:
        """Let it be that moment, let the clock tick, and let what is due be said."""
        await self.clock.move(self.running, moment)
        await asyncio.sleep(0.2)

    async def write(self, work: Callable[[Connection], object]) -> None:
        """Do something to the database."""
        await self.running.worker.write(work)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)  # its rows are tried on both elsewhere
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_peers__whole_talks_on_telegram(database: Database, tmp_path: Path, language: str) -> None:
    clock = Clock()
    clock.ahead = MONDAY - utc_now()
    async with (
        Emulator() as emulator,
        program(settings(database, emulator, tmp_path), clock=clock) as running,
    ):
        await walk(Chat(running, emulator, clock, language))
    assert emulator.violations == []
