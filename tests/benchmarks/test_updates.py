"""Updates answered per second, stored on the way, next to a bare echo bot that stores nothing.

Everything runs on one machine: the Bot API on one core, the bot on the other. Only ratios within one run
mean something. Run: pytest -m benchmark -s tests/benchmarks/test_updates.py
"""

from __future__ import annotations

import asyncio
import itertools
import os
import shutil
import statistics
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeAlias

import aiohttp
import pytest

from storage.database import Database, sqlite_url
from tests.channels import echo
from tests.emulator import TOKEN

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(600)]

ROOT = Path(__file__).parents[2]
ROUNDS = int(os.environ.get("ROUNDS", "3"))
SECONDS = 3
PEOPLE = 50
START = 3  # seconds in which a bot can begin
LEAST_RATIO = 1.5
Start: TypeAlias = "Callable[[], tuple[str, ...]]"


@asynccontextmanager
async def running(core: int, *command: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """Run a Python module on one core until the block ends."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", *command, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    os.sched_setaffinity(process.pid, {core % (os.cpu_count() or 1)})
    try:
        yield process
    finally:
        process.kill()
        await process.wait()


async def measure(command: tuple[str, ...], **crowd: Any) -> dict[str, float]:
    """Return how fast a bot answers a crowd."""
    async with running(0, "tests.emulator", "--lenient") as emulator:
        assert emulator.stdout is not None
        address = (await emulator.stdout.readline()).decode().strip()
        async with (
            running(1, *command, "--base-url", address, "--token", TOKEN) as bot,
            aiohttp.ClientSession(address) as session,
        ):
            await asyncio.sleep(START)
            before = cpu_seconds(bot.pid)
            async with session.post("/control/crowd", json={"people": PEOPLE, **crowd}) as response:
                answer: dict[str, float] = await response.json()
            assert "error" not in answer, answer
            spent = cpu_seconds(bot.pid) - before
            return answer | {"cpu_ms": 1000 * spent / answer["all"]}


def cpu_seconds(pid: int) -> float:
    """Return the processor time that a process has used; unlike its speed it hardly depends on others."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@pytest.fixture
def ours(sqlite_template: Path, tmp_path: Path) -> Start:
    """How to start our echo, on a new SQLite file that waits for the disk at each commit.

    New, because every emulator numbers its updates from the same number on: they would be known.
    """
    numbers = itertools.count()

    def command() -> tuple[str, ...]:
        file = tmp_path / f"{next(numbers)}.db"
        shutil.copyfile(sqlite_template, file)
        database = Database(sqlite_url(file))
        echo.prepare(database)
        database.close()
        return ("tests.channels.echo_bot", "--database", sqlite_url(file))

    return command


def theirs() -> tuple[str, ...]:
    """How to start the bare echo bot of python-telegram-bot."""
    return ("tests.benchmarks.peers.ptb_echo",)


async def test_updates__are_answered_faster_than_by_a_bot_that_stores_nothing(ours: Start) -> None:
    found: dict[str, list[dict[str, float]]] = {"ours": [], "ptb": []}
    for _ in range(ROUNDS):
        for name, start in (("ours", ours), ("ptb", theirs)):
            one = await measure(start(), seconds=SECONDS)
            found[name].append(one)
            print(
                f"\n{name}: {one['per_second']:.0f}/s, {one['cpu_ms']:.2f} ms of processor each, "
                f"p50 {1000 * one['p50']:.0f} ms, p99 {1000 * one['p99']:.0f} ms",
                end="",
            )
    speed, cost = (
        {name: statistics.median(one[what] for one in every) for name, every in found.items()}
        for what in ("per_second", "cpu_ms")
    )
    ratio = speed["ours"] / speed["ptb"]
    print(
        f"\nanswers per second: {ratio:.2f} times theirs; per second of processor: "
        f"{cost['ptb'] / cost['ours']:.2f} times (medians of {ROUNDS}; polling, SQLite FULL, {PEOPLE} people)"
    )
    assert ratio >= LEAST_RATIO


async def test_updates__at_a_hundred_a_second_wait_less_than_fifty_milliseconds(ours: Start) -> None:
    found = await measure(ours(), seconds=10, pace=100)
    print({name: f"{1000 * found[name]:.1f} ms" for name in ("p50", "p95", "p99")})
    assert found["p99"] < 0.050
