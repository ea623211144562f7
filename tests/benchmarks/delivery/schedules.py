"""Schedules that several processes keep while they are killed: every day that was due, fired once."""

from __future__ import annotations

import asyncio
import random
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa

from bot.clock import utc_now
from domain.schedules import Every, Rule
from storage import schedules, tables
from storage.database import Database
from tests.benchmarks.delivery.office import READY_WITHIN, Plan, databases
from tests.benchmarks.firing import KIND
from tests.benchmarks.processes import running


@dataclass(frozen=True)
class Fired:
    """What came of schedules that several processes keep while they are killed."""

    due: int
    kills: int
    fired: int
    twice: int
    skipped: int

    def __str__(self) -> str:
        return (
            f"{self.due} days were due, {self.kills} × kill -9: {self.fired} fired, {self.twice} twice, "
            f"{self.due - self.fired} not, {self.skipped} skipped"
        )


async def firing(plan: Plan) -> Fired:
    """Let a schedule be due every tenth of a second, while those who look are killed."""
    rng = random.Random(plan.seed)
    with tempfile.TemporaryDirectory(prefix="kg-") as name, databases(plan, Path(name)) as url:
        database = Database(url)
        _schedule(database, plan.people)
        killers = [asyncio.create_task(_keeps(plan, url, number, rng)) for number in range(plan.replicas)]
        kills = sum(await asyncio.gather(*killers))
        async with running((sys.executable, "-m", "tests.benchmarks.firing", "--database", url)):
            async with asyncio.timeout(120):
                while _unfired(database):  # noqa: ASYNC110 - another process fires
                    await asyncio.sleep(0.2)
        with database.reading() as connection:
            keys = connection.execute(sa.select(tables.updates.c.key)).scalars().all()
            marks = Counter(key.rpartition(":")[0] for key in keys if key.startswith("fired:"))
            skipped = sa.select(sa.func.count()).where(tables.firings.c.skipped)
            missed = int(connection.execute(skipped.select_from(tables.firings)).scalar_one())
        database.close()
        twice = sum(count > 1 for count in marks.values())
        return Fired(plan.people, kills, len(marks), twice, missed)


def _schedule(database: Database, count: int) -> None:
    """Let so many schedules be due soon, one after the other."""
    now = utc_now()
    with database.transaction() as connection:
        organisation = connection.execute(sa.select(tables.organisations.c.id)).scalar_one()
        day = now.date() - timedelta(days=1)
        rule = Rule(Every.once, now.time().replace(microsecond=0), day, "UTC")
        for number in range(count):
            schedules.add(
                connection,
                organisation,
                kind=KIND,
                reference=f"r{number}",
                rule=rule,
                now=now - timedelta(days=2),
            )
            due = now + timedelta(seconds=3 + number / 10)
            connection.execute(
                sa.update(tables.schedules)
                .where(tables.schedules.c.reference == f"r{number}")
                .values(next_fire=due)
            )


def _unfired(database: Database) -> int:
    with database.reading() as connection:
        left = sa.select(sa.func.count()).where(tables.schedules.c.next_fire.is_not(None))
        return int(connection.execute(left.select_from(tables.schedules)).scalar_one())


async def _keeps(plan: Plan, url: str, number: int, rng: random.Random) -> int:
    """Be one process that fires and is killed, for its share of the kills; return how many that were."""
    kills = 0
    for _ in range(number, plan.kills, plan.replicas):
        async with running((sys.executable, "-m", "tests.benchmarks.firing", "--database", url)) as process:
            assert process.stdout is not None
            async with asyncio.timeout(READY_WITHIN):
                await process.stdout.readline()
            await asyncio.sleep(rng.uniform(0.1, 1.5))
            process.kill()
            kills += 1
    return kills
