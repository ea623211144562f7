"""Updates answered per second by the whole program, next to bare echo bots that store nothing.

Everything runs on one machine: the Bot API on one core, the bot on another. Only ratios within one run mean
something, so the bots take turns.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import aiohttp

from storage.database import Database
from tests.benchmarks import library
from tests.benchmarks.cannot import CannotMeasure
from tests.benchmarks.databases import Furnished, furnished
from tests.benchmarks.processes import ROOT, cpu_seconds, free_port, running
from tests.channels import echo
from tests.emulator import TOKEN

OURS = "kopgroep"
STARTERS = 81
UV = shutil.which("uv") or str(ROOT / ".tools/bin/uv")  # the second is where run.py puts it
APART = (UV, "run", "--no-project", "--python", "3.11", "--with", "aiogram", "python")
PEERS = {
    "ptb": (sys.executable, "-m", "tests.benchmarks.peers.ptb_echo"),
    "ptb-concurrent": (sys.executable, "-m", "tests.benchmarks.peers.ptb_echo", "--concurrent", "16"),
    "aiogram": (*APART, "-m", "tests.benchmarks.peers.aiogram_echo"),
}
FAILED = ("a turn failed", "could not be said", "Telegram refused")


@dataclass(frozen=True)
class Plan:
    """What is measured: "mix" is the whole program and what people do, "echo" the bare way there and back."""

    what: str = "mix"
    people: int = 50
    seconds: float = 5
    rounds: int = 5
    database: str = "sqlite"
    mode: str = "polling"
    peers: tuple[str, ...] = ("ptb", "aiogram")
    pace: float = 0  # updates a second, whether or not they are answered; 0 is as fast as they are

    @property
    def warm_up(self) -> float:
        """The seconds before the clock runs."""
        return min(2.0, self.seconds)


@dataclass(frozen=True)
class Measured:
    """How one bot did in one round; waits in milliseconds, `cpu` is of the bot alone, per update."""

    per_second: float
    cpu: float
    p50: float
    p95: float
    p99: float
    answers: int


Told = Callable[[str, Measured], None]
Found = dict[str, list[Measured]]


@dataclass(frozen=True)
class Bot:
    """How to start one contestant, and what people do with it."""

    command: tuple[str, ...]
    act: str = "talk"
    variables: Callable[[str], dict[str, str]] = lambda _address: {}


async def compare(plan: Plan, told: Told) -> Found:
    """Measure ourselves and the peers in turns; `told` hears of each as it is done."""
    if "aiogram" in plan.peers:
        _fetch_aiogram()
    found: Found = {name: [] for name in (OURS, *plan.peers)}
    with TemporaryDirectory(prefix="kg-bench-") as name, _ready(plan, Path(name)) as base:
        for _ in range(plan.rounds):
            for one in found:
                bot = _ours(plan, base, Path(name)) if one == OURS else Bot(PEERS[one])
                measured = await measure(one, bot, plan, base.code, Path(name))
                found[one].append(measured)
                told(one, measured)
    return found


def median(found: list[Measured], field: str) -> float:
    """Return the middle value of one field."""
    return float(statistics.median(getattr(one, field) for one in found))


def times(found: Found, peer: str) -> tuple[float, float]:
    """Return how many times a peer's answers ours are: per second, and per second of processor."""
    ours, theirs = found[OURS], found[peer]
    return (
        median(ours, "per_second") / median(theirs, "per_second"),
        median(theirs, "cpu") / median(ours, "cpu"),
    )


