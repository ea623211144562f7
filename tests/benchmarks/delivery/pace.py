"""How fast it goes: near the set pace, replies beside a broadcast, one process at its fastest."""

from __future__ import annotations

import asyncio
import random
import time
from contextlib import AsyncExitStack
from dataclasses import dataclass

from domain.delivery import Lane
from tests.benchmarks.delivery.office import Plan, office
from tests.benchmarks.mix import AFTER, BEFORE, FITTING
from tests.benchmarks.processes import cpu_seconds
from tests.emulator import Person
from tests.emulator.crowd import Crowd
from tests.emulator.flood import Flood


@dataclass(frozen=True)
class Rate:
    """How fast it went, and how often Telegram said that it was too fast."""

    per_second: float
    wanted: float
    floods: int

    def __str__(self) -> str:
        return (
            f"{self.per_second:.1f} a second, {self.per_second / self.wanted:.1%} of {self.wanted:g}, "
            f"{self.floods} × 429"
        )


async def pace(plan: Plan, lane: Lane, share: float = 1.0) -> Rate:
    """Measure how near the set pace all replicas come together; what is faster is refused."""
    flood = Flood(overall=plan.per_second * 30 / 28, overall_burst=int(plan.per_second * 30 / 28))
    async with office(plan, flood=flood) as here, AsyncExitStack() as stack:
        for _ in range(plan.replicas):
            await stack.enter_async_context(here.bot())
        if lane is Lane.broadcast:
            here.broadcast()
        else:
            here.queue(lane)
        await here.until(lambda: here.reached > plan.per_second, 60)
        first, start = here.reached, time.monotonic()
        await asyncio.sleep(plan.seconds)
        speed = (here.reached - first) / (time.monotonic() - start)
        floods = sum("Too Many" in str(one) for one in here.emulator.refusals)
        return Rate(speed, plan.per_second * share, floods)


@dataclass(frozen=True)
class Waits:
    """How long people waited for their replies, in milliseconds, while a broadcast went out."""

    answers: int
    p50: float
    p99: float
    most: float
    broadcast_rate: float
    floods: int

    def __str__(self) -> str:
        return (
            f"{self.answers} replies: p50 {self.p50:.0f} ms, p99 {self.p99:.0f} ms, most {self.most:.0f} ms; "
            f"meanwhile {self.broadcast_rate:.1f} a second of the broadcast, {self.floods} × 429"
        )


async def replies(plan: Plan) -> Waits:
    """Let people ask questions of a library while a message goes out to everybody."""
    flood = Flood(overall=plan.per_second * 30 / 28, overall_burst=int(plan.per_second * 30 / 28))
    async with office(plan, flood=flood, asking=30) as here, AsyncExitStack() as stack:
        for _ in range(plan.replicas):
            await stack.enter_async_context(here.bot())
        crowd = Crowd(here.emulator.world, here.asking, _Asks(random.Random(plan.seed)))
        await crowd.until_answered()
        here.broadcast()
        await here.until(lambda: here.reached > plan.per_second, 60)
        first, start = here.reached, time.monotonic()
        await crowd.at_pace(plan.asking, plan.seconds, 1)
        speed = (here.reached - first) / (time.monotonic() - start)
        waits = sorted(one * 1000 for one in crowd.waits)
        floods = sum("Too Many" in str(one) for one in here.emulator.refusals)
        at = {share: waits[min(len(waits) - 1, len(waits) * share // 100)] for share in (50, 99)}
        return Waits(len(waits), at[50], at[99], waits[-1], speed, floods)


class _Asks:
    """Ask as people do: no question twice in the same words."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    async def __call__(self, person: Person) -> None:
        await person.says("".join(self._chance.choice(words) for words in (BEFORE, FITTING, AFTER)))


@dataclass(frozen=True)
class Speed:
    """How many messages a second one process says, and what each costs it."""

    per_second: float
    cpu: float  # milliseconds of processor of the program, for each message

    def __str__(self) -> str:
        return f"{self.per_second:.0f} a second, {self.cpu:.2f} ms of processor each"


async def top_speed(plan: Plan) -> Speed:
    """Measure how many messages a second one process says at the paid limit."""
    async with office(plan) as here, here.bot() as process:
        here.queue(Lane.loop)
        await here.until(lambda: here.reached > plan.people // 10, 60)
        first, start, spent = here.reached, time.monotonic(), cpu_seconds(process.pid)
        await here.until(lambda: here.reached >= plan.people * 9 // 10, 300)
        count, seconds = here.reached - first, time.monotonic() - start
        return Speed(count / seconds, 1000 * (cpu_seconds(process.pid) - spent) / count)
