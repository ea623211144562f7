"""From the start of the program until it listens, with a library of any size, and the first question."""

from __future__ import annotations

import asyncio
import statistics
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

import aiohttp

from domain.people import Address, Role
from storage import members, organisations
from storage.database import Database
from tests.benchmarks import library
from tests.benchmarks.cannot import CannotMeasure
from tests.benchmarks.databases import Furnished, furnished
from tests.benchmarks.mix import FITTING
from tests.benchmarks.processes import free_port, peak_memory, running
from tests.benchmarks.updates import settings

LONGEST = 60.0  # seconds that a start may take


@dataclass(frozen=True)
class Started:
    """Seconds until it listens, the most memory until then in megabytes, and milliseconds to an answer."""

    seconds: float
    memory: float
    answer: float


FIELDS = ("seconds", "memory", "answer")
Told = Callable[[int, Started], None]


async def compare(practices: int, rounds: int, told: Told) -> dict[int, list[Started]]:
    """Measure starts with no practices and with so many, in turns."""
    sizes = (0, practices)
    found: dict[int, list[Started]] = {size: [] for size in sizes}
    with TemporaryDirectory(prefix="kg-bench-") as name, _ready(sizes, Path(name)) as bases:
        for _ in range(rounds):
            for size in sizes:
                one = await measure(bases[size].copy(), Path(name))
                found[size].append(one)
                told(size, one)
    return found


def median(found: dict[int, list[Started]], size: int) -> Started:
    """Return the middle of each value for one size."""
    every = found[size]
    return Started(*(statistics.median(getattr(one, name) for one in every) for name in FIELDS))


@contextmanager
def _ready(sizes: tuple[int, ...], folder: Path) -> Iterator[dict[int, Furnished]]:
    with ExitStack() as stack:
        bases = {}
        for size in sizes:
            place = folder / str(size)
            place.mkdir()
            bases[size] = stack.enter_context(furnished("sqlite", place, _furnisher(size)))
        yield bases


def _furnisher(size: int) -> Callable[[Database], str]:
    return lambda database: library.furnish(database, size)


async def measure(url: str, folder: Path) -> Started:
    """Start the program with a database that is ready, and let a member ask the first question."""
    port = free_port()
    async with running((sys.executable, "-m", "tests.benchmarks.telegram")) as emulator:
        assert emulator.stdout is not None
        address = (await emulator.stdout.readline()).decode().strip()
        async with aiohttp.ClientSession(address) as session:
            _let_in(url, (await _control(session, "person", name="Anna", started=True))["id"])
            began = perf_counter()
            async with running(
                (sys.executable, "-m", "bot", "run"),
                folder=folder,
                variables=settings(url, folder, address, port),
            ) as program:
                await _listening(program, port)
                seconds, memory = perf_counter() - began, peak_memory(program.pid)
                asked = perf_counter()
                await _control(session, "says", name="Anna", text=FITTING[0])
                await _control(session, "sees", name="Anna", text="", within=LONGEST)
                return Started(seconds, memory, 1000 * (perf_counter() - asked))


def _let_in(url: str, telegram: int) -> None:
    """Let Anna be a member already, so that what she does first is ask."""
    database, now = Database(url), datetime.now(UTC)
    with database.transaction() as connection:
        here = organisations.every(connection)[0]
        anna = members.add(
            connection, organisation_id=here.id, role=Role.member, language="nl", name="Anna", now=now
        )
        members.add_address(connection, anna, Address("telegram", str(telegram), pull=False), now)
        members.agree(connection, anna.id, now)
    database.close()


async def _listening(program: asyncio.subprocess.Process, port: int) -> None:
    try:
        async with asyncio.timeout(LONGEST):
            while program.returncode is None:
                try:
                    _, writer = await asyncio.open_connection("127.0.0.1", port)
                except OSError:
                    await asyncio.sleep(0.005)
                else:
                    writer.close()
                    return
    except TimeoutError:
        pass
    raise CannotMeasure("silent", name="kopgroep", reason="start")


async def _control(session: aiohttp.ClientSession, command: str, **given: Any) -> Any:
    async with session.post(f"/control/{command}", json=given) as response:
        answer = await response.json()
    if response.status != 200:
        raise CannotMeasure("silent", name="kopgroep", reason=str(answer))
    return answer
