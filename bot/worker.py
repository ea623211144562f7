"""Where turns meet the database: one writer thread on SQLite, a few threads on PostgreSQL."""

from __future__ import annotations

import asyncio
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

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
        job = _Job(run, arguments)
        self._jobs.put(job)
        return await asyncio.wrap_future(job.answer)

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
                jobs[0].answer.set_exception(error)
            else:
                # One of them spoilt it for all, and everything was rolled back: each now runs alone.
                for job in jobs:
                    self._write([job])
            return
        for job, answer in zip(jobs, answers, strict=True):
            job.answer.set_result(answer)


class _Job:
    def __init__(self, run: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
        self.run = run
        self.arguments = arguments
        self.answer: Future[Any] = Future()
        # A caller that gave up must not stop the transaction half-way or make set_result fail.
        self.answer.set_running_or_notify_cancel()
