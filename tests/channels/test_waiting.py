"""What waits on Telegram, in both languages: for a conversation to end, and for a break until Christmas."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.app import program
from bot.clock import utc_now
from bot.listening import Running
from domain.people import Role
from storage.database import Database
from tests.channels.test_importing import settings
from tests.channels.test_rounds import Clock, takes_part
from tests.emulator import Emulator, Person
from tests.waiting_talk import CHRISTMAS, DAY_BEFORE_CHRISTMAS, FIRST_WORKING_DAY, TALKS, TUESDAY, Talk

WITHIN = 20


@dataclass(frozen=True)
class Office:
    """Carla, and Anna and Bob with a phone each."""

    running: Running
    clock: Clock
    talk: Talk
    carla: Person
    anna: Person
    bob: Person

    async def carla_writes(self) -> None:
        """Send a message to everybody, until Bob has it."""
        await self.carla.says(self.talk.write)
        for label in self.talk.choosing:
            await self.carla.taps(label)
        await self.carla.sees(self.talk.sure)
        await self.carla.says("3")
        await self.clock.move(self.running, self.running.engine.clock())
        await self.bob.sees(self.talk.cake, within=WITHIN)


@asynccontextmanager
async def office(database: Database, folder: Path, language: str, moment: datetime) -> AsyncIterator[Office]:
    clock = Clock()
    clock.ahead = moment - utc_now()
    async with Emulator() as emulator, program(settings(database, emulator, folder), clock=clock) as running:
        names = ("Carla", "Anna", "Bob")
        people = [emulator.person(name, language=language, started=True) for name in names]
        for one in people:
            role = Role.coordinator if one.name == "Carla" else Role.member
            await takes_part(running, one, role, language)
        yield Office(running, clock, TALKS[language], *people)
        assert emulator.violations == []


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_message__waits_for_an_open_conversation(
    database: Database, tmp_path: Path, language: str
) -> None:
    if language == "en" and not database.is_sqlite:
        pytest.skip("the words are the same on both databases")
    async with office(database, tmp_path, language, TUESDAY) as here:
        talk, anna = here.talk, here.anna
        await anna.says(talk.share)
        await anna.taps(talk.how)
        await anna.sees()
        await here.carla_writes()
        await anna.sees_nothing(talk.cake, within=2)
        await here.clock.move(here.running, TUESDAY + timedelta(minutes=11))
        await anna.sees(talk.cake, within=WITHIN)


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_break__that_ends_on_a_holiday_lasts_until_somebody_works(
    database: Database, tmp_path: Path, language: str
) -> None:
    if language == "en" and not database.is_sqlite:
        pytest.skip("the words are the same on both databases")
    async with office(database, tmp_path, language, DAY_BEFORE_CHRISTMAS) as here:
        talk, anna = here.talk, here.anna
        await anna.says(talk.pause)
        await anna.sees(talk.paused)
        await here.carla_writes()
        await anna.sees_nothing(talk.cake, within=2)
        await here.clock.move(here.running, CHRISTMAS)
        await anna.sees_nothing(talk.cake, within=2)
        await here.clock.move(here.running, FIRST_WORKING_DAY)
        await anna.sees(talk.cake, within=WITHIN)
