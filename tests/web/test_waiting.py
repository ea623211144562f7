"""What waits on the page, in both languages: for a conversation to end, and for a break until Christmas."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import utc_now
from domain.people import Role
from storage.database import Database
from tests.waiting_talk import CHRISTMAS, DAY_BEFORE_CHRISTMAS, FIRST_WORKING_DAY, TALKS, TUESDAY, Talk
from tests.web.conftest import Browser, Program, running
from tests.web.test_broadcasts import screen, ticks, until

LOOKS = 1.5  # seconds in which what may be said is said


@dataclass(frozen=True)
class Office:
    """Carla, and Anna and Bob with a browser each."""

    program: Program
    talk: Talk
    carla: Browser
    anna: Browser
    bob: Browser

    async def carla_writes(self) -> None:
        """Send a message to everybody, until Bob has it."""
        await self.carla.says(self.talk.write)
        for label in self.talk.choosing:
            await self.carla.press(label)
        assert self.talk.sure in await screen(self.carla)
        await self.carla.says("3")
        await ticks(self.program)
        await until(self.bob, self.talk.cake)

    async def later(self, moment: datetime) -> None:
        """Let it be that moment, long enough for what waits."""
        self.program.ahead = moment - utc_now()
        await ticks(self.program)

    async def anna_has_nothing(self) -> None:
        """Make sure that Anna is left in peace."""
        await asyncio.sleep(LOOKS)
        assert self.talk.cake not in await screen(self.anna)


@asynccontextmanager
async def office(database: Database, folder: Path, language: str, moment: datetime) -> AsyncIterator[Office]:
    async with running(database, folder) as program:
        # Who just came in has finished choosing a profile by then.
        program.ahead = moment - timedelta(minutes=11) - utc_now()
        carla = await program.member("Carla", Role.coordinator, language)
        anna, bob = [await program.member(name, language=language) for name in ("Anna", "Bob")]
        program.ahead = moment - utc_now()
        yield Office(program, TALKS[language], carla, anna, bob)


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_message__waits_for_an_open_conversation(
    database: Database, tmp_path: Path, language: str
) -> None:
    if language == "en" and not database.is_sqlite:
        pytest.skip("the words are the same on both databases")
    async with office(database, tmp_path, language, TUESDAY) as here:
        await here.anna.says(here.talk.share)
        await here.anna.press(here.talk.how)
        await here.carla_writes()
        await here.anna_has_nothing()
        await here.later(TUESDAY + timedelta(minutes=11))
        await until(here.anna, here.talk.cake)


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_break__that_ends_on_a_holiday_lasts_until_somebody_works(
    database: Database, tmp_path: Path, language: str
) -> None:
    if language == "en" and not database.is_sqlite:
        pytest.skip("the words are the same on both databases")
    async with office(database, tmp_path, language, DAY_BEFORE_CHRISTMAS) as here:
        await here.anna.says(here.talk.pause)
        assert here.talk.paused in await screen(here.anna)
        await here.carla_writes()
        await here.anna_has_nothing()
        await here.later(CHRISTMAS)
        await here.anna_has_nothing()
        await here.later(FIRST_WORKING_DAY)
        await until(here.anna, here.talk.cake)
