"""What is cut off between two lines: whatever breaks after the commit, the person still gets the answer."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot import speaker as speaking
from bot.clock import utc_now
from bot.engine import Engine
from bot.keeper import Finder, IndexKeeper
from bot.speaker import Speaker
from bot.vocabulary import Vocabulary
from bot.worker import Worker
from domain.delivery import Lane
from handlers.kit import Incoming, World
from handlers.kit.originals import Originals
from handlers.kit.take import take
from storage import deliveries, members, tables, updates
from storage.database import Database
from storage.deliveries import claims, queueing
from tests.channels.echo import Echo, Office, office
from tests.emulator import TOKEN, Emulator, Person


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a claim run out, and be missed, within a second instead of a minute."""
    for module in (claims, queueing):
        monkeypatch.setattr(module, "LEASE", timedelta(seconds=1))
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
        claimed = answer[0] if isinstance(answer, tuple) else True
        if run == once and claimed and not lost:
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
        lost = cut_off(running, monkeypatch, running.speaker._take_next)
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


def queue(database: Database, words: str, key: str = "card-title") -> None:
    """Queue something to every member."""
    payload = {"texts": [{"key": key, "values": {"title": words}}]}
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


async def test_turn__that_breaks_in_an_odd_way_is_parked_and_the_next_is_answered(
    file_database: Database, emulator: Emulator, anna: Person
) -> None:
    # A future cannot hold a StopIteration: `next()` of nothing in a rule must not leave a turn without end.
    async with office(file_database, emulator.address, TOKEN, echo=Echo(breaks_on={"leeg": StopIteration()})):
        await anna.says("leeg")
        await anna.sees("Er ging iets mis bij mij", within=5)
        await anna.says("dag")
        await anna.sees("dag")


async def test_failure__that_cannot_even_be_counted_confirms_nothing(
    file_database: Database, emulator: Emulator, anna: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As while a backup is put back: the tables are not there."""
    echo = Echo(breaks_on={"hoi": sa.exc.ProgrammingError("gone", None, Exception("no such table"))})

    def broken(*_given: Any) -> None:
        raise sa.exc.ProgrammingError("gone", None, Exception("no such table"))

    async with office(file_database, emulator.address, TOKEN, echo=echo):
        with monkeypatch.context() as patch:
            patch.setattr(updates, "count_failure", broken)
            await anna.says("hoi")
            await anna.sees_nothing(within=3)  # more than ten tries
        echo.breaks_on.clear()
        await anna.sees("hoi", within=5)
        await emulator.until_confirmed()


async def test_park__by_two_processes_tells_the_person_once(ours: Database) -> None:
    async with AsyncExitStack() as stack:
        engines = [await stack.enter_async_context(engine(ours)) for _ in range(2)]
        incoming = Incoming("stage", "Anna", ("stage:1",), text="gif", name="Anna", pull=True)
        await engines[0].handle(replace(incoming, keys=("stage:0",), text="hoi"))
        await asyncio.gather(*(one.handle(incoming) for one in engines))
    with ours.reading() as connection:
        said = connection.execute(sa.select(tables.lines.c.payload).where(tables.lines.c.mine.is_(None)))
        keys = [payload["texts"][0]["key"] for payload in said.scalars()]
    assert keys == ["card-title", "went-wrong"]


async def test_park__waits_for_the_turn_that_writes_to_the_same_page(
    ours: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Numbers of lines must become visible in their order, or a page passes one by."""
    if ours.is_sqlite:
        return  # one at a time anyway

    def broken(*_given: Any) -> Any:
        raise RuntimeError

    incoming = Incoming("stage", "Anna", ("stage:1",), text="gif", name="Anna", pull=True)
    async with engine(ours) as running:
        await running.handle(replace(incoming, keys=("stage:0",), text="hoi"))
        monkeypatch.setattr("bot.engine.take", broken)
        with ours.transaction() as connection:
            assert members.visit(connection, "stage", "Anna", utc_now())
            parking = asyncio.create_task(running.handle(incoming))
            await asyncio.sleep(0.5)
            assert not parking.done()
        await parking


@asynccontextmanager
async def engine(database: Database) -> AsyncIterator[Engine]:
    """The engine of one process, on which "gif" breaks every turn."""
    worker, finder = Worker(database), Finder()
    world = World(finder, Vocabulary(), Originals(), secrets.token_hex(8), "http://test")
    speaker = Speaker(worker, world.owner, world.timezone, utc_now, alone=database.is_sqlite)
    echo = Echo(breaks_on={"gif": RuntimeError()})
    try:
        yield Engine(worker, echo.routes(), world, IndexKeeper(worker, finder), speaker)
    finally:
        worker.close()


async def test_message__that_cannot_be_said_as_it_is_still_gets_a_word(
    file_database: Database, emulator: Emulator, anna: Person
) -> None:
    async with office(file_database, emulator.address, TOKEN):
        await anna.says("hoi")
        await anna.sees("hoi")
        queue(file_database, "Kop", key="of-before-the-upgrade")
        await anna.sees("Dit bericht kan ik niet laten zien", within=5)
        emulator.trouble.fail("sendMessage", status=400, description="Bad Request: BUTTON_URL_INVALID")
        await anna.says("met knop")
        await anna.sees("Dit bericht kan ik niet laten zien", within=5)
    assert states(file_database) == {"sent", "failed"}


async def test_stop__lets_what_is_said_unasked_arrive_and_says_it_once(
    file_database: Database, emulator: Emulator, anna: Person
) -> None:
    async with office(file_database, emulator.address, TOKEN):
        await anna.says("hoi")
        await anna.sees("hoi")
        emulator.server.latency = 1.0
        queue(file_database, "ongevraagd")
        await anna.sees("ongevraagd", within=5)
        queue(file_database, "later")
    emulator.server.latency = 0.0
    assert states(file_database) == {"sent", "waiting"}
    async with office(file_database, emulator.address, TOKEN):
        await anna.sees("later", within=5)
    assert [one.plain for one in anna.received] == ["hoi", "ongevraagd", "later"]
