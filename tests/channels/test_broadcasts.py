"""A broadcast that Carla stops halfway, on Telegram: the whole program, with the real protocol."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
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

MANY = 40
TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Talk:
    """What Carla says, taps and sees."""

    write: str
    cake: str
    taps: tuple[str, ...]
    sure: str
    going: str
    stop: str
    stopped: str
    arrived: str
    cancelled: str
    to_go: str


TALKS = {
    "nl": Talk(
        "/bericht Morgen is er *taart*.",
        "Morgen is er taart.",
        ("Per rol", f"deelnemer ({MANY})", "Van collega's", "Geen knop", "Nu"),
        f"Typ dan het aantal mensen: {MANY}.",
        "gaat nu weg",
        "Stop het bericht",
        "is gestopt",
        "Aangekomen",
        "Niet meer verstuurd",
        "Nog te gaan",
    ),
    "en": Talk(
        "/broadcast There is *cake* tomorrow.",
        "There is cake tomorrow.",
        ("By role", f"member ({MANY})", "From colleagues", "No button", "Now"),
        f"type the number of people: {MANY}.",
        "is going out now",
        "Stop the message",
        "was stopped",
        "Arrived",
        "No longer sent",
        "Still to go",
    ),
}


async def crowd(running: Running, emulator: Emulator, language: str = "nl") -> list[Person]:
    """Let colleagues take part who have written to the bot before."""
    people = [emulator.person(f"Collega {number}", started=True) for number in range(MANY)]
    for one in people:
        await takes_part(running, one, Role.member, language)
    return people


def got(people: list[Person], talk: Talk) -> int:
    """Return how many of them have the message."""
    return sum(any(talk.cake in each.plain for each in one.received) for one in people)


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(20):
        while not holds():  # noqa: ASYNC110 - the phones of the emulator offer nothing to wait for
            await asyncio.sleep(0.02)


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_broadcast__stopped_halfway_reaches_nobody_after_that(
    database: Database, tmp_path: Path, language: str
) -> None:
    talk, clock = TALKS[language], Clock()
    clock.ahead = TUESDAY - utc_now()
    async with (
        Emulator(latency=0.2) as emulator,
        program(settings(database, emulator, tmp_path), clock=clock) as running,
    ):
        carla = emulator.person("Carla", language=language, started=True)
        await takes_part(running, carla, Role.coordinator, language)
        people = await crowd(running, emulator, language)
        await carla.says(talk.write)
        for label in talk.taps:
            await carla.taps(label)
        preview = await carla.sees(talk.sure)
        assert talk.cake in preview.plain
        await carla.says(str(MANY))
        await carla.sees(talk.going, within=15)
        await until(lambda: got(people, talk) >= 5)
        await carla.taps(talk.stop)
        await carla.sees(talk.stopped)
        then = got(people, talk)
        report = await carla.sees(talk.cancelled, within=15)
        await until(lambda: talk.to_go not in report.plain)
        counts = {name: int(number) for name, number in re.findall(r"(\w[\w ]*): (\d+)", report.plain)}
        assert 5 <= got(people, talk) < MANY
        assert got(people, talk) - then <= 4  # what was being said at that moment
        assert counts[talk.arrived] == got(people, talk)
        assert counts[talk.cancelled] == MANY - got(people, talk)
        assert not any(len(one.received) > 1 for one in people)
    assert emulator.violations == []
