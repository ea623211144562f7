"""The semantic leg in the whole program: better when it is there, and nothing but that when it is not."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from itertools import count
from pathlib import Path

import pytest
import sqlalchemy as sa
import structlog

from bot import embeddings
from bot.core import core
from bot.embeddings import Endpoint, ServiceAway
from bot.engine import Engine
from bot.logs import configure
from bot.settings import read
from bot.worker import Worker
from domain.people import Address, Role
from domain.practices import Attribution, Parts, Visibility
from handlers.kit import Incoming
from storage import lines, members, organisations, practices, search
from storage.database import Connection, Database
from storage.tables import practice_vectors
from tests.meaning.service import Service, serving
from tests.stage import START

KEY = "sk-canary-of-the-service"
CARD = "Bewoners zetten een grendel op de deur"
ASKED = "blurzig quazimo vlemfort"  # shares no word with the card
NUMBERS = count(1)
BROKEN = (
    "hangs",
    "errs",
    "sends on",
    "refuses",
    "babbles",
    "is another shape",
    "is short",
    "is no number",
    "is nothing",
    "forgets one",
    "is endless",
)


@pytest.fixture
def service() -> Iterator[Service]:
    with serving() as made:
        yield made


class Program:
    """The program with one organisation, in which Anna asks."""

    def __init__(self, engine: Engine, worker: Worker) -> None:
        self.engine = engine
        self.worker = worker

    async def says(self, words: str, who: str = "Anna") -> str:
        """Type something and return what is said last, with its buttons."""
        incoming = Incoming("stage", who, (f"stage:{next(NUMBERS)}",), text=words, pull=True)
        await self.engine.handle(incoming)
        return await self.worker.read(_last, who)

    async def fetches(self) -> None:
        """Fetch what has no vectors, as happens in the background."""
        assert self.engine.practice_vectors is not None
        while await self.engine.practice_vectors.look():
            pass


def _last(connection: Connection, who: str) -> str:
    member = members.at_address(connection, "stage", who)
    assert member is not None
    said = [line.payload for line in lines.newest(connection, member.id, 5) if line.payload]
    return str(said[-1])


def _furnish(connection: Connection) -> None:
    organisation = organisations.add(connection, "Proef", "nl", "Europe/Amsterdam", START)
    anna = members.add(
        connection, organisation_id=organisation.id, role=Role.member, language="nl", name="Anna", now=START
    )
    members.add_address(connection, anna, Address("stage", "Anna", pull=True), START)
    members.agree(connection, anna.id, START)
    subjects = ("wandelen", "fietsen", "koken", "zwemmen", "tuinieren", "zingen", "schaken", "lezen")
    told = [
        Parts(f"Samen {subject} {number}", f"Wie alleen is gaat {subject}.", f"Groep {number}.", "Fijn.", "-")
        for subject in subjects
        for number in (1, 2, 3)
    ]
    told.append(Parts(CARD, "Na een inbraak in een woning is men bang.", "Plaats een slot.", "Rust.", "Nee."))
    new = [
        practices.NewPractice(
            parts, "nl", ("safety",), Attribution.nobody, Visibility.organisation, author_id=anna.id
        )
        for parts in told
    ]
    numbers = [number for number, _ in practices.add_many(connection, organisation.id, new, START)]
    for number in numbers:
        search.log(connection, organisation.id, number, START)


@asynccontextmanager
async def running(
    database: Database, patch: pytest.MonkeyPatch, service: Service | None, *, fill: bool = True
) -> AsyncIterator[Program]:
    """Run the program on this database, with the service or without any."""
    patch.setenv("DATABASE_URL", database.url.render_as_string(hide_password=False))
    patch.setenv("SECRET_KEY", "k" * 40)
    if service is None:
        patch.delenv("EMBEDDINGS_URL", raising=False)
    else:
        patch.setenv("EMBEDDINGS_URL", service.url)
        patch.setenv("EMBEDDINGS_MODEL", "small")
        patch.setenv("EMBEDDINGS_KEY", KEY)
    if fill:
        with database.transaction() as connection:
            _furnish(connection)
    async with core(read(), clock=lambda: START) as (engine, worker, _):
        yield Program(engine, worker)


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(embeddings, "IN_TIME", 20.0)  # a busy machine is no reason to fail


async def test_question__finds_what_it_means_and_is_left_to_choose(
    database: Database, monkeypatch: pytest.MonkeyPatch, service: Service
) -> None:
    async with running(database, monkeypatch, None) as program:
        assert CARD not in await program.says(ASKED)
    async with running(database, monkeypatch, service, fill=False) as program:
        await program.fetches()
        said = await program.says("Hallo: " + ASKED)
        assert CARD in said
        assert "ask-unsure" in said
        assert CARD in await program.says("slot op de deur na een inbraak in de woning")
    assert service.models == {"small"}
    assert service.keys == {f"Bearer {KEY}"}


async def test_vectors__are_fetched_once_and_loaded_by_the_next_process(
    database: Database, monkeypatch: pytest.MonkeyPatch, service: Service
) -> None:
    async with running(database, monkeypatch, service) as program:
        await program.fetches()
    asked = len(service.asked)
    assert asked == 25
    service.mood = "errs"
    async with running(database, monkeypatch, service, fill=False) as program:
        await program.fetches()
        assert len(program.engine.keeper.finder.meanings) == 25
    assert len(service.asked) == asked


async def test_vectors__of_new_words_replace_those_of_the_old(
    database: Database, monkeypatch: pytest.MonkeyPatch, service: Service
) -> None:
    async with running(database, monkeypatch, service) as program:
        await program.fetches()
        before = await program.worker.read(_rows)
        await program.worker.write(_rewrite)
        assert len(await program.worker.read(_rows)) == 24
        await program.engine.keeper.catch_up()
        assert len(program.engine.keeper.finder.meanings) == 24
        await program.fetches()
        after = await program.worker.read(_rows)
        assert len(after) == 25
        assert before != after
        assert len(program.engine.keeper.finder.meanings) == 25


def _rows(connection: Connection) -> list[bytes]:
    return list(connection.execute(sa.select(practice_vectors.c.vector)).scalars())


def _rewrite(connection: Connection) -> None:
    anna = members.at_address(connection, "stage", "Anna")
    assert anna is not None
    one = practices.by_author(connection, anna)[0]
    practices.rewrite(connection, one, Parts("Nieuw", "Anders.", "Heel anders.", "Goed.", "Nooit."), START)
    search.log(connection, one.organisation_id, one.id, START)


@pytest.mark.parametrize("mood", BROKEN)
async def test_service__that_is_broken_changes_nothing_in_an_answer(
    database: Database, monkeypatch: pytest.MonkeyPatch, service: Service, mood: str
) -> None:
    if not database.is_sqlite:
        return  # the service knows nothing of databases
    if mood == "hangs":
        monkeypatch.setattr(embeddings, "IN_TIME", 1.0)
        monkeypatch.setattr(embeddings, "PATIENCE", 1.0)
    monkeypatch.setattr(embeddings, "REST", 0.0)
    questions = ("samen koken", "grendel op de deur", "kernfusie in de achtertuin")
    async with running(database, monkeypatch, None) as program:
        expected = [_bare(await program.says(words)) for words in questions]
    async with running(database, monkeypatch, service, fill=False) as program:
        if mood != "is short":
            service.mood = mood
            with pytest.raises(ServiceAway):
                await program.fetches()
        else:
            await program.fetches()
            service.mood = mood
        assert [_bare(await program.says(f"{words}?")) for words in questions] == expected
        assert service.calls >= len(questions) or mood == "hangs"


def _bare(said: str) -> str:
    """What is said, without the names of a question of its own."""
    return "ask-unsure" if "ask-unsure" in said else "ask-none" if "ask-none" in said else "a card"


async def test_service__that_died_is_not_asked_by_every_question(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving() as service:
        async with running(database, monkeypatch, service) as program:
            service.mood = "errs"
            await program.says("samen koken")
            await program.says("samen fietsen")
            assert service.calls == 1
            service.stop()
            assert "Samen koken" in await program.says("samen koken dus")


async def test_questions__only_are_sent_and_after_the_guard(
    database: Database, monkeypatch: pytest.MonkeyPatch, service: Service
) -> None:
    async with running(database, monkeypatch, service) as program:
        await program.says("/help")
        await program.says("hallo")
        await program.says("/deel")
        await program.says("Stap voor stap")
        await program.says("Een bewoner opent de post niet meer en belt niemand.")
        await program.says("/stoppen")
        await program.says("mijn buurman slaat zijn vrouw, wat nu?")
        assert service.asked == []
        await program.says("/help")
        await program.says("wie helpt met koken, bel 06-12345678")
        (sent,) = service.asked
        assert "12345678" not in sent
        assert "koken" in sent


async def test_practice__that_the_service_refuses_keeps_none_of_the_others_waiting(
    database: Database, monkeypatch: pytest.MonkeyPatch, service: Service
) -> None:
    service.mood = "dislikes one"
    monkeypatch.setattr("tests.meaning.test_service.CARD", "Kanariepiet op de deur")
    async with running(database, monkeypatch, service) as program:
        for _ in range(4):
            try:
                await program.fetches()
            except ServiceAway:
                continue
        assert len(program.engine.keeper.finder.meanings) == 24


async def test_key__is_in_no_log_line_whatever_happens(
    database: Database, monkeypatch: pytest.MonkeyPatch, service: Service, capfd: pytest.CaptureFixture[str]
) -> None:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    monkeypatch.setattr(embeddings, "REST", 0.0)
    configure("DEBUG")
    try:
        async with running(database, monkeypatch, service) as program:
            for mood in BROKEN[1:]:
                service.mood = mood
                await program.says(f"Kanariepiet {mood}")
            fetching = asyncio.create_task(_run(program))
            await asyncio.sleep(0.2)
            fetching.cancel()
            await asyncio.wait([fetching])
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
        structlog.reset_defaults()
    logged = capfd.readouterr().err
    assert "a question goes without its vector" in logged
    assert KEY not in logged
    assert "Kanariepiet" not in logged
    assert service.url not in logged


async def _run(program: Program) -> None:
    assert program.engine.practice_vectors is not None
    await program.engine.practice_vectors.run()


async def test_endpoint__puts_vectors_in_the_order_of_the_texts(service: Service) -> None:
    endpoint = Endpoint(service.url, "small")
    there = await endpoint.vectors(["een", "tweede", "derde"], 5)
    service.mood = "is backwards"
    assert await endpoint.vectors(["een", "tweede", "derde"], 5) == there
    await endpoint.close()
    assert service.keys == {""}
