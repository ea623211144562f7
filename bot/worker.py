"""Where turns meet the database: one writer thread on SQLite, a few threads on PostgreSQL."""

from __future__ import annotations

import asyncio
import contextlib
import queue
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeAlias, TypeVar

from storage.database import Database

T = TypeVar("T")
MOST_TOGETHER = 16  # waiting turns that may share a commit


class Worker:
    """Runs plain functions of a connection off the event loop, each in a transaction."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self._readers = ThreadPoolExecutor(4 if database.is_sqlite else database.threads, "reader")
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        count = 1 if database.is_sqlite else database.threads
        self._writers = [
            threading.Thread(target=self._write_all, name=f"writer-{n}", daemon=True) for n in range(count)
        ]
        for writer in self._writers:
            writer.start()

    async def write(self, run: Callable[..., T], *arguments: Any) -> T:
        """Run `run(connection, *arguments)` in a transaction and return its answer after the commit."""
        answer: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self._jobs.put(_Job(run, arguments, answer))
        return await answer

    async def read(self, run: Callable[..., T], *arguments: Any) -> T:
        """Run `run(connection, *arguments)` on a connection that only reads."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._readers, self._read, run, arguments)

    def _read(self, run: Callable[..., T], arguments: tuple[Any, ...]) -> T:
        with self.database.reading() as connection:
            return run(connection, *arguments)

    def close(self) -> None:
        """Finish what was asked and stop."""
        for _ in self._writers:
            self._jobs.put(None)
        for writer in self._writers:
            writer.join()
        self._readers.shutdown()

    def _write_all(self) -> None:
        while (job := self._jobs.get()) is not None:
            jobs = [job]
            stopping = False
            # On SQLite a commit waits for the disk: turns that wait anyway share one.
            while self.database.is_sqlite and len(jobs) < MOST_TOGETHER and not stopping:
                try:
                    more = self._jobs.get_nowait()
                except queue.Empty:
                    break
                stopping = more is None
                if more is not None:
                    jobs.append(more)
            self._write(jobs)
            if stopping:
                return

    def _write(self, jobs: list[_Job]) -> None:
        try:
            with self.database.transaction() as connection:
                answers = [job.run(connection, *job.arguments) for job in jobs]
        except BaseException as error:
            if len(jobs) == 1:
                _tell([(jobs[0], None, _bearable(error))])
            else:
                # One of them spoilt it for all, and everything was rolled back: each now runs alone.
                for job in jobs:
                    self._write([job])
            return
        _tell([(job, answer, None) for job, answer in zip(jobs, answers, strict=True)])


@dataclass(frozen=True, slots=True)
class _Job:
    run: Callable[..., Any]
    arguments: tuple[Any, ...]
    answer: asyncio.Future[Any]


_Told: TypeAlias = "tuple[_Job, Any, BaseException | None]"


def _tell(told: list[_Told]) -> None:
    """Bring answers to the loop that waits for them, all at once: waking it costs more than they do."""
    by_loop: dict[asyncio.AbstractEventLoop, list[_Told]] = {}
    for one in told:
        by_loop.setdefault(one[0].answer.get_loop(), []).append(one)
    for loop, its_own in by_loop.items():
        # A loop that has ended has nobody left who waits.
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(_settle, its_own)


def _bearable(error: BaseException) -> BaseException:
    """Return what a future can hold: one that refuses it would leave its caller waiting for ever."""
    if not isinstance(error, StopIteration):
        return error
    return RuntimeError("StopIteration").with_traceback(error.__traceback__)


def _settle(told: list[_Told]) -> None:
    for job, answer, error in told:
        if job.answer.done():
            continue  # the caller gave up; what it asked has been done all the same
        if error is None:
            job.answer.set_result(answer)
        else:
            job.answer.set_exception(error)
