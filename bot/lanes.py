"""Lanes: what one person says is handled in order, what different people say at the same time."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TypeAlias

from bot.engine import OutageError
from domain.text import units
from handlers.kit.take import Taken
from handlers.kit.turn import Incoming, Kind

Handle: TypeAlias = "Callable[[Incoming], Awaitable[Taken]]"
MOST_AT_ONCE = 16  # people whose turns run at the same time: as many as may share a commit


@dataclass(frozen=True)
class Joining:
    """When texts that an app cut in pieces are put together again; lengths in UTF-16 units.

    Telegram's apps cut at 4,096, and look up to 300 back for a good place.
    """

    from_units: int = 3_790
    within: float = 1.0  # seconds to wait for the next piece; 0 takes only what is there already
    most_units: int = 8_192


@dataclass(eq=False, slots=True)
class _Waiting:
    incoming: Incoming
    done: asyncio.Future[Taken]


@dataclass(eq=False, slots=True)
class _Lane:
    waiting: deque[_Waiting] = field(default_factory=deque)
    more: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[None] | None = None


class Lanes:
    """One queue per person; a queue and its task exist only while there is something in it."""

    def __init__(self, handle: Handle, *, most: int = MOST_AT_ONCE, joining: Joining | None = None) -> None:
        self._handle = handle
        self._room = asyncio.Semaphore(most)
        self._joining = joining or Joining()
        self._lanes: dict[tuple[str, str], _Lane] = {}
        self._draining = False

    def __len__(self) -> int:
        return len(self._lanes)

    def put(self, incoming: Incoming) -> asyncio.Future[Taken]:
        """Handle this after everything the same person said before; the future resolves after the commit.

        It raises OutageError when nothing was stored; then nothing behind it in the lane was handled either.
        """
        done: asyncio.Future[Taken] = asyncio.get_running_loop().create_future()
        key = (incoming.channel, incoming.address)
        lane = self._lanes.get(key)
        if lane is None:
            lane = self._lanes[key] = _Lane()
            lane.task = asyncio.create_task(self._run(key, lane))
        lane.waiting.append(_Waiting(incoming, done))
        lane.more.set()
        return done

    async def drain(self, within: float) -> bool:
        """Finish what was put, waiting for no more pieces; False when there was no time for all."""
        self._draining = True
        tasks = []
        for lane in self._lanes.values():
            lane.more.set()
            if lane.task is not None:
                tasks.append(lane.task)
        if tasks:
            _, late = await asyncio.wait(tasks, timeout=within)
            for task in late:
                task.cancel()
            return not late
        return True

    async def _run(self, key: tuple[str, str], lane: _Lane) -> None:
        together: list[_Waiting] = []
        try:
            while lane.waiting:
                together = [lane.waiting.popleft()]
                await self._join(lane, together)
                async with self._room:
                    await self._take(lane, together)
        finally:
            # Nothing is awaited between the last look at the queue and here, so nobody is forgotten.
            del self._lanes[key]
            for one in (*together, *lane.waiting):
                one.done.cancel()

    async def _take(self, lane: _Lane, together: Sequence[_Waiting]) -> None:
        try:
            taken = await self._handle(join([one.incoming for one in together]))
        except OutageError as outage:
            # What follows must not overtake it: all of it comes again, in order.
            for one in (*together, *lane.waiting):
                _fail(one, outage)
            lane.waiting.clear()
        except Exception as error:
            for one in together:
                _fail(one, error)
        else:
            for one in together:
                if not one.done.done():
                    one.done.set_result(taken)

    async def _join(self, lane: _Lane, together: list[_Waiting]) -> None:
        """Add the pieces that follow the last one, waiting a moment for each."""
        while self.may_go_on(together[-1].incoming):
            if not lane.waiting and not self._draining:
                lane.more.clear()
                try:
                    async with asyncio.timeout(self._joining.within):
                        await lane.more.wait()
                except TimeoutError:
                    return
            if not lane.waiting or not self._fits(together, lane.waiting[0].incoming):
                return
            together.append(lane.waiting.popleft())

    def may_go_on(self, incoming: Incoming) -> bool:
        """Tell whether this may be a piece that an app cut off, so that more of it may come."""
        return (
            incoming.kind is Kind.text
            and not incoming.pull
            and 2 * len(incoming.text) >= self._joining.from_units  # spares the count for nearly every text
            and units(incoming.text) >= self._joining.from_units
        )

    def _fits(self, together: Sequence[_Waiting], following: Incoming) -> bool:
        if following.kind is not Kind.text or following.text.startswith("/"):
            return False
        pieces = [one.incoming for one in together]
        return units(join([*pieces, following]).text) <= self._joining.most_units


def join(pieces: Sequence[Incoming]) -> Incoming:
    """Return pieces as one: all their words, and the keys of all their updates."""
    first = pieces[0]
    if len(pieces) == 1:
        return first
    words = first.text
    for before, piece in pairwise(pieces):
        words += _seam(before.text) + piece.text
    return replace(
        first,
        keys=tuple(key for piece in pieces for key in piece.keys),
        text=words,
        marked="",  # where a mark begins is known of each piece only
        # An edit of one piece must not take the place of the whole.
        message="",
    )


def _seam(before: str) -> str:
    """Return what the app dropped between two pieces, as well as it can be told."""
    if units(before) >= 4096:
        return ""  # no good place was found, so it was cut inside a word
    return "\n" if before.rstrip().endswith((".", "!", "?", ":", ";")) else " "


def _fail(one: _Waiting, error: Exception) -> None:
    if not one.done.done():
        one.done.set_exception(error)
