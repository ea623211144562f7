"""Several processes on one database: each index ends as the database says, whoever wrote and when."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from bot import keeper
from bot.core import core
from bot.engine import Engine
from bot.keeper import Finder, IndexKeeper
from bot.settings import read
from bot.worker import Worker
from domain.matching import Scope
from domain.people import Address, Member, Role
from domain.practices import Attribution, Parts, PracticeState, Visibility
from domain.synonyms import Synonyms
from handlers.kit import Incoming
from storage import aliases, lines, members, organisations, practices, search, synonyms
from storage.database import Connection, Database

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
SUBJECTS = ("schimmel", "leefgeld", "huurachterstand", "schoolverzuim", "mantelzorg", "geluidsoverlast")
QUESTIONS = (*SUBJECTS, "schimel in huis", "huur achterstand", "wie belt", "flibbert", "kaart 7")
FINDER = Finder()  # for what is stored of a practice; it holds none


def organise(connection: Connection) -> Member:
    """Make an organisation with Anna in it."""
    organisation = organisations.add(connection, "Proef", "nl", "Europe/Amsterdam", NOW)
    anna = members.add(
        connection, organisation_id=organisation.id, role=Role.member, language="nl", name="Anna", now=NOW
    )
    members.add_address(connection, anna, Address("stage", "Anna", pull=True), NOW)
    members.agree(connection, anna.id, NOW)
    return anna


def share(connection: Connection, anna: Member, title: str) -> int:
    """Share a practice, as a turn does."""
    parts = Parts(title, f"Het gaat over {title}.", "Bel samen.", "Er kwam rust.", "Niet bij haast.")
    number, _ = practices.add(
        connection,
        anna.organisation_id,
        practices.NewPractice(
            parts, "nl", ("debt",), Attribution.nobody, Visibility.organisation, author_id=anna.id
        ),
        NOW,
    )
    search.analyse_again(connection, anna.organisation_id, number, FINDER.analyse, NOW)
    return number


def act(connection: Connection, anna: Member, seed: int) -> None:
    """Do one thing that the index has to know, chosen by `seed`."""
    chance = Random(seed)
    organisation = anna.organisation_id
    there = practices.by_author(connection, anna)
    what = chance.choice(("share", "share", "rewrite", "state", "alias", "words"))
    if what == "share" or not there:
        share(connection, anna, f"{chance.choice(SUBJECTS)} kaart {seed}")
        return
    if what == "words":
        if synonyms.add(connection, organisation, Synonyms(f"flibbert{seed}", chance.choice(SUBJECTS)), NOW):
            search.log_synonyms(connection, organisation, NOW)
        return
    one = chance.choice(there)
    match what:
        case "rewrite":
            told = Parts(f"{chance.choice(SUBJECTS)} anders {seed}", "Nu anders.", "Bel.", "Goed.", "Nooit.")
            practices.rewrite(connection, one, told, NOW)
            search.analyse_again(connection, organisation, one.id, FINDER.analyse, NOW)
        case "state":
            shown = one.state is PracticeState.published
            practices.set_state(
                connection, one, PracticeState.withdrawn if shown else PracticeState.published, NOW
            )
            search.log(connection, organisation, one.id, NOW)
        case _:
            if aliases.confirm(connection, organisation, one.id, f"wie belt er {seed}", "nl", NOW):
                search.analyse_again(connection, organisation, one.id, FINDER.analyse, NOW)


def found(finder: Finder, organisation: int) -> list[object]:
    """Return all that an index says, to compare."""
    return [len(finder.index), *(finder.index.rank(words, Scope(organisation), 5) for words in QUESTIONS)]


async def rebuilt(worker: Worker, organisation: int) -> list[object]:
    """Return what an index says that begins now."""
    fresh = IndexKeeper(worker, Finder())
    await fresh.load()
    return found(fresh.finder, organisation)


async def test_replicas__agree_with_the_database_after_writers_at_the_same_time(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeper, "LOOK", 0.01)
    with database.transaction() as connection:
        anna = organise(connection)
    worker = Worker(database)
    both = [IndexKeeper(worker, Finder()) for _ in range(2)]
    for one in both:
        await one.load()
    keeping = [asyncio.create_task(one.run()) for one in both]

    async def write(first: int) -> None:
        for seed in range(first, first + 20):
            await worker.write(act, anna, seed)

    await asyncio.gather(write(100), write(200))
    for one in both:
        await one.catch_up()
    expected = await rebuilt(worker, anna.organisation_id)
    assert [found(one.finder, anna.organisation_id) for one in both] == [expected, expected]
    assert any(expected[1:])
    for task in keeping:
        task.cancel()
    await asyncio.wait(keeping)
    worker.close()


async def test_change__that_is_committed_late_is_skipped_by_nobody(database: Database) -> None:
    if database.is_sqlite:
        return  # one at a time anyway
    with database.transaction() as connection:
        anna = organise(connection)
    worker = Worker(database)
    both = [IndexKeeper(worker, Finder()) for _ in range(2)]
    for one in both:
        await one.load()
    logged, may_commit = threading.Event(), threading.Event()

    def late() -> None:
        with database.transaction() as connection:
            share(connection, anna, "schimmel die laat komt")
            logged.set()
            may_commit.wait(30)

    holding = asyncio.create_task(asyncio.to_thread(late))
    await asyncio.to_thread(logged.wait, 30)
    early = asyncio.create_task(worker.write(share, anna, "leefgeld dat vroeg komt"))
    await asyncio.wait([early], timeout=0.5)
    for one in both:
        await one.catch_up()
    may_commit.set()
    await asyncio.gather(holding, early)
    for one in both:
        await one.catch_up()
        assert len(one.finder.index) == 2
        for words in ("schimmel", "leefgeld"):
            assert one.finder.match(words, Scope(anna.organisation_id)).hits
    worker.close()


@asynccontextmanager
async def replica() -> AsyncIterator[Engine]:
    """One more process of the program, which looks at what the others changed."""
    async with core(read(), alone=False) as (engine, _, _):
        keeping = asyncio.create_task(engine.keeper.run())
        yield engine
        keeping.cancel()
        await asyncio.wait([keeping])


async def says(engine: Engine, words: str, key: str) -> str:
    """Let Anna type something there, and return what she sees last."""
    await engine.handle(Incoming("stage", "Anna", (key,), text=words, pull=True))

    def last(connection: Connection) -> str:
        anna = members.at_address(connection, "stage", "Anna")
        assert anna is not None
        return str([line.payload for line in lines.newest(connection, anna.id, 5) if line.payload][-1])

    return await engine.worker.read(last)


async def test_practice__is_found_by_its_maker_at_once_and_by_everybody_on_every_replica_soon(
    database: Database, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    if database.is_sqlite:
        return  # SQLite has one process
    with database.transaction() as connection:
        organise(connection)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", database.url.render_as_string(hide_password=False))
    monkeypatch.setenv("SECRET_KEY", "k" * 40)
    story = (
        "In een flat klaagt iedereen over schimmel in de slaapkamer. Ik hing twee weken een vochtmeter op. "
        "Daarna ging het over een getal. Het werkt niet bij lekkage."
    )
    async with replica() as here, replica() as there:
        await says(here, f"/deel {story}", "1")
        for number, typed in enumerate(("Het werkte goed.", "Niet bij lekkage.", "Plaats"), start=2):
            shown = await says(here, typed, str(number))
            if "share-done" in shown:
                break
        assert "share-done" in shown
        assert "vochtmeter" in await says(here, "vochtmeter schimmel slaapkamer", "8")
        assert keeper.LOOK <= 1  # so that everybody has it within two seconds
        async with asyncio.timeout(20):
            while not len(there.keeper.finder.index):  # noqa: ASYNC110
                await asyncio.sleep(0.02)
        assert "vochtmeter" in await says(there, "vochtmeter schimmel slaapkmer", "9")
