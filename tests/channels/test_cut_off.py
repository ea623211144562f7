"""What is cut off between two lines: whatever breaks after the commit, the person still gets the answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot import speaker as speaking
from bot.engine import utc_now
from domain.delivery import Lane
from handlers.kit.take import take
from storage import deliveries, tables
from storage.database import Database
from tests.channels.echo import Echo, Office, office
from tests.emulator import TOKEN, Emulator, Person


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a claim run out, and be missed, within a second instead of a minute."""
    monkeypatch.setattr(deliveries, "LEASE", timedelta(seconds=1))
    monkeypatch.setattr(speaking, "LOST_EVERY", 0.2)


def away() -> sa.exc.OperationalError:
    """What the driver raises when the database is away."""
    return sa.exc.OperationalError("away", None, Exception("server closed the connection unexpectedly"))


def cut_off(office: Office, monkeypatch: pytest.MonkeyPatch, once: Callable[..., Any]) -> list[str]:
    """Let `once` be committed and its answer be lost, the next time it is run; returns what was lost."""
    write = office.engine.worker.write
    lost: list[str] = []

    async def losing(run: Callable[..., Any], *arguments: Any) -> Any:
        answer = await write(run, *arguments)
        if run is once and not lost:
            lost.append(run.__name__)
            raise away()
        return answer

    monkeypatch.setattr(office.engine.worker, "write", losing)
    return lost


def states(database: Database) -> set[str]:
    """The states that deliveries are in."""
    with database.reading() as connection:
        return set(connection.execute(sa.select(tables.deliveries.c.state)).scalars())


async def test_commit__whose_answer_is_lost_leaves_nobody_without_one(
    ours: Database, emulator: Emulator, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with office(ours, emulator.address, TOKEN) as running:
        lost = cut_off(running, monkeypatch, take)
        await anna.says("hoi")
        await anna.sees("hoi", within=10)
        assert lost
        await anna.says("en door")
        await anna.sees("en door", within=10)
        await running.speaker.settle()
    assert [one.plain.partition("\n")[0] for one in anna.received] == ["hoi", "en door"]
    assert states(ours) == {"sent"}


async def test_claim__whose_commit_is_answered_by_an_outage_is_taken_up_again(
    ours: Database, emulator: Emulator, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with office(ours, emulator.address, TOKEN) as running:
        await anna.says("hoi")
        await anna.sees("hoi")
        lost = cut_off(running, monkeypatch, deliveries.claim)
        queue(ours, "ongevraagd")
        await anna.sees("ongevraagd", within=10)
        assert lost


async def test_index__that_cannot_be_read_after_a_turn_keeps_nobody_from_the_answer(
    file_database: Database, emulator: Emulator, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    echo = Echo()
    answered = echo.answer

    def changing(turn: Any) -> Any:
        turn.changed.append(1)
        return answered(turn)

    monkeypatch.setattr(echo, "answer", changing)
    async with office(file_database, emulator.address, TOKEN, echo=echo) as running:

        async def broken() -> int:
            raise away()

        monkeypatch.setattr(running.engine.keeper, "catch_up", broken)
        await anna.says("hoi")
        await anna.sees("hoi", within=3)
    assert len(anna.received) == 1


async def test_waiting__is_said_although_the_database_was_away_at_the_start(
    file_database: Database, emulator: Emulator, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    recover = deliveries.recover
    times: list[int] = []

    def failing(*given: Any, **more: Any) -> int:
        times.append(1)
        if len(times) == 1:
            raise away()
        return recover(*given, **more)

    monkeypatch.setattr(deliveries, "recover", failing)
    async with office(file_database, emulator.address, TOKEN):
        await anna.says("hoi")
        await anna.sees("hoi")
        queue(file_database, "ongevraagd")
        await anna.sees("ongevraagd", within=5)


async def test_note__that_can_never_be_written_holds_up_nobody_else(
    file_database: Database, emulator: Emulator, anna: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_given: Any) -> None:
        raise RuntimeError

    async with office(file_database, emulator.address, TOKEN):
        for person in (anna, bob):
            await person.says("hoi")
            await person.sees("hoi")
        monkeypatch.setattr(deliveries, "mark_failed", broken)
        emulator.trouble.fail("sendMessage", status=400, chat=anna.id, times=None)
        queue(file_database, "ongevraagd")
        await bob.sees("ongevraagd", within=10)
        queue(file_database, "nog iets")
        await bob.sees("nog iets", within=10)


def queue(database: Database, words: str) -> None:
    """Queue something to every member."""
    payload = {"texts": [{"key": "card-title", "values": {"title": words}}]}
    with database.transaction() as connection:
        for member_id in connection.execute(sa.select(tables.members.c.id)).scalars().all():
            deliveries.queue(
                connection,
                member_id,
                payload=payload,
                once=f"{words}:{member_id}",
                lane=Lane.answer,
                now=utc_now(),
            )
