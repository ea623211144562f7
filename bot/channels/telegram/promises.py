"""A long text that was taken before its commit, and a word to the person in case it gets lost.

Telegram brings the next message of a chat only once the one before it is confirmed. So the first piece of a
text that the app cut has to be confirmed before the second can come, and it is nowhere but in memory then.
Before that, a message is queued that asks to send it again; it is withdrawn once the whole is handled.
"""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta

import structlog

from bot.engine import Engine
from domain.delivery import Lane
from handlers.kit.say import say, to_payload
from handlers.kit.take import Taken
from handlers.kit.turn import Incoming
from storage import deliveries, members
from storage.database import Connection

log = structlog.get_logger()

PATIENCE = timedelta(seconds=30)


class Promises:
    """Nobody whose text we took stays without a word, whatever happens to us."""

    def __init__(self, engine: Engine, patience: timedelta = PATIENCE) -> None:
        self._engine = engine
        self._patience = patience
        self._tasks: set[asyncio.Task[None]] = set()

    async def make(self, incoming: Incoming) -> bool:
        """Queue the word that goes out if this is never handled; False when that cannot be done."""
        now = self._engine.clock()
        try:
            made: bool = await self._engine.worker.write(_queue, incoming, now, now + self._patience)
        except Exception as error:
            log.warning("a long text cannot wait for its next piece", error=type(error).__name__)
            return False
        return made

    def watch(self, incoming: Incoming, committed: asyncio.Future[Taken]) -> None:
        """Withdraw the word once the text is handled."""
        task = asyncio.create_task(self._withdraw(incoming, committed))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def stop(self) -> None:
        """Finish withdrawing."""
        await asyncio.gather(*self._tasks)

    async def _withdraw(self, incoming: Incoming, committed: asyncio.Future[Taken]) -> None:
        await asyncio.wait([committed])
        if committed.cancelled() or committed.exception() is not None:
            return
        try:
            await self._engine.worker.write(deliveries.withdraw, _once(incoming))
        except Exception as error:
            log.warning("somebody is asked to send a text again for nothing", error=type(error).__name__)


def _once(incoming: Incoming) -> str:
    return f"piece:{incoming.keys[0]}"


def _queue(connection: Connection, incoming: Incoming, now: datetime, later: datetime) -> bool:
    member = members.at_address(connection, incoming.channel, incoming.address)
    return member is not None and deliveries.queue(
        connection,
        member.id,
        payload=to_payload(say("long-text-lost")),
        once=_once(incoming),
        lane=Lane.answer,
        now=now,
        not_before=later,
    )
