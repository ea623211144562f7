"""A crowd that acts without pause, or at a steady pace, and how fast it is answered."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from typing import TypeAlias

from tests.emulator.people import Person
from tests.emulator.world import Call, World

# One thing a person does, which the bot answers with one message, new or edited.
Act: TypeAlias = "Callable[[Person], Awaitable[object]]"
ANSWERS = ("sendMessage", "editMessageText")


def talking() -> Act:
    """Return the simplest act: say something that nobody said before."""
    numbers = count(1)

    async def talk(person: Person) -> None:
        await person.says(f"vraag {next(numbers)}")

    return talk


@dataclass
class Crowd:
    """People who each wait for their answers; `waits` are the seconds each answer took."""

    world: World
    people: list[Person]
    act: Act = field(default_factory=talking)
    waits: list[float] = field(default_factory=list)
    done: int = 0
    _asked: dict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _again: bool = False
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._by_id = {one.id: one for one in self.people}

    async def until_answered(self, within: float = 60) -> None:
        """Let one person act and wait for the answer: then the bot is there."""
        with self._listening():
            await self._acts(self.people[0])
            await self._quiet(within)
        self.waits.clear()

    async def without_pause(self, seconds: float, warm_up: float) -> float:
        """Let each person act as soon as they are answered; return answers per second."""
        with self._listening():
            self._again = True
            for person in self.people:
                await self._acts(person)
            await asyncio.sleep(warm_up)
            self.waits.clear()
            begun = time.perf_counter()
            await asyncio.sleep(seconds)
            took, answered = time.perf_counter() - begun, len(self.waits)
            self._again = False
            await self._quiet()
        return answered / took

    async def at_pace(self, per_second: float, seconds: float, warm_up: float) -> None:
        """Let somebody act so many times a second, whether or not the others are answered."""
        with self._listening():
            begun = time.perf_counter()
            for number in range(int(per_second * (warm_up + seconds))):
                if number == int(per_second * warm_up):
                    self.waits.clear()
                due = begun + number / per_second
                await asyncio.sleep(max(0.0, due - time.perf_counter()))
                # Counted from when it was due: a crowd that is held up itself must not hide a wait.
                await self._acts(self.people[number % len(self.people)], due)
            await self._quiet()

    async def _acts(self, person: Person, due: float | None = None) -> None:
        self.done += 1
        self._asked[person.id].append(due or time.perf_counter())
        await self.act(person)

    @contextmanager
    def _listening(self) -> Iterator[None]:
        self.world.listeners.append(self._heard)
        try:
            yield
        finally:
            self.world.listeners.remove(self._heard)

    def _heard(self, call: Call) -> None:
        if call.method not in ANSWERS or call.chat is None or not self._asked[call.chat]:
            return
        self.waits.append(time.perf_counter() - self._asked[call.chat].popleft())
        if self._again:
            task = asyncio.create_task(self._acts(self._by_id[call.chat]))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _quiet(self, within: float = 30) -> None:
        """Wait until everybody is answered; raises TimeoutError when somebody is not."""
        async with asyncio.timeout(within):
            while any(self._asked.values()):  # noqa: ASYNC110 - at the end of a measurement it costs nothing
                await asyncio.sleep(0.01)
