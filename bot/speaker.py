"""Say what is stored: replies at once, what waits in its order, and again what a crash left unsaid."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import structlog

from bot.channels.channel import Fate, PushChannel, Sent
from bot.pacer import Pacer
from bot.render import legible, unspeakable
from bot.trouble import new_code, where
from bot.worker import Worker
from domain.delivery import LEASE, WINDOW, Delivery, Lane, Outcome
from domain.pace import Grant, Meter
from storage import deliveries, members, meters
from storage.database import Connection, Database

log = structlog.get_logger()

POOL = 200  # messages that are let through ahead of being said, at most at once
STRANDED_EVERY = 600.0  # seconds between looks at what waits on a channel that is not there any more
LOST_EVERY = 10.0  # seconds between looks for what a dead process, or a broken step of ours, left unsaid
FRESH = 0.1 * LEASE  # a claim this old leaves too little of its time for a send, which may take 0.8 of it
MOST_TRIES = 4  # to note what came of a message, while the database itself is there
IDLE = 0.5  # seconds between looks at what waits, when nobody rang
Listener = Callable[[], None]


@dataclass
class _Batch:
    """What was said and is to be noted, who waits for that, and the replies to book by channel."""

    sent: list[tuple[Delivery, str]]
    noted: asyncio.Future[None] | None
    booked: dict[str, int]
    told: dict[str, Meter] = field(default_factory=dict)


class Speaker:
    """The only one who sends."""

    def __init__(
        self,
        worker: Worker,
        owner: str,
        zone: str,
        clock: Callable[[], datetime],
        *,
        alone: bool,
        window: int = WINDOW,
    ) -> None:
        self.worker = worker
        self.owner = owner
        self.zone = zone
        self.clock = clock
        self.alone = alone  # no other process sends: what a crash left can be taken up at once
        self.window = window
        self.channels: dict[str, PushChannel] = {}
        self.pacers: dict[str, Pacer] = {}
        self.pull_channels: set[str] = set()
        self._tails: dict[tuple[str, str], asyncio.Task[None]] = {}
        # What is being said here. A claim of ours that is not in it was dropped by something that broke.
        self._held: set[int] = set()
        self._sent: list[tuple[Delivery, str]] = []
        self._noted: asyncio.Future[None] | None = None  # when what is in `_sent` has been written
        self._flushing: asyncio.Task[None] | None = None
        self._ring = asyncio.Event()
        self._listeners: dict[int, set[Listener]] = defaultdict(set)
        self._round: asyncio.Task[bool] | None = None
        self._flying: set[asyncio.Task[None]] = set()
        self._swept = 0.0
        self._tasks: set[asyncio.Task[None]] = set()
        self._resting = False
        self._stopping = False

    def add(self, channel: PushChannel, per_second: float = 0) -> None:
        """Speak on a channel, so many messages a second together with other processes; 0 is unpaced."""
        self.channels[channel.name] = channel
        if per_second:
            pacer = Pacer(self.worker, channel.name, per_second, self.clock)
            self.pacers[channel.name] = pacer
            channel.pause.tell = partial(self._paused, pacer)

    def _paused(self, pacer: Pacer, seconds: float) -> None:
        self._start(self._try(pacer.pause(seconds)))

    async def _try(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except Exception as error:
            log.warning("the pace could not be noted", error=type(error).__name__)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    # --- replies -------------------------------------------------------------------------------------

    def say_now(self, says: Iterable[Delivery]) -> None:
        """Send replies that are stored and claimed, in order per address, without waiting for them."""
        for one in says:
            if one.channel not in self.channels:
                continue
            self._held.add(one.id)
            key = (one.channel, one.address)
            task = asyncio.create_task(self._after(self._tails.get(key), one))
            self._tails[key] = task
            task.add_done_callback(partial(self._forget_tail, key))

    def _forget_tail(self, key: tuple[str, str], done: asyncio.Task[None]) -> None:
        if self._tails.get(key) is done:
            del self._tails[key]

    async def _after(self, earlier: asyncio.Task[None] | None, delivery: Delivery) -> None:
        if earlier is not None:
            claimed = self.clock()
            await asyncio.wait([earlier])
            if self.clock() - claimed > FRESH and not await self._still_ours(delivery):
                self._held.discard(delivery.id)
                return
        if (pacer := self.pacers.get(delivery.channel)) is not None:
            await pacer.reply()
        await self._send(delivery)

    async def _still_ours(self, delivery: Delivery) -> bool:
        """Renew a claim that waited behind slow messages; one that cannot be kept is taken up as lost."""
        try:
            kept: bool = await self.worker.write(deliveries.renew, delivery.id, self.owner, self.clock())
        except Exception as error:
            log.warning("a claim could not be renewed", error=type(error).__name__, delivery=delivery.id)
            return False
        return kept

    async def _send(self, delivery: Delivery) -> asyncio.Future[None] | None:
        """Say it; what comes back tells when it has been noted, None that it has been already."""
        channel = self.channels[delivery.channel]
        try:
            spoken = legible(delivery.payload, delivery.language, self.zone, channel.most_units)
            sent = await channel.send(delivery, spoken)
            if sent.fate is Fate.failed and delivery.lane == Lane.reply and await self._still_ours(delivery):
                # Refused as it is made, say for a button of it: whoever waits for it still gets a word.
                code = new_code()
                log.error("a message was refused as it was made", code=code, delivery=delivery.id)
                await channel.send(delivery, legible(unspeakable(code), delivery.language, self.zone))
        except Exception as error:  # one message must not stop the others
            log.error("a message could not be said", reason=where(error), delivery=delivery.id)
            sent = Sent(Fate.failed, error=type(error).__name__)
        return await self._note(delivery, sent)

    async def _note(self, delivery: Delivery, sent: Sent) -> asyncio.Future[None] | None:
        now = self.clock()
        if sent.fate is Fate.sent:
            self._sent.append((delivery, sent.message))
            if self._noted is None:
                self._noted = asyncio.get_running_loop().create_future()
            if self._flushing is None or self._flushing.done():
                self._flushing = asyncio.create_task(self._flush())
            return self._noted
        match sent.fate:
            case Fate.gone:
                await self._write(_gone, delivery, sent.error, now)
            case Fate.failed:
                await self._write(deliveries.mark_failed, delivery, Outcome.failed, sent.error, now)
            case Fate.moved:
                await self._write(_moved, delivery, sent.moved_to, now)
            case Fate.not_sent | Fate.unknown:
                unknown = sent.fate is Fate.unknown
                await self._write(_retry, delivery, unknown, sent.wait, sent.error, now)
        self._held.discard(delivery.id)
        return None

    async def _flush(self) -> None:
        """Write what was sent, many at once; when the database is away, try again until it is back."""
        while self._sent:
            batch = self._take_batch()
            await self._write(self._settle, batch, self.clock())
            self._is_settled(batch)

    def _take_batch(self) -> _Batch:
        booked = {name: pacer.take_unbooked() for name, pacer in self.pacers.items()}
        batch = _Batch(self._sent, self._noted, booked)
        self._sent, self._noted = [], None
        return batch

    def _is_settled(self, batch: _Batch) -> None:
        for name, meter in batch.told.items():
            self.pacers[name].heard(meter)
        self._held.difference_update(delivery.id for delivery, _ in batch.sent)
        if batch.noted is not None and not batch.noted.done():
            batch.noted.set_result(None)

    def _settle(self, connection: Connection, batch: _Batch, now: datetime) -> None:
        """Note what arrived, let what waits for the same chats rest a moment, and book the replies."""
        deliveries.mark_sent(connection, [(one.id, message) for one, message in batch.sent], now)
        for name, pacer in self.pacers.items():
            rests: dict[timedelta, set[str]] = defaultdict(set)
            for one, _ in batch.sent:
                if one.channel == name:
                    rests[self.channels[name].rest(one.address)].add(one.address)
            for rest, addresses in rests.items():
                deliveries.rest(connection, name, addresses, now + rest)
            if batch.booked[name]:
                batch.told[name] = meters.book(connection, name, pacer.per_second, batch.booked[name], now)

    async def _write(self, run: Callable[..., object], *arguments: object) -> None:
        """Write what came of a send; what cannot be written, though the database is there, is given up."""
        wait, tries = 0.2, 0
        while True:
            try:
                await self.worker.write(run, *arguments)
            except Exception as error:
                tries += not Database.is_outage(error)
                log.warning("a delivery could not be noted", reason=where(error))
                if self._stopping or tries >= MOST_TRIES:
                    return
                await asyncio.sleep(wait)
                wait = min(wait * 2, 5)
            else:
                return

    # --- what waits ----------------------------------------------------------------------------------

    def ring(self) -> None:
        """Look at what waits now rather than in a moment."""
        self._ring.set()

    async def run(self) -> None:
        """Take up what a crash left, then say what waits, until cancelled."""
        now = asyncio.get_running_loop().time  # not the clock: that one may jump
        look = strand = now()
        while True:
            try:
                if now() >= look:
                    await self._recover()
                    look = now() + LOST_EVERY
                if now() >= strand:
                    await self._let_go()
                    strand = now() + STRANDED_EVERY
                busy = await self._drain()
            except Exception as error:
                log.warning("looking at what waits failed", error=type(error).__name__)
                busy = False
                await asyncio.sleep(1)
            if not busy:
                self._ring.clear()
                try:
                    async with asyncio.timeout(IDLE):
                        await self._ring.wait()
                except TimeoutError:
                    pass

    async def _let_go(self) -> None:
        """Do something for what waits on a channel that was taken away."""
        if channels := sorted(self.pull_channels.union(self.channels)):
            await self.worker.write(deliveries.let_go, channels, self.clock())

    async def _recover(self) -> None:
        """Renew what is being sent here, and take up what a dead process or a broken step left."""
        found = await self.worker.write(self._take_up, frozenset(self._held))
        if found:
            log.warning("messages whose sending was cut off are said again", count=found)

    def _take_up(self, connection: Connection, held: frozenset[int]) -> int:
        return deliveries.recover(connection, self.owner, self.clock(), alone=self.alone, held=held)

    async def _drain(self) -> bool:
        """Say some of what waits; False when there is nothing to do for a moment."""
        said = False
        if not self._resting:
            self._round = asyncio.create_task(self._fill())
            said = await self._round
        loop = asyncio.get_running_loop()
        if said and loop.time() < self._swept + IDLE:
            return True
        self._swept = loop.time()
        return await self._sweep() or said

    async def _sweep(self) -> bool:
        """Let through what may be said now, and write what waits for pull addresses into their lines."""
        now = self.clock()
        found = 0
        if self.pull_channels:
            pull = sorted(self.pull_channels)
            found += await self.worker.write(deliveries.release, now, pull)
            told = await self.worker.write(deliveries.pull_waiting, pull, now)
            self.tell_readers(told)
        for name in self.channels:
            found += await self.worker.write(self._let_through, name, now)
        return found > 0

    def _let_through(self, connection: Connection, name: str, now: datetime) -> int:
        """Let through what can be said in a moment: who begins to talk until then is left in peace."""
        pacer = self.pacers.get(name)
        pool = min(POOL, int(2 * pacer.per_second)) if pacer else POOL
        room = pool - deliveries.ready(connection, [name], pool, now)
        return deliveries.release(connection, now, [name], room) if room > 0 else 0

    async def _fill(self) -> bool:
        """Begin to say as much as the window and the pace leave room for; False when there is nothing now."""
        if len(self._flying) >= self.window:
            await asyncio.wait(self._flying, timeout=IDLE, return_when=asyncio.FIRST_COMPLETED)
        more = False
        for name in self.channels:
            if len(self._flying) < self.window:
                more = await self._claim(name) or more
        return more

    async def _claim(self, name: str) -> bool:
        """Claim what comes next and begin to say it.

        What was said is noted before, in a commit of its own. Together they would be faster, but then a kill
        would nearly always find what had been said and was not noted yet.
        """
        pacer, room = self.pacers.get(name), self.window - len(self._flying)
        ready = pacer.ready if pacer else room
        claimed, grant = await self.worker.write(self._take_next, name, room, ready, self.clock())
        self._held.update(one.id for one in claimed)
        for one in claimed:
            task = asyncio.create_task(self._say_waiting(one))
            self._flying.add(task)
            task.add_done_callback(self._flying.discard)
        if pacer is not None:
            await pacer.spend(len(claimed), grant)
        return bool(claimed or grant)

    def _take_next(
        self, connection: Connection, name: str, room: int, ready: int, now: datetime
    ) -> tuple[list[Delivery], Grant | None]:
        """Take room in the pace if there is none left, and claim, unless that room is for later."""
        grant = None
        if self._resting:
            return [], None
        if ready <= 0:
            pacer = self.pacers[name]
            grant = meters.reserve(connection, name, pacer.per_second, pacer.together(room), now)
            if grant is None or grant.at > now:
                return [], grant
            ready = grant.count
        return deliveries.claim(connection, self.owner, [name], min(room, ready), now), grant

    async def _say_waiting(self, delivery: Delivery) -> None:
        """Say one that waited; it is in flight until that is noted."""
        noted = await self._send(delivery)
        if noted is not None:
            await noted

    async def settle(self) -> None:
        """Wait until everything that was claimed here has been said and noted."""
        while self._tails:
            await asyncio.wait(list(self._tails.values()))
        if self._round is not None:
            await asyncio.wait([self._round])
        while self._flying:
            await asyncio.wait(self._flying)
        if self._flushing is not None:
            await asyncio.wait([self._flushing])
        await self._flush()

    def rest(self) -> None:
        """Begin nothing that waits any more: the program stops."""
        self._resting = True

    async def stop(self) -> None:
        """Finish what is in flight, then stop."""
        self.rest()
        try:
            async with asyncio.timeout(8):
                await self.settle()
        except TimeoutError:
            log.warning("stopped while messages were still being sent")
        self._stopping = True

    # --- pages that listen ---------------------------------------------------------------------------

    def listen(self, member_id: int, listener: Listener) -> Callable[[], None]:
        """Call `listener` when a member has new lines; returns how to stop listening."""
        self._listeners[member_id].add(listener)

        def leave() -> None:
            self._listeners[member_id].discard(listener)
            if not self._listeners[member_id]:
                del self._listeners[member_id]

        return leave

    @property
    def listening(self) -> int:
        """How many pages listen now."""
        return sum(len(one) for one in self._listeners.values())

    def tell_readers(self, member_ids: Iterable[int]) -> None:
        """Tell the pages of these members that there is something new."""
        for member_id in set(member_ids):
            for listener in tuple(self._listeners.get(member_id, ())):
                listener()


def _gone(connection: Connection, delivery: Delivery, error: str, now: datetime) -> None:
    deliveries.mark_failed(connection, delivery, Outcome.gone, error, now)
    deliveries.give_up(connection, delivery.channel, delivery.address, now)
    members.mark_gone(connection, delivery.channel, delivery.address, now)


def _moved(connection: Connection, delivery: Delivery, new: str, now: datetime) -> None:
    members.move_address(connection, delivery.channel, delivery.address, new)
    deliveries.readdress(connection, delivery, new, now)


def _retry(
    connection: Connection,
    delivery: Delivery,
    unknown: bool,
    wait: timedelta | None,
    error: str,
    now: datetime,
) -> None:
    deliveries.retry(connection, delivery, unknown=unknown, wait=wait, error=error, now=now)
