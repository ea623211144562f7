"""A round on the chat page, over HTTP: from composing to what comes of it, in both languages."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from bot.clock import utc_now
from domain.people import Role
from storage.database import Database
from tests.conversations.rounds.talk import CLOSED, OTHERS, REMINDED, TALKS, TAPPED, TOLD, TUESDAY
from tests.web.conftest import Program, running
from tests.web.test_broadcasts import screen, ticks, until


async def at(program: Program, moment: datetime) -> None:
    """Let it be that moment, and the clock tick."""
    program.ahead = moment - utc_now()
    await ticks(program)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_round__whole_talk_on_the_page(database: Database, tmp_path: Path, language: str) -> None:
    talk = TALKS[language]
    async with running(database, tmp_path) as program:
        program.ahead = TUESDAY.replace(hour=8) - utc_now()
        carla = await program.member("Carla", Role.coordinator, language)
        others = [await program.member(f"Collega {number}", language=language) for number in range(OTHERS)]
        await at(program, TUESDAY)  # who just came in has finished choosing a profile by now
        await carla.says(talk.command)
        for label in talk.composing[:-1]:
            await carla.press(label)
        assert talk.check in await screen(carla)
        await carla.press(talk.composing[-1])
        assert talk.planned in await screen(carla)
        await at(program, TUESDAY.replace(minute=2))
        for number, one in enumerate(others[:-1]):
            await until(one, talk.asked)
            for label in talk.answering:
                await one.press(label)
            await one.says(talk.harm if number == 3 else f"{talk.written} {'abcdefghij'[number]}")
            assert talk.thanks in await screen(one)
        await at(program, REMINDED)
        await until(others[-1], talk.reminder)
        assert talk.reminder not in await screen(others[0])
        await at(program, CLOSED)
        await until(carla, talk.held)
        read, hide, why, surely = talk.hide
        await carla.press(read)
        assert talk.harm in await screen(carla)
        await carla.press(hide)
        await carla.says(talk.harm[:9])
        await carla.press(why)
        await carla.press(surely)
        assert talk.hidden in await screen(carla)
        assert talk.outcome[0] not in await screen(others[0])
        await at(program, TOLD)
        for one in (others[0], others[-1]):
            await until(one, talk.outcome[0])
            await one.press(talk.read)
            shown = await screen(one)
            assert all(words in shown for words in (*talk.outcome, talk.was_hidden, talk.written))
        assert talk.harm not in await screen(others[-1])
        for number, words in enumerate(talk.write_back):
            await (carla.press(words) if number in TAPPED else carla.says(words))
        assert talk.sent in await screen(carla)
        await ticks(program)
        for words in talk.feedback:
            await until(others[-1], words)
        await others[-1].press(talk.wrong)
        assert talk.counted in await screen(others[-1])
