"""A crowd that writes without pause, or at a steady pace, and how fast it is answered."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict, deque
from dataclasses import dataclass, field

from tests.emulator.people import Person
from tests.emulator.world import Call, World


@dataclass
class Crowd:
    """People who each wait for their answers; `waits` are the seconds each answer took."""

    world: World
    people: list[Person]
    waits: list[float] = field(default_factory=list)
    _asked: dict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _again: bool = False
    said: int = 0
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._by_id = {one.id: one for one in self.people}

    async def without_pause(self, seconds: float, warm_up: float) -> float:
        """Let each person write as soon as they are answered; return answers per second."""
        self.world.listeners.append(self._heard)
        self._again = True
        for person in self.people:
            await self._says(person)
        await asyncio.sleep(warm_up)
        self.waits.clear()
        begun = time.perf_counter()
        await asyncio.sleep(seconds)
        took, count = time.perf_counter() - begun, len(self.waits)
        self._again = False
        await self._quiet()
        self.world.listeners.remove(self._heard)
        return count / took

    async def at_pace(self, per_second: float, seconds: float, warm_up: float) -> None:
        """Let somebody write so many times a second, whether or not the others are answered."""
        self.world.listeners.append(self._heard)
        begun = time.perf_counter()
        for number in range(int(per_second * (warm_up + seconds))):
            if number == int(per_second * warm_up):
                self.waits.clear()
            await asyncio.sleep(max(0.0, begun + number / per_second - time.perf_counter()))
            await self._says(self.people[number % len(self.people)])
        await self._quiet()
        self.world.listeners.remove(self._heard)

    async def _says(self, person: Person) -> None:
        self.said += 1
        self._asked[person.id].append(time.perf_counter())
        await person.says(f"vraag {self.said}")

    def _heard(self, call: Call) -> None:
        if call.method != "sendMessage" or call.chat is None or not self._asked[call.chat]:
            return
        self.waits.append(time.perf_counter() - self._asked[call.chat].popleft())
        if self._again:
            task = asyncio.create_task(self._says(self._by_id[call.chat]))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _quiet(self) -> None:
        """Wait until everybody is answered; raises TimeoutError when somebody is not."""
        async with asyncio.timeout(30):
            while any(self._asked.values()):  # noqa: ASYNC110 - at the end of a measurement it costs nothing
                await asyncio.sleep(0.01)
