"""A broadcast while nearly everything goes wrong: nothing lost, nobody spammed."""

from __future__ import annotations

import asyncio
import contextlib
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass

import sqlalchemy as sa

from bot.clock import utc_now
from storage import broadcasts
from storage.database import Database
from tests.benchmarks.delivery.kills import Count, counted
from tests.benchmarks.delivery.office import Plan, office


@dataclass(frozen=True)
class Troubled:
    """What came of a message to many people while nearly everything went wrong."""

    count: Count
    blocked: int
    gone: int  # of those who blocked the bot: marked, once
    tries_at_blocked: int
    floods: int
    unreached: int  # after "send again" for the uncertain ones, once the trouble is over

    def __str__(self) -> str:
        return (
            f"{self.count}; {self.blocked} blocked the bot: {self.gone} marked after {self.tries_at_blocked} "
            f"tries; {self.floods} × 429; after send again {self.unreached} did not get it"
        )


async def trouble(plan: Plan) -> Troubled:
    """Send while a fifth of the calls break, with floods, people who block the bot, and outages."""
    begun = time.monotonic()
    async with office(plan) as here:
        orders = here.emulator.trouble
        storms = []
        for person in here.people[::50]:
            person.blocked = True
        orders.fail("sendMessage", times=None, rate=0.07)
        orders.reset("sendMessage", times=None, rate=0.05)
        orders.reset("sendMessage", times=None, rate=0.05, after=True)
        orders.hang("sendMessage", times=None, rate=0.03, after=True, seconds=30)
        one = here.broadcast()
        async with AsyncExitStack() as stack:
            for _ in range(plan.replicas):
                await stack.enter_async_context(here.bot())
            for share in (0.2, 0.4, 0.6, 0.8):
                enough = int(plan.people * share)
                with contextlib.suppress(TimeoutError):
                    await here.until(lambda enough=enough: here.reached >= enough, 120, 0.1)  # type: ignore[misc]
                storms.append(orders.fail("sendMessage", times=20, status=429, retry_after=1))
                await asyncio.to_thread(_take_database_away, here.database)
            await here.until(lambda: here.is_done, 900, 0.3)
            count = counted(here, [], time.monotonic() - begun)
            blocked = {person.id for person in here.people if person.blocked}
            orders.clear()
            with here.database.transaction() as connection:
                broadcasts.repeat(connection, one, utc_now())
            await here.until(lambda: here.is_done, 300, 0.3)
            gone = here.states()["gone"]
            reached = {call.chat for call in here.emulator.sent}
        refused = [one for one in here.emulator.refusals if "blocked" in str(one)]
        unreached = sum(one.id not in reached and one.id not in blocked for one in here.people)
        return Troubled(count, len(blocked), gone, len(refused), sum(one.met for one in storms), unreached)


def _take_database_away(database: Database) -> None:
    """Cut every connection there is; on SQLite, hold the file so long that whoever waits for it gives up."""
    if not database.is_sqlite:
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
        with database.engine.begin() as connection:
            connection.execute(sa.text(f"{others} AND datname = current_database()"))
        return
    with database.transaction():
        time.sleep(7)
