"""A practice that is offered on Telegram: the whole program, with the real protocol."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from bot.app import program
from bot.clock import utc_now
from bot.clockwork import carry_out
from bot.listening import Running
from domain.people import Role
from storage import members
from storage.database import Connection, Database
from tests.channels.test_importing import joins, settings
from tests.emulator import Emulator
from tests.nudging import AFTERNOON, MONDAY, TUESDAY, settle


async def ticks(running: Running) -> None:
    """Let the clock tick once."""
    for job in running.engine.routes.jobs:
        await carry_out(running.worker, job, running.engine.clock())
    running.speaker.ring()


async def test_nudge__comes_by_itself_and_not_for_me_is_one_tap(database: Database, tmp_path: Path) -> None:
    ahead = [MONDAY - utc_now()]
    async with (
        Emulator() as emulator,
        program(settings(database, emulator, tmp_path), clock=lambda: utc_now() + ahead[0]) as running,
    ):
        anna, bob = emulator.person("Anna"), emulator.person("Bob")
        await joins(running, anna, Role.member)
        await joins(running, bob, Role.liaison)
        await bob.sees("Wat voor werk doe je?")

        def settled(connection: Connection) -> None:
            maker, *_ = members.with_roles(connection, 1, [Role.liaison])
            settle(connection, maker.id, running.engine.clock())

        await running.worker.write(settled)
        await ticks(running)
        for moment in (TUESDAY, AFTERNOON):
            ahead[0] = moment - utc_now() + timedelta(seconds=1)
            await ticks(running)
        message = await anna.sees("Dit past bij je werk: ‘Drie stapels post’.", within=15)
        assert message.buttons == ["Ik ga dit proberen", "Bekijk het", "Niet voor mij", "Minder sturen"]
        await anna.taps("Niet voor mij")
        await anna.sees("krijg je voorlopig niet meer")
        assert "Drie stapels post" not in str([one.plain for one in bob.received])
    assert emulator.violations == []
