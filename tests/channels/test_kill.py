"""kill -9 at random moments: no update lost, none handled twice, nobody without an answer."""

from __future__ import annotations

import asyncio
import random
import socket
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from bot.settings import Mode
from content import speech
from domain.delivery import MOST_COPIES
from storage import tables
from storage.database import Database, sqlite_url
from tests.channels import echo
from tests.emulator import TOKEN, Emulator, Person

ROOT = Path(__file__).parents[2]
PEOPLE = 50
FLAG = speech.speak("maybe-twice", "nl", {})


@dataclass(frozen=True)
class Count:
    """What came of a campaign."""

    updates: int
    kills: int
    lost: int
    twice: int
    unanswered: int
    said_again: int  # answers that came more than once
    flagged: int  # answers that said they might
    unflagged: int  # answers that came again without saying so
    most_copies: int

    def __str__(self) -> str:
        return (
            f"{self.updates} updates from {PEOPLE} people, {self.kills} × kill -9: lost {self.lost}, "
            f"handled twice {self.twice}, unanswered {self.unanswered}, said again {self.said_again} "
            f"(flagged {self.flagged}, unflagged {self.unflagged}, most copies {self.most_copies})"
        )


@pytest.mark.parametrize("mode", list(Mode))
async def test_kill__costs_nobody_an_answer(sqlite_path: Path, mode: Mode) -> None:
    await campaign(sqlite_url(sqlite_path), mode, updates=400, kills=4)


@pytest.mark.campaign
@pytest.mark.timeout(600)
@pytest.mark.parametrize("mode", list(Mode))
async def test_kill__campaign(database: Database, mode: Mode) -> None:
    url = database.url.render_as_string(hide_password=False)
    # On PostgreSQL each kill costs the time of the lease on polling.
    slow = mode is Mode.polling and not database.is_sqlite
    await campaign(url, mode, updates=2000, kills=8 if slow else 20)


@pytest.mark.parametrize("mode", list(Mode))
async def test_stop__in_the_middle_doubles_nothing(sqlite_path: Path, mode: Mode) -> None:
    count = await campaign(sqlite_url(sqlite_path), mode, updates=200, kills=2, politely=True)
    assert (count.said_again, count.flagged) == (0, 0)


async def campaign(url: str, mode: Mode, updates: int, kills: int, *, politely: bool = False) -> Count:
    """Let fifty people write while their bot is killed; print and check the counts."""
    rng = random.Random(f"{mode} {updates}")
    database = Database(url)
    echo.prepare(database)
    async with Emulator() as emulator:
        people = [emulator.person(f"Persoon {number}") for number in range(PEOPLE)]
        writing = asyncio.create_task(write(people, updates, rng))
        start = bot(emulator, url, mode, free_port())
        for share in range(1, kills + 1):
            enough = updates * share // (kills + 1)
            async with start() as process:
                await answered(emulator, enough)
                await asyncio.sleep(rng.uniform(0, 0.05))
                process.terminate() if politely else process.kill()
                await process.wait()
        await writing
        async with start() as process:
            await answered(emulator, updates)
            await emulator.until_confirmed(60)
            async with asyncio.timeout(60):
                while unsaid(database):  # noqa: ASYNC110 - the other process rings no bell here
                    await asyncio.sleep(0.05)
            process.terminate()
            assert await process.wait() == 0
        count = counted(database, people, updates, kills)
        assert emulator.violations == []
    database.close()
    print(f"\n{mode} on {database.engine.dialect.name}: {count}")
    assert (count.lost, count.twice, count.unanswered, count.unflagged) == (0, 0, 0, 0)
    assert count.most_copies <= MOST_COPIES
    return count


def bot(emulator: Emulator, url: str, mode: Mode, port: int) -> Any:
    """Return how to start the bot, as a context that leaves nothing running."""

    @asynccontextmanager
    async def start() -> AsyncIterator[asyncio.subprocess.Process]:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.channels.echo_bot",
            *("--base-url", emulator.address, "--token", TOKEN, "--database", url),
            *("--mode", str(mode), "--port", str(port)),
            cwd=ROOT,
            stdout=asyncio.subprocess.PIPE,
        )
        assert process.stdout is not None
        try:
            async with asyncio.timeout(30):
                while await process.stdout.readline() != b"ready\n":
                    assert process.returncode is None
            yield process
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()

    return start


def free_port() -> int:
    """Return a port that is free now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
        return port


async def write(people: list[Person], updates: int, rng: random.Random) -> None:
    """Half of what people say waits already; the rest comes in bursts."""
    for number in range(updates):
        await people[number % PEOPLE].says(f"bericht {number}")
        if number > updates // 2 and rng.random() < 0.02:
            await asyncio.sleep(rng.uniform(0, 0.2))


async def answered(emulator: Emulator, enough: int) -> None:
    """Wait until this many different answers were given."""
    async with asyncio.timeout(120):
        while len({call.text.partition("\n")[0] for call in emulator.sent if call.chat}) < enough:  # noqa: ASYNC110
            await asyncio.sleep(0.02)


def unsaid(database: Database) -> int:
    """Count the answers that are still to be sent."""
    with database.reading() as connection:
        query = sa.select(sa.func.count()).where(tables.deliveries.c.state.in_(["waiting", "sending"]))
        return int(connection.execute(query).scalar_one())


def counted(database: Database, people: list[Person], updates: int, kills: int) -> Count:
    """Compare what was said with what was stored and what arrived."""
    with database.reading() as connection:
        payloads = connection.execute(sa.select(tables.deliveries.c.payload)).scalars().all()
    handled = Counter(payload["texts"][0]["values"]["title"] for payload in payloads)
    wanted = {f"bericht {number}" for number in range(updates)}
    copies: Counter[str] = Counter()
    flags: Counter[str] = Counter()
    for person in people:
        for message in person.received:
            words, _, flag = message.plain.partition("\n\n")
            copies[words] += 1
            flags[words] += flag == FLAG
    return Count(
        updates,
        kills,
        lost=len(wanted - handled.keys()),
        twice=sum(number > 1 for number in handled.values()),
        unanswered=len(wanted - copies.keys()),
        said_again=sum(number > 1 for number in copies.values()),
        flagged=sum(flags.values()),
        unflagged=sum(max(0, copies[words] - 1 - flags[words]) for words in copies),
        most_copies=max(copies.values()),
    )
