"""The clock that only ticks: every job is a sweep over due rows, run in a transaction of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Protocol

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.clock import utc_now
from bot.worker import Worker
from handlers.kit.routes import Job

log = structlog.get_logger()

FORGETS = timedelta(seconds=30)


class Memory(Protocol):
    """What is kept in memory only, and not for long."""

    def forget_old(self, now: datetime) -> None: ...


async def carry_out(worker: Worker, job: Job, now: datetime) -> None:
    """Run a job: what it plans on a connection that only reads, what it writes in short transactions."""
    for part in [()] if job.plan is None else await worker.read(job.parts, now):
        await worker.write(job.run, now, *part)


def make_clock(
    worker: Worker,
    jobs: tuple[Job, ...],
    now: Callable[[], datetime],
    memories: Iterable[Memory] = (),
) -> AsyncIOScheduler:
    """Return a scheduler that ticks the jobs and lets memories forget; start and stop it yourself."""
    scheduler = AsyncIOScheduler(
        timezone="UTC",
        job_defaults={"coalesce": True, "misfire_grace_time": 3600, "max_instances": 1},
    )

    def tick(job: Job) -> Callable[[], object]:
        async def run() -> None:
            try:
                await carry_out(worker, job, now())
            except Exception as error:
                log.warning(
                    "a job failed and runs again at its next tick", job=job.name, error=type(error).__name__
                )

        return run

    for job in jobs:
        scheduler.add_job(
            tick(job),
            "interval",
            seconds=job.every.total_seconds(),
            id=job.name,
            next_run_time=utc_now() + timedelta(seconds=5),
        )
    for number, memory in enumerate(memories):
        scheduler.add_job(
            _forgetting(memory, now), "interval", seconds=FORGETS.total_seconds(), id=f"memory {number}"
        )
    return scheduler


def _forgetting(memory: Memory, now: Callable[[], datetime]) -> Callable[[], object]:
    async def run() -> None:
        memory.forget_old(now())

    return run
