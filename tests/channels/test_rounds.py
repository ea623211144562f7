"""A round on Telegram, with the real protocol: from composing to what comes of it, in both languages."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.app import program
from bot.channels.channel import TELEGRAM
from bot.clock import utc_now
from bot.clockwork import carry_out
from bot.listening import Running
from bot.pictures import MOST_SECONDS
from domain.people import Address, Role
from storage import members
from storage.database import Connection, Database
from tests.channels.test_importing import settings
from tests.conversations.rounds.talk import CLOSED, OTHERS, REMINDED, TALKS, TAPPED, TOLD, TUESDAY
from tests.emulator import Emulator, Person

DRAWN = MOST_SECONDS + 10  # by then a message has its picture, or comes without


class Clock:
    """A clock that can be moved."""

    def __init__(self) -> None:
        self.ahead = timedelta(0)

    def __call__(self) -> datetime:
        return utc_now() + self.ahead

    async def move(self, running: Running, moment: datetime) -> None:
        """Let it be that moment, and tick."""
        self.ahead = moment - utc_now()
        for job in running.engine.routes.jobs:
            await carry_out(running.worker, job, self())
        running.speaker.ring()


async def takes_part(running: Running, person: Person, role: Role, language: str) -> None:
    """Let somebody take part who wrote to the bot before."""

    def add(connection: Connection) -> None:
        now = running.engine.clock()
        member = members.add(
            connection, organisation_id=1, role=role, language=language, name=person.name, now=now
        )
        members.add_address(connection, member, Address(TELEGRAM, str(person.id), pull=False), now)
        members.agree(connection, member.id, now)

    await running.worker.write(add)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_round__whole_talk_on_telegram(database: Database, tmp_path: Path, language: str) -> None:
    talk, clock = TALKS[language], Clock()
    clock.ahead = TUESDAY - utc_now()
    async with (
        Emulator() as emulator,
        program(settings(database, emulator, tmp_path), clock=clock) as running,
    ):
        carla = emulator.person("Carla", language=language, started=True)
        others = [
            emulator.person(f"Collega {number}", language=language, started=True) for number in range(OTHERS)
        ]
        for one in (carla, *others):
            await takes_part(running, one, Role.coordinator if one is carla else Role.member, language)
        await carla.says(talk.command)
        for label in talk.composing[:-1]:
            await carla.taps(label)
        await carla.sees(talk.check)
        await carla.taps(talk.composing[-1])
        await carla.sees(talk.planned)
        await clock.move(running, TUESDAY.replace(minute=2))
        for number, one in enumerate(others[:-1]):
            await one.sees(talk.asked, within=20)
            for label in talk.answering:
                await one.taps(label)
            await one.says(talk.harm if number == 3 else f"{talk.written} {'abcdefghij'[number]}")
            await one.sees(talk.thanks)
        # If days went by first, the last one would be asked on the day of the reminder, and one a day is all.
        await others[-1].sees(talk.asked, within=20)
        await clock.move(running, REMINDED)
        await others[-1].sees(talk.reminder, within=20)
        assert not any(talk.reminder in one.plain for one in others[0].received)
        await clock.move(running, CLOSED)
        await carla.sees(talk.held, within=DRAWN)
        read, hide, why, surely = talk.hide
        await carla.taps(read)
        await carla.sees(talk.harm)
        await carla.taps(hide)
        await carla.says(talk.harm[:9])
        await carla.taps(why)
        await carla.taps(surely)
        await carla.sees(talk.hidden)
        assert not any(talk.outcome[0] in one.plain for one in others[0].received)
        await clock.move(running, TOLD)
        for one in (others[0], others[-1]):
            told = await one.sees(talk.outcome[0], within=DRAWN)
            assert all(words in told.plain for words in (*talk.outcome, talk.was_hidden))
            await one.taps(talk.read)
            await one.sees(talk.written)
        assert not any(talk.harm in one.plain for one in others[-1].received)
        for number, words in enumerate(talk.write_back):
            await (carla.taps(words) if number in TAPPED else carla.says(words))
            await carla.sees()
        await carla.sees(talk.sent)
        await clock.move(running, TOLD + timedelta(minutes=1))
        for words in talk.feedback:
            await others[-1].sees(words, within=20)
        await others[-1].taps(talk.wrong)
        await others[-1].sees(talk.counted)
    assert emulator.violations == []
