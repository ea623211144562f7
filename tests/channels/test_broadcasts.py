"""A broadcast that Carla stops halfway, on Telegram: the whole program, with the real protocol."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from bot.app import program
from bot.channels.channel import TELEGRAM
from bot.clock import utc_now
from bot.listening import Running
from domain.people import Address, Role
from storage import members
from storage.database import Connection, Database
from tests.channels.test_importing import joins, settings
from tests.emulator import Emulator, Person

MANY = 40
TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


async def crowd(running: Running, emulator: Emulator) -> list[Person]:
    """Let colleagues take part who have written to the bot before."""
    people = [emulator.person(f"Collega {number}", started=True) for number in range(MANY)]

    def add(connection: Connection) -> None:
        now = running.engine.clock()
        carla, *_ = members.with_roles(connection, 1, [Role.coordinator])
        for one in people:
            member = members.add(
                connection,
                organisation_id=carla.organisation_id,
                role=Role.member,
                language="nl",
                name=one.name,
                now=now,
            )
            members.add_address(connection, member, Address(TELEGRAM, str(one.id), pull=False), now)
            members.agree(connection, member.id, now)

    await running.worker.write(add)
    return people


def got(people: list[Person]) -> int:
    """Return how many of them have the message."""
    return sum(any("taart" in each.plain for each in one.received) for one in people)


async def until(holds: Callable[[], bool]) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(20):
        while not holds():  # noqa: ASYNC110 - the phones of the emulator offer nothing to wait for
            await asyncio.sleep(0.02)


async def test_broadcast__stopped_halfway_reaches_nobody_after_that(
    database: Database, tmp_path: Path
) -> None:
    ahead = TUESDAY - utc_now()
    async with (
        Emulator(latency=0.2) as emulator,
        program(settings(database, emulator, tmp_path), clock=lambda: utc_now() + ahead) as running,
    ):
        carla = emulator.person("Carla")
        await joins(running, carla, Role.coordinator)
        await carla.sees("Wat voor werk doe je?")
        people = await crowd(running, emulator)
        await carla.says("/bericht Morgen is er *taart*.")
        for label in ("Per rol", f"deelnemer ({MANY})", "Van collega's", "Geen knop", "Nu"):
            await carla.taps(label)
        preview = await carla.sees(f"Typ dan het aantal mensen: {MANY}.")
        assert "Morgen is er taart." in preview.plain
        await carla.says(str(MANY))
        await carla.sees("gaat nu weg", within=15)
        await until(lambda: got(people) >= 5)
        await carla.taps("Stop het bericht")
        await carla.sees("is gestopt")
        then = got(people)
        report = await carla.sees("Niet meer verstuurd", within=15)
        await until(lambda: "Nog te gaan" not in report.plain)
        counts = {name: int(number) for name, number in re.findall(r"(\w[\w ]*): (\d+)", report.plain)}
        assert 5 <= got(people) < MANY
        assert got(people) - then <= 4  # what was being said at that moment
        assert counts["Aangekomen"] == got(people)
        assert counts["Niet meer verstuurd"] == MANY - got(people)
        assert not any(len(one.received) > 1 for one in people)
    assert emulator.violations == []