async def measure(name: str, bot: Bot, plan: Plan, code: str, folder: Path) -> Measured:
    """Return how one bot answers a crowd; raise CannotMeasure when it leaves somebody without an answer."""
    log = folder / "log"
    log.write_bytes(b"")
    telegram = (sys.executable, "-m", "tests.benchmarks.telegram", "--code", code)
    async with running(telegram, core=0) as emulator:
        assert emulator.stdout is not None
        address = (await emulator.stdout.readline()).decode().strip()
        options = () if bot.act == "mix" else ("--base-url", address, "--token", TOKEN)
        # Away from the settings of whoever measures, unless it has to be found here.
        where = folder if bot.act == "mix" else ROOT
        async with (
            running(
                (*bot.command, *options), core=1, log=log, folder=where, variables=bot.variables(address)
            ) as process,
            aiohttp.ClientSession(address, timeout=aiohttp.ClientTimeout(total=None)) as session,
        ):
            crowd = partial(_crowd, session, name, log, people=plan.people, act=bot.act, pace=plan.pace)
            await crowd(seconds=0.1, warm_up=0)  # everybody comes in
            before = cpu_seconds(process.pid)
            answer = await crowd(seconds=plan.seconds, warm_up=plan.warm_up)
            spent = cpu_seconds(process.pid) - before
    waits = {at: 1000 * answer[at] for at in ("p50", "p95", "p99")}
    return Measured(answer["per_second"], 1000 * spent / answer["all"], **waits, answers=answer["answers"])


async def _crowd(session: aiohttp.ClientSession, name: str, log: Path, **given: Any) -> dict[str, Any]:
    async with session.post("/control/crowd", json=given) as response:
        answer: dict[str, Any] = await response.json()
    reason = _complaint(log) or answer.get("error")
    if reason:
        raise CannotMeasure("silent", name=name, reason=reason)
    return answer


def _complaint(log: Path) -> str:
    said = log.read_text("utf-8", "replace")
    return next((words for words in FAILED if words in said), "")


def _fetch_aiogram() -> None:
    """Let uv bring aiogram before the clock runs; it is no dependency of ours."""
    try:
        subprocess.run((*APART, "-c", "import aiogram"), cwd=ROOT, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        raise CannotMeasure("no-aiogram") from None


# --- ourselves --------------------------------------------------------------------------------------


@contextmanager
def _ready(plan: Plan, folder: Path) -> Iterator[Furnished]:
    def furnish(database: Database) -> str:
        if plan.what == "mix":
            return library.furnish(database, STARTERS)
        echo.prepare(database)
        return ""

    with furnished(plan.database, folder, furnish) as base:
        yield base


def _ours(plan: Plan, base: Furnished, folder: Path) -> Bot:
    url, port = base.copy(), free_port()
    if plan.what == "echo":
        options = ("--database", url, "--mode", plan.mode, "--port", str(port))
        return Bot((sys.executable, "-m", "tests.channels.echo_bot", *options))
    return Bot(
        (sys.executable, "-m", "bot", "run"),
        act="mix",
        variables=lambda address: settings(url, folder, address, port, plan.mode),
    )


def settings(url: str, folder: Path, address: str, port: int, mode: str = "polling") -> dict[str, str]:
    """Return the variables with which the program runs at an emulator; nothing of the outside is left."""
    return {
        "TELEGRAM_BOT_TOKEN": TOKEN,
        "TELEGRAM_BASE_URL": address,
        "TELEGRAM_MODE": mode,
        "TELEGRAM_PER_SECOND": "0",
        "TURNS_PER_MINUTE": "0",
        "DATABASE_URL": url,
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "PUBLIC_URL": f"http://127.0.0.1:{port}" if mode == "webhook" else "",
        "SECRET_KEY": "k" * 40,
        "DEFAULT_LANGUAGE": "nl",
        "TIMEZONE": "Europe/Amsterdam",
        "DATA_DIR": str(folder),
        "LOG_LEVEL": "WARNING",
        "COLUMNS": os.environ.get("COLUMNS", "120"),
    }


async def latency(plan: Plan, rate: float) -> Measured:
    """Return how long people wait when so many updates a second come in, whoever is answered."""
    with TemporaryDirectory(prefix="kg-bench-") as name, _ready(plan, Path(name)) as base:
        bot = _ours(plan, base, Path(name))
        return await measure(OURS, bot, replace(plan, pace=rate), base.code, Path(name))
