"""The engine: every turn through one door, answered after its commit, with what follows a failure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import structlog

from bot.clock import utc_now
from bot.gate import Answer, Gate
from bot.keeper import IndexKeeper
from bot.speaker import Speaker
from bot.trouble import new_code, where
from bot.worker import Worker
from domain.people import Address, language_for
from handlers.kit.routes import Routes
from handlers.kit.say import Say, say, to_payload
from handlers.kit.take import Taken, take
from handlers.kit.turn import Incoming, Place, World
from storage import deliveries, members, updates
from storage.database import Connection, Database

if TYPE_CHECKING:
    from bot.embeddings import PracticeVectors, QuestionVectors
    from bot.eraser import Eraser

log = structlog.get_logger()


class OutageError(Exception):
    """The database is away: nothing was handled, and nothing may be confirmed."""


class Engine:
    """What channels call: `handle` for everything that came in."""

    def __init__(
        self,
        worker: Worker,
        routes: Routes,
        world: World,
        keeper: IndexKeeper,
        speaker: Speaker,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self.worker = worker
        self.routes = routes
        self.world = world
        self.keeper = keeper
        self.speaker = speaker
        self.clock = clock
        self.eraser: Eraser | None = None
        # Only where people come in from outside.
        self.gate: Gate | None = None
        # Both only with a service that makes vectors.
        self.question_vectors: QuestionVectors | None = None
        self.practice_vectors: PracticeVectors | None = None

    async def handle(self, incoming: Incoming) -> Taken:
        """Take a turn and answer it. Returns after the commit; raises OutageError when nothing was stored.

        A turn that keeps raising is parked without its text, and the person gets a code. What comes too often
        is not looked at, and the person is told so once.
        """
        if self.gate is not None and (answer := self.gate.ask(incoming, self.clock())) is not Answer.serve:
            return await self._refused(incoming, tell=answer is Answer.tell)
        if self.question_vectors is not None:
            incoming = await self.question_vectors.with_meaning(incoming, self.clock())
        while True:
            try:
                taken = await self.worker.write(take, incoming, self.world, self.routes, self.clock())
            except Exception as error:
                if Database.is_outage(error):
                    log.warning("database is away", error=type(error).__name__)
                    raise OutageError from error
                parked = await self._failed(incoming, error)
                if parked is None:
                    continue
                taken = parked
            if self.gate is not None:
                self.gate.served(incoming, taken.organisation_id, self.clock())
            await self._after(taken)
            return taken

    async def _refused(self, incoming: Incoming, *, tell: bool) -> Taken:
        """Leave it unread; a page says so itself, and has the words still in its box."""
        if incoming.pull or not tell or incoming.place is Place.group:
            return Taken(refused=True)
        try:
            said = await self.worker.write(_say_alone, incoming, say("slow-down"), self.world, self.clock())
        except Exception as error:
            if Database.is_outage(error):
                raise OutageError from error
            raise
        await self._after(said)
        return replace(said, refused=True)

    async def _after(self, taken: Taken) -> None:
        if taken.changed:
            try:
                await self.keeper.catch_up()
            except Exception as error:  # the clock tries again in a second; the answer does not wait for it
                log.warning("the index could not be brought up to date", reason=where(error))
        self.speaker.say_now(taken.says)
        if taken.member_id is not None:
            self.speaker.tell_readers([taken.member_id])

    async def _failed(self, incoming: Incoming, error: Exception) -> Taken | None:
        """Count a failure; None means: try again. Nothing of what was said is kept or logged."""
        reason = where(error)
        count = (updates.count_failure, incoming.keys[0], new_code(), reason, self.clock())
        try:
            attempts, code = await self.worker.write(*count)
        except Exception as second:
            # Whoever cannot even count is out of order as a whole, and no update is to blame for that.
            log.error("a failure could not be counted", reason=where(second), first=reason)
            raise OutageError from second
        log.error("a turn failed", update=incoming.keys[0], attempt=attempts, code=code, reason=reason)
        if attempts < updates.MOST_ATTEMPTS:
            return None
        try:
            return await self.worker.write(_park, incoming, self.world, self.clock())
        except Exception as second:
            if Database.is_outage(second):
                raise OutageError from second
            raise


def _park(connection: Connection, incoming: Incoming, world: World, now: datetime) -> Taken:
    """Give up on an update: remember it as handled, and tell the person with a code."""
    if not updates.remember(connection, incoming.keys, now):
        return Taken(known=False)  # another process has come to an end with it meanwhile
    code = updates.park(connection, incoming.keys[0], now)
    return _answered(connection, incoming, say("went-wrong", code=code), world, now)


def _say_alone(connection: Connection, incoming: Incoming, saying: Say, world: World, now: datetime) -> Taken:
    """Say something to whoever sent this, and do nothing else with it."""
    if not updates.remember(connection, incoming.keys, now):
        return Taken(known=False)
    return _answered(connection, incoming, saying, world, now)


def _answered(connection: Connection, incoming: Incoming, saying: Say, world: World, now: datetime) -> Taken:
    visit = members.visit(connection, incoming.channel, incoming.address, now)
    member = visit.member if visit else None
    said = deliveries.say(
        connection,
        member=member,
        address=Address(incoming.channel, incoming.address, incoming.pull),
        language=member.language if member else language_for(incoming.language, world.default_language),
        payload=to_payload(saying),
        owner=world.owner,
        now=now,
    )
    return Taken(says=(said,) if said else (), member_id=member.id if member else None)
