"""A broadcast on the chat page, from its first word until it is stopped halfway; in both languages."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import utc_now
from bot.clockwork import carry_out
from domain.people import Role
from handlers.broadcasts import sending
from storage.database import Database
from tests.web.conftest import Browser, Program, running

TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
TALKS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "nl": (
        ("/bericht", "Iedereen (10)", "Van beleid", "Geen knop", "Nu", "Stop het bericht"),
        ("Zo komt het aan:", "Van beleid", "is gestopt. Wie het al had, houdt het.", "Aangekomen: 2 van 10"),
    ),
    "en": (
        ("/broadcast", "Everybody (10)", "From policy", "No button", "Now", "Stop the message"),
        ("This is how it arrives:", "From policy", "was stopped. Whoever had it already", "Arrived: 2 of 10"),
    ),
}


async def screen(browser: Browser) -> str:
    """Return what this browser shows now: the last words of each message."""
    shown: dict[int, str] = {}
    for line in await browser.lines():
        shown[line["target"] or line["number"]] = "\n".join(line["paragraphs"])
    return "\n".join(shown.values())


async def ticks(program: Program) -> None:
    """Let the clock tick once."""
    for job in program.engine.routes.jobs:
        await carry_out(program.worker, job, program.now())
    program.speaker.ring()


async def until(browser: Browser, words: str) -> str:
    """Wait until somebody sees these words."""
    for _ in range(100):
        if words in (found := await screen(browser)):
            return found
        await asyncio.sleep(0.1)
    raise AssertionError(f"{words!r} is not in {found}")


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_broadcast__stopped_halfway_on_the_page(
    database: Database, tmp_path: Path, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "SLICE", 2)
    said, shown = TALKS[language]
    async with running(database, tmp_path) as program:
        program.ahead = TUESDAY - utc_now()
        carla = await program.member("Carla", Role.coordinator, language)
        others = [await program.member(f"Collega {number}", language=language) for number in range(9)]
        await carla.says(said[0])
        await carla.says("Zie *hier*: https://voorbeeld.nl/a_b_c?x=1&y=2")
        for label in said[1:-1]:
            await carla.press(label)
        assert shown[0] in await screen(carla)
        program.ahead += timedelta(minutes=11)  # who just came in has finished choosing a profile by now
        await carla.says("10")
        await ticks(program)
        got = await until(others[0], shown[1])
        assert "Zie <b>hier</b>: " in got
        assert '<a href="https://voorbeeld.nl/a_b_c?x=1&amp;y=2" ' in got
        await carla.press(said[-1])
        await ticks(program)
        await until(carla, shown[2])
        await until(carla, shown[3])
        assert not any([shown[1] in await screen(one) for one in others[1:]])
