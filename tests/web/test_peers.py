"""What peers do to each other, on the page: whole talks over HTTP, in both languages."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from bot.clock import utc_now
from domain.people import Role
from storage.database import Connection, Database
from tests.nudging import MONDAY
from tests.peers_talk import Somebody, walk
from tests.web.conftest import Browser, Program, running
from tests.web.test_broadcasts import screen, ticks, until


class Reader:
    """Somebody with a browser."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser

    async def says(self, words: str) -> None:
        """Type something."""
        assert (await self.browser.says(words)).is_success

    async def taps(self, label: str) -> None:
        """Tap the newest button with these words."""
        assert (await self.browser.press(label)).is_success

    async def sees(self, words: str) -> None:
        """Wait until these words are there."""
        await until(self.browser, words)

    async def screen(self) -> str:
        """Return all that the program said, as it is now."""
        return await screen(self.browser)


class Page:
    """The program on the page."""

    def __init__(self, program: Program, language: str) -> None:
        self.program = program
        self.language = language

    async def comes(self, name: str, role: Role) -> Somebody:
        """Let somebody take part."""
        return Reader(await self.program.member(name, role, self.language))

    async def move(self, moment: datetime) -> None:
        """Let it be that moment, let the clock tick, and let what is due be said."""
        self.program.ahead = moment - utc_now()
        await ticks(self.program)
        await asyncio.sleep(0.2)

    async def write(self, work: Callable[[Connection], object]) -> None:
        """Do something to the database."""
        await self.program.worker.write(work)


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)  # its rows are tried on both elsewhere
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_peers__whole_talks_on_the_page(database: Database, tmp_path: Path, language: str) -> None:
    async with running(database, tmp_path) as program:
        program.ahead = MONDAY - utc_now()
        await walk(Page(program, language))
